"""Fonts: which file draws which character.

Bundled with the package come Noto Sans (Latin, Greek, Cyrillic, Devanagari), Noto Sans Arabic,
Noto Sans Thai and Open Sans (for Hebrew), all under the SIL Open Font License. A character none
of them covers is looked for in the ``cjk`` extra and then in the system's own fonts.
"""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import uharfbuzz as hb

from coalition.errors import UnreadableInput

UNITS = 1000
"""Outline units per em, whatever the font file's own unit is."""

WEIGHT = 600
"""The stroke weight taken from variable fonts (semibold: reads well small and large)."""

BUNDLED = (
    ("fontpkg_noto_sans", "NotoSans[wdth,wght].ttf"),
    ("fontpkg_noto_sans_arabic", "NotoSansArabic[wdth,wght].ttf"),
    ("fontpkg_noto_sans_thai", "NotoSansThai[wdth,wght].ttf"),
    ("fontpkg_open_sans", "OpenSans[wdth,wght].ttf"),
)

EXTRA = ("cvttf_notosanscjk_medium",)

SYSTEM_FOLDERS = {
    "darwin": ("/System/Library/Fonts", "/Library/Fonts", "~/Library/Fonts"),
    "win32": ("C:/Windows/Fonts", "~/AppData/Local/Microsoft/Windows/Fonts"),
}.get(sys.platform, ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts"))

OUTLINE_TABLES = {"glyf", "CFF ", "CFF2"}


@dataclass(frozen=True)
class Font:
    """One face of a font file, ready for shaping."""

    path: str
    index: int = 0

    @cached_property
    def face(self) -> hb.Face:
        """The face; UnreadableInput where the file is no font with outlines."""
        try:
            face = hb.Face(hb.Blob.from_file_path(self.path), self.index)
        except (OSError, hb.HarfBuzzError) as error:
            raise UnreadableInput(f"{self.path}: the font cannot be opened.") from error
        if face.glyph_count == 0 or not OUTLINE_TABLES.intersection(face.table_tags):
            raise UnreadableInput(
                f"{self.path}: this is not a TrueType or OpenType font with outlines."
            )
        return face

    @cached_property
    def shaper(self) -> hb.Font:
        """The HarfBuzz font, scaled to UNITS per em."""
        font = hb.Font(self.face)
        font.scale = (UNITS, UNITS)
        if self.face.has_var_data:
            font.set_variations({"wght": WEIGHT})
        return font

    @cached_property
    def name(self) -> str:
        """The family's name, as a designer would write it."""
        return self.face.get_name(hb.OTNameIdPredefined.FONT_FAMILY) or Path(self.path).stem

    def covers(self, character: str) -> bool:
        """Whether the font has a glyph for the character."""
        return bool(self.shaper.get_nominal_glyph(ord(character)))


def bundled_path(package: str, file: str) -> Path | None:
    """A font file of an installed font package; None where that is not installed.

    Looked up on ``sys.path`` by hand: importing the package would import ``pathlib``'s and its
    own machinery for a single file name.
    """
    for folder in sys.path:
        path = Path(folder, package, "files", file)
        if path.is_file():
            return path
    return None


@lru_cache(maxsize=1)
def bundled_fonts() -> tuple[Font, ...]:
    """The fonts that come with the package, in order of preference."""
    paths = (bundled_path(package, file) for package, file in BUNDLED)
    return tuple(Font(str(path)) for path in paths if path)


def _font_files(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        for root, _, files in os.walk(folder):
            for file in files:
                if file.lower().endswith((".ttf", ".otf", ".ttc", ".otc")):
                    yield Path(root, file)


def _preference(path: Path) -> tuple[bool, bool, bool, str]:
    """Upright sans of middling weight first; then by name, so that the choice is repeatable."""
    name = path.stem.lower()
    return (
        any(word in name for word in ("italic", "oblique", "mono", "condensed", "narrow")),
        "sans" not in name and "gothic" not in name,
        not any(word in name for word in ("medium", "semibold", "bold", "-vf", "[wght")),
        str(path),
    )


def _faces(path: Path) -> Iterator[Font]:
    count = 1
    if path.suffix.lower() in (".ttc", ".otc"):
        with path.open("rb") as file:
            count = min(int.from_bytes(file.read(12)[8:12], "big"), 64)
    for index in range(count):
        font = Font(str(path), index)
        try:
            font.face  # noqa: B018 -- opened here so that a damaged file is passed over
        except UnreadableInput:
            continue
        yield font


@lru_cache(maxsize=1)
def system_fonts() -> tuple[Font, ...]:
    """Fonts of the ``cjk`` extra and of the operating system, in order of preference."""
    extra = [Path(folder, package) for package in EXTRA for folder in sys.path]
    system = [Path(folder).expanduser() for folder in SYSTEM_FOLDERS]
    files = sorted(_font_files(extra), key=_preference) + sorted(_font_files(system), key=_preference)
    return tuple(font for path in files for font in _readable_faces(path))


def _readable_faces(path: Path) -> tuple[Font, ...]:
    try:
        return tuple(_faces(path))
    except OSError:  # a file this user may not read
        return ()


class FontSet:
    """Fonts in order of preference; knows which one draws a character."""

    def __init__(self, paths: Sequence[str] = ()) -> None:
        """``paths``: font files of the user's own, preferred over the bundled ones.

        Raises UnreadableInput where one of them is not a font.
        """
        own = tuple(Font(path) for path in paths)
        for font in own:
            font.face  # noqa: B018 -- a bad font is refused before any work is done
        self._preferred = own + bundled_fonts()
        self._chosen: dict[str, Font | None] = {}

    def font_for(self, character: str) -> Font | None:
        """The first font that has the character, the system's last; None where there is none."""
        if character not in self._chosen:
            self._chosen[character] = self._find(character)
        return self._chosen[character]

    def _find(self, character: str) -> Font | None:
        for fonts in (self._preferred, system_fonts):
            for font in fonts() if callable(fonts) else fonts:
                if font.covers(character):
                    return font
        return None

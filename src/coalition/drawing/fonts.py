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

EXTRA = ("manimgx_fonts_cjk",)

SYSTEM_FOLDERS = {
    "darwin": ("/System/Library/Fonts", "/Library/Fonts", "~/Library/Fonts"),
    "win32": ("C:/Windows/Fonts", "~/AppData/Local/Microsoft/Windows/Fonts"),
}.get(
    sys.platform, ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
)

ASCII = range(0x20, 0x7F)
"""The code points of ASCII that can be seen, and the space."""

MOST_FACES = 64
"""Faces looked at in one collection."""

OUTLINE_TABLES = {"glyf", "CFF ", "CFF2"}


@dataclass(frozen=True, eq=False)
class Font:
    """One face of a font file, ready for shaping; the same only as itself."""

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

    @property
    def is_usable(self) -> bool:
        """Whether the file can be opened and has outlines."""
        try:
            return bool(self.face)
        except UnreadableInput:
            return False

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
        return self.face.get_name(hb.OTNameIdPredefined.FONT_FAMILY) or os.path.basename(self.path)

    def covers(self, character: str) -> bool:
        """Whether the font has a glyph for the character."""
        return bool(self.shaper.get_nominal_glyph(ord(character)))


def _bundled_path(package: str, file: str) -> str | None:
    """A font file of an installed font package; None where that is not installed.

    Looked up on ``sys.path`` by hand (and with ``os.path``, not pathlib): importing what would
    otherwise find it takes longer than laying out a cloud.
    """
    for folder in sys.path:
        path = os.path.join(folder, package, "files", file)
        if os.path.isfile(path):
            return path
    return None


@lru_cache(maxsize=1)
def bundled_fonts() -> tuple[Font, ...]:
    """The fonts that come with the package, in order of preference."""
    paths = (_bundled_path(package, file) for package, file in BUNDLED)
    return tuple(Font(path) for path in paths if path)


def _font_files(folders: Iterable[str]) -> list[str]:
    """All font files below the folders, the best to read first."""
    found = [
        os.path.join(root, file)
        for folder in folders
        for root, _, files in os.walk(folder)
        for file in files
        if file.lower().endswith((".ttf", ".otf", ".ttc", ".otc"))
    ]
    return sorted(found, key=_preference)


def _preference(path: str) -> tuple[bool, bool, bool, str]:
    """Upright sans of middling weight first; then by name, so that the choice is repeatable."""
    name = os.path.basename(path).lower()
    return (
        any(word in name for word in ("italic", "oblique", "mono", "condensed", "narrow")),
        "sans" not in name and "gothic" not in name,
        not any(word in name for word in ("medium", "semibold", "bold", "-vf", "[wght")),
        path,
    )


def _faces(path: str) -> Iterator[Font]:
    """The faces of a font file that can be used; none of a damaged or forbidden one."""
    try:
        count = _face_count(path)
    except OSError:
        return
    for index in range(count):
        font = Font(path, index)
        if font.is_usable:
            yield font


def _face_count(path: str) -> int:
    """How many faces a collection says it has (OpenType 1.9, "TTC Header"); else 1."""
    if not path.lower().endswith((".ttc", ".otc")):
        return 1
    with open(path, "rb") as file:
        return min(int.from_bytes(file.read(12)[8:12], "big"), MOST_FACES)


@lru_cache(maxsize=1)
def system_fonts() -> tuple[Font, ...]:
    """Fonts of the ``cjk`` extra and of the operating system, in order of preference."""
    extra = [os.path.join(folder, package) for package in EXTRA for folder in sys.path]
    system = [os.path.expanduser(folder) for folder in SYSTEM_FOLDERS]
    files = [*_font_files(extra), *_font_files(system)]
    return tuple(font for path in files for font in _faces(path))


class FontSet:
    """Fonts in order of preference; knows which one draws a character."""

    def __init__(self, paths: Sequence[str] = ()) -> None:
        """``paths``: font files of the user's own, preferred over the bundled ones.

        Raises UnreadableInput where one of them is not a font.
        """
        own = tuple(Font(path) for path in paths)
        for font in own:
            font.shaper.get_nominal_glyph(0)  # a bad font is refused before any work is done
        self._preferred = own + bundled_fonts()
        self._chosen: dict[str, Font | None] = {}

    @cached_property
    def ascii_font(self) -> Font | None:
        """The first font, if it alone draws all that can be typed in ASCII."""
        first = self._preferred[0] if self._preferred else None
        return first if first and all(first.covers(chr(code)) for code in ASCII) else None

    def font_for(self, character: str) -> Font | None:
        """The first font that has the character, the system's last; None where there is none."""
        if character not in self._chosen:
            self._chosen[character] = self._find(character)
        return self._chosen[character]

    def _find(self, character: str) -> Font | None:
        for font in self._preferred:
            if font.covers(character):
                return font
        # Looking through the system's fonts takes a while: only for what is not bundled.
        return next((font for font in system_fonts() if font.covers(character)), None)

"""Fonts as a part of a picture: each cut down, by HarfBuzz's subsetter, to what its texts need."""

import unicodedata
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable
from zlib import crc32

import uharfbuzz as hb

from coalition.drawing.fonts import WEIGHT, Font, FontSet
from coalition.drawing.shaping import parts
from coalition.errors import InputError

LAYOUT_TABLES = ("GSUB", "GPOS", "GDEF")
"""What a font says about ligatures, kerning and the joining of letters."""

_EMBEDDING, _FORBIDDEN = 0x000F, 0x0002  # OpenType 1.9, table OS/2, fsType


def subset(font: Font, characters: Iterable[str], layout: bool = True) -> bytes:
    """A font file that draws these characters as ``font`` is drawn with: of its weight.

    layout: keep how letters change beside each other; without it each is one glyph of its own.

    Raises InputError where the font's maker forbids embedding it.
    """
    _require_embeddable(font)
    wanted = hb.SubsetInput()
    wanted.flags = hb.SubsetFlags.NO_HINTING
    wanted.unicode_set.update(map(ord, _shaped(characters)))
    # Forms of one language would be drawn or not, depending on the reader's.
    wanted.layout_feature_tag_set.discard(_tag("locl"))
    if not layout:
        wanted.drop_table_tag_set.update(map(_tag, LAYOUT_TABLES))
    if font.face.has_var_data:
        wanted.pin_all_axes_to_default(font.face)
        wanted.pin_axis_location(font.face, "wght", WEIGHT)
    return bytes(hb.subset(font.face, wanted).blob.data)


def _shaped(characters: Iterable[str]) -> set[str]:
    """The characters and those that shaping draws for them: the two halves of the Thai vowel am,
    a dotted circle where a mark has no letter to stand on.
    """
    found = set(characters)
    for character in tuple(found):
        if unicodedata.decomposition(character).startswith("<compat>"):
            found.update(unicodedata.normalize("NFKD", character))
        if unicodedata.category(character).startswith("M"):
            found.add("\N{DOTTED CIRCLE}")
    return found


def _tag(name: str) -> int:
    return int.from_bytes(name.encode(), "big")


def _require_embeddable(font: Font) -> None:
    rights = int.from_bytes(font.face.reference_table("OS/2").data[8:10], "big")
    if rights & _EMBEDDING == _FORBIDDEN:
        raise InputError(
            f"The font {font.name} forbids being embedded in a file: draw an SVG without its text,"
            " or with another font."
        )


def used(texts: Iterable[str], fonts: FontSet) -> dict[Font, Counter[str]]:
    """How often each font draws each character."""
    found: dict[Font, Counter[str]] = {}
    for text in texts:
        for part, font in parts(text, fonts):
            found.setdefault(font, Counter()).update(part)
    return found


class EmbeddedFonts:
    """The fonts of some texts, as an SVG holds them.

    first:      the family that draws most of the texts.
    style:      a style sheet with the fonts in it.
    attributes: how all text of the picture is to be set.
    """

    def __init__(self, texts: Iterable[str], fonts: FontSet) -> None:
        """Raises InputError where a font must not be embedded."""
        self._fonts = fonts
        drawn = used(texts, fonts)
        files = {font: subset(font, characters) for font, characters in drawn.items()}
        # Named by what is in it: a page may hold several pictures, each with its part of a font.
        self._families = {font: f"c{crc32(file):08x}" for font, file in files.items()}
        most = max(drawn, key=lambda font: drawn[font].total(), default=None)
        self.first = self._families[most] if most else "sans-serif"
        faces = {self._families[font]: _face(self._families[font], files[font]) for font in files}
        self.style = "".join(faces.values())
        # The weight is for a viewer without the fonts; precision, for one that has them.
        self.attributes = (
            f'font-family="{self.first}, sans-serif" font-weight="{WEIGHT}"'
            ' text-rendering="geometricPrecision"'
        )

    def parts(self, text: str) -> list[tuple[str, str]]:
        """What is drawn of a text, cut where the font changes: each part and its family."""
        return [(part, self._families[font]) for part, font in parts(text, self._fonts)]


def _face(family: str, file: bytes) -> str:
    kind = "otf" if file.startswith(b"OTTO") else "ttf"
    return (
        f"@font-face{{font-family:{family};font-weight:{WEIGHT};"
        f"src:url(data:font/{kind};base64,{b64encode(file).decode()})}}"
    )

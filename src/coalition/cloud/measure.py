"""Second step: tags become glyphs, each with the font that covers it."""

from collections.abc import Sequence
from typing import NamedTuple

from coalition.cloud.weigh import Dropped, Tag
from coalition.drawing.fonts import FontSet
from coalition.drawing.outlines import ink_box
from coalition.drawing.shaping import Shaped, shape


class Measured(NamedTuple):
    """Tags with their glyphs, in the order given, and those that cannot be drawn.

    warnings: a clause on each tag of which something is not drawn.
    """

    tags: tuple[tuple[Tag, Shaped], ...]
    dropped: tuple[Dropped, ...]
    warnings: tuple[str, ...]


def measure(tags: Sequence[Tag], fonts: FontSet) -> Measured:
    """Shape the tags.

    A sign that no font has (an emoji, say) is left out of its tag; a letter that no font has
    keeps the whole tag out: an empty box in its place would be worse than its absence. Both are
    told.
    """
    drawn, dropped, warnings = [], [], []
    for tag in tags:
        shaped = shape(tag.text, fonts)
        if shaped.missing:
            missing, shaped = shaped.missing, without_missing_signs(shaped, fonts)
            why = f"no font here has {named(missing)}"
            if shaped.missing:
                dropped.append(Dropped(tag.text, why))
                warnings.append(f"{tag.text} is not drawn: {why}")
                continue
            warnings.append(f"{tag.text} is drawn without a sign: {why}")
        drawn.append((tag, shaped))
    return Measured(tuple(drawn), tuple(dropped), tuple(warnings))


def without_missing_signs(shaped: Shaped, fonts: FontSet) -> Shaped:
    """The text without its missing signs, or as it was where letters or none are missing."""
    if not shaped.missing:
        return shaped
    rest = " ".join("".join(c for c in shaped.text if c not in shaped.missing).split())
    if any(c.isalnum() for c in shaped.missing):
        return shaped
    left = shape(rest, fonts)
    return left if ink_box(left) else shaped


def named(characters: str) -> str:
    """The first three of some characters, with their code points."""
    shown = [f'"{c}" (U+{ord(c):04X})' for c in dict.fromkeys(characters)]
    return ", ".join(shown[:3]) + (" and others" if len(shown) > 3 else "")

"""Second step: tags become glyphs, each with the font that covers it."""

from collections.abc import Sequence

from coalition.cloud.weigh import Dropped, Tag
from coalition.drawing.fonts import FontSet
from coalition.drawing.shaping import Shaped, shape


def measure(tags: Sequence[Tag], fonts: FontSet) -> tuple[list[tuple[Tag, Shaped]], list[Dropped]]:
    """The tags shaped, and those that cannot be drawn because no font has their characters.

    An empty box in their place would be worse than their absence, which is told.
    """
    drawn, dropped = [], []
    for tag in tags:
        shaped = shape(tag.text, fonts)
        if shaped.missing:
            dropped.append(Dropped(tag.text, f"no font here has {_named(shaped.missing)}"))
        else:
            drawn.append((tag, shaped))
    return drawn, dropped


def _named(characters: str) -> str:
    shown = [f'"{c}" (U+{ord(c):04X})' for c in dict.fromkeys(characters)]
    return ", ".join(shown[:3]) + (" and others" if len(shown) > 3 else "")

"""Some tags turned by 90 degrees, where that makes all tags larger.

Turned tags read downward, as on the backs of books. The largest are never turned, nor those that
would be long beside the canvas's height or are in a script that is not written sideways. Of the
others every eighth, sixth, fourth, ... is turned, and the fullest of the clouds so made is kept.
"""

import unicodedata
from collections.abc import Callable, Sequence

from coalition.cloud.place import Laid
from coalition.drawing.tables import EM, Word

SPARED, SPARED_SHARE = 3, 0.1
"""So many of the largest tags, or this share of all if that is more, are never turned."""

LONGEST = 0.4
"""Share of the canvas's height that a turned tag takes at the most."""

WORTH = 1.005
"""How much larger all tags must become: else turned ones would only stand about."""

STEPS = ((8, 0), (8, 4), (6, 0), (6, 3), (4, 0), (4, 2), (3, 0), (3, 1), (2, 0), (2, 1))
"""Which tags are turned, in turn: every so many, from which on."""


def turned(laid: Laid, height: float, lay_out: Callable[[Sequence[Word]], Laid]) -> Laid:
    """The cloud with some of its tags turned, or as it was where no try made it larger.

    height: of the canvas, in px.
    """
    can = [i for i, word in enumerate(laid.words) if _may_turn(laid, i, word, height)]
    tried: list[set[int]] = []
    for every, first in STEPS:
        if (chosen := set(can[first::every])) and chosen not in tried:
            tried.append(chosen)
    clouds = [
        lay_out([word._replace(turned=i in chosen) for i, word in enumerate(laid.words)])
        for chosen in tried
    ]
    fullest = max(clouds, key=lambda cloud: cloud.scale, default=laid)
    return fullest if fullest.scale > laid.scale * WORTH else laid


def _may_turn(laid: Laid, i: int, word: Word, height: float) -> bool:
    length = word.shaped.advance / EM * word.size * laid.scale
    return (
        i >= max(SPARED, SPARED_SHARE * len(laid.words))
        and not word.shaped.lines
        and length <= LONGEST * height
        and not any(unicodedata.east_asian_width(c) in "WF" for c in word.shaped.text)
    )

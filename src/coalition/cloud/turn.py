"""Some tags turned by 90 degrees, where that makes all tags larger.

Turned tags read downward, as on the backs of books. The largest are never turned, nor those that
would be long beside the canvas's height or are in a script that is not written sideways. Of the
others every twelfth, eighth, ... is turned: of the smaller ones, which fit into what the level ones
leave, or of all. Of the clouds so made that are as full as the fullest but for a trifle, the one
with the most turned tags is kept.
"""

import unicodedata
from collections.abc import Callable, Iterator, Sequence

from coalition.cloud.place import Frame, Laid
from coalition.drawing.tables import EM, Word

SPARED, SPARED_SHARE = 3, 0.1
"""So many of the largest tags, or this share of all if that is more, are never turned."""

LONGEST = 0.4
"""Share of the canvas's height that a turned tag takes at the most."""

SHARES = ((2 / 3, (12, 8, 6, 4, 3)), (1 / 2, (8, 6, 4)), (0.0, (6, 4, 2)))
"""Which tags are turned, in turn: so large a share is passed over, then one of so many. In seven of
ten lists of 50 to 200 tags one of them makes all tags larger."""

FEW = 150
"""Up to so many tags, each is tried from two tags on: of more, a layout takes long."""

WORTH, NEARLY = 1.002, 0.99
"""How much larger all tags must become, else turned ones would only stand about; and how large,
beside the largest tried, is as good."""

FULL = 1.05
"""Nothing is tried where a level tag would be as wide as the canvas were it so much larger."""


def turned(laid: Laid, into: Frame, lay_out: Callable[[Sequence[Word]], Laid]) -> Laid:
    """The cloud with some of its tags turned, or as it was where no try made it larger."""
    if max(_length(word) for word in laid.words) * laid.scale * FULL > into.width:
        return laid
    can = [i for i, word in enumerate(laid.words) if _may_turn(laid, i, word, into.height)]
    clouds = [
        lay_out([word._replace(turned=i in chosen) for i, word in enumerate(laid.words)])
        for chosen in dict.fromkeys(_choices(can))
    ]
    least = max(max((cloud.scale for cloud in clouds), default=0.0) * NEARLY, laid.scale * WORTH)
    full = (cloud for cloud in clouds if cloud.scale >= least)
    return max(full, key=lambda cloud: sum(word.turned for word in cloud.words), default=laid)


def _length(word: Word) -> float:
    """In em of relative size 1."""
    return word.shaped.advance / EM * word.size


def _choices(can: Sequence[int]) -> Iterator[frozenset[int]]:
    """Some of the tags that can be turned; never none of them."""
    for passed, steps in SHARES:
        smaller = can[int(passed * len(can)) :]
        for step in steps:
            for first in (0, step // 2) if len(can) <= FEW else (0,):
                if chosen := frozenset(smaller[first::step]):
                    yield chosen


def _may_turn(laid: Laid, i: int, word: Word, height: float) -> bool:
    return (
        i >= max(SPARED, SPARED_SHARE * len(laid.words))
        and not word.shaped.lines
        and _length(word) * laid.scale <= LONGEST * height
        and not any(unicodedata.east_asian_width(c) in "WF" for c in word.shaped.text)
    )

"""A cloud of before, to be kept: where its tags were."""

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from coalition.drawing.fonts import FontSet
from coalition.drawing.placing import Placed
from coalition.drawing.tables import Word
from coalition.errors import InputError

if TYPE_CHECKING:
    from coalition.cloud.tag_cloud import TagCloud

Previous: TypeAlias = "TagCloud | Mapping[str, Any] | str"
"""A cloud, its JSON (docs/formats.md, "Cloud JSON") as an object, or as text."""


FARTHEST, SMALLEST = 1e6, 1e-6
"""In px: beyond these nothing of a cloud is drawn, or is so small."""


class Stood(NamedTuple):
    """Where a tag was, and its lines if it had several."""

    place: Placed
    lines: tuple[str, ...] = ()


def places_in(previous: object, name: str = "The previous cloud") -> dict[str, Stood]:
    """Where each tag was, by its text.

    name: what it is called in messages. Raises InputError for what is no cloud JSON.
    """
    if isinstance(previous, str):
        try:
            previous = json.loads(previous)
        except (ValueError, RecursionError) as error:
            raise InputError(f"{name} is no JSON: {error}.") from None
    if not isinstance(previous, Mapping):
        words: object = getattr(previous, "words", None)
        if isinstance(words, Sequence):
            return {
                word.text: Stood(
                    Placed(word.x, word.y, word.size, word.angle),
                    tuple(line.text for line in word.lines),
                )
                for word in words
            }
    elif isinstance(listed := previous.get("words"), list | tuple) and listed:
        return dict(_place(word, f"{name}, word {number}") for number, word in enumerate(listed, 1))
    raise InputError(
        f"{name} has no words with places: give the JSON that `coalition cloud "
        "FILE -o cloud.json` writes."
    )


def _place(word: Any, which: str) -> tuple[str, Stood]:
    try:
        x, y, size, angle = *(float(word[key]) for key in ("x", "y", "size")), word.get("angle", 0)
        if not (abs(x) <= FARTHEST and abs(y) <= FARTHEST and SMALLEST <= size <= FARTHEST):
            raise InputError(f"{which}: x, y or size is beyond any cloud.")
        if angle not in (0, 90):
            raise InputError(f"{which}: an angle of 0 or 90 is wanted.")
        lines = tuple(str(line["text"]) for line in word.get("lines", ()))
        return str(word["text"]), Stood(Placed(x, y, size, int(angle)), lines)
    except (AttributeError, KeyError, OverflowError, TypeError, ValueError):
        raise InputError(f"{which}: a text and the numbers x, y and size are wanted.") from None


def as_it_stood(word: Word, before: Stood | None, fonts: FontSet) -> Word:
    """The word on two lines and turned if it was so before."""
    if before is None:
        return word
    whole = "".join(word.shaped.text.split())
    if len(before.lines) == 2 and "".join("".join(before.lines).split()) == whole:
        from coalition.drawing.stacking import stack

        word = word._replace(shaped=stack(word.shaped, before.lines, fonts))
    return word._replace(turned=before.place.angle == 90)

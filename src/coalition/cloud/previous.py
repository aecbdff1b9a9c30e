"""A cloud of before, to be kept: where its tags were."""

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from coalition.drawing.placing import Placed
from coalition.errors import InputError

if TYPE_CHECKING:
    from coalition.cloud.tag_cloud import TagCloud

Previous: TypeAlias = "TagCloud | Mapping[str, Any] | str"
"""A cloud, its JSON (docs/formats.md, "Cloud JSON") as an object, or as text."""


def places_in(previous: object, name: str = "The previous cloud") -> dict[str, Placed]:
    """Where each tag was, by its text.

    name: what it is called in messages. Raises InputError for what is no cloud JSON.
    """
    if isinstance(previous, str):
        try:
            previous = json.loads(previous)
        except ValueError as error:
            raise InputError(f"{name} is no JSON: {error}.") from None
    if not isinstance(previous, Mapping):
        words: object = getattr(previous, "words", None)
        if isinstance(words, Sequence):
            return {word.text: Placed(word.x, word.y, word.size, word.angle) for word in words}
    elif isinstance(listed := previous.get("words"), Sequence) and not isinstance(listed, str):
        return dict(_place(word, f"{name}, word {number}") for number, word in enumerate(listed, 1))
    raise InputError(
        f"{name} has no words with places: give the JSON that `coalition cloud "
        "FILE -o cloud.json` writes."
    )


def _place(word: object, which: str) -> tuple[str, Placed]:
    try:
        assert isinstance(word, Mapping)
        x, y, size = (float(word[key]) for key in ("x", "y", "size"))
        if not all(abs(value) < 1e9 for value in (x, y, size)) or size <= 0:
            raise ValueError
        return str(word["text"]), Placed(x, y, size, int(word.get("angle", 0)))
    except (AssertionError, KeyError, TypeError, ValueError):
        raise InputError(f"{which}: a text and the numbers x, y and size are wanted.") from None

"""Tags as JSON: pairs, a map, objects, or names alone; also Coalition's own cloud."""

from collections.abc import Iterator
from typing import NamedTuple

from coalition.errors import NothingFound, UnknownFormat
from coalition.exchange.json_text import number, text
from coalition.exchange.material import Document
from coalition.exchange.naming import escaped
from coalition.exchange.reader import Match, Progress, silent
from coalition.exchange.tag_text import tag_text
from coalition.exchange.tally import Tally, tallied
from coalition.model.evidence import Kind
from coalition.model.reading import Reading

_TAG_KEYS = ("tag", "text", "name", "skill", "word", "label", "keyword", "topic", "term", "title")
_WEIGHT_KEYS = ("weight", "count", "value", "size", "score", "frequency", "freq", "votes")
_WEIGHT_KEYS_TOO = ("endorsements", "mentions", "amount", "total", "n", "number", "points")
_LIST_KEYS = ("words", "tags", "skills", "items", "data", "keywords", "topics", "results", "cloud")
_UNITS = {"votes": "votes", "endorsements": "endorsements", "mentions": "mentions"}
_SHAPES = '[["tag", weight], ...], {"tag": weight}, a list of objects or of names'
_MOST_FIELDS = 4
_STEP = 20_000
_LONGEST_NUMBER = 40  # characters; a document that is a number alone would be a tag as text


class _Item(NamedTuple):
    """One tag as it stands there; ``weight`` is None where there is none."""

    tag: str
    weight: object = None
    unit: str = ""
    group: str = ""
    colour: str = ""


class TagJsonReader:
    """Reads tags, with or without weights, from JSON of any of the usual shapes."""

    name = "tag-json"
    title = f"Tags as JSON: {_SHAPES}"

    def recognise(self, material: Document) -> Match:
        """Likely of the usual shapes, and of JSON that is damaged, to say so."""
        from coalition.errors import UnreadableInput

        try:
            written = material.head_text.strip()
            alone = len(written) <= _LONGEST_NUMBER and number(written) is not None
            return Match.LIKELY if alone or _is_tags(material.json) else Match.NO
        except UnreadableInput:
            return Match.PERHAPS

    def read(self, material: Document, progress: Progress = silent) -> Reading:
        """Each tag with its weight, or as one mention where it has none; equal ones add up.

        Raises UnknownFormat where the shape is another, UnreadableInput where the JSON is
        damaged, NothingFound where it is an empty list.
        """
        listed = _listed(material.json)
        if listed is None:
            raise UnknownFormat(f"{material.name} holds no tags as JSON, such as {_SHAPES}.")
        if not listed:
            raise NothingFound(f"{material.name} is an empty list: there is nothing in it to read.")
        items = list(map(_item, listed))
        weighted = any(item is not None and item.weight is not None for item in items)
        units = {item.unit for item in items if item is not None} or {""}
        unit = (units.pop() if len(units) == 1 else "") if weighted else "mentions"
        tally = Tally(material.name, Kind.COUNTED, unit)
        for place, item in enumerate(items, 1):
            _add(tally, item, place, weighted)
            if place % _STEP == 0:
                progress(place, len(items))
        return tallied(self.name, material.name, [tally])


def _add(tally: Tally, item: _Item | None, place: int, weighted: bool) -> None:
    if item is None:
        tally.problem(f"Item {place} is no tag with a weight.")
    elif not weighted:
        tally.add(item.tag, group=item.group, colour=item.colour)
    elif (weight := number(item.weight)) is None:
        shown = "is missing" if item.weight is None else "is not a number"
        tally.bad_weight(tag_text(item.tag), escaped(str(item.weight))[:40], None, shown)
    else:
        at_least = isinstance(item.weight, str) and _is_at_least(item.weight)
        tally.add(item.tag, weight, group=item.group, at_least=at_least, colour=item.colour)


def _is_at_least(weight: str) -> bool:
    from coalition.exchange.numbers import is_at_least

    return is_at_least(weight)


def _is_tags(value: object) -> bool:
    listed = _listed(value)
    if listed is None:
        return False
    known = sum(_item(entry) is not None for entry in listed[:200])
    return not listed or known * 2 > len(listed[:200])


def _listed(value: object) -> list[object] | None:
    """The items of any of the shapes, as a list."""
    if isinstance(value, list):
        return value
    if not isinstance(value, dict):
        return None
    inside = [value[key] for key in _LIST_KEYS if key in value]
    for found in inside:
        if isinstance(found, list):
            return list(found)
    maps = [found for found in inside if isinstance(found, dict)]
    if maps:
        return _listed(maps[0])
    alone = _item(value)
    if alone is not None and alone.weight is not None:
        return [value]
    return list(_pairs(value)) or list(_groups(value)) or None


def _pairs(value: dict[str, object]) -> Iterator[object]:
    """The entries of a map from tags to weights, or to objects with one; else nothing."""
    inner = [_weight_of(found) if isinstance(found, dict) else found for found in value.values()]
    told = [weight for weight in inner if weight is not None]
    if told and all(number(weight) is not None for weight in told):
        yield from (
            _Item(tag, weight, colour=_colour_of(found))
            for (tag, found), weight in zip(value.items(), inner, strict=True)
        )


def _groups(value: dict[str, object]) -> Iterator[object]:
    """The tags of a map from headings to lists of names; nothing where some value is none."""
    named = {heading: tags for heading, tags in value.items() if isinstance(tags, list)}
    if len(named) == len(value) and all(
        isinstance(t, str) for tags in named.values() for t in tags
    ):
        for heading, tags in named.items():
            yield from (_Item(tag, group=tag_text(heading)) for tag in tags)


def _item(entry: object) -> _Item | None:
    if isinstance(entry, _Item):
        return entry
    if isinstance(entry, str):
        return _Item(entry)
    if isinstance(entry, list) and len(entry) == 1 and isinstance(entry[0], str):
        return _Item(entry[0])
    if isinstance(entry, list) and len(entry) >= 2:
        first, second, *_ = entry
        if not isinstance(first, str) and isinstance(second, str):
            first, second = second, first
        return _Item(first, second) if isinstance(first, str) and _is_weight(second) else None
    if isinstance(entry, dict):
        return _item_of_object(entry)
    return None


def _item_of_object(entry: dict[str, object]) -> _Item | None:
    keys = {key.casefold(): key for key in entry}
    tag = next(filter(None, (_name_in(entry[keys[key]]) for key in _TAG_KEYS if key in keys)), "")
    tag = tag or next((_name_in(entry[key]) for key in _keys_for("tag", entry)), "")
    if tag:
        colour = _colour_of(entry)
        for key in (*_WEIGHT_KEYS, *_WEIGHT_KEYS_TOO):
            if key in keys and _is_weight(entry[keys[key]]):
                return _Item(tag, entry[keys[key]], _UNITS.get(key, ""), colour=colour)
        if (weight := _weight_of(entry)) is not None:
            return _Item(tag, weight, colour=colour)
        return _Item(tag, colour=colour) if len(entry) <= _MOST_FIELDS else None
    pair = next(iter(entry.items())) if len(entry) == 1 else ("", None)
    return _Item(*pair) if pair[0] and number(pair[1]) is not None else None


def _colour_of(value: object) -> str:
    return text(value, "colour") or text(value, "color")


def _name_in(value: object) -> str:
    """The name that ``value`` is or, as an object, has."""
    return value if isinstance(value, str) else text(value, "name")


def _weight_of(entry: dict[str, object]) -> object:
    """The value of the first key that names a weight, in any spelling: "endorsementCount"."""
    named = _keys_for("weight", entry)
    return next((entry[key] for key in named if number(entry[key]) is not None), None)


def _keys_for(role: str, entry: dict[str, object]) -> Iterator[str]:
    """The keys that name the tag or the weight, by the words that head a table's columns."""
    from coalition.exchange.columns import role_of

    return (key for key in entry if role_of(key) == role)


def _is_weight(value: object) -> bool:
    return value is None or isinstance(value, int | float | str)


READER = TagJsonReader()

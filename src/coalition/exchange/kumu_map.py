"""A map of Kumu as JSON; see :mod:`coalition.exchange.kumu`."""

from collections.abc import Mapping

from coalition.exchange.json_text import items
from coalition.exchange.kumu_keys import Keys
from coalition.exchange.network import Network
from coalition.exchange.reader import Progress
from coalition.exchange.tag_text import tag_text
from coalition.model.reading import Reading

_STEP = 20_000
_OWN = {"_id", "id", "attributes", "from", "to"}


def read_map(
    format_name: str, name: str, value: Mapping[str, object], progress: Progress
) -> Reading:
    """The people and connections of a blueprint or of a project's export."""
    network = Network(name)
    keys = Keys()
    elements, connections = list(items(value, "elements")), list(items(value, "connections"))
    for place, element in enumerate(elements, 1):
        _add_element(network, keys, element, f"Element {place}")
        if place % _STEP == 0:
            progress(place, len(elements) + len(connections))
    for place, connection in enumerate(connections, 1):
        _add_connection(network, keys, connection, f"Connection {place}")
        if place % _STEP == 0:
            progress(len(elements) + place, len(elements) + len(connections))
    return network.reading(format_name)


def _add_element(network: Network, keys: Keys, element: object, place: str) -> None:
    fields = _fields_of(element)
    if fields is None:
        network.problem(f"{place} is none: it has no fields.")
        return
    label = tag_text(next((text for key, text in fields.items() if key.casefold() == "label"), ""))
    key = keys.add(_id_of(element), label)
    if not key:
        network.problem(f"{place} has no label, so it is not used.")
        return
    network.person(key, fields, None, f"{place} (“{label[:40]}”)" if label else place)


def _add_connection(network: Network, keys: Keys, connection: object, place: str) -> None:
    fields = _fields_of(connection)
    ends = [_text(_member(connection, end)) for end in ("from", "to")]
    if fields is None or not all(ends):
        network.problem(f"{place} does not say between whom it is.")
        return
    found = [keys.find(end) for end in ends]
    for end, key in zip(ends, found, strict=True):
        if not key or not network.knows(key):
            why = "several elements are called so" if not key else "there is no such element"
            network.problem(f"{place} is with “{tag_text(end)[:40]}”, and {why}.")
            return
    one, other = found
    if _member(connection, "reversed") is True:
        one, other = other, one
    network.tie(one, other, fields, None, place)


def _fields_of(record: object) -> dict[str, str] | None:
    """The fields, those in ``attributes`` included, as text; lists with "|" between values."""
    if not isinstance(record, dict):
        return None
    inner = record.get("attributes")
    told = {key: value for key, value in record.items() if key not in _OWN}
    told |= inner if isinstance(inner, dict) else {}
    return {str(key): text for key, value in told.items() if (text := _text(value))}


def _id_of(record: object) -> str:
    return _text(_member(record, "_id")) or _text(_member(record, "id"))


def _member(record: object, key: str) -> object:
    return record.get(key) if isinstance(record, dict) else None


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return "|".join(filter(None, (_text(part) for part in value if not isinstance(part, list))))
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""

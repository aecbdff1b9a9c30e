"""Kumu: a map's people and their connections, as JSON or as the sheets it imports and exports.

JSON comes in two shapes, https://docs.kumu.io/guides/import/blueprints: a blueprint, whose elements
have their fields beside the label, and a whole project's export, which has them in ``attributes``
and calls elements by ``_id``. Sheets have ``Label`` or ``From`` and ``To`` as their first columns,
https://docs.kumu.io/guides/import/import.
"""

from coalition.errors import UnknownFormat
from coalition.exchange.json_text import json_of
from coalition.exchange.material import Document
from coalition.exchange.reader import Match, Progress, silent
from coalition.model.reading import Reading

_ZIP = b"PK\x03\x04"


class KumuReader:
    """Reads the people of a map, their tags and their connections."""

    name = "kumu"
    title = "Kumu map of stakeholders (JSON, or its sheets as XLSX or CSV)"

    def recognise(self, material: Document) -> Match:
        """Sure of elements and connections as JSON and as sheets."""
        if material.head.startswith(_ZIP):
            from coalition.exchange.kumu_sheets import has_kumu_sheets

            return Match.SURE if has_kumu_sheets(material) else Match.NO
        if material.head_text[:64].lstrip("\ufeff \n\t")[:1] == "{":
            return Match.SURE if _is_map(json_of(material)) else Match.NO
        return Match.SURE if _is_list_of_elements(material) else Match.NO

    def read(self, material: Document, progress: Progress = silent) -> Reading:
        """Everybody that is a person by type, or has none, with skills and connections.

        Raises UnknownFormat where it is no map, NothingFound where nobody is in it, UnreadableInput
        where it is damaged.
        """
        if material.head.startswith(_ZIP):
            from coalition.exchange.kumu_sheets import read_sheets

            return read_sheets(self.name, material, progress)
        value = material.json
        if isinstance(value, dict) and _is_map(value):
            from coalition.exchange.kumu_map import read_map

            return read_map(self.name, material.name, value, progress)
        if value is None and _is_list_of_elements(material):
            from coalition.exchange.kumu_sheets import read_elements

            return read_elements(self.name, material, progress)
        raise UnknownFormat(f"{material.name} holds no elements and connections as Kumu has them.")


def _is_map(value: object) -> bool:
    """Whether there are elements, of which the first has a label, and connections."""
    if not isinstance(value, dict):
        return False
    elements, connections = value.get("elements"), value.get("connections")
    if not isinstance(elements, list) or not isinstance(connections, list | None):
        return False
    for element in elements[:20]:
        if isinstance(element, dict):
            fields = element.get("attributes", element)
            if isinstance(fields, dict) and any(str(key).casefold() == "label" for key in fields):
                return True
    return False


def _is_list_of_elements(material: Document) -> bool:
    """Whether this is a table of elements: Label first, or after an ID, and Type with others."""
    first = material.head[:2048].replace(b"\0", b"").lower()
    if b"label" not in first or b"type" not in first.partition(b"\n")[0]:
        return False
    from coalition.exchange.kumu_sheets import is_header_of_elements

    return is_header_of_elements(material.head_text)


READER = KumuReader()

"""Where things stand in Google's table of contacts, and what a row of it says.

Google documents none of it; the columns are as exports have them. Fields that may stand several
times are numbered ("E-mail 2 - Value"), and what is too much for them stands in one cell, " ::: "
between. "* " before a label marks the preferred value. Since 2024 a type is called a label.
"""

import re
from collections.abc import Iterator, Sequence

from coalition.exchange.address_book import Relation
from coalition.exchange.contact_names import mail_address
from coalition.exchange.contact_relations import bond_named, is_private_place, is_work_place
from coalition.exchange.contact_rows import Fields, cell, text_cell
from coalition.exchange.passed_over import PassedOver

_NUMBERED = re.compile(r"(.+?) (\d{1,3}) - (.+)")
_BETWEEN = re.compile(r"\s*:::\s*")
_SEVERAL = ("e-mail", "website", "relation", "custom field")
_READ_IN_PARTS = ("organization", "address")
_USED_OF_PARTS = {"label", "name", "title", "department", "city", "country", "formatted"}

_Several = dict[int, dict[str, int]]
"""By the number of a field the places of its parts."""


class Columns:
    """The places of the columns; ``used`` are those whose values are read or told otherwise."""

    def __init__(self, header: Sequence[str]) -> None:
        self.used: set[int] = set()
        self._places: dict[str, int] = {}
        self._numbered: dict[str, _Several] = {}
        for place, column in enumerate(header):
            name = " ".join(column.casefold().split())
            if found := _NUMBERED.fullmatch(name):
                part = "label" if found[3] == "type" else found[3]
                several = self._numbered.setdefault(found[1], {})
                several.setdefault(int(found[2]), {}).setdefault(part, place)
            else:
                self._places.setdefault(name, place)
        for kind in (*_SEVERAL, *_READ_IN_PARTS):
            for parts in self._numbered.get(kind, {}).values():
                self.used.update(
                    place
                    for part, place in parts.items()
                    if kind in _SEVERAL or part in _USED_OF_PARTS
                )
        for name in (*_OF_NAMES, *_OF_WORK):
            if name in self._places:
                self.used.add(self._places[name])

    def fields(self, line: int, cells: Sequence[str], passed: PassedOver) -> Fields:
        """What one row says."""
        one = _Single(self._places, cells)
        pages = (page for label, page in self._values("website", cells) if _is_kept(label))
        return Fields(
            line,
            one("given name", "first name"),
            one("additional name", "middle name"),
            one("family name", "last name"),
            one("name prefix"),
            one("name suffix"),
            one("name"),
            (
                one("given name yomi", "phonetic first name"),
                one("additional name yomi", "phonetic middle name"),
                one("family name yomi", "phonetic last name"),
            ),
            one("file as"),
            one("nickname"),
            self._emails(cells, passed),
            tuple(pages),
            one("organization name") or self._of_work("name", cells),
            one("organization department") or self._of_work("department", cells),
            one("organization title") or self._of_work("title", cells) or one("occupation"),
            self._place_of_work(cells),
            tuple(filter(None, _BETWEEN.split(one("language")))),
            text_cell(cells, self._places.get("notes")),
            tuple(self._relations(line, cells, passed)),
        )

    def _of_work(self, part: str, cells: Sequence[str]) -> str:
        several = self._numbered.get("organization", {}).values()
        found = (cell(cells, parts.get(part)) for parts in several)
        return next((_BETWEEN.split(text)[0] for text in found if text), "")

    def _values(self, kind: str, cells: Sequence[str]) -> list[tuple[str, str]]:
        """The values of a numbered field with their labels, the preferred ones first."""
        found = []
        for parts in self._numbered.get(kind, {}).values():
            if text := cell(cells, parts.get("value")):
                label = cell(cells, parts.get("label"))
                found += [(label, value) for value in _BETWEEN.split(text) if value]
        found.sort(key=lambda pair: not pair[0].startswith("*"))
        return [(label.lstrip("* "), value) for label, value in found]

    def _emails(self, cells: Sequence[str], passed: PassedOver) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for label, value in self._values("e-mail", cells):
            if not _is_kept(label):
                passed.count("marked as private", "e-mail address", "e-mail addresses")
            elif address := mail_address(value):
                found[address] = None
        return tuple(found)

    def _place_of_work(self, cells: Sequence[str]) -> str:
        """City and country of the first address at work."""
        for parts in self._numbered.get("address", {}).values():
            if is_work_place(cell(cells, parts.get("label")).lstrip("* ")):
                named = (cell(cells, parts.get(part)) for part in ("city", "country"))
                if place := ", ".join(filter(None, named)):
                    return place
        return ""

    def _relations(self, line: int, cells: Sequence[str], passed: PassedOver) -> Iterator[Relation]:
        for kind in ("relation", "custom field"):
            for label, name in self._values(kind, cells):
                if bond := bond_named(label):
                    yield Relation(bond, name, line)
                else:
                    other = kind == "relation"
                    passed.unkept("relatives and friends" if other else "custom fields")


class _Single:
    """The first of some columns of one row that says anything, on one line."""

    def __init__(self, places: dict[str, int], cells: Sequence[str]) -> None:
        self._places = places
        self._cells = cells

    def __call__(self, *names: str) -> str:
        for name in names:
            if text := cell(self._cells, self._places.get(name)):
                return text
        return ""


def _is_kept(label: str) -> bool:
    return not is_private_place(label)


_OF_NAMES = (
    *("name", "given name", "first name", "additional name", "middle name", "family name"),
    *("last name", "name prefix", "name suffix", "file as", "nickname", "yomi name"),
    *("given name yomi", "additional name yomi", "family name yomi"),
    *("phonetic first name", "phonetic middle name", "phonetic last name", "initials"),
)
_OF_WORK = (
    *("organization name", "organization title", "organization department", "occupation"),
    *("language", "notes"),
)

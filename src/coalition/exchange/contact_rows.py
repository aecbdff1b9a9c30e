"""Address books as tables: what a row says of a person, whatever its columns are called."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from coalition.exchange.address_book import Entry, Relation, key_of, read_book
from coalition.exchange.contact_header import header_in
from coalition.exchange.contact_names import joined_name, known_by
from coalition.exchange.delimited import Dialect, Row, dialect_of, rows_in
from coalition.exchange.linkedin_people import profile_address
from coalition.exchange.material import Document
from coalition.exchange.passed_over import PassedOver
from coalition.exchange.reader import Progress
from coalition.exchange.tag_text import tag_text
from coalition.model.person import Name, NameForm, Person
from coalition.model.reading import Reading
from coalition.model.source import Source

_STEP = 1000
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Fields:
    """What a row says of one person, each text on one line and "" where it says nothing.

    name:    the whole name, where the row has it beside its parts.
    reading: given, further and family names as they are said.
    emails, pages: the preferred ones first.
    """

    row: int
    given: str = ""
    middle: str = ""
    family: str = ""
    before: str = ""
    after: str = ""
    name: str = ""
    reading: tuple[str, str, str] = ("", "", "")
    filed: str = ""
    nickname: str = ""
    emails: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    organisation: str = ""
    unit: str = ""
    title: str = ""
    place: str = ""
    languages: tuple[str, ...] = ()
    note: str = ""
    relations: tuple[Relation, ...] = ()


def entry_of(said: Fields, file: str, passed: PassedOver) -> Entry | None:
    """The person of a row; None where it is an organisation's, or of nobody who can be told."""
    whole = said.name or joined_name(said.given, said.middle, said.family)
    name = known_by(whole, said.before.split(), (said.after,)) or said.nickname
    if not name and said.organisation:
        passed.count("of organisations, without a person", "entry", "entries")
        return None
    if not (name or said.emails):
        passed.count("without a name or an e-mail address", "entry", "entries")
        return None
    forms = (
        Name(joined_name(*said.reading), NameForm.READING),
        Name(said.filed, NameForm.SORT),
        Name(said.nickname, NameForm.ALSO),
    )
    pages = tuple(dict.fromkeys(profile_address(page) or page for page in said.pages if page))
    profile = next(filter(profile_address, pages), "")
    person = Person(
        name or said.emails[0],
        names=tuple(form for form in forms if form.text not in ("", name)),
        emails=said.emails,
        profile=profile,
        profiles=tuple(page for page in pages if page != profile),
        organisation=said.organisation,
        unit=said.unit,
        title=said.title,
        place=said.place,
        languages=said.languages,
        key=key_of("", said.emails, profile, name),
        source=Source(file, said.row),
    )
    return Entry(person, relations=said.relations, remark=said.note)


class Columns(Protocol):
    """Where things stand in a table: made of its header, it says what a row says."""

    used: set[int]

    def fields(self, line: int, cells: Sequence[str], passed: PassedOver) -> Fields:
        """What one row says."""


def read_table(
    format_name: str,
    material: Document,
    columns_of: Callable[[Sequence[str]], Columns],
    progress: Progress,
) -> Reading:
    """All that a table of contacts says; ``columns_of`` is given its header."""
    passed = PassedOver(material.name)
    header, delimiter = header_in(material.text)
    columns = columns_of(header)
    total = material.text.count("\n")
    filled: set[int] = set()

    def entries() -> Iterator[Entry]:
        for number, (line, cells) in enumerate(_rows_below(material.text, delimiter)):
            if number % _STEP == 0:
                progress(line, total)
            filled.update(place for place, text in enumerate(cells) if text)
            if entry := entry_of(columns.fields(line, cells, passed), material.name, passed):
                yield entry
        _tell_unkept(header, filled - columns.used, passed)

    return read_book(format_name, material.name, entries(), passed)


def _rows_below(text: str, delimiter: str) -> Iterator[Row]:
    """The rows below the header."""
    dialect = dialect_of(text)
    if dialect.delimiter != delimiter:
        dialect = Dialect(delimiter, quoted=True, skipped=dialect.skipped)
    rows = rows_in(text, dialect)
    next(rows, None)
    return rows


def cell(cells: Sequence[str], place: int | None) -> str:
    """The cell at ``place`` on one line; "" where there is none."""
    return tag_text(cells[place]) if place is not None and place < len(cells) else ""


def text_cell(cells: Sequence[str], place: int | None) -> str:
    """The same with its line ends."""
    if place is None or place >= len(cells):
        return ""
    return "\n".join(map(tag_text, cells[place].split("\n"))).strip()


def _tell_unkept(header: Sequence[str], places: set[int], passed: PassedOver) -> None:
    """Name the columns that hold something and were not used."""
    for place in sorted(places):
        if place < len(header) and (called := tag_text(header[place])[:_LONGEST_NAME]):
            passed.unkept(called)

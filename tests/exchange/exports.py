"""Exports of made-up workbooks, as Hypothesis draws them, and as files."""

import io
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Any

from hypothesis import strategies as st

from coalition.exchange import coalition_csv, coalition_json, coalition_vcard
from coalition.exchange.coalition_export import ExportFile, export_in
from coalition.exchange.exported_card import Card
from coalition.model import exported as of
from coalition.model.contact import Channel, TieKind
from coalition.model.evidence import Kind
from coalition.model.exported import Exported
from coalition.model.held import Field, SourceKind
from coalition.model.reading import Problem

FORMATS = ("json", "csv", "vcf")
ABOUT_ONE = (
    of.ExportedPerson, of.ExportedFact, of.ExportedEvidence, of.ExportedTie, of.ExportedStake,
    of.ExportedCommitment, of.ExportedNote,
)  # fmt: skip
READ = datetime(2026, 5, 4, 12, tzinfo=UTC)

texts = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=12)
texts = st.one_of(
    texts, st.sampled_from(("=1+1", "'", "'=x", "＝2", "\tx", 'a;b,c\\n\n\r\n"d', ""))
)
somethings = texts.filter(bool)
uids = st.uuids().map(str)
days = st.dates(date(1971, 1, 1), date(2100, 1, 1))
on = st.one_of(st.just(""), days.map(str), st.just("2019-09"))
moments = st.datetimes(datetime(1971, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)).map(
    lambda moment: moment.replace(fold=0)
)
rows = st.none() | st.integers(0, 2**31 - 1)
amounts = st.floats(0, 1e12)
hashes = st.binary(min_size=32, max_size=32).map(bytes.hex)


@st.composite
def workspaces(draw: Callable[[Any], Any]) -> list[Exported]:
    """All records of a small workspace, in the order of an export."""
    found = draw(st.lists(uids, min_size=30, max_size=30, unique=True))
    mine, sources, people, goals, other = (
        found[0],
        found[1:4],
        found[4:10],
        found[10:12],
        found[12:],
    )
    sources = sources[: draw(st.integers(1, 3))]
    people = people[: draw(st.integers(1, 6))]
    roots = people[: draw(st.integers(1, len(people)))]
    goals = goals[: draw(st.integers(0, 2))]
    person, source = st.sampled_from(people), st.sampled_from(sources)
    perhaps = st.just("") | person
    place: dict[str, Any] = {"source": source, "file": texts, "row": rows}

    def several(kind: Any, most: int = 3, /, **fields: Any) -> list[Any]:
        return draw(st.lists(st.builds(kind, **fields), max_size=most))

    def numbered(kind: Any, free: Sequence[str], /, **fields: Any) -> list[Any]:
        return [draw(st.builds(kind, uid=st.just(uid), **fields)) for uid in free]

    me = draw(st.none() | st.sampled_from(roots))
    records: list[Any] = [of.ExportedWorkspace(mine, "main", draw(hashes))]
    records += numbered(
        of.ExportedSource, sources, kind=st.sampled_from(SourceKind), name=texts, at=moments,
        format=texts, sha256=st.just(""),
    )  # fmt: skip
    records += [
        of.ExportedPerson(
            uid, draw(texts), "" if uid in roots else draw(st.sampled_from(roots)), uid == me
        )
        for uid in people
    ]
    merged = [(each.merged_into, each.uid) for each in records[-len(people) :] if each.merged_into]
    records += numbered(
        of.ExportedGoal, goals, name=texts, by=st.none() | days, closed=st.none() | days, **place
    )
    simple = [field for field in Field if field is not Field.POSITION]
    records += several(
        of.ExportedFact, 8, person=person, field=st.sampled_from(simple), value=somethings,
        detail=st.none(), on=on, **place,
    )  # fmt: skip
    records += several(
        of.ExportedFact, 2, person=person, field=st.just(Field.POSITION), value=somethings,
        detail=st.dictionaries(st.sampled_from(("title", "organisation", "place")), texts), on=on,
        **place,
    )  # fmt: skip
    records += several(
        of.ExportedEvidence, person=person, skill=somethings, kind=st.sampled_from(Kind),
        amount=amounts, at_least=st.booleans(), by=texts, by_key=texts, by_person=perhaps, on=on,
        group=texts, unit=texts, rows=st.integers(1, 9), **place,
    )  # fmt: skip
    records += several(
        of.ExportedTie, one=person, other=person, kind=st.sampled_from(TieKind), about=texts,
        weight=st.none() | amounts | st.floats(-9, 0), on=on, until=on, **place,
    )  # fmt: skip
    some = st.lists(person, min_size=1, unique=True)
    took_part = st.tuples(st.sampled_from(([], [""])), some).map(lambda two: (*two[0], *two[1]))
    records += numbered(
        of.ExportedTouchpoint, other[: draw(st.integers(0, 2))],
        people=st.just(()) | took_part, at=days.map(str), channel=st.sampled_from(Channel),
        until=on, zone=texts, about=texts, text=texts, key=texts, **place,
    )  # fmt: skip
    records += numbered(
        of.ExportedNote, other[2 : 2 + draw(st.integers(0, 2))], person=person, text=texts,
        kind=st.sampled_from(("note", "recommendation")), by_person=perhaps, on=on, **place,
    )  # fmt: skip
    if goals:
        records += several(
            of.ExportedStake, goal=st.sampled_from(goals), person=person, on=days,
            influence=texts, interest=texts, now=texts, wanted=texts, because=texts, **place,
        )  # fmt: skip
    records += several(
        of.ExportedObstacle, what=texts, on=days, goal=st.sampled_from(("", *goals)),
        blocks=perhaps, remover=perhaps, removed=st.none() | days, **place,
    )  # fmt: skip
    records += several(
        of.ExportedCommitment, person=person, theirs=st.booleans(), what=texts, on=days,
        due=st.none() | days, kept=st.none() | days, **place,
    )  # fmt: skip
    records += [of.ExportedMerge(kept, gone, draw(moments)) for kept, gone in merged]
    if len(people) > 1:
        records += [of.ExportedMerge(people[1], people[0], READ, tuple(people[2:3]), READ)]
        doubt = st.builds(
            of.ExportedDoubt, one=st.just(people[0]), other=st.sampled_from(people[1:]),
            reason=texts, at=moments, answer=st.sampled_from(("", "same", "apart")),
            source=st.just("") | source,
        )  # fmt: skip
        records += draw(st.lists(doubt, unique_by=lambda each: each.other))
    records += [
        of.ExportedErasure(each, READ) for each in draw(st.lists(hashes, max_size=2, unique=True))
    ]
    return [*records, of.ExportedEnd(len(records))]


def written(records: Sequence[Exported], ending: str) -> bytes:
    """The content of a file with these records, notes included."""
    if ending == "vcf":
        about = [each for each in records if isinstance(each, ABOUT_ONE)]
        others = [each for each in records if not isinstance(each, (*ABOUT_ONE, of.ExportedEnd))]
        return b"".join(coalition_vcard.write_export(cards(about), others, notes=True))
    write = coalition_csv.write_export if ending == "csv" else coalition_json.write_export
    return b"".join(write(records))


def cards(records: Iterable[Exported]) -> list[Card]:
    """A card for each person."""
    found = list(records)
    people = [each for each in found if isinstance(each, of.ExportedPerson)]
    roots = {each.uid: each.merged_into or each.uid for each in people}
    made = []
    for person in people:
        if not person.merged_into:
            mine = tuple(each for each in found if roots[_about(each)] == person.uid)
            made.append(Card(person, (person, *(one for one in mine if one != person)), roots))
    return made


def _about(record: Any) -> str:
    if isinstance(record, of.ExportedPerson):
        return record.uid
    return str(record.one if isinstance(record, of.ExportedTie) else record.person)


def export(content: bytes, name: str = "x.json") -> ExportFile:
    """The export that ``content`` is."""
    found = export_in(name, io.BytesIO(content))
    assert found is not None
    return found


def read(content: bytes) -> tuple[list[Exported], list[Problem]]:
    """The records of an export, and what is none."""
    found = list(export(content).records(lambda kind: True))
    problems = [each for each in found if isinstance(each, Problem)]
    return [each.record for each in found if not isinstance(each, Problem)], problems


def small(**more: Any) -> list[Exported]:
    """A workspace of Ada, who is the user, and Bea, who reports to her."""
    source, ada, bea, note, met = (f"0000000{each}-0000-4000-8000-000000000000" for each in "12345")
    records: list[Exported] = [
        of.ExportedWorkspace("00000009-0000-4000-8000-000000000000", "main", "ab" * 32),
        of.ExportedSource(source, SourceKind.FILE, "team.csv", READ, "table", "cd" * 32),
        of.ExportedPerson(ada, "Ada Testerson", me=True),
        of.ExportedPerson(bea, "Bea Stonefield"),
        of.ExportedFact(ada, Field.NAME, "Ada Testerson", source),
        of.ExportedFact(ada, Field.EMAIL, "ada@example.com", source),
        of.ExportedFact(bea, Field.NAME, "Bea Stonefield", source, row=3),
        of.ExportedFact(bea, Field.EMAIL, "bea@example.com", source, row=3),
        of.ExportedFact(bea, Field.TITLE, more.get("title", "=HYPERLINK(1)"), source, row=3),
        of.ExportedEvidence(bea, "Negotiation", Kind.LISTED, 0.0, source),
        of.ExportedTie(bea, ada, TieKind.REPORTS_TO, source),
        of.ExportedTouchpoint(
            met, (ada, bea), "2026-10-01", Channel.MEETING, source, about="Budget", text="secret"
        ),
        of.ExportedNote(note, bea, "Knows the board", source),
    ]
    return [*records, of.ExportedEnd(len(records))]

"""Endorsements and recommendations, both ways: who vouched for whom."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from coalition.exchange.linkedin_dates import iso
from coalition.exchange.linkedin_everyone import Everyone, key_of_name, slug_of
from coalition.exchange.linkedin_files import ACCEPTED, FORMAT, NO_SKILL, plural, tally_of
from coalition.exchange.linkedin_names import is_nobody, known_as
from coalition.exchange.linkedin_people import folded_name, full_name, person_key
from coalition.exchange.linkedin_rows import Row
from coalition.exchange.linkedin_tables import Table
from coalition.exchange.usable import usable
from coalition.model.contact import Note, Tie, TieKind
from coalition.model.evidence import Evidence, Kind
from coalition.model.person import Name, Person, Recommendation
from coalition.model.reading import Problem, Reading
from coalition.model.source import Source


def with_endorsers(
    evidence: Iterable[Evidence], table: Table, everyone: Everyone
) -> tuple[Evidence, ...]:
    """``evidence``, read from ``table``, by people of the archive and by the names they go by."""
    items = list(evidence)
    wanted = {item.by_key for item in items if item.kind is Kind.ENDORSED and item.by_key}
    keys: dict[str, str] = {}
    for row in table.rows:
        first, last = row["endorser first name"], row["endorser last name"]
        url = row["endorser public url"]
        by_key = person_key(full_name(first, last), url)
        if by_key in wanted and by_key not in keys:
            source = Source(table.file, row.line)
            keys[by_key] = everyone.mention(first, last, slug_of(url), source)
    return tuple(_by_person(item, keys, everyone) for item in items)


def _by_person(item: Evidence, keys: Mapping[str, str], everyone: Everyone) -> Evidence:
    key = keys.get(item.by_key, "") if item.kind is Kind.ENDORSED else ""
    return replace(item, by=everyone.name_of(key), by_key=key) if key else item


def given(table: Table, everyone: Everyone) -> Reading:
    """The skills that the owner endorsed others for, so far as they accepted it."""
    evidence: dict[tuple[str, str], Evidence] = {}
    problems: list[Problem] = []
    refused: Counter[str] = Counter()
    for row in table.rows:
        if why := _refused(row):
            refused[why] += 1
            continue
        item = _given(row, table.file, everyone)
        if isinstance(item, Problem):
            problems.append(item)
        else:
            evidence.setdefault((item.holder_key, folded_name(item.skill)), item)
    told = f"{plural(sum(refused.values()), 'endorsement')} of others not counted: "
    return Reading(
        FORMAT,
        table.file,
        evidence=tuple(evidence.values()),
        problems=(*problems, *table.problems),
        notes=(f"{told}{tally_of(refused)}.",) if refused else (),
    )


def _refused(row: Row) -> str:
    """Why an endorsement of somebody does not count, or ""."""
    status = row["endorsement status"].casefold()
    name = full_name(row["endorsee first name"], row["endorsee last name"])
    if is_nobody(name) and not row["endorsee public url"]:
        return "of accounts that are gone"
    return "" if status.startswith(ACCEPTED) else status


def _given(row: Row, file: str, everyone: Everyone) -> Evidence | Problem:
    source = Source(file, row.line)
    item = usable(
        Evidence(
            row["skill name"],
            Kind.ENDORSED,
            source,
            by=everyone.name_of(everyone.owner),
            by_key=everyone.owner,
            on=iso(row["endorsement date"]),
            unit="endorsements",
        )
    )
    if isinstance(item, Problem):
        return item if row["skill name"] else replace(item, what=NO_SKILL)
    first, last = row["endorsee first name"], row["endorsee last name"]
    key = everyone.mention(first, last, slug_of(row["endorsee public url"]), source)
    if not key:
        return Problem(file, row.line, _NOBODY)
    return replace(item, holder=everyone.name_of(key), holder_key=key)


@dataclass(frozen=True, slots=True)
class _Text:
    key: str
    text: str
    on: str | None
    source: Source


def received(
    found: Sequence[Recommendation], table: Table, everyone: Everyone
) -> tuple[tuple[Recommendation, ...], Reading]:
    """Who recommends the owner: ``found``, read from ``table``, by the names they go by."""
    shown = filter(_is_shown, table.rows)
    texts = {text.source.row: text for text in _texts(list(shown), table.file, everyone)}
    named = tuple(
        replace(item, by=everyone.name_of(texts[item.source.row].key))
        if item.source.row in texts
        else item
        for item in found
    )
    ties = tuple(
        Tie(text.key, everyone.owner, TieKind.RECOMMENDED, text.source, on=text.on)
        for text in texts.values()
        if everyone.owner
    )
    return named, Reading(FORMAT, table.file, ties=ties)


def recommended(table: Table, everyone: Everyone) -> Reading:
    """Whom the owner recommends, and what they wrote of them."""
    rows = list(table.rows)
    shown = list(filter(_is_shown, rows))
    texts = _texts(shown, table.file, everyone)
    owner = everyone.owner
    note = f"{plural(len(rows) - len(shown), 'recommendation')} of others not shown, so not used."
    return Reading(
        FORMAT,
        table.file,
        ties=tuple(
            Tie(owner, text.key, TieKind.RECOMMENDED, text.source, on=text.on)
            for text in texts
            if owner
        ),
        remarks=tuple(Note(text.key, text.text, text.source, text.on, owner) for text in texts),
        problems=tuple(table.problems),
        notes=(note,) if len(shown) < len(rows) else (),
    )


def _texts(rows: Sequence[Row], file: str, everyone: Everyone) -> list[_Text]:
    """The recommendations in ``rows``, each with the key of the other person.

    They are named without an address: it is the connection of that name and company where there
    is exactly one, else a person of their own.
    """
    known = everyone.by_name_and_organisation(_named(row)[0] for row in rows)
    texts = []
    for row in rows:
        source = Source(file, row.line)
        folded = folded_name(_named(row)[0]), folded_name(row["company"])
        found = known.get(folded, [])
        key = found[0] if len(found) == 1 else everyone.describe(_described(row, source))
        text = row.cells.get("text", "").strip()
        texts.append(_Text(key, text, iso(row["creation date"]), source))
    return texts


def _is_shown(row: Row) -> bool:
    """Whether a profile shows the recommendation, and it says of whom or by whom it is."""
    name = _named(row)[0]
    told = row["text"] != "" and name != "" and not is_nobody(name)
    return told and row["status"].casefold() in ("", "visible")


def _named(row: Row) -> tuple[str, tuple[Name, ...]]:
    first, last = row["first name"], row["last name"]
    return known_as(first, last) if first or last else known_as(row["name"])


def _described(row: Row, source: Source) -> Person:
    name, names = _named(row)
    title, organisation = row["title"] or row["position"], row["company"]
    key = key_of_name(name, organisation)
    return Person(name, key=key, names=names, title=title, organisation=organisation, source=source)


_NOBODY = "Nobody is named in this endorsement, so it is not counted."

"""What each CSV file of a LinkedIn archive says, alone or with the others.

LinkedIn documents none of these files; their columns are as public parsers and their tests have
them. Read are the endorsements a person received, their skills, profile, positions, languages
and certificates, the recommendations about them and their connections.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from coalition.exchange.linkedin_columns import NAMES
from coalition.exchange.linkedin_dates import iso
from coalition.exchange.linkedin_people import (
    folded_name,
    full_name,
    person_key,
    profile_address,
)
from coalition.exchange.linkedin_rows import Row, headers, rows
from coalition.exchange.material import Document
from coalition.exchange.usable import sifted, usable
from coalition.model.evidence import Evidence, Kind
from coalition.model.person import Person, Position, Recommendation
from coalition.model.reading import Problem, Reading
from coalition.model.source import Source

FORMAT = "linkedin-csv"
_part = partial(Reading, FORMAT)


def kind_of(columns: Sequence[str]) -> str:
    """Which of the files has such a header ("" for none): a key of :data:`READ`, or "given"."""
    named = set(filter(None, columns))
    if any(column.startswith("endorsee ") for column in named):
        return "given"
    for kind, signatures in _SIGNATURES.items():
        if any(signature <= named for signature in signatures):
            return kind
    return "skills" if named in ({"name"}, {"skill name"}) else ""


def kind_in(text: str) -> str:
    """The kind of the first header found near the beginning of ``text``, or "".

    One word makes a header of skills only at the very top: "Skills" heads other lists as well.
    """
    first = text.lstrip("\ufeff\n ").split("\n", 1)[0].rstrip(" \r,;\t").strip('"').casefold()
    for header in headers(text):
        kind = kind_of(header.columns)
        if kind and (kind != "skills" or first == "name") and _is_header(header.columns):
            return kind
    return ""


def _is_header(columns: Sequence[str]) -> bool:
    """Whether most of the columns are LinkedIn's; of prose with commas in it they are not."""
    named = list(filter(None, columns))
    known = [column in NAMES or column.startswith("endorse") for column in named]
    return known[0] and sum(known) * 2 >= len(named) and max(map(len, named)) <= _LONGEST


def part_of(document: Document, kind: str) -> Reading:
    """All that ``document`` says, read as the file that ``kind`` names."""
    for header in headers(document.text):
        if kind_of(header.columns) == kind:
            found, broken = rows(document.text, header)
            said = READ[kind](found, document.name)
            unread = tuple(Problem(document.name, line, UNCLOSED) for line in broken)
            return replace(said, problems=said.problems + unread)
    if not document.text.strip():
        return _part(document.name)
    return _part(document.name, problems=(Problem(document.name, None, NO_HEADER.format(kind)),))


def joined(format_name: str, name: str, parts: Sequence[Reading]) -> Reading:
    """What several files say as one reading; whom it is about is the one with a name."""
    people = [part.person for part in parts if part.person]
    owner = next((person for person in people if person.name), None)
    if owner is not None:
        owner = replace(
            owner,
            positions=tuple(position for person in people for position in person.positions),
            languages=tuple(language for person in people for language in person.languages),
            spoken=next((person.spoken for person in people if person.spoken), None),
        )
    return Reading(
        format_name,
        name,
        owner,
        evidence=tuple(item for part in parts for item in part.evidence),
        certificates=tuple(item for part in parts for item in part.certificates),
        recommendations=tuple(item for part in parts for item in part.recommendations),
        people=tuple(person for part in parts for person in part.people),
        problems=tuple(problem for part in parts for problem in part.problems),
        notes=tuple(note for part in parts for note in part.notes),
        ties=tuple(tie for part in parts for tie in part.ties),
        touchpoints=tuple(contact for part in parts for contact in part.touchpoints),
        remarks=tuple(remark for part in parts for remark in part.remarks),
    )


def _endorsements(found: Sequence[Row], file: str) -> Reading:
    """Accepted endorsements; one endorser counts once for a skill, however often listed."""
    counted: dict[tuple[str, str], Evidence] = {}
    problems: list[Problem] = []
    refused: Counter[str] = Counter()
    for row in found:
        evidence = usable(_endorsement(row, file))
        status = row["endorsement status"].casefold()
        if isinstance(evidence, Problem):
            named = row["skill name"] != ""
            problems.append(evidence if named else replace(evidence, what=NO_SKILL))
        elif status and not status.startswith(ACCEPTED):
            refused[status] += 1
        else:
            # Without a name or an address nobody can tell whether two rows are one endorser.
            key = (folded_name(evidence.skill), evidence.by_key or f"line {row.line}")
            known = counted.get(key)
            counted[key] = replace(known, rows=known.rows + 1) if known else evidence
    notes = [f"{plural(sum(refused.values()), 'endorsement')} not counted: {tally_of(refused)}."]
    return _part(
        file,
        evidence=tuple(counted.values()),
        problems=tuple(problems),
        notes=tuple(notes if refused else ()),
    )


def _endorsement(row: Row, file: str) -> Evidence:
    by = full_name(row["endorser first name"], row["endorser last name"])
    return Evidence(
        row["skill name"],
        Kind.ENDORSED,
        Source(file, row.line),
        by=by,
        by_key=person_key(by, row["endorser public url"]),
        on=iso(row["endorsement date"]),
        unit="endorsements",
    )


def _skills(found: Sequence[Row], file: str) -> Reading:
    evidence, problems = sifted(
        Evidence(row["name"] or row["skill name"], Kind.LISTED, Source(file, row.line), amount=0)
        for row in found
    )
    return _part(file, evidence=evidence, problems=problems)


def _profile(found: Sequence[Row], file: str) -> Reading:
    for row in found:
        name = full_name(row["first name"], row["last name"]) or row["name"]
        if name:
            place = row["geo location"]
            source = Source(file, row.line)
            person = Person(name, row["headline"], place, row["industry"], source=source)
            return _part(file, person)
    return _part(file)


def _positions(found: Sequence[Row], file: str) -> Reading:
    positions = tuple(
        Position(
            row["company"],
            row["title"] or row["position"],
            iso(row["started on"]),
            iso(row["finished on"]),
            row["location"] or row["geo location"],
            Source(file, row.line),
        )
        for row in found
        if row["company"] or row["title"] or row["position"]
    )
    return _part(file, Person("", positions=positions))


def _recommendations(found: Sequence[Row], file: str) -> Reading:
    shown = [row for row in found if row["status"].casefold() in ("", "visible")]
    hidden = len(found) - len(shown)
    note = f"{plural(hidden, 'recommendation')} not shown on the profile, so not used."
    return _part(
        file,
        recommendations=tuple(
            Recommendation(
                full_name(row["first name"], row["last name"]) or row["name"],
                row.cells.get("text", "").strip(),
                Source(file, row.line),
                row["title"] or row["position"],
                row["company"],
                iso(row["creation date"]),
            )
            for row in shown
            if row["text"]
        ),
        notes=(note,) if hidden else (),
    )


def _certifications(found: Sequence[Row], file: str) -> Reading:
    certificates, problems = sifted(
        Evidence(
            row["name"],
            Kind.CERTIFIED,
            Source(file, row.line),
            by=row["authority"],
            on=iso(row["started on"]),
        )
        for row in found
        if row["name"]
    )
    return _part(file, certificates=certificates, problems=problems)


def _languages(found: Sequence[Row], file: str) -> Reading:
    spoken = tuple(row["name"] for row in found if row["name"])
    return _part(file, Person("", languages=spoken, spoken=Source(file)))


def _connections(found: Sequence[Row], file: str) -> Reading:
    """People with a name; a row with only a date is an account that was withdrawn."""
    people = []
    for row in found:
        name = full_name(row["first name"], row["last name"]) or row["name"]
        role = Position(row["company"], row["position"] or row["title"])
        if name:
            held = (role,) if role.organisation or role.title else ()
            people.append(Person(name, profile=profile_address(row["url"]), positions=held))
    gone = len(found) - len(people)
    return _part(file, people=tuple(people), notes=gone_note(gone))


def gone_note(gone: int) -> tuple[str, ...]:
    """What is told of connections that have no name."""
    note = f"{plural(gone, 'connection')} without a name (withdrawn accounts) passed over."
    return (note,) if gone else ()


def plural(count: int, noun: str) -> str:
    """``1 row``, ``2 rows``."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def tally_of(statuses: Counter[str]) -> str:
    """``1 pending, 2 rejected``."""
    return ", ".join(f"{count} {status}" for status, count in sorted(statuses.items()))


_LONGEST = 60  # characters in a column's name
_SIGNATURES: Mapping[str, tuple[set[str], ...]] = {
    "endorsements": (
        {"skill name", "endorser first name"},
        {"skill name", "endorser last name"},
        {"skill name", "endorser public url"},
        {"skill name", "endorsement date"},
        {"skill name", "endorsement status"},
    ),
    "recommendations": (
        {"text", "creation date", "first name"},
        {"text", "status", "first name", "last name"},
    ),
    "connections": (
        {"first name", "connected on"},
        {"first name", "last name", "url", "position"},
        {"first name", "last name", "company", "position"},
    ),
    "profile": ({"first name", "last name", "headline"}, {"first name", "summary", "industry"}),
    "certifications": ({"name", "authority"}, {"name", "license number"}),
    "positions": ({"company", "title", "started on"}, {"company", "title", "finished on"}),
    "languages": ({"name", "proficiency"},),
}

READ: Mapping[str, Callable[[Sequence[Row], str], Reading]] = {
    "profile": _profile,
    "positions": _positions,
    "languages": _languages,
    "endorsements": _endorsements,
    "skills": _skills,
    "certifications": _certifications,
    "recommendations": _recommendations,
    "connections": _connections,
}
"""How each kind of file is read, in the order in which a reading takes them."""

ACCEPTED = (
    *("accept", "akzept", "angenommen", "aceptad", "aceit", "accett", "geaccept"),
    *("zaakcept", "принят", "kabul", "承認", "接受", "已接受", "수락"),
)
"""How LinkedIn's languages begin "accepted": English, German, French, Spanish, Portuguese, Italian,
Dutch, Swedish, Polish, Russian, Turkish, Japanese, Chinese, Korean."""

NO_SKILL = "No skill is named in this endorsement."
UNCLOSED = "A quote opens in this row and is never closed, so the row was not read."
NO_HEADER = "No header of LinkedIn's {} was found, so the file was not read."

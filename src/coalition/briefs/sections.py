"""All that is held on a person, in sections of lines that people read."""

from collections.abc import Iterator
from dataclasses import dataclass

from coalition.model.held import Field, Held, HeldFact, HeldSkill, HeldTie, HeldTouchpoint, Origin

_TITLES = {
    Field.NAME: "Name",
    Field.READING: "Said",
    Field.SORT: "Filed under",
    Field.ALSO: "Also called",
    Field.EMAIL: "E-mail",
    Field.PROFILE: "Profile",
    Field.EMPLOYEE: "Employee number",
    Field.LEFT: "No longer there",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is held.

    origin: where it came from; None where the workbook itself found it. number: of a fact or a note
    that can be taken out by it.
    """

    what: str
    value: str
    origin: Origin | None
    number: int | None = None

    @property
    def whence(self) -> str:
        """Where it came from, in words."""
        return str(self.origin) if self.origin else "found by comparing what is held"


@dataclass(frozen=True, slots=True)
class Section:
    """Lines of one kind."""

    title: str
    lines: tuple[Line, ...]


def sections(held: Held) -> tuple[Section, ...]:
    """The sections that have anything in them."""
    all_of_them = (
        Section("Facts", tuple(map(_fact, held.facts))),
        Section("Skills", tuple(map(_skill, held.skills))),
        Section("Ties", tuple(map(_tie, held.ties))),
        Section("Touchpoints", tuple(map(_touchpoint, held.touchpoints))),
        Section("Notes", tuple(_notes(held))),
        Section("Stakes", tuple(_stakes(held))),
        Section("Obstacles", tuple(_obstacles(held))),
        Section("Commitments", tuple(_commitments(held))),
        Section("Said of others' skills", tuple(_given(held))),
        Section("Written about others", tuple(_written(held))),
        Section("Open questions", tuple(_doubts(held))),
    )
    return tuple(section for section in all_of_them if section.lines)


def _fact(fact: HeldFact) -> Line:
    title = _TITLES.get(fact.field, str(fact.field).capitalize())
    on = f" ({fact.on})" if fact.on and fact.field is not Field.POSITION else ""
    return Line(title, f"{_position(fact) or fact.value}{on}", fact.origin, fact.id)


def _position(fact: HeldFact) -> str:
    if not fact.detail:
        return ""
    started, ended = fact.detail.get("started", ""), fact.detail.get("ended", "")
    years = f"{started or '?'} to {ended or 'now'}" if started or ended else ""
    return ", ".join(filter(None, (fact.value, fact.detail.get("place", ""), years)))


def _skill(skill: HeldSkill) -> Line:
    amount = f"{skill.amount:g}{'+' if skill.at_least else ''} {skill.unit or 'counted'}"
    said = {
        "listed": "listed",
        "endorsed": f"endorsed by {skill.by or 'somebody'}",
        "certified": f"certificate{' of ' + skill.by if skill.by else ''}",
    }.get(skill.kind, amount + (f" by {skill.by}" if skill.by else ""))
    on = f" on {skill.on}" if skill.on else ""
    group = f" ({skill.group})" if skill.group else ""
    return Line(skill.skill, f"{said}{on}{group}", skill.origin)


def _tie(tie: HeldTie) -> Line:
    who = f"{tie.name} (#{tie.person})"
    told = f"{tie.kind} {who}" if tie.forward else f"{who}: {tie.kind} them"
    more = [
        tie.about,
        f"since {tie.on}" if tie.on else "",
        f"until {tie.until}" if tie.until else "",
    ]
    return Line("Tie", ", ".join(filter(None, (told, *more))), tie.origin)


def _touchpoint(touchpoint: HeldTouchpoint) -> Line:
    others = f"with {', '.join(touchpoint.others)}" if touchpoint.others else ""
    told = ": ".join(filter(None, (others, touchpoint.about))) or touchpoint.channel
    text = f" — {touchpoint.text}" if touchpoint.text else ""
    when = touchpoint.at.replace("T", " ")[:16]
    return Line(f"{when} {touchpoint.channel}", told + text, touchpoint.origin)


def _notes(held: Held) -> Iterator[Line]:
    for note in held.notes:
        by = f" by {note.by}" if note.by else ""
        kind = f"{note.on} {note.kind}" if note.on else note.kind.capitalize()
        yield Line(f"{kind}{by}", note.text, note.origin, note.id)


def _stakes(held: Held) -> Iterator[Line]:
    for stake in held.stakes:
        words = [
            f"{name} {value}"
            for name, value in (
                ("influence", stake.influence),
                ("interest", stake.interest),
                ("stance now", stake.now),
                ("stance wanted", stake.wanted),
            )
            if value
        ]
        because = f", because: {stake.because}" if stake.because else ""
        yield Line(f"{stake.on} {stake.goal}", ", ".join(words) + because, stake.origin)


def _obstacles(held: Held) -> Iterator[Line]:
    for obstacle in held.obstacles:
        what = "could remove for" if obstacle.removes else "is held up, could be helped by"
        told = f"{obstacle.what} ({what} {obstacle.other})" if obstacle.other else obstacle.what
        removed = f", removed on {obstacle.removed}" if obstacle.removed else ""
        yield Line(str(obstacle.on), told + removed, obstacle.origin)


def _commitments(held: Held) -> Iterator[Line]:
    for each in held.commitments:
        who = "They promised" if each.theirs else "I promised"
        due = f", due {each.due}" if each.due else ""
        kept = f", kept on {each.kept}" if each.kept else ""
        yield Line(f"{each.on} {who}", f"{each.what}{due}{kept}", each.origin)


def _given(held: Held) -> Iterator[Line]:
    for each in held.given:
        on = f" on {each.on}" if each.on else ""
        yield Line(each.skill, f"{each.kind}, of {each.name} (#{each.person}){on}", each.origin)


def _written(held: Held) -> Iterator[Line]:
    for each in held.written:
        kind = f"{each.on} {each.kind}" if each.on else each.kind.capitalize()
        yield Line(f"{kind} about {each.name} (#{each.person})", each.text, each.origin)


def _doubts(held: Held) -> Iterator[Line]:
    for each in held.doubts:
        other = each.other if each.one.id == held.summary.id else each.one
        yield Line("Perhaps the same person", f"{other}: {each.reason}", None)

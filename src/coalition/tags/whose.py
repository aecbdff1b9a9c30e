"""Whose skills: one person, a team or a department, out of sources that tell of many.

A profile is made of all that the sources tell, so that a name stands for the same skill for
everybody; then :func:`part` takes what is one person's or one group's.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from coalition.errors import InputError
from coalition.model.evidence import Evidence
from coalition.model.reading import Reading
from coalition.tags.folding import fold
from coalition.tags.weights import Profile, in_order, undated, with_evidence

KINDS = ("person", "team", "department")
_NAMED = 5


@dataclass(frozen=True, slots=True)
class Whose:
    """A person, a team or a department, and the people whose skills are its.

    kind:    one of KINDS.
    holders: the people, as the evidence names them; one for a person.
    """

    name: str
    kind: str
    holders: frozenset[str]

    def __str__(self) -> str:
        if self.kind == "person":
            return self.name
        return f"{self.name} ({self.kind}, {_people(len(self.holders))})"


class Holders:
    """The people, teams and departments that sources tell of.

    readings: the same readings, with whose it is in every piece of evidence, recommendation and
              certificate: who the whole source is about is its holder.
    unknown:  the names of sources that do not tell, or not for all, whose skills they hold.
    """

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._spelled: dict[str, str] = {}
        self.readings = [self._owned(reading) for reading in readings]
        pieces = [(r, piece) for r in self.readings for piece in (*r.evidence, *r.certificates)]
        self.people = frozenset(piece.holder for _, piece in pieces) - {""}
        self.unknown = tuple(dict.fromkeys(r.name for r, piece in pieces if not piece.holder))
        self._all = self._found()

    def find(self, name: str) -> Whose:
        """The person, team or department of this name, or of whose name it is a part.

        "team:Sales" and "department:Sales" say which is meant. Raises InputError where there is
        none, with the nearest names, or where it could be several.
        """
        kind, colon, bare = name.partition(":")
        if colon and fold(kind) in KINDS:
            return self._one(name, [w for w in self._all if w.kind == fold(kind)], fold(bare))
        return self._one(name, self._all, fold(name))

    def _one(self, name: str, known: Sequence[Whose], key: str) -> Whose:
        words = set(key.split())
        exact = [one for one in known if fold(one.name) == key]
        begun = [one for one in known if words and words <= set(fold(one.name).split())]
        found = exact or begun
        if not found:
            raise InputError(f'Nobody is called "{name}". {self._nearest(name, known, key)}')
        if len({one.holders for one in found}) > 1:
            told = ", ".join(map(str, found[:_NAMED]))
            more = f" and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
            how = "put team: or department: before it" if exact else "give the whole name"
            raise InputError(f'"{name}" could be {told}{more}: {how}.')
        return found[0]

    def _nearest(self, name: str, known: Sequence[Whose], key: str) -> str:
        kind = fold(name.partition(":")[0])
        if not known and self._all and kind in KINDS:
            people = _people(len(self.people))
            return f"The sources name no {kind} of anybody's: they tell the skills of {people}."
        return _nearest(known, key)

    def _found(self) -> list[Whose]:
        """People, then teams, then departments, each in the order of the sources."""
        told = [person for reading in self.readings for person in reading.people]
        found = [Whose(name, "person", frozenset({name})) for name in sorted(self.people)]
        for kind in ("team", "department"):
            names: dict[str, str] = {}
            members: dict[str, set[str]] = defaultdict(set)
            for person in told:
                for name in person.teams if kind == "team" else person.departments:
                    names.setdefault(fold(name), name)
                    members[fold(name)].add(self._spelling(person.name))
            found += [
                Whose(name, kind, frozenset(members[key] & self.people))
                for key, name in names.items()
                if members[key] & self.people
            ]
        return found

    def __iter__(self) -> Iterator[Whose]:
        return iter(self._all)

    def _spelling(self, name: str) -> str:
        """One spelling for all of one person's, the first."""
        return self._spelled.setdefault(fold(name), name) if name else ""

    def _owned(self, reading: Reading) -> Reading:
        own = self._spelling(reading.person.name) if reading.person else ""
        return replace(
            reading,
            evidence=tuple(self._of(piece, own) for piece in reading.evidence),
            certificates=tuple(self._of(piece, own) for piece in reading.certificates),
            recommendations=tuple(
                replace(text, holder=text.holder or own) for text in reading.recommendations
            ),
        )

    def _of(self, piece: Evidence, own: str) -> Evidence:
        holder = self._spelling(piece.holder) or own
        return piece if holder == piece.holder else replace(piece, holder=holder)


def part(profile: Profile, holders: Collection[str]) -> Profile:
    """What of a profile is these people's, weighed by the formula, under the same names."""
    skills = []
    for skill in profile.skills:
        pieces = [piece for piece in skill.evidence if piece.holder in holders]
        if pieces:
            skills.append(with_evidence(skill, pieces))
    found = in_order(skills)
    told = [note for note in profile.notes if note not in undated(profile.skills)]
    return replace(found, notes=(*told, *undated(found.skills)))


def people_by_skill(profile: Profile) -> Mapping[str, int]:
    """How many people each skill of a profile is a skill of, by its name."""
    return {skill.name: len({piece.holder for piece in skill.evidence}) for skill in profile.skills}


def _people(count: int) -> str:
    return "1 person" if count == 1 else f"{count} people"


def _nearest(known: Sequence[Whose], key: str) -> str:
    from difflib import get_close_matches

    if not known:
        return "The sources name no people whose skills they tell."
    names: dict[str, str] = {}
    for one in known:
        for word in (fold(one.name), *fold(one.name).split()):
            names.setdefault(word, one.name)
    near = dict.fromkeys(names[match] for match in get_close_matches(key, names, 5, 0.6))
    if near:
        are = "is" if len(near) == 1 else "are"
        return f"The nearest {are} " + ", ".join(f'"{name}"' for name in list(near)[:3]) + "."
    told = ", ".join(f'"{one.name}"' for one in known[:_NAMED])
    more = f" and {len(known) - _NAMED} more" if len(known) > _NAMED else ""
    return f"There are {told}{more}."

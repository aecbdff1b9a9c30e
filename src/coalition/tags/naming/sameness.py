"""Whether two names are one skill, and why, or why not."""

from collections.abc import Iterator
from dataclasses import dataclass

from coalition.tags.folding import fold
from coalition.tags.naming.ambiguity import may_stand_for
from coalition.tags.naming.recognition import Recognised, Recognition
from coalition.tags.naming.vocabulary import SHIPPED, Vocabulary


@dataclass(frozen=True, slots=True)
class Sameness:
    """The answer: true where the two are one skill. ``reason`` is a sentence for the user;
    ``undecided``, whether a name of several skills leaves it open.
    """

    same: bool
    reason: str
    undecided: bool = False

    def __bool__(self) -> bool:
        return self.same


def same(a: str, b: str, recognition: Recognition | None = None) -> Sameness:
    """Whether ``a`` and ``b`` are certainly one skill, by the list that comes along or another
    ``recognition``. Related is not the same, nor is an ambiguous name any of what it may stand
    for: the reason tells.
    """
    if recognition is None:
        from coalition.tags.naming.shipped import shipped

        recognition = shipped()
    first, second = recognition(a), recognition(b)
    if first.key == second.key:
        return Sameness(True, _why_same(a, b, first, second))
    reason, undecided = next(_why_not(a, b, first, second, recognition))
    return Sameness(False, reason, undecided)


def _why_same(a: str, b: str, first: Recognised, second: Recognised) -> str:
    if a == b:
        return f'"{a}" and "{b}" are one name.'
    if fold(a) == fold(b):
        return f'"{a}" and "{b}" differ only in case, spaces or punctuation.'
    told = dict.fromkeys(found.reason for found in (first, second) if found.reason)
    if not told:
        return f'"{a}" and "{b}" are one name in two wordings.'
    reasons = "; ".join(told)
    if first.skill in (a, b):
        return f'"{a}" is "{b}". {reasons[:1].upper()}{reasons[1:]}.'
    return f'"{a}" is "{b}". Both are "{first.skill}": {reasons}.'


def _why_not(
    a: str, b: str, first: Recognised, second: Recognised, recognition: Recognition
) -> Iterator[tuple[str, bool]]:
    """The reasons, the first of which is told; with each whether it leaves the answer open."""
    vocabulary = recognition.vocabulary
    pairs = ((a, b), (first.skill or a, second.skill or b))
    if who := next(filter(None, (vocabulary.who_parts(*pair) for pair in pairs)), ""):
        yield f'"{a}" and "{b}" are not one, as {who} says.', False
    for name, recognised in ((a, first), (b, second)):
        if found := recognised.several:
            yield f'"{name}" alone does not tell: it {may_stand_for(found.meanings)}.', True
    for (name, child), (other, parent) in (
        ((a, first), (b, second)),
        ((b, second), (a, first)),
    ):
        known = vocabulary.skill(child.skill) if child.skill else None
        if known and parent.key in (recognition(above).key for above in known.broader):
            yield f'"{name}" is a part of "{other}", not the same.', False
    if first.skill and second.skill:
        yield _two_skills((a, first.skill), (b, second.skill), vocabulary), False
    yield f'Nothing certain says that "{a}" and "{b}" are one.', False


def _two_skills(first: tuple[str, str], second: tuple[str, str], known: Vocabulary) -> str:
    """That two names, each given with its skill, are of two skills."""
    others = [f'"{name}" is "{skill}"' for name, skill in (first, second) if name != skill]
    of_the_list = all(
        (found := known.find(fold(skill))) and found.source == SHIPPED
        for _, skill in (first, second)
    )
    return (
        f"{' and '.join(others)}{': ' if others else ''}"
        f'"{first[1]}" and "{second[1]}" are two skills{" of the list" if of_the_list else ""}.'
    )

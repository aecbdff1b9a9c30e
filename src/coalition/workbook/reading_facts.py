"""Facts of many people read at once, those of merged people with the one they are."""

from collections import defaultdict
from collections.abc import Sequence

from coalition.model.held import SourceKind
from coalition.workbook.deriving import Stated
from coalition.workbook.models import Fact, Person, Workspace
from coalition.workbook.space import BATCH, Space


def roots_of(space: Space, people: Sequence[int]) -> dict[int, int]:
    """For each of ``people`` and of those merged into them, the number they are known under."""
    roots = dict(zip(people, people, strict=True))
    for start in range(0, len(people), BATCH):
        merged = space.of(Person).filter(merged_into__in=people[start : start + BATCH])
        roots.update(merged.values_list("pk", "merged_into_id"))
    return roots


def root_of(space: Space, person: int) -> int:
    """The number that one person of the workspace is known under."""
    rows = space.of(Person)
    passed: set[int] = set()
    while person not in passed:
        passed.add(person)
        into = rows.filter(pk=person).values_list("merged_into_id", flat=True).first()
        if into is None:
            break
        person = into
    return person


def stated_of(space: Space, people: Sequence[int]) -> dict[int, list[Stated]]:
    """The facts of each of ``people``, in the order in which they came."""
    roots = roots_of(space, people)
    found: dict[int, list[Stated]] = defaultdict(list)
    numbers = sorted(roots)
    for start in range(0, len(numbers), BATCH):
        rows = space.of(Fact).filter(person__in=numbers[start : start + BATCH]).order_by("pk")
        for person, field, value, detail, on, at, kind, *place in rows.values_list(
            "person_id", "field", "value", "detail", "on", "source__at", "source__kind",
            "source_id", "file", "row",
        ):  # fmt: skip
            typed, root = kind == SourceKind.TYPED, roots[person]
            told_in = (person, *place)
            found[root].append(Stated(field, value, on, at, typed, detail, told_in, person == root))
    return found


def me_of(space: Space) -> int | None:
    """The number of the user; None where it is not known who they are."""
    rows = Workspace._default_manager.using(space.alias).filter(pk=space.id)
    return rows.values_list("me", flat=True).first()


def me_and_merged(space: Space) -> list[int]:
    """The numbers that the user is known under; none where it is not known who they are."""
    me = me_of(space)
    return [] if me is None else sorted(roots_of(space, [me]))

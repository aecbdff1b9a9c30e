"""When each person was last in touch with the user."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Exists, Max, OuterRef, Q

from coalition.workbook.models import Participant, Person, Workspace
from coalition.workbook.reading_facts import me_and_merged, roots_of
from coalition.workbook.space import Space, in_parts


def last_touches(space: Space, people: Sequence[int]) -> dict[int, date]:
    """The last day each of ``people`` was in touch with the user, as far as it is known.

    Where it is known who the user is, touchpoints of others among themselves do not count; one
    that names nobody else, as the last contact in a table, does.
    """
    roots = roots_of(space, people)
    took_part = space.of(Participant).filter(
        person__in=list(roots), touchpoint__day__lte=date.today()
    )
    me = me_and_merged(space)
    if me:
        others = space.of(Participant).filter(touchpoint=OuterRef("touchpoint"))
        took_part = took_part.filter(
            Q(Exists(others.filter(person__in=me))) | ~Exists(others.exclude(pk=OuterRef("pk")))
        )
    found: dict[int, date] = {}
    for person, day in took_part.values_list("person").annotate(Max("touchpoint__day")):
        root = roots[person]
        found[root] = max(day, found.get(root, day))
    return found


def set_me(space: Space, person: int) -> None:
    """Have the workspace know who its user is."""
    Workspace._default_manager.using(space.alias).filter(pk=space.id).update(me=person)


def refresh_touches(space: Space) -> None:
    """Derive anew when each person was last in touch with the user, who has changed."""
    _refresh(space, list(space.of(Person).filter(merged_into=None).values_list("pk", flat=True)))


def count_until_today(space: Space) -> None:
    """Have touchpoints that were planned and whose day has come count as last ones."""
    today = date.today()
    workspace = Workspace._default_manager.using(space.alias).filter(pk=space.id)
    until = workspace.values_list("touched", flat=True).first()
    if until == today:
        return
    with space.all_or_nothing():
        came = space.of(Participant).filter(touchpoint__day__lte=today)
        if until is not None and until < today:
            came = came.filter(touchpoint__day__gt=until)
        people = came.values_list("person", "person__merged_into").distinct()
        _refresh(space, sorted({root or person for person, root in people}))
        workspace.update(touched=today)


def _refresh(space: Space, people: Sequence[int]) -> None:
    for part in in_parts(people):
        touched = last_touches(space, part)
        rows = list(space.of(Person).filter(pk__in=part))
        changed = [row for row in rows if row.last_touch != touched.get(row.pk)]
        space.update_cells(
            Person, ("last_touch",), [(touched.get(row.pk), row.pk) for row in changed]
        )

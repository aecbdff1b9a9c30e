"""Two people of the workbook found to be one, or to be two."""

import json
from collections.abc import Sequence

from coalition.errors import WorkbookError
from coalition.workbook.changes.refreshing import refresh
from coalition.workbook.changes.strangers import refuse_strangers
from coalition.workbook.changes.touches import refresh_touches, set_me
from coalition.workbook.models import Doubt, Merge, Person
from coalition.workbook.reading_facts import me_and_merged, root_of
from coalition.workbook.space import Space


def merge(space: Space, kept: int, gone: int) -> int:
    """Have ``gone`` be the same person as ``kept`` from now on; the number of the merge.

    Either may have been merged before: then it is the people they are known as now who become one.
    Nothing is lost: each fact stays with the person it was read of, and all are shown together.
    Raises WorkbookError where they are one already.
    """
    from django.utils.timezone import now

    with space.all_or_nothing():
        refuse_strangers(space, kept, gone)
        kept, gone = root_of(space, kept), root_of(space, gone)
        if kept == gone:
            raise WorkbookError("They are one person already: nothing was changed.")
        rows = space.of(Person)
        moved = list(rows.filter(merged_into=gone).values_list("pk", flat=True))
        me = me_and_merged(space)
        rows.filter(pk__in=[gone, *moved]).update(merged_into=kept)
        made = space.add(
            [
                Merge(
                    workspace_id=space.id,
                    kept_id=kept,
                    gone_id=gone,
                    moved=json.dumps(moved),
                    was_me=gone in me,
                    at=now(),
                )
            ]
        )[0]
        _answer(space, [kept, gone, *moved], "same")
        if gone in me:
            set_me(space, kept)
        refresh(space, [kept, gone])
        if not {kept, gone}.isdisjoint(me):
            refresh_touches(space)
        return int(made.pk)


def unmerge(space: Space, person: int) -> tuple[int, int]:
    """Undo the last merge of a person; the numbers of the two who are two again.

    Raises WorkbookError where there is none to undo.
    """
    from django.utils.timezone import now

    with space.all_or_nothing():
        merges = space.of(Merge).filter(kept=person, undone__isnull=True)
        last = merges.order_by("-pk").first()
        if last is None:
            raise WorkbookError("They were not merged with anybody: there is nothing to undo.")
        rows = space.of(Person)
        back = json.loads(last.moved)
        was_me = last.kept_id in me_and_merged(space)
        rows.filter(pk=last.gone_id).update(merged_into=None)
        # Who was taken out of it on their own meanwhile stays out.
        rows.filter(pk__in=back, merged_into=last.kept_id).update(merged_into=last.gone_id)
        last.undone = now()
        last.save(using=space.alias, update_fields=["undone"])
        _answer(space, [last.kept_id, last.gone_id, *back], "")
        if was_me and last.was_me:
            set_me(space, last.gone_id)
        refresh(space, [last.kept_id, last.gone_id])
        if was_me:
            refresh_touches(space)
        return last.kept_id, last.gone_id


def keep_apart(space: Space, one: int, other: int) -> None:
    """Have it settled that two people are two: nobody is asked again."""
    from django.utils.timezone import now

    with space.all_or_nothing():
        refuse_strangers(space, one, other)
        first, second = sorted((one, other))
        found = space.of(Doubt).filter(one__in=_all(space, first), other__in=_all(space, second))
        found = found | space.of(Doubt).filter(
            one__in=_all(space, second), other__in=_all(space, first)
        )
        if not found.update(answer="apart"):
            space.add(
                [
                    Doubt(
                        workspace_id=space.id,
                        one_id=first,
                        other_id=second,
                        reason="the user says so",
                        answer="apart",
                        at=now(),
                    )
                ]
            )


def _answer(space: Space, people: Sequence[int], answer: str) -> None:
    """Answer, or ask again, whether those of ``people`` are one."""
    doubts = space.of(Doubt).filter(one__in=people, other__in=people)
    doubts.exclude(answer="apart").update(answer=answer)


def _all(space: Space, person: int) -> list[int]:
    merged = space.of(Person).filter(merged_into=person)
    return [person, *merged.values_list("pk", flat=True)]

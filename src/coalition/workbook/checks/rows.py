"""The rows of a workspace: sources without facts, rows across workspaces, merges, days."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from coalition.workbook.checks.finding import Finding, counted
from coalition.workbook.copying import tables

if TYPE_CHECKING:
    from django.db.models import Model, QuerySet

    from coalition.workbook.space import Space

_DAY = timedelta(days=1)  # what time zones may make of a day
_FIRST = "1900"
_MOST = 20
_WITH_DAY = ("fact", "evidence", "tie", "note")
"""Tables of facts with the day they speak of, an ISO date as exact as it is known."""


def orphan_sources(space: "Space") -> Iterator[Finding]:
    """Files of which nothing is kept: nothing is wrong where people were erased, of whom alone they
    may have told.
    """
    from coalition.workbook.models import Erasure, Source

    files = _without_rows(space.of(Source).filter(kind="file"))
    number = files.count()
    if number:
        names = ", ".join(files.order_by("at").values_list("name", flat=True)[:3])
        yield Finding(
            "sources",
            f"Nothing is kept of {counted(number, 'file')} that {_was(number)} read ({names}"
            f"{', ...' if number > 3 else ''}).",
            partial(_remove_orphans, space),
            grave=not space.of(Erasure).exists(),
        )


def _was(number: int) -> str:
    return "was" if number == 1 else "were"


def _without_rows(sources: "QuerySet[Any]") -> "QuerySet[Any]":
    from django.db.models import Exists, OuterRef

    from coalition.workbook.models import Source

    for table in tables():
        for field in table._meta.concrete_fields:
            if field.related_model is Source:
                refers = {field.attname: OuterRef("pk")}
                rows = table._default_manager.using(sources.db).filter(**refers)
                sources = sources.exclude(Exists(rows))
    return sources


def _remove_orphans(space: "Space") -> None:
    from coalition.workbook.models import Source

    with space.all_or_nothing():
        found = _without_rows(space.of(Source).filter(kind="file"))
        space.of(Source).filter(pk__in=list(found.values_list("pk", flat=True))).delete()


def across(space: "Space") -> Iterator[Finding]:
    """Rows that refer to another workspace's rows."""
    for table in tables():
        for field in table._meta.concrete_fields:
            if field.related_model is None or field.name == "workspace":
                continue
            number = _across(space, table, field)
            if number:
                yield Finding(
                    "workspaces",
                    f"{counted(number, 'row')} of {table._meta.model_name} ({field.name}) "
                    f"{'refers' if number == 1 else 'refer'} to another workspace: restore a "
                    "backup, and please report it.",
                )


def _across(space: "Space", table: "type[Model]", field: Any) -> int:
    there = field.related_model._default_manager.using(space.alias).filter(workspace_id=space.id)
    rows = space.of(table).exclude(**{f"{field.attname}__isnull": True})
    return rows.exclude(**{f"{field.attname}__in": there.values("pk")}).count()


def merges(space: "Space") -> Iterator[Finding]:
    """People merged into somebody who was merged too."""
    from coalition.workbook.models import Person

    number = space.of(Person).filter(merged_into__merged_into__isnull=False).count()
    if number:
        yield Finding(
            "merges",
            f"{counted(number, 'person', 'people')} {_was(number)} merged into somebody who was "
            "merged too, and cannot be found.",
            partial(_shorten, space),
        )


def _shorten(space: "Space") -> None:
    """Have everybody merged point to whom they are shown as; of a circle, the first stays."""
    from coalition.workbook.changes.refreshing import refresh
    from coalition.workbook.models import Person

    with space.all_or_nothing():
        rows = space.of(Person).filter(merged_into__isnull=False)
        into = dict(rows.values_list("pk", "merged_into_id"))
        people = {*into, *into.values()}
        for one in sorted(into):
            if one not in into:
                continue
            end = _end(one, into)
            if end == one:
                del into[one]
                space.of(Person).filter(pk=one).update(merged_into=None)
            elif end != into[one]:
                into[one] = end
                space.of(Person).filter(pk=one).update(merged_into=end)
        refresh(space, people)


def _end(one: int, into: dict[int, int]) -> int:
    passed: list[int] = []
    while one in into and one not in passed:
        passed.append(one)
        one = into[one]
    return min(passed[passed.index(one) :]) if one in passed else one


def clock(space: "Space") -> Iterator[Finding]:
    """Files read in the future, and facts of days after they were read or before 1900."""
    from coalition.workbook.models import Source

    late = space.of(Source).filter(at__gt=datetime.now(UTC) + _DAY)
    for name, at in late.order_by("-at").values_list("name", "at")[:_MOST]:
        yield Finding(
            "days",
            f"{name} seems to have been read on {at:%Y-%m-%d}, which is still to come: this "
            "machine's clock was or is wrong.",
        )
    read = {pk: (name, at) for pk, name, at in space.of(Source).values_list("pk", "name", "at")}
    for table in tables():
        if table._meta.model_name in _WITH_DAY:
            yield from _days(space, table, read)


def _days(
    space: "Space", table: "type[Model]", read: dict[int, tuple[str, datetime]]
) -> Iterator[Finding]:
    from django.db.models import Count, Max, Min, Q

    what = table._meta.model_name
    rows = space.of(table).exclude(on="").values("source_id").order_by("source_id")
    early = Count("pk", filter=Q(on__lt=_FIRST))
    found = rows.annotate(first=Min("on"), last=Max("on"), early=early)
    for row in found.values_list("source_id", "first", "last", "early"):
        source, first, last, number = row
        name, at = read.get(source, ("?", datetime.max.replace(tzinfo=UTC)))
        if number:
            yield Finding(
                "days",
                f"{counted(number, 'row')} of {what} from {name} {_speak(number)} of a day before "
                f"1900 (the first {first}).",
            )
        if at < datetime.max.replace(tzinfo=UTC) and last > f"{at + _DAY:%Y-%m-%d}":
            yield Finding(
                "days",
                f"A row of {what} from {name} speaks of {last}, after it was read on "
                f"{at:%Y-%m-%d}: the file is wrong, or this machine's clock was.",
            )


def _speak(number: int) -> str:
    return "speaks" if number == 1 else "speak"


def derived(space: "Space") -> Iterator[Finding]:
    """People whom lists show, or searches find, otherwise than their facts say."""
    from coalition.workbook.changes.refreshing import out_of_date

    people = out_of_date(space)
    if people:
        yield Finding(
            "derived",
            f"What lists show of {counted(len(people), 'person', 'people')}, or the words they are "
            "found by, is not what is known of them.",
            partial(_derive, space, people),
        )


def _derive(space: "Space", people: list[int]) -> None:
    from coalition.workbook.changes.refreshing import refresh

    with space.all_or_nothing():
        refresh(space, people)


def readable(space: "Space") -> Iterator[Finding]:
    """Texts that are not sealed, where texts are."""
    from coalition.workbook.changes.sealing_texts import plain_texts, seal_texts

    number = plain_texts(space) if space.cipher else 0
    if number:
        yield Finding(
            "sealing",
            f"{counted(number, 'text')} of notes and touchpoints {_stand(number)} readable in the "
            "database, which seals such texts.",
            partial(seal_texts, space),
        )


def _stand(number: int) -> str:
    return "stands" if number == 1 else "stand"


CHECKS = (orphan_sources, across, merges, clock, readable, derived)
"""Each is given a workspace."""

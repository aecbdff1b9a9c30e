"""Workbooks of made-up people for tests, and what is in them, to be compared."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from coalition.workbook.opening import Workbook, open_workbook
from coalition.workbook.space import Space

READ = datetime(2026, 5, 4, 12, tzinfo=UTC)


def new_workbook(path: object) -> None:
    """A workbook of five people at ``path``."""
    with open_workbook(str(path)) as workbook:
        fill(workbook.space())


def fill(space: Space) -> None:
    """Add five people, one of them merged into another, and something of every kind."""
    from coalition.workbook import models as of
    from coalition.workbook.changes.refreshing import refresh

    (source,) = space.add(
        [of.Source(workspace_id=space.id, kind="file", name="team.csv", sha256="ab" * 32, at=READ)]
    )
    own: dict[str, Any] = {"workspace_id": space.id, "source": source}
    names = ("Ada Byrne", "Bo Diallo", "Chi Eze", "Dan Faro")
    people = space.add([of.Person(workspace_id=space.id, name=name) for name in names])
    space.add([of.Fact(**own, person=one, field="name", value=one.name) for one in people])
    ada, bo = people[:2]
    (twin,) = space.add([of.Person(workspace_id=space.id, name="A. Byrne", merged_into=ada)])
    space.add([of.Fact(**own, person=ada, field="title", value="Director", on="2026-01")])
    space.add(
        [of.Evidence(**own, person=ada, skill="Law", canonical="law", kind="listed", amount=1)]
    )
    space.add([of.Tie(**own, one=bo, other=ada, kind="reports_to")])
    (met,) = space.add(
        [of.Touchpoint(**own, at="2026-05-01", day=date(2026, 5, 1), channel="talk",
                       text=space.seal("about the budget"))]
    )  # fmt: skip
    space.add([of.Participant(workspace_id=space.id, touchpoint=met, person=bo, place=1)])
    space.add([of.Note(**own, person=bo, by_person=ada, text=space.seal("knows the board"))])
    (goal,) = space.add([of.Goal(**own, name="A new office")])
    space.add([of.Stake(**own, goal=goal, person=ada, now="against", on=date(2026, 5, 2))])
    space.add([of.Merge(workspace_id=space.id, kept=ada, gone=twin, at=READ)])
    refresh(space, [person.pk for person in people])


def told(workbook: Workbook, name: str = "") -> dict[str, object]:
    """What a workspace holds, whatever the ids of its rows are."""
    from coalition.workbook import models as of

    space = workbook.space(name)
    people = space.of(of.Person)
    return {
        "people": sorted(people.values_list("name", "merged_into__name", "uid"), key=str),
        "facts": sorted(space.of(of.Fact).values_list("person__name", "value", "source__name")),
        "evidence": list(space.of(of.Evidence).values_list("person__name", "skill")),
        "ties": list(space.of(of.Tie).values_list("one__name", "other__name")),
        "notes": [
            (note.person.name, note.by_person.name, space.unseal(note.text))
            for note in space.of(of.Note).select_related("person", "by_person")
        ],
        "touchpoints": [
            (row.touchpoint.day, row.person.name, space.unseal(row.touchpoint.text))
            for row in space.of(of.Participant).select_related("person", "touchpoint")
        ],
        "stakes": list(space.of(of.Stake).values_list("goal__name", "person__name", "now")),
        "merges": list(space.of(of.Merge).values_list("kept__name", "gone__name")),
    }


def in_file(path: object, secret: str = "") -> dict[str, object]:
    """What the workbook at ``path`` holds."""
    with open_workbook(str(path), ask=lambda _: secret, create=False) as workbook:
        return told(workbook)


def names(folder: Path) -> list[str]:
    """The names of the files in a folder."""
    return sorted(entry.name for entry in folder.iterdir())

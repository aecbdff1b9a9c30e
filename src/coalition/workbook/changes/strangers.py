"""People of other workspaces are nobody here."""

from coalition.errors import WorkbookError
from coalition.workbook.models import Person
from coalition.workbook.space import Space


def refuse_strangers(space: Space, *people: int) -> None:
    """Raise WorkbookError where one of ``people`` is nobody of this workspace."""
    there = set(space.of(Person).filter(pk__in=people).values_list("pk", flat=True))
    for number in people:
        if number not in there:
            raise WorkbookError(
                f"There is nobody #{number} in the workbook: `coalition people` lists who is there."
            )

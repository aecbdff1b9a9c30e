"""The canonical names of skills, brought in line with the lists they are known by now."""

from coalition.workbook.changes.refreshing import refresh
from coalition.workbook.models import Evidence, Workspace
from coalition.workbook.space import Space


def name_skills(space: Space) -> None:
    """Find the canonical names of all skills anew, where the lists are others than when they were
    found: the user's own list was changed, or Coalition was updated.
    """
    rows = Workspace._default_manager.using(space.alias).filter(pk=space.id)
    if rows.values_list("naming", flat=True).first() == space.naming.mark:
        return
    with space.all_or_nothing():
        evidence = space.of(Evidence)
        touched: set[int] = set()
        for skill, canonical in evidence.values_list("skill", "canonical").distinct():
            key = space.naming.key(skill)[:500]
            if key != canonical:
                named = evidence.filter(skill=skill)
                touched.update(named.values_list("person", flat=True))
                named.update(canonical=key)
        rows.update(naming=space.naming.mark)
        refresh(space, touched)

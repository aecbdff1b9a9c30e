from coalition.tags.naming.alias_list import parse
from coalition.workbook import changes, queries
from coalition.workbook.naming import Naming
from coalition.workbook.opening import Workbook
from coalition.workbook.queries import Wanted
from tests.workbook.told import ada, reading, record, skill


def found(workbook: Workbook, naming: Naming, name: str) -> int:
    space = workbook.space(naming=naming)
    changes.name_skills(space)
    return queries.count(space, Wanted(skills=(name,)))


def test_skills_follow_the_users_own_list_when_it_changes(workbook: Workbook) -> None:
    told = reading(ada(), evidence=(skill("Widget Polishing", "ada"),))
    record(workbook.space(), told)
    own = Naming((parse("Widget Care\n  also Widget Polishing\n", "own.txt"),))
    assert found(workbook, Naming(), "Widget Care") == 0
    assert found(workbook, own, "Widget Care") == 1
    assert found(workbook, Naming(), "Widget Care") == 0
    assert found(workbook, Naming(), "Widget Polishing") == 1


def test_as_long_as_the_lists_are_the_same_nothing_is_written(workbook: Workbook) -> None:
    space = workbook.space()
    record(space, reading(ada(), evidence=(skill("Coaching", "ada"),)))
    changes.name_skills(space)
    assert queries.people(space, Wanted(skills=("コーチング",)))[0].name == "Ada Testerson"

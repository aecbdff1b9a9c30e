"""Several who write in one workspace of a PostgreSQL database at the same moment."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from time import sleep
from typing import TypeVar

import pytest

from coalition.errors import WorkbookError
from coalition.model.person import Person
from coalition.workbook import changes, queries
from coalition.workbook.models import Person as PersonRow
from coalition.workbook.opening import open_workbook
from coalition.workbook.space import Space
from tests.workbook.told import FIRM, ada, bea, reading, record

Came = TypeVar("Came")

EVERYBODY = queries.Wanted()


def at_once(database: str, works: Sequence[Callable[[Space], Came]]) -> list[Came]:
    """What comes of each of ``works``, begun at one moment by one process each, as it were."""
    begin = Barrier(len(works))

    def do(work: Callable[[Space], Came]) -> Came:
        with open_workbook(database) as workbook:
            space = workbook.space()
            begin.wait(20)
            return work(space)

    with ThreadPoolExecutor(len(works)) as threads:
        return list(threads.map(do, works))


def linger(_: int, __: int) -> None:
    """Gives the others time to come in between."""
    sleep(0.1)


def test_three_files_of_the_same_people_read_at_once_double_nobody(database: str) -> None:
    people = [
        Person(f"Pat Number{n}", emails=(f"p{n}@example.com",), organisation=FIRM, key=str(n))
        for n in range(60)
    ]

    def import_(name: str) -> Callable[[Space], object]:
        return lambda space: record(space, reading(*people, name=name), progress=linger)

    at_once(database, [import_(name) for name in ("a.csv", "b.csv", "c.csv")])
    with open_workbook(database) as workbook:
        assert queries.count(workbook.space(), EVERYBODY) == 60


def test_one_file_read_twice_at_once_is_read_once(database: str) -> None:
    told = reading(ada(), bea())
    came = at_once(database, [lambda space: record(space, told)] * 2)
    assert sorted(each.since is None for each in came) == [False, True]
    with open_workbook(database) as workbook:
        assert len(queries.sources(workbook.space())) == 1


def test_who_is_merged_both_ways_at_once_stays(database: str) -> None:
    with open_workbook(database) as workbook:
        record(workbook.space(), reading(ada(), bea()))
        one, other = (each.id for each in queries.people(workbook.space(), EVERYBODY))

    def merge(kept: int, gone: int) -> Callable[[Space], bool]:
        def work(space: Space) -> bool:
            try:
                return bool(changes.merge(space, kept, gone))
            except WorkbookError:
                return False

        return work

    came = at_once(database, [merge(one, other), merge(other, one)])
    assert sorted(came) == [False, True]
    with open_workbook(database) as workbook:
        assert queries.count(workbook.space(), EVERYBODY) == 1
        assert workbook.space().of(PersonRow).filter(merged_into=None).count() == 1


def test_of_two_workspaces_removed_at_once_one_stays(database: str) -> None:
    with open_workbook(database) as workbook:
        workbook.add_space("client")
    begin = Barrier(2)

    def remove(name: str) -> bool:
        with open_workbook(database) as workbook:
            space = workbook.space(name)
            begin.wait(20)
            try:
                changes.remove(space)
            except WorkbookError:
                return False
            return True

    with ThreadPoolExecutor(2) as threads:
        assert sorted(threads.map(remove, ("main", "client"))) == [False, True]
    with open_workbook(database) as workbook:
        assert len(workbook.spaces()) == 1
        workbook.space()


def test_a_workspace_that_was_removed_meanwhile_takes_nothing_in(database: str) -> None:
    with open_workbook(database) as workbook:
        client = workbook.add_space("client")
        changes.remove(workbook.space("client"))
        with pytest.raises(WorkbookError, match="client has been removed"):
            record(client, reading(ada()))

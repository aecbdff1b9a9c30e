"""Fixtures of workbooks: on a PostgreSQL server of our own, and on both databases in turn."""

import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import own_postgres
import pytest

from coalition.workbook.opening import Workbook, open_workbook
from coalition.workbook.space import Space

_numbers = count(1)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of a server, to be followed by a database's name."""
    if own_postgres.programs() is None:
        why = "there is no PostgreSQL (on Debian: apt-get install postgresql)"
        if os.environ.get("CI"):
            pytest.fail(why)
        pytest.skip(why)
    with own_postgres.server() as address:
        yield address


@pytest.fixture
def database(postgresql: str) -> Iterator[str]:
    """The address of an empty PostgreSQL database."""
    with own_postgres.database(postgresql, f"own{next(_numbers)}") as address:
        yield address


@pytest.fixture(scope="session")
def new_database(postgresql: str) -> str:
    """The name of a database with a new workbook in it, for others to be copies of."""
    own_postgres.run(postgresql, f"CREATE DATABASE own OWNER {own_postgres.ROLE}")
    open_workbook(f"{postgresql}own").close()
    return "own"


@pytest.fixture(params=("sqlite", "postgresql"))
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a new workbook stands, or may: a file's path, then a database's address."""
    if request.param == "sqlite":
        yield str(tmp_path / "own.coalition")
        return
    server, like = (request.getfixturevalue(name) for name in ("postgresql", "new_database"))
    with own_postgres.database(server, f"own{next(_numbers)}", like) as address:
        yield address


@pytest.fixture
def workbook(place: str) -> Iterator[Workbook]:
    """A new workbook, on either database."""
    with open_workbook(place) as workbook:
        yield workbook


@pytest.fixture
def space(workbook: Workbook) -> Space:
    """The workspace of a new workbook, on either database."""
    return workbook.space()

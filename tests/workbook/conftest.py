import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest

from coalition.workbook import keys
from coalition.workbook.configuration import configure
from tests.workbook.filling import new_workbook

configure()  # before tests load the tables

_numbers = count(1)


@pytest.fixture(autouse=True)
def quick_keys(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys made of passphrases with little work, except where that is what is tested."""
    if "full_work" not in request.fixturenames:
        monkeypatch.setattr(keys, "_MEMORY", 64)
        monkeypatch.setattr(keys, "_PASSES", 1)


@pytest.fixture
def full_work() -> None:
    """Has keys made of passphrases with all the work that is due."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A workbook of five people."""
    path = tmp_path / "own.coalition"
    new_workbook(path)
    return path


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of a PostgreSQL server of our own, without the database's name; its role
    ``team`` is no superuser and may make databases.
    """
    programs = _programs()
    if programs is None:
        why = "there is no PostgreSQL (on Debian: apt-get install postgresql)"
        if os.environ.get("CI"):
            pytest.fail(why)
        pytest.skip(why)
    folder = Path(tempfile.mkdtemp(prefix="coalition-postgresql-"))  # where its user may go
    as_user: list[str] = []
    if os.geteuid() == 0:  # which PostgreSQL refuses
        as_user = ["runuser", "-u", "postgres", "--"]
        shutil.chown(folder, "postgres")
    port = _free_port()
    data = folder / "data"

    def run(program: str, *arguments: str) -> None:
        with (folder / "said").open("ab") as said:
            command = [*as_user, str(programs / program), *arguments]
            subprocess.run(command, check=True, stdout=said, stderr=said, cwd="/")

    (folder / "said").touch()
    run("initdb", "-D", str(data), "-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-sync")
    options = f"-p {port} -k '' -c listen_addresses=127.0.0.1 -c fsync=off"
    run("pg_ctl", "-D", str(data), "-w", "-l", str(data / "log"), "-o", options, "start")
    try:
        owner = f"postgresql://postgres@127.0.0.1:{port}/postgres"
        with psycopg.connect(owner, autocommit=True) as connection:
            connection.execute("CREATE ROLE team LOGIN CREATEDB")
        yield f"postgresql://team@127.0.0.1:{port}/"
    finally:
        run("pg_ctl", "-D", str(data), "-m", "immediate", "stop")
        shutil.rmtree(folder)


@pytest.fixture
def database(postgresql: str) -> Iterator[str]:
    """The address of an empty PostgreSQL database."""
    name = f"team{next(_numbers)}"
    with psycopg.connect(f"{postgresql}postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        yield postgresql + name
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _programs() -> Path | None:
    found = shutil.which("initdb")
    folders = [Path(found).resolve().parent] if found else []
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((folder for folder in folders if (folder / "initdb").exists()), None)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])

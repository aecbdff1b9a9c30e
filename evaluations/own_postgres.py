"""A PostgreSQL server of one's own, for as long as a test or a measurement runs.

It stands in a new folder, listens on a free port of this machine alone, and its role ``team`` is no
superuser, so that row-level security holds for it.
"""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROLE = "team"
_SETTINGS = "-c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=60"


def programs() -> Path | None:
    """The folder of PostgreSQL's programs; None where it is not installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    on_path = shutil.which("initdb")
    return next(iter(found), Path(on_path).parent if on_path else None)


@contextmanager
def server(synchronous: bool = False) -> Iterator[str]:
    """The address of a new server, to be followed by a database's name.

    synchronous: it writes to the disk what it acknowledges, as a server in use does.
    """
    folder = programs()
    if folder is None:
        raise RuntimeError("PostgreSQL is not installed (on Debian: apt-get install postgresql)")
    home = Path(tempfile.mkdtemp(prefix="coalition-postgres-"))
    try:
        user = _unprivileged(home)
        port = _free_port()

        def run(program: str, *words: str) -> None:
            with (home / "said").open("ab") as said:
                command = [*user, str(folder / program), *words]
                subprocess.run(command, check=True, stdout=said, stderr=said, cwd="/")

        data = str(home / "data")
        run("initdb", "-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-sync")
        options = f"-p {port} {_SETTINGS} -c fsync={'on' if synchronous else 'off'}"
        run("pg_ctl", "-D", data, "-w", "-l", str(home / "log"), "-o", options, "start")
        try:
            as_superuser = ("-h", "127.0.0.1", "-p", str(port), "-U", "postgres", "-d", "postgres")
            run("psql", *as_superuser, "-c", f"CREATE ROLE {ROLE} LOGIN CREATEDB")
            yield f"postgresql://{ROLE}@127.0.0.1:{port}/"
        finally:
            run("pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(home, ignore_errors=True)


@contextmanager
def database(address: str, name: str, like: str = "template0") -> Iterator[str]:
    """The address of a new database of the server at ``address``; it is dropped at the end.

    like: the name of the one that it begins as a copy of.
    """
    run(address, f'CREATE DATABASE "{name}" OWNER {ROLE} TEMPLATE "{like}"')
    try:
        yield address + name
    finally:
        run(address, f'DROP DATABASE "{name}" WITH (FORCE)')


def run(address: str, statement: str) -> None:
    """Run a statement on the server at ``address``, as its superuser."""
    import psycopg

    with psycopg.connect(
        f"{address}postgres".replace(f"{ROLE}@", "postgres@"), autocommit=True
    ) as connection:
        connection.execute(statement.encode())


def _unprivileged(home: Path) -> list[str]:
    """What to run PostgreSQL's programs with: they refuse to be run by root."""
    if os.geteuid() != 0:
        return []
    shutil.chown(home, "postgres")
    return ["runuser", "-u", "postgres", "--"]


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])

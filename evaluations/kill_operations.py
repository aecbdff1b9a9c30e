"""The operations that :mod:`kill` kills: how each begins, what it says, and what it leaves."""

import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import trial_workbook

from coalition.workbook import keeping
from coalition.workbook.opening import is_database, open_workbook
from coalition.workbook.restoring import verify

FILE = "own.coalition"
PASSPHRASE = "five made up words here"
_PEOPLE = 120
_UNSURE = 3
_BACKUP = "saved.zip"


@dataclass(frozen=True, slots=True)
class Left:
    """What is there after a run. content: tells it from any other. kept: what the old workbooks
    hold that are kept beside it. wrong: what should not be.
    """

    content: str
    kept: frozenset[str]
    wrong: tuple[str, ...]


class Terminal(io.StringIO):
    """A terminal with what is typed on it."""

    def isatty(self) -> bool:
        """It is one."""
        return True


@dataclass(frozen=True, slots=True)
class Operation:
    """A command, run in the folder of the trial.

    imported: the files that are in the workbook before. prepared: what else is done before.
    more:     words of the command that stand for a step each. typed: two characters a step.
    done:     a pattern found once in the output for every step that is said to be done.
    contents: how many different contents its steps have, the first included.
    """

    name: str
    command: tuple[str, ...]
    done: str
    more: tuple[str, ...] = ()
    typed: str = ""
    imported: int = 3
    prepared: Callable[[str, Path], None] | None = None
    contents: int = 2
    on_databases: bool = True
    backup: bool = False

    @property
    def steps(self) -> int:
        """How many steps it has."""
        return len(self.more) or len(self.typed) // 2 or 1

    def prepare(self, place: str, folder: Path) -> None:
        """Make the workbook that it begins with."""
        three = files(folder, _PEOPLE)
        if self.imported:
            names = [file.name for file in three[: self.imported]]
            in_process(folder, "--workbook", place, "import", *names)
        else:
            open_workbook(place).close()
        if self.prepared:
            self.prepared(place, folder)

    def words(self, place: str, steps: int) -> list[str]:
        """The command that makes its first ``steps`` steps, run in the folder of the trial."""
        return ["--workbook", place, *self.command, *self.more[:steps]]

    def acknowledged(self, said: str) -> int:
        """How many steps it said were done."""
        return len(re.findall(self.done, said))

    def left(self, place: str, folder: Path) -> Left:
        """What is there."""
        wrong: list[str] = []
        kept = frozenset() if is_database(place) else _kept(place, wrong)
        content = f"{_form(place)} {_content(place, wrong)}"
        if self.backup:
            content += _of_backup(folder / _BACKUP, wrong)
        return Left(content, kept, tuple(wrong))


def files(folder: Path, people: int) -> list[Path]:
    """An org chart, contacts (some in doubt) and a calendar, in ``folder``."""
    known = trial_workbook.made_up(people)
    others = trial_workbook.made_up(people // 3, seed=9)
    return [
        trial_workbook.org_chart(folder / "orgchart.csv", known),
        trial_workbook.contacts(folder / "contacts.vcf", known[people // 3 :] + others, _UNSURE),
        trial_workbook.calendar(folder / "calendar.ics", known, people // 2),
    ]


def in_process(folder: Path, *words: str) -> None:
    """Run ``coalition`` in this process, in a folder, silently."""
    from contextlib import chdir, redirect_stdout

    from coalition.cli import main

    with chdir(folder), redirect_stdout(io.StringIO()) as said:
        try:
            main(list(words), prog_name="coalition")
        except SystemExit as leaving:
            if leaving.code not in (0, 1, None):
                raise RuntimeError(f"coalition {' '.join(words)}: {said.getvalue()}") from None


def _ask(_: str) -> str:
    return PASSPHRASE


def _content(place: str, wrong: list[str]) -> str:
    with open_workbook(place, ask=_ask, create=False) as workbook:
        wrong += trial_workbook.wrong_with(workbook)
        return trial_workbook.content(workbook.space())


def _of_backup(path: Path, wrong: list[str]) -> str:
    if not path.exists():
        wrong.append("The old backup is gone.")
        return ""
    return f" backup {sorted(verify(str(path), _ask).counts.items())}"


def _form(place: str) -> str:
    """How the workbook is stored, before anybody opens it: of which version, encrypted or not."""
    if is_database(place):
        import psycopg

        with psycopg.connect(place) as connection:
            return str(connection.execute(_SEALED).fetchone())
    with Path(place).open("rb") as file:
        head = file.read(100)
    return f"version {head[63]}" if head.startswith(b"SQLite") else "encrypted"


_SEALED = b"""
    SELECT (SELECT count(*) FROM django_migrations WHERE app = 'workbook'),
    (SELECT count(*) FROM pg_class WHERE relrowsecurity AND relforcerowsecurity),
    (SELECT count(*) FROM pg_policies)
"""


def _kept(place: str, wrong: list[str]) -> frozenset[str]:
    """The content of each old workbook that is kept beside it."""
    paths = [kept.path for kept in keeping.kept_of(place) if not kept.path.endswith(".zip")]
    return frozenset(_content_of_kept(path, wrong) for path in paths)


def _content_of_kept(path: str, wrong: list[str]) -> str:
    """Of a copy, as opening it may bring it up to date."""
    import shutil
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        copy = shutil.copy(path, folder)
        return _content(str(copy), wrong)


def _import_more(place: str, folder: Path) -> None:
    """Back up, then import what the backup does not have."""
    in_process(folder, "--workbook", place, "backup", _BACKUP)
    in_process(folder, "--workbook", place, "import", "calendar.ics")


def _merge(place: str, folder: Path) -> None:
    in_process(folder, "--workbook", place, "people", "merge", "#3", "#7")


def _protect(place: str, folder: Path) -> None:
    in_process(folder, "--workbook", place, "protect")


def make_older(place: str, _: Path) -> None:
    """Have the workbook be of the version before: its last migration undone."""
    from django.db import connections, transaction
    from django.db.migrations.executor import MigrationExecutor

    from coalition.workbook.schema import version

    with open_workbook(place) as workbook, transaction.atomic(using=workbook.alias):
        connection = connections[workbook.alias]
        executor = MigrationExecutor(connection)
        names = sorted(name for app, name in executor.loader.graph.nodes if app == "workbook")
        with connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                cursor.execute(f"PRAGMA user_version = {version() - 1}")
            else:
                _unseal(cursor)
            cursor.execute(
                "DELETE FROM django_migrations WHERE app = 'workbook' AND name = %s", [names[-1]]
            )


def _unseal(cursor: object) -> None:
    """Undo migration 0002: rows are seen by whoever asks, and sort as the server likes."""
    from importlib import import_module

    sealed = import_module("coalition.workbook.migrations.0002_sealed_workspaces")
    for table in sealed.TABLES:
        name = f"workbook_{table}"
        for statement in (
            f"DROP POLICY by_workspace ON {name}",
            f"ALTER TABLE {name} NO FORCE ROW LEVEL SECURITY",
            f"ALTER TABLE {name} DISABLE ROW LEVEL SECURITY",
        ):
            cursor.execute(statement)


ALL = (
    Operation("import", ("import",), r"Source \d+\.", imported=1, contents=3,
              more=("contacts.vcf", "calendar.ics")),
    Operation("import the first", ("import",), r"Source \d+\.", imported=0,
              more=("orgchart.csv",)),
    Operation("undo", ("import", "--undo", "contacts.vcf"), "was taken out"),
    Operation("merge", ("people", "merge", "#3", "#7"), "from now on"),
    Operation("unmerge", ("people", "merge", "--undo", "#3"), "two people again", prepared=_merge),
    Operation("review answers", ("people", "review"), r"\n[2-9] of |\d answered",
              typed="y\nn\ny\n", contents=4),
    Operation("note", ("people", "note", "#3", "asked for more people"), r"\S"),
    Operation("erase", ("erase", "#5", "--yes"), "is erased"),
    Operation("backup", ("backup", _BACKUP), "Backed up", imported=2, prepared=_import_more,
              backup=True),
    Operation("restore", ("restore", _BACKUP), "Restored", imported=2, prepared=_import_more),
    Operation("migration", ("people", "--count"), r"\d+\n", prepared=make_older, contents=2),
    Operation("protect", ("protect",), "is encrypted now", on_databases=False),
    Operation("unprotect", ("protect", "--remove", "--yes"), "not encrypted any more",
              prepared=_protect, on_databases=False),
)  # fmt: skip
"""All of them."""

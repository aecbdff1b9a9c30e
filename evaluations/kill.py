"""Kill `coalition` at random instants, and see what is left of the workbook.

    python evaluations/kill.py [--times 1000] [--seed 1] [--on sqlite|postgres]

Each trial begins with a copy of the same workbook, forks a child that runs one command (with all
of Coalition loaded, so that no kill is wasted on Python's start), and sends it SIGKILL at an
instant drawn evenly from the time that the command takes undisturbed. Then the workbook has to
open, the check has to find nothing wrong, what is derived of people has to be what their facts
give, and what is in it has to be exactly what the command leaves after some number of its steps,
and of no fewer than it said were done. Without --on, it is all on a file and on PostgreSQL.

Prints a table of operations and outcomes; the exit code is 1 where anything was lost or half done.
"""

import argparse
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from statistics import median

import kill_operations
import own_postgres
import trial_workbook
from kill_operations import FILE, Left, Operation

from coalition.settings import PASSPHRASE_FILE
from coalition.workbook.opening import open_workbook

_HERE = Path()
_numbers = count(1)


@dataclass(frozen=True, slots=True)
class Stage:
    """A place to try an operation at: where the workbook stands, and a folder for its files."""

    place: str
    folder: Path


@dataclass(slots=True)
class Trials:
    """The trials of one operation on one database."""

    operation: Operation
    on: str
    outcomes: Counter[str]
    faults: list[str]


class Files:
    """Workbooks in files."""

    name = "sqlite"

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @contextmanager
    def begin(self) -> Iterator[Stage]:
        """A new place."""
        folder = self._folder / f"trial{next(_numbers)}"
        folder.mkdir()
        try:
            yield Stage(str(folder / FILE), folder)
        finally:
            shutil.rmtree(folder)

    @contextmanager
    def copied(self, stage: Stage) -> Iterator[Stage]:
        """A place with all that ``stage`` has."""
        with self.begin() as copy:
            shutil.copytree(stage.folder, copy.folder, dirs_exist_ok=True)
            yield copy

    def settle(self, stage: Stage) -> None:
        """Wait for what a killed child had others do."""


class Databases(Files):
    """Workbooks in databases of a server."""

    name = "postgres"

    def __init__(self, folder: Path, server: str) -> None:
        super().__init__(folder)
        self._server = server

    @contextmanager
    def begin(self) -> Iterator[Stage]:
        """As for files."""
        with super().begin() as files, self._database("template0") as place:
            yield Stage(place, files.folder)

    @contextmanager
    def copied(self, stage: Stage) -> Iterator[Stage]:
        """As for files."""
        with super().begin() as files, self._database(stage.place.rsplit("/", 1)[1]) as place:
            shutil.copytree(stage.folder, files.folder, dirs_exist_ok=True)
            yield Stage(place, files.folder)

    @contextmanager
    def _database(self, like: str) -> Iterator[str]:
        with own_postgres.database(self._server, f"trial{next(_numbers)}", like) as place:
            yield place

    def settle(self, stage: Stage) -> None:
        """Wait for the server's part of a killed child to end."""
        import psycopg

        others = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
        with psycopg.connect(stage.place, autocommit=True) as connection:
            while (connection.execute(others.encode()).fetchone() or (0,))[0] > 1:
                time.sleep(0.005)


def tried(operation: Operation, where: Files, kills: int, dice: random.Random) -> Trials:
    """Kill an operation so many times."""
    trials = Trials(operation, where.name, Counter(), [])
    with where.begin() as begun:
        operation.prepare(begun.place, begun.folder)
        states = [_left(operation, where, begun, step)[0] for step in range(operation.steps + 1)]
        seconds = median(_left(operation, where, begun, operation.steps)[1] for _ in range(3))
        if len({state.content for state in states}) != operation.contents:
            trials.faults.append("an undisturbed run does not leave what it should")
        for _ in range(kills):
            _kill(trials, where, begun, states, dice.uniform(0, seconds * 1.02))
    return trials


def _left(operation: Operation, where: Files, begun: Stage, steps: int) -> tuple[Left, float]:
    """What so many steps leave when nobody disturbs them, and how long they take."""
    with where.copied(begun) as stage:
        start = time.monotonic()
        if steps:
            typed = operation.typed[: 2 * steps]
            run(operation.words(stage.place, steps), typed, folder=stage.folder)
        seconds = time.monotonic() - start
        return operation.left(stage.place, stage.folder), seconds


def _kill(
    trials: Trials, where: Files, begun: Stage, states: Sequence[Left], instant: float
) -> None:
    operation = trials.operation
    with where.copied(begun) as stage:
        words = operation.words(stage.place, operation.steps)
        said, killed = run(words, operation.typed, instant, stage.folder)
        trials.outcomes["killed" if killed else "over before"] += 1
        where.settle(stage)
        done = min(operation.acknowledged(said), operation.steps)
        told = f"{operation.name} on {where.name}, killed after {instant:.4f} s"
        try:
            left = operation.left(stage.place, stage.folder)
        except Exception as fault:
            trials.faults.append(f"{told}: {type(fault).__name__}: {fault}")
            return
        trials.faults += [f"{told}: {what}" for what in left.wrong]
        steps = [step for step, state in enumerate(states) if _is(left, state)]
        if not steps:
            trials.faults.append(f"{told}: half done: {left.content[:60]}")
        elif steps[-1] < done:
            trials.faults.append(f"{told}: said {done} done, and {steps[-1]} are there")
        else:
            trials.outcomes[_outcome(steps[-1], operation.steps)] += 1
        trials.outcomes["acknowledged"] += done


def _is(left: Left, state: Left) -> bool:
    """Whether it is this state that was left; an old workbook may be kept already."""
    return left.content == state.content and left.kept >= state.kept


def _outcome(step: int, steps: int) -> str:
    return "before" if step == 0 else "after" if step == steps else "between"


def run(
    words: Sequence[str], typed: str = "", kill_after: float | None = None, folder: Path = _HERE
) -> tuple[str, bool]:
    """Run ``coalition`` with ``words`` in a child, in a folder; what it said, and whether it was
    killed.

    typed: what is typed on its terminal. kill_after: seconds after which it is killed.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        os.chdir(folder)
        _be_coalition(words, typed, writing)
    os.close(writing)
    if kill_after is not None:
        time.sleep(kill_after)
        os.kill(child, signal.SIGKILL)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read().decode()
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code not in (0, 1, -signal.SIGKILL):
        raise RuntimeError(f"coalition {' '.join(words)}: {code}: {said}")
    return said, code == -signal.SIGKILL


def _be_coalition(words: Sequence[str], typed: str, output: int) -> None:
    """Be the program, and leave."""
    code = 70
    try:
        for stream in (1, 2):
            os.dup2(output, stream)
        sys.stdout = os.fdopen(1, "w", encoding="utf-8")
        sys.stderr = os.fdopen(2, "w", encoding="utf-8")
        sys.stdin = kill_operations.Terminal(typed)
        from coalition.cli import main

        main(list(words), prog_name="coalition")
    except SystemExit as leaving:
        code = leaving.code if isinstance(leaving.code, int) else 0
    finally:
        sys.stdout.flush()
        os._exit(code)


def main(
    times: int, seed: int, on: str, names: Sequence[str] = (), server: str = ""
) -> list[Trials]:
    """All trials. on: as the option. names: the operations, all where there are none. server: the
    address of a PostgreSQL server, by default one of our own.
    """
    dice = random.Random(seed)
    done = []
    with ExitStack() as closing:
        folder = Path(closing.enter_context(tempfile.TemporaryDirectory(prefix="kill-")))
        wheres: list[Files] = [Files(folder)] if on != "postgres" else []
        if on != "sqlite":
            server = server or closing.enter_context(own_postgres.server())
            wheres.append(Databases(folder, server))
        planned = [
            (operation, where)
            for where in wheres
            for operation in kill_operations.ALL
            if (not names or operation.name in names)
            and (operation.on_databases or where.name == "sqlite")
        ]
        secret = os.environ.get(PASSPHRASE_FILE)
        closing.callback(_put_back, secret)
        _warm_up(folder)
        for at, (operation, where) in enumerate(planned):
            kills = times // len(planned) + (at < times % len(planned))
            done.append(tried(operation, where, kills, dice))
            print(line(done[-1]), flush=True)
    return done


def _put_back(secret: str | None) -> None:
    os.environ.pop(PASSPHRASE_FILE, None)
    if secret is not None:
        os.environ[PASSPHRASE_FILE] = secret


def _warm_up(folder: Path) -> None:
    """Load all that commands need, so that the children have it."""
    place = str(folder / "warm.coalition")
    names = [file.name for file in kill_operations.files(folder, 12)]
    secret = folder / "passphrase.txt"
    secret.write_text(f"{kill_operations.PASSPHRASE}\n", "utf-8")
    os.environ[PASSPHRASE_FILE] = str(secret)
    with open_workbook(place) as workbook:
        trial_workbook.wrong_with(workbook)
    kill_operations.in_process(folder, "--workbook", place, "import", *names)


_COLUMNS = ("killed", "over before", "before", "between", "after", "acknowledged")


def head() -> str:
    """The table's head."""
    return f"{'operation':<22}{'on':<10}" + "".join(f"{name:>13}" for name in _COLUMNS) + "   wrong"


def line(trials: Trials) -> str:
    """The table's line of an operation."""
    cells = "".join(f"{trials.outcomes[name]:>13,}" for name in _COLUMNS)
    return f"{trials.operation.name:<22}{trials.on:<10}{cells}{len(trials.faults):>8,}"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--times", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--on", choices=("sqlite", "postgres", "both"), default="both")
    parser.add_argument("--only", nargs="*", default=())
    given = parser.parse_args()
    print(head())
    came = main(given.times, given.seed, given.on, given.only)
    faults = [fault for trials in came for fault in trials.faults]
    for fault in faults:
        print(fault)
    kills = sum(trials.outcomes["killed"] + trials.outcomes["over before"] for trials in came)
    print(f"{kills:,} kills, {len(faults):,} wrong.")
    sys.exit(1 if faults else 0)

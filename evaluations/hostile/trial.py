"""One hostile file imported by a process of its own, and what is wrong with what came of it."""

import json
import multiprocessing
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hostile.case import Case

MOST_MEMORY = 1_500_000_000
MOST_SECONDS = 30
_SHOWN_PEOPLE = 3
# What steers a terminal or turns the direction of reading; tabs and line ends are the output's own.
STEERS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff"
    "\U000e0000-\U000e007f]"
)
_FAULTS = ("Traceback", "should not have happened", "RuntimeWarning", "DeprecationWarning")
_MISLEADS = re.compile(r"\bnames the skills\b|\bno skill was found\b|\bgive the skills\b")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a case: the faults, as sentences, and what it took."""

    case: Case
    exit: int
    told: str
    faults: tuple[str, ...]
    seconds: float
    memory: int


def base_workbook(folder: Path) -> Path:
    """A workbook with one person in it, to be copied for each case."""
    place = folder / "base"
    place.mkdir()
    table = place / "before.csv"
    table.write_text("Name,E-mail,Title,Company\nOla Before,ola@example.org,Head,Vale Inc\n")
    done = _run(["import", str(table)], place, place / "own.coalition")
    if done.exit:
        raise RuntimeError(done.errors)
    return place / "own.coalition"


def tried(case: Case, folder: Path, base: Path) -> Outcome:
    """``case`` imported into a copy of the workbook ``base``, in ``folder``, which is emptied."""
    for name in ("given", "home", "book"):
        shutil.rmtree(folder / name, ignore_errors=True)
        (folder / name).mkdir(parents=True)
    path = case.written(folder / "given")
    workbook = folder / "book" / "own.coalition"
    shutil.copy(base, workbook)  # with its rights
    before = _files(folder)
    done = _run(["import", *case.options, str(path)], folder, workbook)
    faults = list(_wrong_with_output(case, done))
    if more := [name for name in _files(folder) - before if not name.startswith("book/")]:
        faults.append(f"wrote {sorted(more)[:3]} outside of the workbook's folder")
    faults += apart(_wrong_afterwards, case, done.exit, str(workbook))
    return Outcome(
        case, done.exit, done.output + done.errors, tuple(faults), done.seconds, done.memory
    )


@dataclass(frozen=True, slots=True)
class _Done:
    """A process that ended: what it printed, its processor time and its memory in bytes."""

    exit: int
    output: str
    errors: str
    seconds: float
    memory: int


def _run(command: list[str], folder: Path, workbook: Path) -> _Done:
    environment = {
        **os.environ,
        "COALITION_WORKBOOK": str(workbook),
        "HOME": str(folder / "home"),
        "XDG_CONFIG_HOME": str(folder / "home"),
        "COALITION_SKILLS": str(folder / "home" / "skills.txt"),
        "PYTHONIOENCODING": "utf-8:surrogateescape",
    }
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", "coalition", *command],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=errors,
            cwd=folder,
            env=environment,
            preexec_fn=_bounded,
        )
        clock = threading.Timer(10 * MOST_SECONDS, process.kill)  # one that sleeps takes no time
        clock.start()
        _, status, usage = os.wait4(process.pid, 0)
        clock.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        errors.seek(0)
        return _Done(
            process.returncode,
            output.read().decode("utf-8", "surrogateescape"),
            errors.read().decode("utf-8", "surrogateescape"),
            usage.ru_utime + usage.ru_stime,
            usage.ru_maxrss * 1024,
        )


def _bounded() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS + 2))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


def _wrong_with_output(case: Case, done: _Done) -> Iterator[str]:
    errors, output = done.errors, done.output
    if done.exit not in (0, 1, 2):
        yield f"left with {done.exit}: {errors[-300:]}"
    elif done.exit not in case.exits:
        yield f"left with {done.exit} instead of one of {case.exits}"
    yield from (f"said {fault!r}" for fault in _FAULTS if fault in errors)
    yield from (f"printed {found[0]!r}" for found in [STEERS.search(output + errors)] if found)
    sentences = [line for line in errors.splitlines() if line]
    if done.exit == 2 and len(sentences) != 1:
        yield f"refused with {len(sentences)} lines"
    if done.exit == 1 and not sentences:
        yield "said nothing of what was not used"
    stem = case.name.encode("unicode_escape").decode()[:20]
    if done.exit == 2 and stem not in errors and "standard input" not in errors:
        yield "does not name the file"
    if any(len(line) > 2_000 for line in sentences):
        yield f"a sentence of {max(map(len, sentences)):,} characters"
    if case.told and case.told not in errors:
        yield f"does not tell {case.told!r}"
    if misleads := _MISLEADS.search(errors):
        yield f"misleads: {misleads[0]!r}"


def apart(call: Any, *arguments: Any) -> list[str]:
    """What ``call`` gives, in a process that may fail."""
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_called, args=(theirs, call, arguments))
    process.start()
    theirs.close()
    try:
        found: list[str] = (
            ours.recv() if ours.poll(8 * MOST_SECONDS) else ["afterwards took too long"]
        )
    except EOFError:
        found = ["the checks afterwards broke off"]
    if process.is_alive():
        process.kill()
    process.join()
    return found


def _called(pipe: Any, call: Any, arguments: tuple[Any, ...]) -> None:
    try:
        pipe.send(list(call(*arguments)))
    except BaseException as fault:
        import traceback

        last = traceback.extract_tb(fault.__traceback__)[-1]
        pipe.send(
            [
                f"afterwards: {type(fault).__name__}: {str(fault)[:300]} ({last.filename}:{last.lineno})"
            ]
        )


def _wrong_afterwards(case: Case, code: int, place: str) -> Iterator[str]:
    from trial_workbook import content, counts, wrong_with

    from coalition.workbook import changes, queries
    from coalition.workbook.opening import open_workbook

    with open_workbook(place) as workbook:
        space = workbook.space()
        yield from (f"check: {fault}" for fault in wrong_with(workbook))
        names = [person.name for person in queries.people(space, queries.Wanted(), None)]
        if code == 2:
            if names != ["Ola Before"] or len(queries.sources(space)) != 1:
                yield "refused, but something was changed"
            return
        missing = [name for name in case.people if name not in names]
        if missing:
            yield f"lost {missing}"
        if counts(space)["Touchpoint"] < case.touches:
            yield f"{counts(space)['Touchpoint']} touchpoints instead of {case.touches}"
    yield from _wrong_with_pages(place)
    with open_workbook(place) as workbook:
        space = workbook.space()
        for source in queries.sources(space):
            if source.name != "before.csv":
                changes.take_out(space, source.id)
        left = [person.name for person in queries.people(space, queries.Wanted(), None)]
        if left != ["Ola Before"]:
            yield f"after --undo there is still {left[:3]}"
        few = {table: rows for table, rows in counts(space).items() if rows}
        if few.get("Source") != 1 or few.get("Touchpoint") or few.get("Tie"):
            yield f"after --undo there is still {few}"
        yield from (f"check after --undo: {fault}" for fault in wrong_with(workbook))
        content(space)


def _wrong_with_pages(place: str) -> Iterator[str]:
    """What is printed of the people, on a terminal, as JSON and as a page."""
    from click.testing import CliRunner

    from coalition.cli import main
    from coalition.workbook import queries
    from coalition.workbook.opening import open_workbook

    with open_workbook(place) as workbook:
        found = queries.people(workbook.space(), queries.Wanted(), None)
    page = str(Path(place).parent / "page.html")
    shown = [f"#{one.id}" for one in found[:_SHOWN_PEOPLE]]
    commands = [("people",), ("people", "--json"), ("import",), ("import", "--json")]
    for person in shown:
        commands += [("show", person), ("show", person, "--json"), ("show", person, "-o", page)]
    for command in commands:
        run = CliRunner().invoke(main, ["--workbook", place, *command])
        said = f"`coalition {' '.join(command)[:40]}`"
        if run.exit_code or "should not" in run.output:
            yield f"{said} left with {run.exit_code}: {run.output[-200:]}"
        elif command[-1] == "--json":
            json.loads(run.stdout)
        elif steers := STEERS.search(run.output):
            yield f"{said} printed {steers[0]!r}"
        if command[-1] == page:
            text = Path(page).read_text("utf-8")
            if "<script>alert" in text or "<img src=x" in text:
                yield f"{said}: the page holds the file's own markup"

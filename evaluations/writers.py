"""Many processes write to one workbook at once: nothing is lost, nobody is told that it is locked.

    python evaluations/writers.py [--processes 16] [--seconds 60] [--on sqlite|postgres]

Every process opens the workbook for each change, as a command does, and adds a person, writes a
note on them, says a title, or merges two of those it added. It writes down what was acknowledged.
In the end all of that has to be there, and nothing else; the check has to find nothing wrong.
"""

import argparse
import json
import os
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO

import own_postgres
import trial_workbook

from coalition.model.held import Field
from coalition.model.person import Person as Described
from coalition.workbook import changes
from coalition.workbook.facts import Said
from coalition.workbook.models import Fact, Merge, Note, Person
from coalition.workbook.opening import open_workbook
from coalition.workbook.space import Space

_DAY = date(2026, 11, 2)
Change = tuple[str, str]
"""What kind of change was acknowledged, and what it wrote."""


@dataclass(frozen=True, slots=True)
class Came:
    """What came of it. slowest: seconds that a change took at most. told: what users were told."""

    acknowledged: Counter[str]
    lost: int
    unasked: int
    told: tuple[str, ...]
    wrong: tuple[str, ...]
    slowest: float


def main(place: str, processes: int, until: Callable[[int, float], bool]) -> Came:
    """Have so many processes write at once. until: given the changes that a process made and the
    seconds since it began, whether it is done.
    """
    open_workbook(place).close()
    with tempfile.TemporaryDirectory(prefix="writers-") as folder:
        logs = [Path(folder) / f"{number}" for number in range(processes)]
        children = [_forked(place, number, log, until) for number, log in enumerate(logs)]
        for child in children:
            os.waitpid(child, 0)
        said = [json.loads(line) for log in logs for line in log.read_text("utf-8").splitlines()]
    done = [(kind, what) for kind, what, _ in said if kind != "told"]
    told = tuple(what for kind, what, _ in said if kind == "told")
    with open_workbook(place) as workbook:
        there = Counter(_there(workbook.space()))
        wrong = tuple(trial_workbook.wrong_with(workbook))
    lost, unasked = Counter(done) - there, there - Counter(done)
    slowest = max((seconds for *_, seconds in said), default=0.0)
    counted = Counter(kind for kind, _ in done)
    return Came(counted, lost.total(), unasked.total(), told, wrong, slowest)


def _forked(place: str, number: int, log: Path, until: Callable[[int, float], bool]) -> int:
    child = os.fork()
    if child:
        return child
    try:
        with log.open("w", encoding="utf-8", buffering=1) as file:
            _write(place, number, file, until)
    finally:
        os._exit(0)


def _write(place: str, number: int, log: IO[str], until: Callable[[int, float], bool]) -> None:
    """Write until it is time to stop."""
    dice = random.Random(number)
    people: list[int] = []
    began = time.monotonic()
    made = 0
    while not until(made, time.monotonic() - began):
        made += 1
        start = time.monotonic()
        try:
            with open_workbook(place) as workbook:
                said = _change(workbook.space(), people, f"{number}-{made}", dice)
        except Exception as fault:
            said = ("told", f"{type(fault).__name__}: {fault}")
        log.write(json.dumps([*said, time.monotonic() - start]) + "\n")


def _change(space: Space, people: list[int], mark: str, dice: random.Random) -> Change:
    kind = dice.choice(("person", "note", "note", "fact", "merge")) if len(people) > 1 else "person"
    if kind == "person":
        people.append(changes.add_person(space, Described(f"Ada Writer {mark}")))
        return kind, f"Ada Writer {mark}"
    one = dice.choice(people)
    if kind == "note":
        changes.note(space, one, f"note {mark}", _DAY)
        return kind, f"note {mark}"
    if kind == "fact":
        changes.say(space, one, [Said(Field.TITLE, f"Title {mark}")])
        return kind, f"Title {mark}"
    gone = people.pop(dice.randrange(len(people)))
    kept = dice.choice(people)
    changes.merge(space, kept, gone)
    return kind, f"{kept} {gone}"


def _there(space: Space) -> Iterator[Change]:
    """What is in the workbook, as it is acknowledged."""
    yield from (("person", name) for name in _named(space))
    yield from (("note", space.unseal(row.text)) for row in space.of(Note))
    titles = space.of(Fact).filter(field=Field.TITLE).values_list("value", flat=True)
    yield from (("fact", title) for title in titles)
    for kept, gone in space.of(Merge).values_list("kept", "gone"):
        yield "merge", f"{kept} {gone}"


def _named(space: Space) -> Iterator[str]:
    facts = space.of(Fact).filter(field=Field.NAME)
    people = set(space.of(Person).values_list("pk", flat=True))
    for person, name in facts.values_list("person", "value"):
        if person in people:
            yield name


def said(on: str, came: Came) -> str:
    """What came of it, for people."""
    counted = ", ".join(
        f"{number:,} x {kind}" for kind, number in sorted(came.acknowledged.items())
    )
    return (
        f"{on}: {came.acknowledged.total():,} changes acknowledged ({counted}); {came.lost} lost, "
        f"{came.unasked} there unasked, {len(came.told)} told of trouble, {len(came.wrong)} wrong; "
        f"the slowest took {came.slowest:.2f} s."
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--processes", type=int, default=16)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--on", choices=("sqlite", "postgres", "both"), default="both")
    given = parser.parse_args()
    bad = False
    with ExitStack() as closing:
        places = {}
        if given.on != "postgres":
            folder = closing.enter_context(tempfile.TemporaryDirectory(prefix="writers-"))
            places["SQLite"] = f"{folder}/own.coalition"
        if given.on != "sqlite":
            server = closing.enter_context(own_postgres.server(synchronous=True))
            places["PostgreSQL"] = closing.enter_context(own_postgres.database(server, "own"))
        for name, place in places.items():
            came = main(place, given.processes, lambda _, seconds: seconds > given.seconds)
            print(said(name, came))
            for what in (*sorted(set(came.told))[:20], *came.wrong):
                print(f"  {what}")
            bad = bad or bool(came.lost or came.unasked or came.told or came.wrong)
    sys.exit(1 if bad else 0)

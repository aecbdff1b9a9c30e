"""What queries cost in a workbook of a million facts, and whether their number grows.

    python evaluations/million_facts.py [--people 1000 10000 100000] [--on sqlite|postgres]

Fills workbooks with made-up people, ten facts each (name, address, title, unit, place, skill, a
tie, a touchpoint...), and prints for each query the median of several runs, in processor time of
this process (for PostgreSQL in time on the clock, as the server works too), and the number of SQL
statements. The exit code is 1 where a query takes 50 ms or more in the largest workbook, or needs
more statements than in the smallest.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median

import own_postgres
import trial_workbook

from coalition.model.contact import Channel, Note, Tie, TieKind, Touchpoint
from coalition.model.evidence import Evidence, Kind
from coalition.model.held import SourceFile
from coalition.model.person import Person
from coalition.model.reading import Reading
from coalition.model.source import Source
from coalition.workbook import changes, queries
from coalition.workbook.opening import open_workbook
from coalition.workbook.queries import Wanted
from coalition.workbook.space import Space

LIMIT = 0.05
_RUNS = 7
_SKILLS = ("Negotiation", "Coaching", "Python", "Budgeting", "Law", "Change management")
_PLACES = ("Zurich", "Cork", "Tokyo", "Nairobi")
_UNITS = ("Finance", "Sales", "People", "Engineering", "Research")
_FILE = "people.csv"
_DAY = date(2026, 1, 5)
_SHOWN = 50

Query = Callable[[Space], object]
Cost = tuple[float, int]
"""Seconds, and SQL statements."""

QUERIES: dict[str, Query] = {
    "people: all, a page": lambda space: queries.people(space, Wanted(), _SHOWN),
    "people: all, counted": lambda space: queries.count(space, Wanted()),
    "people: a first name": lambda space: queries.people(space, Wanted("bado"), _SHOWN),
    "people: a first name, counted": lambda space: queries.count(space, Wanted("bado")),
    "people: first letters": lambda space: queries.people(space, Wanted("ba"), _SHOWN),
    "people: a whole name": lambda space: queries.people(space, Wanted(_someone()[0]), _SHOWN),
    "people: a name nobody has": lambda space: queries.people(space, Wanted("Bado Zafe"), _SHOWN),
    "people: nobody": lambda space: queries.people(space, Wanted("qqqqq"), _SHOWN),
    "people: a word of a title": lambda space: queries.people(space, Wanted("controller"), _SHOWN),
    "people: a skill": lambda space: queries.people(space, Wanted(skills=("Law",)), _SHOWN),
    "people: a skill, counted": lambda space: queries.count(space, Wanted(skills=("Law",))),
    "people: a unit": lambda space: queries.people(space, Wanted(units=("Sales",)), _SHOWN),
    "people: unit, place and skill": lambda space: queries.people(
        space, Wanted(skills=("Law",), units=("Sales",), places=("Cork",)), _SHOWN
    ),
    "people: the same, counted": lambda space: queries.count(
        space, Wanted(skills=("Law",), units=("Sales",), places=("Cork",))
    ),
    "people: not in touch since": lambda space: queries.people(
        space, Wanted(not_since=date(2026, 2, 1)), _SHOWN
    ),
    "people: not since, counted": lambda space: queries.count(
        space, Wanted(not_since=date(2026, 2, 1))
    ),
    "one: by address": lambda space: queries.one(space, _someone()[1]),
    "one: by number": lambda space: queries.one(space, "#500"),
    "one: by name": lambda space: queries.one(space, _someone()[0]),
    "held on a person": lambda space: queries.held_on(space, 500),
    "described": lambda space: queries.described(space, 500),
    "me": queries.me,
    "doubts": queries.doubts,
    "sources": queries.sources,
    "old facts of one": lambda space: queries.old_facts(space, date(2020, 1, 1), 500),
    "old facts": lambda space: queries.old_facts(space, date(2020, 1, 1)),
}


def _someone() -> trial_workbook.Described:
    return trial_workbook.made_up_of_syllables(501)[500]


def fill(space: Space, people: int) -> None:
    """Ten facts each for so many people."""
    for start in range(0, people, 20_000):
        told = _reading(trial_workbook.made_up_of_syllables(people)[start : start + 20_000], start)
        file = SourceFile(f"{start}-{_FILE}", "table", f"{start:064}", datetime.now(UTC))
        changes.record(space, told, file)


def _reading(people: Sequence[trial_workbook.Described], first: int) -> Reading:
    where = [Source(_FILE, row) for row in range(first, first + len(people))]
    keys = [str(row) for row in range(len(people))]
    everyone = enumerate(people)
    return Reading(
        "table",
        _FILE,
        people=tuple(
            Person(
                name,
                key=keys[at],
                emails=(address,),
                title=title,
                organisation="Brook & Vale Ltd",
                unit=_UNITS[at % len(_UNITS)],
                place=_PLACES[at % len(_PLACES)],
                source=where[at],
            )
            for at, (name, address, title) in everyone
        ),
        evidence=tuple(
            Evidence(skill, Kind.LISTED, where[at], amount=0, holder_key=keys[at])
            for at in range(len(people))
            for skill in (_SKILLS[at % len(_SKILLS)],)
        ),
        ties=tuple(
            Tie(keys[at], keys[at // 5], TieKind.REPORTS_TO, where[at])
            for at in range(1, len(people))
        ),
        touchpoints=tuple(
            Touchpoint(
                (keys[at], keys[(at * 7) % len(keys)]),
                (_DAY + timedelta(days=at % 200)).isoformat(),
                Channel.MEETING,
                where[at],
                about=f"review {at}",
            )
            for at in range(len(people))
        ),
        remarks=tuple(
            Note(keys[at], f"asked for figures of site {at}", where[at])
            for at in range(len(people))
        ),
    )


def cost(space: Space, query: Query, on_clock: bool) -> Cost:
    """What a query costs."""
    from django.db import connections
    from django.test.utils import CaptureQueriesContext

    query(space)
    clock = time.perf_counter if on_clock else time.process_time
    seconds = []
    for _ in range(_RUNS):
        start = clock()
        query(space)
        seconds.append(clock() - start)
        if seconds[0] > 10 * LIMIT:
            break
    with CaptureQueriesContext(connections[space.alias]) as captured:
        query(space)
    return median(seconds), len(captured)


def measured(place: str, people: int) -> dict[str, Cost]:
    """What each query costs in a new workbook of so many people."""
    with open_workbook(place) as workbook:
        space = workbook.space()
        start = time.process_time()
        fill(space, people)
        facts = sum(source.facts for source in queries.sources(space))
        seconds = time.process_time() - start
        print(f"{people:,} people, {facts:,} facts, stored in {seconds:.1f} s", flush=True)
        on_clock = "://" in place
        return {name: cost(space, query, on_clock) for name, query in QUERIES.items()}


def told(costs: dict[int, dict[str, Cost]]) -> list[str]:
    """The table, and what is too much; prints the first."""
    wrong = []
    sizes = sorted(costs)
    print(f"{'ms (statements) with people:':<32}" + "".join(f"{size:>17,}" for size in sizes))
    for name in QUERIES:
        cells = [costs[size][name] for size in sizes]
        shown = "".join(f"{seconds * 1000:>11.1f} ({count:>3})" for seconds, count in cells)
        print(f"{name:<32}{shown}")
        if cells[-1][0] >= LIMIT:
            wrong.append(f"{name} takes {cells[-1][0] * 1000:.0f} ms.")
        if cells[-1][1] > cells[0][1]:
            wrong.append(f"{name} needs {cells[0][1]} statements, then {cells[-1][1]}.")
    return wrong


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--people", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--on", choices=("sqlite", "postgres"), default="sqlite")
    given = parser.parse_args()
    costs = {}
    with ExitStack() as closing:
        folder = Path(closing.enter_context(tempfile.TemporaryDirectory(prefix="facts-")))
        if given.on == "postgres":
            server = closing.enter_context(own_postgres.server())
        for people in given.people:
            place = str(folder / f"{people}.coalition")
            if given.on == "postgres":
                place = closing.enter_context(own_postgres.database(server, f"own{people}"))
            costs[people] = measured(place, people)
        wrong = told(costs)
    for what in wrong:
        print(what)
    sys.exit(1 if wrong else 0)

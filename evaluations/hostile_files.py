"""Import hostile and broken files of every format, each in a process of its own within bounds.

    python evaluations/hostile_files.py [--only WORD] [--seed N] [--fuzz FOLDER]

Some hundred files are made up, from the seed: values that harm, lies about encodings, damage, bombs
of every kind. Each is imported by ``coalition import`` into a workbook with one person in it, with
1.5 GB of address space and 30 s of processor time. It must leave with 0, 1 or 2 and sentences that
name the file; what it refuses changes nothing; good rows beside bad ones come in; the workbook is
sound; what came in can be listed, shown and taken back out.
With --fuzz the files of FOLDER are read 200 times each with bytes and lines changed at random.

A line for each fault, and a table by format. The exit code is 1 where anything failed.
"""

import argparse
import os
import sys
import tempfile
from collections import Counter, deque
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path

from hostile import (
    archives,
    cards,
    charts,
    documents,
    everywhere,
    fuzz,
    json_files,
    linkedin,
    mail,
    markup,
)
from hostile.case import Case
from hostile.trial import Outcome, base_workbook, tried

_AT_ONCE = 3


def corpus(seed: int) -> Iterator[Case]:
    """All cases."""
    for module in (archives, linkedin, markup, documents, cards, mail, json_files, charts):
        yield from module.cases()
    yield from everywhere.cases(seed)


def main(only: str, seed: int, verbose: bool) -> int:
    cases = (case for case in corpus(seed) if only in f"{case.family} {case.name} {case.what}")
    outcomes: list[Outcome] = []
    with tempfile.TemporaryDirectory() as place:
        base = base_workbook(Path(place))
        with ProcessPoolExecutor(_AT_ONCE) as several:
            for number, outcome in enumerate(_all(several, cases, base)):
                outcomes.append(outcome)
                if outcome.faults or verbose:
                    _tell(number, outcome)
    _table(outcomes)
    return 1 if any(outcome.faults for outcome in outcomes) or not outcomes else 0


def changed_files(folder: Path, seed: int) -> int:
    """The files of ``folder``, changed at random; 1 where one is not read as it should be."""
    found = 0
    for fault in fuzz.faults(folder, seed):
        found += 1
        print(ascii(fault[:400]), flush=True)
    print(f"{found} faults.")
    return 1 if found else 0


def _all(several: Executor, cases: Iterator[Case], base: Path) -> Iterator[Outcome]:
    """What came of all, in order; no more of the cases are held at once than are worked on."""
    waiting: deque[Future[Outcome]] = deque()
    for case in cases:
        waiting.append(several.submit(_tried, case, base))
        if len(waiting) > 2 * _AT_ONCE:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _tried(case: Case, base: Path) -> Outcome:
    outcome = tried(case, base.parent.parent / f"work {os.getpid()}", base)
    return replace(outcome, case=replace(case, content=b""))


def _tell(number: int, outcome: Outcome) -> None:
    case = outcome.case
    took = f"{outcome.seconds:.1f} s, {outcome.memory / 1e6:.0f} MB"
    print(f"{number} {case.family} {case.name!r}, {case.what}: exit {outcome.exit}, {took}")
    for fault in outcome.faults:
        print(f"    {fault[:600]!a}")
    for line in outcome.told.splitlines()[:8]:
        print(f"      | {line[:300]}")
    sys.stdout.flush()


def _table(outcomes: list[Outcome]) -> None:
    print(
        f"{'format':<24}{'files':>6}{'all':>6}{'part':>6}{'refused':>8}{'faults':>7}{'most s':>8}"
    )
    for family in sorted({outcome.case.family for outcome in outcomes}):
        those = [outcome for outcome in outcomes if outcome.case.family == family]
        exits = Counter(outcome.exit for outcome in those)
        bad = sum(bool(outcome.faults) for outcome in those)
        slowest = max(outcome.seconds for outcome in those)
        print(
            f"{family:<24}{len(those):>6}{exits[0]:>6}{exits[1]:>6}{exits[2]:>8}{bad:>7}{slowest:>8.1f}"
        )
    bad = sum(bool(outcome.faults) for outcome in outcomes)
    print(f"{len(outcomes)} files, {bad} with a fault.")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", default="")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--fuzz", type=Path)
    given = parser.parse_args()
    if given.fuzz:
        sys.exit(changed_files(given.fuzz, given.seed))
    sys.exit(main(given.only, given.seed, given.verbose))

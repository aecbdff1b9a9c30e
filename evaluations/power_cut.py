"""Cut the power in simulation while a workbook is written, and see what is left on the disk.

    python evaluations/power_cut.py [--images 10000] [--seed 1]

A child imports, merges, notes, undoes, backs up, erases, migrates, restores, encrypts and decrypts,
while a library of ours (``power_cut.c``, compiled with gcc) records every write to the workbook's
folder. The recording is cut at random places, and of what was not yet synced any part may be lost:
:mod:`disk_images` says how. Each image has to open, the check has to find nothing wrong, and the
workbook has to hold what was acknowledged before the cut, or that and the whole of what was under
way. Prints what was found; the exit code is 1 where anything is lost or damaged.
"""

import argparse
import ctypes
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from contextlib import nullcontext
from multiprocessing import get_context
from pathlib import Path

import disk_images
import kill_operations
import trial_workbook
from disk_images import Event

from coalition.settings import PASSPHRASE_FILE
from coalition.workbook import keys
from coalition.workbook.opening import open_workbook
from coalition.workbook.restoring import verify

_HERE = Path(__file__).resolve().parent
_PEOPLE = 40
_NOTHING = ["", ""]
_BACKUP = "saved.zip"

_ALONE = (("import", "orgchart.csv"), ("import", "contacts.vcf"))
_BESIDE_ANOTHER = (
    ("people", "merge", "#3", "#7"),
    ("people", "note", "#3", "asked for more people"),
    ("backup", _BACKUP),
    ("import", "calendar.ics"),
    ("people", "merge", "--undo", "#3"),
    ("import", "--undo", "contacts.vcf"),
    ("people", "add", "Bo Made Up"),
    ("import", "contacts.vcf"),
)
_AFTER = (
    ("backup", _BACKUP),
    ("erase", "#5", "--yes"),
    ("older",),
    ("people", "--count"),
    ("people", "note", "#9", "after it was brought up to date"),
    ("restore", _BACKUP),
    ("protect",),
    ("people", "note", "#9", "encrypted"),
    ("protect", "--remove", "--yes"),
)


def record(folder: Path) -> None:
    """Work on a workbook in ``folder``, and mark in the recording what is acknowledged."""
    _quick_keys(folder)
    kill_operations.files(folder, _PEOPLE)
    place = str(folder / kill_operations.FILE)
    open_workbook(place).close()
    _mark(folder, "the beginning")
    for part, beside in ((_ALONE, False), (_BESIDE_ANOTHER, True), (_AFTER, False)):
        with open_workbook(place) if beside else nullcontext() as other:
            if other is not None:  # who reads meanwhile keeps what is new in the log
                trial_workbook.counts(other.space())
            for words in part:
                if words == ("older",):
                    kill_operations.make_older(place, folder)
                else:
                    kill_operations.in_process(folder, "--workbook", place, *words)
                    _mark(folder, " ".join(words))


def _mark(folder: Path, done: str) -> None:
    """Have it in the recording that something is acknowledged, and what is there then."""
    held, wrong = _held(folder)
    if wrong:
        raise RuntimeError("; ".join(wrong))
    ctypes.CDLL(None).power_cut_mark(json.dumps([*held, done]).encode())


def _quick_keys(folder: Path) -> None:
    """Passphrases with little work, as their strength is not what is tried here."""
    keys._MEMORY, keys._PASSES = 64, 1
    secret = folder.parent / "passphrase.txt"
    secret.write_text(f"{kill_operations.PASSPHRASE}\n", "utf-8")
    os.environ[PASSPHRASE_FILE] = str(secret)


def recorded(folder: Path) -> list[Event]:
    """What a child does in a new folder of ``folder``."""
    library, log = folder / "power_cut.so", folder / "log"
    source = _HERE / "power_cut.c"
    command = ["gcc", "-shared", "-fPIC", "-O1", "-o", str(library), str(source), "-ldl"]
    subprocess.run(command, check=True)
    work = folder / "work"
    work.mkdir()
    environment = {
        **os.environ,
        "LD_PRELOAD": str(library),
        "POWER_CUT_FOLDER": str(work),
        "POWER_CUT_LOG": str(log),
    }
    subprocess.run([sys.executable, __file__, "--record", str(work)], env=environment, check=True)
    return disk_images.read(log.read_bytes(), str(work))


def _passphrase(_: str) -> str:
    return kill_operations.PASSPHRASE


def _held(folder: Path) -> tuple[list[str], list[str]]:
    """What the workbook and the backup in ``folder`` hold, and what is wrong with them."""
    wrong: list[str] = []
    content, backup = _NOTHING
    place = folder / kill_operations.FILE
    if place.exists():
        with open_workbook(str(place), ask=_passphrase, create=False) as workbook:
            wrong = trial_workbook.wrong_with(workbook, derived=False)
            content = trial_workbook.content(workbook.space())
    saved = folder / _BACKUP
    if saved.exists():
        backup = str(sorted(verify(str(saved)).counts.items()))
    return [content, backup], wrong


def tried(events: Sequence[Event], images: int, seed: int) -> tuple[Counter[str], list[str]]:
    """Cut the recording at so many places; what was found, and what is wrong."""
    dice = random.Random(seed)
    marks = [json.loads(event.data) for event in events if event.kind == "M"]
    states = [[*_NOTHING, "nothing"], *marks, [*_NOTHING, "the end"]]
    outcomes: Counter[str] = Counter()
    faults = []
    memory = "/dev/shm" if Path("/dev/shm").is_dir() else None
    with tempfile.TemporaryDirectory(prefix="power-cut-", dir=memory) as scratch:
        _quick_keys(Path(scratch) / "image")
        cuts = sorted(dice.randrange(len(events) + 1) for _ in range(images))
        for cut, image in disk_images.images(events, cuts, dice):
            folder = Path(scratch) / "image"
            image.write(folder)
            before, after = states[image.marks], states[image.marks + 1]
            told = f"seed {seed}, cut after {cut:,} of {len(events):,}, during {after[2]}"
            try:
                held, wrong = _held(folder)
            except Exception as fault:
                outcomes["damaged"] += 1
                faults.append(f"{told}: {type(fault).__name__}: {fault}")
            else:
                outcome = _outcome(held, before, after, wrong)
                outcomes[outcome] += 1
                if outcome in ("damaged", "lost"):
                    faults.append(f"{told}: {outcome}: {'; '.join(wrong)} {held}")
            shutil.rmtree(folder)
    return outcomes, faults


def _outcome(held: list[str], before: list[str], after: list[str], wrong: list[str]) -> str:
    if wrong:
        return "damaged"
    if held == before[:2]:
        return "as acknowledged"
    return "and what was under way" if held == after[:2] else "lost"


def main(images: int, seed: int, processes: int) -> int:
    """Record, cut, and tell."""
    with tempfile.TemporaryDirectory(prefix="power-cut-") as folder:
        events = recorded(Path(folder))
    kinds = Counter(event.kind for event in events)
    print(f"{kinds['W']:,} writes, {kinds['S']:,} syncs, {kinds['M']} things acknowledged.")
    shares = [images // processes + (at < images % processes) for at in range(processes)]
    work = [(events, share, seed * 1000 + at) for at, share in enumerate(shares)]
    with get_context("fork").Pool(processes) as pool:
        came = pool.starmap(tried, work)
    outcomes = sum((each for each, _ in came), Counter())
    faults = [fault for _, each in came for fault in each]
    for fault in faults[:40]:
        print(fault)
    for name in ("as acknowledged", "and what was under way", "lost", "damaged"):
        print(f"{name:<24}{outcomes[name]:>8,}")
    print(f"{outcomes.total():,} images, {len(faults):,} lost or damaged.")
    return 1 if faults else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--images", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--record", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.record:
        record(given.record)
        sys.exit(0)
    sys.exit(main(given.images, given.seed, given.processes))

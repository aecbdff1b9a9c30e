"""How long raw names take to be put in order, and whether the cost of one grows with their number.

The names are made from the list of skills: as they stand, with short forms, with typing errors, in
other languages, and of words that are in no list. The named peer is rapidfuzz's
``process.extractOne`` with its default scorer, which looks for the nearest of the same known names;
it is measured on a sample. Figures are microseconds of processor time a name, the second table's
those of the whole program (reading, writing, starting).

    python benchmarks/normalise.py [MOST]
"""

import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from coalition.tags.naming.shipped import shipped
from coalition.tags.normal import Normaliser, Standing

NUMBERS = (10_000, 100_000, 1_000_000)
SAMPLE = 300
SHORT = (
    ("Management", "Mgmt"), ("Development", "Dev"), ("Executive", "Exec"), ("Business", "Biz"),
    ("International", "Intl"), ("Technology", "Tech"), (" and ", " & "), ("Engineering", "Eng."),
)  # fmt: skip
SYLLABLES = "ba ce di fo gu la me ni po ru sa te vi wo xu".split()


def names(many: int, seed: int = 1) -> Iterator[str]:
    """So many raw names, the same for the same seed."""
    chance = random.Random(seed)
    known = [row.name for row in shipped().vocabulary.names]
    for _ in range(many):
        yield chance.choice((_as_it_is, _short, _mistyped, _longer, _unknown))(known, chance)


def _as_it_is(known: list[str], chance: random.Random) -> str:
    name = chance.choice(known)
    return chance.choice((name, name.upper(), name.lower(), name.replace(" ", "-")))


def _short(known: list[str], chance: random.Random) -> str:
    name = chance.choice(known)
    for long, short in SHORT:
        name = name.replace(long, short)
    return name


def _mistyped(known: list[str], chance: random.Random) -> str:
    name = chance.choice(known)
    at = chance.randrange(len(name))
    return name[:at] + name[at + 1 :] or name


def _longer(known: list[str], chance: random.Random) -> str:
    return f"{chance.choice(known)} {chance.choice(('for Leaders', 'II', '(advanced)', 'experte'))}"


def _unknown(known: list[str], chance: random.Random) -> str:
    words = ("".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(2))
    return " ".join(words)


def main() -> None:
    most = int(sys.argv[1]) if len(sys.argv) > 1 else NUMBERS[-1]
    counts = [many for many in NUMBERS if many <= most]
    print("names        us/name   known   ambiguous")
    for many in counts:
        raw = list(names(many))
        normalise = Normaliser(shipped())
        began = time.process_time()
        standings = [normalise(name).standing for name in raw]
        spent = time.process_time() - began
        shares = [standings.count(s) / many for s in (Standing.KNOWN, Standing.AMBIGUOUS)]
        print(f"{many:>9,} {spent / many * 1e6:>10.1f} {shares[0]:>7.1%} {shares[1]:>9.2%}")
    print("\nthe whole program, -o names.csv")
    for many in counts:
        print(f"{many:>9,} {_program(many) / many * 1e6:>10.1f}")
    print(f"\nrapidfuzz process.extractOne, a sample of {SAMPLE}")
    print(f"{SAMPLE:>9,} {_rapidfuzz() * 1e6:>10.1f}")


def _program(many: int) -> float:
    """Seconds of processor time, of this system and the user's, of one run."""
    with tempfile.TemporaryDirectory() as folder:
        given = Path(folder, "names.txt")
        given.write_text("\n".join(names(many)) + "\n", "utf-8")
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        command = [sys.executable, "-m", "coalition", "skills", "normalise", str(given)]
        subprocess.run([*command, "-o", str(Path(folder, "out.csv"))], check=True,
                       capture_output=True)  # fmt: skip
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _rapidfuzz() -> float:
    """Seconds a name, or NaN where it is not installed."""
    try:
        from rapidfuzz import process
    except ImportError:
        return float("nan")
    known = [row.name for row in shipped().vocabulary.names]
    began = time.process_time()
    for name in names(SAMPLE):
        process.extractOne(name, known)
    return (time.process_time() - began) / SAMPLE


if __name__ == "__main__":
    main()

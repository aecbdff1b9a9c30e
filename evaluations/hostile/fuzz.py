"""Files of a folder with bytes and lines changed at random, read and looked at."""

import random
import resource
from collections.abc import Iterator
from pathlib import Path

from hostile.trial import MOST_MEMORY, apart

_TIMES = 200
_MOST_SECONDS = 240
_PIECES = (b"\0", b'"', b"\n", b"\r", b",", b";", b":", b"=", b"<", b">", b"{", b"[", b"\xff",
           b"9" * 40, b"\xe2\x80\xae", b"\x1b[2J", b"-1", b"NaN", b"null", b"")  # fmt: skip


def faults(folder: Path, seed: int) -> Iterator[str]:
    """What is wrong with how changed files are read; every one is read in a process of its file."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix != ".md":
            yield from apart(_of_one, path, seed)


def _of_one(path: Path, seed: int) -> Iterator[str]:
    from coalition.errors import CoalitionError
    from coalition.exchange.opening import material_from_bytes
    from coalition.exchange.reading import read_material
    from coalition.model.person import Person
    from coalition.workbook.changes.described import described
    from coalition.workbook.storable import storable

    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_MOST_SECONDS, _MOST_SECONDS))
    dice = random.Random(f"{seed} {path.name}")
    whole = path.read_bytes()
    for time in range(_TIMES):
        content = changed(whole, dice)
        try:
            reading = read_material(material_from_bytes(path.name, content), everything=True)
            described(storable(reading), Person("Ada Goodrow"))
        except CoalitionError:
            continue
        except Exception as fault:
            yield f"{path.name}, change {time}: {type(fault).__name__}: {fault}"


def changed(whole: bytes, dice: random.Random) -> bytes:
    """``whole`` with one to six changes."""
    content = bytearray(whole)
    for _ in range(dice.randint(1, 6)):
        at, length = dice.randrange(len(content) + 1), dice.choice((0, 1, 1, 4, 30))
        way = dice.randrange(4)
        if way == 0:
            content[at : at + length] = dice.choice(_PIECES)
        elif way == 1:
            content[at : at + length] = dice.randbytes(length)
        elif way == 2:
            lines = bytes(content).split(b"\n")
            lines.insert(dice.randrange(len(lines)), lines.pop(dice.randrange(len(lines))))
            content = bytearray(b"\n".join(lines))
        else:
            other = dice.randrange(len(content) + 1)
            content[at:at] = content[other : other + 200]
    return bytes(content)

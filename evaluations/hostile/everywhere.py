"""What may be wrong with a file of any format: its values, its encoding, its bytes."""

import gzip
import random
from collections.abc import Iterator

from hostile.case import Case, any_end, good
from hostile.forms import FORMS, GOOD_ROWS, Form, Row
from hostile.values import DAYS, NAMES

_PICTURES = {
    "PNG": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 40,
    "JPEG": b"\xff\xd8\xff\xe0\0\x10JFIF\0" + bytes(range(256)) * 40,
    "ELF": b"\x7fELF\x02\x01\x01\0" + bytes(range(256)) * 40,
    "SQLite": b"SQLite format 3\0" + bytes(4_000),
}


def cases(seed: int) -> Iterator[Case]:
    """For every format."""
    for form in FORMS:
        yield from _hostile_values(form)
        yield from _encodings(form)
        yield from _damage(form, random.Random(f"{seed} {form.name}"))


def _hostile_values(form: Form) -> Iterator[Case]:
    for what, values in NAMES.items():
        rows = [
            *GOOD_ROWS[:1],
            *((value, f"x{at}@example.com", "Analyst", "2026-03-02")
              for at, value in enumerate(values)),
            *GOOD_ROWS[1:],
        ]  # fmt: skip
        yield _of_rows(form, f"names: {what}", rows)
        rows = [
            *GOOD_ROWS[:1],
            *((f"Cai Number{at}", f"x{at}@example.com", value, "2026-03-02")
              for at, value in enumerate(values)),
            *GOOD_ROWS[1:],
        ]  # fmt: skip
        yield _of_rows(form, f"texts: {what}", rows)
    rows = [
        *GOOD_ROWS,
        *((f"Cai Number{at}", f"x{at}@example.com", "Analyst", day)
          for at, day in enumerate(DAYS)),
    ]  # fmt: skip
    yield _of_rows(form, "days that no calendar has", rows)


def _of_rows(form: Form, what: str, rows: list[Row]) -> Case:
    return good(form.family, form.name, what, form.make(rows), touches=form.touches)


def _encodings(form: Form) -> Iterator[Case]:
    text = form.make(GOOD_ROWS)
    many = form.make([*GOOD_ROWS, ("Zoë Müller", "z@example.com", "Führung – “Kür”", "2026-03-02")])
    said = form.family, form.name
    yield good(*said, "cp1252", many.encode("cp1252", "replace"))
    yield good(*said, "two byte order marks", b"\xef\xbb\xbf\xef\xbb\xbf" + text.encode())
    yield good(*said, "UTF-16 with a mark", many.encode("utf-16"))
    yield any_end(*said, "UTF-16 without a mark", text.encode("utf-16-le"))
    yield any_end(*said, "a mark of UTF-16 before UTF-8", b"\xff\xfe" + text.encode())
    yield any_end(*said, "UTF-7", text.encode("utf-7"))
    yield any_end(*said, "carriage returns alone", text.replace("\r\n", "\n").replace("\n", "\r"))


def _damage(form: Form, dice: random.Random) -> Iterator[Case]:
    whole = form.make(GOOD_ROWS).encode()
    said = form.family, form.name
    yield any_end(*said, "cut in the middle", whole[: len(whole) * 2 // 3])
    yield any_end(
        *said, "NULs strewn in", b"\0".join(whole[at : at + 7] for at in range(0, len(whole), 7))
    )
    yield any_end(*said, "NULs at the end", whole + bytes(50_000))
    yield any_end(*said, "packed with gzip", gzip.compress(whole, mtime=0))
    yield any_end(*said, "noise behind it", whole + b"\n" + dice.randbytes(5_000))
    yield any_end(*said, "noise", dice.randbytes(20_000))
    yield any_end(*said, "thrice in one file", whole * 3)
    yield any_end(
        *said, "quotes without end", whole.replace(b",", b',"', 9).replace(b":", b':"', 9)
    )
    kind, content = dice.choice(sorted(_PICTURES.items()))
    yield any_end(*said, f"{kind} of another name", content)

"""Related tags as values: two positions and how related what stands there is."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from coalition.errors import InputError

if TYPE_CHECKING:
    from coalition.model.reading import Reading
    from coalition.tags.weights import Profile


class Related(NamedTuple):
    """Two tags by their positions, from 0 and the lower first, and how related they are: more
    than 0, up to 1.
    """

    first: int
    second: int
    value: float


def parse_similarity(given: object, count: int, name: str) -> tuple[Related, ...]:
    """A similarity as it is given for ``count`` tags, checked and in order.

    given: ``[[i, j, similarity], ...]``, of two positions in the input, from 0, and a number from
           0 (unrelated) to 1 (the same); or a whole matrix, a row of numbers for each tag.
    name:  what it is called in messages.

    Pairs that are not named are unrelated. A pair may be named in both directions; of a tag with
    itself nothing is kept. Raises InputError on the first item that cannot be used.
    """
    if not _is_list(given):
        raise InputError(
            f"{name} holds no similarity: give a list such as [[0, 1, 0.8], [0, 2, 0.3]], of two "
            "positions in the input and a number from 0 to 1."
        )
    known: dict[tuple[int, int], tuple[float, str]] = {}
    for place, item in _items(given, count):
        first, second, value = _checked(item, count, f"{name}, {place}")
        pair = min(first, second), max(first, second)
        before, earlier = known.setdefault(pair, (value, place))
        if before != value:
            raise InputError(
                f"{name}, {place}: the similarity of positions {first} and {second} is {value:g}, "
                f"but {before:g} in {earlier}: keep one of the two."
            )
    return tuple(
        Related(i, j, value) for (i, j), (value, _) in sorted(known.items()) if i != j and value > 0
    )


def renumbered(related: Iterable[Related], to: Sequence[int | None]) -> tuple[Related, ...]:
    """The same with other positions: ``to`` has the new one of each tag, or None where it is not
    there any more. Where several tags become one, the strongest relation counts.
    """
    strongest: dict[tuple[int, int], float] = {}
    for first, second, value in related:
        i, j = to[first], to[second]
        if i is not None and j is not None and i != j:
            pair = min(i, j), max(i, j)
            strongest[pair] = max(value, strongest.get(pair, 0.0))
    return tuple(Related(*pair, value) for pair, value in sorted(strongest.items()))


def positions(readings: Iterable["Reading"], profile: "Profile") -> list[int | None]:
    """For each piece of evidence of the input, in its order, the position of its skill in the
    profile; None where that is not in it.
    """
    at = {id(piece): i for i, skill in enumerate(profile.skills) for piece in skill.evidence}
    return [at.get(id(piece)) for reading in readings for piece in reading.evidence]


def _is_list(value: object) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str | bytes)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _items(given: object, count: int) -> Iterator[tuple[str, object]]:
    """What should be triples, each with where it stands."""
    assert isinstance(given, Sequence)
    if not _is_matrix(given, count):
        yield from ((f"item {n}", item) for n, item in enumerate(given, 1))
        return
    for i, row in enumerate(given):
        for j, value in enumerate(row):
            yield f"row {i + 1}, number {j + 1}", (i, j, value)


def _is_matrix(given: Sequence[object], count: int) -> bool:
    """Whether there is a row of numbers for each tag. Of three tags that could be triples too: it
    is taken for a matrix where it is symmetric and each tag wholly similar to itself.
    """
    rows = [row for row in given if isinstance(row, Sequence) and len(row) == count]
    if not len(rows) == len(given) == count or not all(_is_number(n) for row in rows for n in row):
        return False
    symmetric = all(rows[i][j] == rows[j][i] for i in range(count) for j in range(i))
    return count != 3 or (symmetric and all(rows[i][i] == 1 for i in range(count)))


def _checked(item: object, count: int, place: str) -> tuple[int, int, float]:
    if not isinstance(item, Sequence) or isinstance(item, str | bytes) or len(item) != 3:
        raise InputError(f"{place} is not two positions and a similarity, as in [0, 1, 0.8].")
    for position in item[:2]:
        if not _is_number(position) or position not in range(count):
            raise InputError(
                f"{place}: there is no tag at position {_shown(position)}: the input has {count}, "
                f"counted from 0."
            )
    value = item[2]
    if not _is_number(value) or not 0 <= value <= 1:
        raise InputError(f"{place}: the similarity {_shown(value)} is no number from 0 to 1.")
    return int(item[0]), int(item[1]), float(value)


def _shown(value: object) -> str:
    return f"{value!r:.40}"

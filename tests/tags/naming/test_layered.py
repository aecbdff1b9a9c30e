from hypothesis import given
from hypothesis import strategies as st

from coalition.tags.naming.layered import Changed, Grown, Seen

KEYS = st.sampled_from("abcd")
STEPS = st.lists(st.tuples(KEYS, st.none() | st.integers()))


@given(st.dictionaries(KEYS, st.integers()), STEPS)
def test_a_changed_mapping_is_as_a_changed_copy(
    base: dict[str, int], steps: list[tuple[str, int | None]]
) -> None:
    before = dict(base)
    changed, copy = Changed(base), dict(base)
    for key, value in steps:
        if value is None:
            assert changed.pop(key, -1) == copy.pop(key, -1)
        else:
            changed[key] = copy[key] = value
    assert dict(changed) == copy
    assert len(changed) == len(copy)
    assert [changed.get(key) for key in "abcd"] == [copy.get(key) for key in "abcd"]
    assert base == before


@given(st.lists(st.integers()), st.lists(st.tuples(st.integers(0, 9), st.integers())))
def test_a_grown_sequence_is_as_a_grown_copy(base: list[int], steps: list[tuple[int, int]]) -> None:
    grown, copy = Grown(tuple(base)), list(base)
    for at, value in steps:
        if at < len(copy):
            grown[at] = copy[at] = value
        else:
            grown.append(value)
            copy.append(value)
    assert list(grown) == copy
    assert [grown[at] for at in range(len(grown))] == copy
    assert grown[1:3] == copy[1:3]


def test_a_seen_sequence_has_what_is_made_of_each() -> None:
    doubled = Seen([1, 2, 3], lambda number: 2 * number)
    assert (list(doubled), doubled[1], doubled[1:], len(doubled)) == ([2, 4, 6], 4, [4, 6], 3)

import random
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.tags.clusters import MOST, Cluster, clusters
from coalition.tags.related import Related

TAGS = [(name, float(weight)) for weight, name in enumerate("ABCDEFGHIJKLMNOPQRST", 1)]
RELATED = st.dictionaries(
    st.tuples(st.integers(0, 19), st.integers(0, 19)).filter(lambda pair: pair[0] < pair[1]),
    st.sampled_from([0.05, 0.3, 0.3, 0.9]),
    max_size=60,
).map(lambda found: tuple(Related(*pair, value) for pair, value in sorted(found.items())))


def cliques(*members: str, value: float = 0.5) -> tuple[Related, ...]:
    """Tags, by letter, that are all related within each string."""
    places = {name: position for position, (name, _) in enumerate(TAGS)}
    return tuple(
        Related(*sorted((places[a], places[b])), value)  # type: ignore[misc]
        for own in members
        for a, b in combinations(own, 2)
    )


def names(found: tuple[Cluster, ...]) -> list[str]:
    return ["".join(TAGS[position][0] for position in cluster.members) for cluster in found]


def test_tags_that_are_related_among_themselves_are_a_group() -> None:
    between = cliques("AE", "CG", value=0.05)
    found = clusters(TAGS[:8], cliques("ABCD", "EFGH") + between)
    assert names(found) == ["HGFE", "DCBA"]


def test_a_group_is_named_by_its_heaviest_tag() -> None:
    assert [cluster.name for cluster in clusters(TAGS[:4], cliques("AB", "CD"))] == ["D", "B"]


def test_tags_related_to_none_are_the_rest() -> None:
    assert names(clusters(TAGS[:5], cliques("AB", "CD"))) == ["DC", "BA"]


def test_without_relations_there_are_no_groups() -> None:
    assert clusters(TAGS, ()) == clusters([], ()) == ()


def test_there_are_no_more_groups_than_colours() -> None:
    pairs = ["AB", "CD", "EF", "GH", "IJ", "KL", "MN", "OP"]
    assert names(clusters(TAGS[:16], cliques(*pairs))) == [pair[::-1] for pair in reversed(pairs)]
    # One tag alone makes a rest, which needs the eighth colour.
    assert len(clusters(TAGS[:17], cliques(*pairs))) == MOST - 1


def test_too_many_groups_are_joined_to_those_they_are_most_related_to() -> None:
    found = clusters(TAGS[:8], cliques("ABC", "DEF", "GH") + cliques("AG", value=0.1), most=2)
    assert names(found) == ["HGCBA", "FED"]


def test_of_three_groups_in_a_row_the_middle_one_stays_in_one_piece() -> None:
    found = clusters(TAGS[:9], cliques("ABC", "DEF", "GHI") + cliques("CD", "FG", value=0.2))
    assert names(found) == ["IHG", "FED", "CBA"]


@given(RELATED, st.integers(2, 9))
def test_every_group_has_members_of_its_own(related: tuple[Related, ...], most: int) -> None:
    found = clusters(TAGS, related, most)
    members = [position for cluster in found for position in cluster.members]
    assert len(members) == len(set(members))
    assert len(found) + (len(members) < len(TAGS)) <= most
    linked = {position for pair in related for position in pair[:2]}
    assert set(members) <= linked
    for cluster in found:
        assert len(cluster.members) > 1
        weights = [TAGS[position][1] for position in cluster.members]
        assert weights == sorted(weights, reverse=True)
        assert cluster.name == TAGS[cluster.members[0]][0]
    totals = [sum(TAGS[position][1] for position in cluster.members) for cluster in found]
    assert totals == sorted(totals, reverse=True)


@given(RELATED, st.randoms())
def test_the_order_of_the_tags_never_matters(
    related: tuple[Related, ...], chance: random.Random
) -> None:
    order = list(range(len(TAGS)))
    chance.shuffle(order)
    place = {old: new for new, old in enumerate(order)}
    turned = tuple(Related(*sorted((place[i], place[j])), v) for i, j, v in related)
    moved = clusters([TAGS[old] for old in order], turned)
    assert [[order[i] for i in c.members] for c in moved] == [
        list(c.members) for c in clusters(TAGS, related)
    ]


@pytest.mark.parametrize("seed", range(5))
def test_planted_groups_are_found_again(seed: int) -> None:
    chance = random.Random(seed)
    related = [
        Related(i, j, chance.uniform(0.3, 0.6) if i % 4 == j % 4 else chance.uniform(0, 0.1))
        for i, j in combinations(range(40), 2)
        if i % 4 == j % 4 or chance.random() < 0.5
    ]
    found = clusters([(f"tag {n}", 1.0) for n in range(40)], related)
    assert sorted(sorted(cluster.members) for cluster in found) == [
        list(range(field, 40, 4)) for field in range(4)
    ]

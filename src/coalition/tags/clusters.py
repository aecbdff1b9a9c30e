"""Groups among related tags: found, not given, each named by its heaviest tag.

The method is that of Blondel, Guillaume, Lambiotte and Lefebvre, "Fast unfolding of communities in
large networks" (J. Stat. Mech. P10008, 2008), known as Louvain: tags move to the group they are
related to most beyond what chance would give, groups become single tags, and so on until nothing
gains (modularity; Newman, 2004). Where that leaves more groups than wanted, the smallest is joined
to the one it is most related to, and so on.

All sums are of integers and tags are visited heaviest first, so that neither the order of the
input nor the machine changes the outcome.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import fsum

from coalition.tags.related import Related

MOST = 8
"""Groups, the rest counted as one: as many as there are colours that can be told apart."""

_UNITS = 1_000_000
"""A similarity of 1 as an integer."""

Links = list[dict[int, int]]
"""For each node its neighbours, itself possibly among them, with the strength of the link."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """A group of related tags.

    name:    the heaviest tag's.
    members: positions, heaviest first.
    """

    name: str
    members: tuple[int, ...]


def clusters(
    tags: Sequence[tuple[str, float]], related: Iterable[Related], most: int = MOST
) -> tuple[Cluster, ...]:
    """The groups among (name, weight) pairs, which ``related`` names by position.

    Each has at least two tags; the heaviest group is first. Tags in none are the rest. There are
    at most ``most`` groups, or one fewer where there is a rest.
    """
    order = sorted(range(len(tags)), key=lambda i: (-tags[i][1], tags[i][0], i))
    links = _links(order, related)
    groups = _joined(links, _communities(links), most)
    named = [
        Cluster(tags[order[own[0]]][0], tuple(order[node] for node in own))
        for own in sorted(map(sorted, groups))
        if len(own) > 1
    ]
    named.sort(key=lambda cluster: -_weight(cluster, tags))
    return tuple(named)


def _weight(cluster: Cluster, tags: Sequence[tuple[str, float]]) -> float:
    return fsum(tags[position][1] for position in cluster.members)


def _links(order: Sequence[int], related: Iterable[Related]) -> Links:
    """The relations between the tags in that order."""
    place = {position: node for node, position in enumerate(order)}
    links: Links = [{} for _ in order]
    for first, second, value in related:
        if strength := round(value * _UNITS):
            i, j = place[first], place[second]
            links[i][j] = links[j][i] = strength
    return [dict(sorted(near.items())) for near in links]


def _communities(links: Links) -> list[list[int]]:
    """The nodes in groups whose modularity no move of a node or of a group raises."""
    groups = [[node] for node in range(len(links))]
    while True:
        label = _moved(links)
        new = {old: at for at, old in enumerate(dict.fromkeys(label))}
        if len(new) == len(links):
            return groups
        label = [new[old] for old in label]
        merged: list[list[int]] = [[] for _ in new]
        for at, own in zip(label, groups, strict=True):
            merged[at] += own
        links, groups = _condensed(links, label, len(new)), merged


def _moved(links: Links) -> list[int]:
    """For each node its group's label, after moves of single nodes for as long as one gains."""
    degree = [sum(near.values()) for near in links]
    both_ways = sum(degree)
    label, total = list(range(len(links))), list(degree)
    moving = True
    while moving:
        moving = False
        for node, near in enumerate(links):
            home = label[node]
            linked = defaultdict(int, {home: 0})
            for other, strength in near.items():
                if other != node:
                    linked[label[other]] += strength
            total[home] -= degree[node]
            # What is linked to the group beyond what chance gives to nodes of these degrees.
            gains = {at: both_ways * s - degree[node] * total[at] for at, s in linked.items()}
            best = max(gains, key=lambda at: (gains[at], at == home, -at))
            total[best] += degree[node]
            label[node] = best
            moving |= best != home
    return label


def _condensed(links: Links, label: Sequence[int], count: int) -> Links:
    """The links between groups; those inside a group lead to itself."""
    between: Links = [defaultdict(int) for _ in range(count)]
    for node, near in enumerate(links):
        for other, strength in near.items():
            between[label[node]][label[other]] += strength
    return between


def _joined(links: Links, groups: list[list[int]], most: int) -> list[list[int]]:
    """The groups, the smallest joined to what it is most related to for the other's size until
    there are no more than wanted; one that is related to none is left out.
    """
    label = {node: at for at, own in enumerate(groups) for node in own}
    between = _condensed(links, [label[node] for node in range(len(links))], len(groups))
    size = [sum(near.values()) for near in between]
    joined = {at: own for at, own in enumerate(groups) if len(own) > 1 or size[at]}
    while len(joined) > (most if sum(map(len, joined.values())) == len(links) else most - 1):
        gone = min(joined, key=lambda at: (len(joined[at]), -at))
        own, near = joined.pop(gone), between[gone]
        near.pop(gone, None)
        if near:
            to = max(near, key=lambda at: (near[at] / size[at], -at))
            joined[to] += own
            size[to] += size[gone]
            _join(between, to, gone)
    return list(joined.values())


def _join(between: Links, kept: int, gone: int) -> None:
    """Give one group's links to another."""
    for other, strength in between[gone].items():
        del between[other][gone]
        if other != kept:
            together = between[kept].get(other, 0) + strength
            between[kept][other] = between[other][kept] = together

"""Which tags belong together: as given, as the data tell, or by their groups."""

from collections.abc import Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from coalition.cloud.weigh import Tag
from coalition.tags.related import Related, renumbered

if TYPE_CHECKING:
    from coalition.tags.naming.recognition import Recognition

IN_ONE_GROUP = 0.5
"""How related two tags of one group are where tags are placed by group."""


def related_tags(
    tags: Sequence[Tag],
    given: Sequence[Related] | None,
    recognition: "Recognition | None" = None,
) -> tuple[Related, ...]:
    """How related tags are to each other, by their positions.

    given: relations by the tags' positions in the input; without, their evidence tells, or else
    their words (docs/similarity.md), and the list of skills, the one that comes along if no
    ``recognition`` is given.
    """
    if given is not None:
        to: list[int | None] = [None] * (1 + max((tag.position for tag in tags), default=0))
        for at, tag in enumerate(tags):
            to[tag.position] = at
        known = (pair for pair in given if max(pair.first, pair.second) < len(to))
        return renumbered(known, to)
    from coalition.tags.similarity import similarity, similarity_of_names

    skills = [tag.skill for tag in tags if tag.skill]
    if len(skills) == len(tags):
        return similarity(skills, recognition)
    return similarity_of_names([tag.text for tag in tags], recognition)


def with_known_groups(tags: Sequence[Tag], recognition: "Recognition | None" = None) -> list[Tag]:
    """The tags in the groups of the list of skills; nothing where it knows less than half, unless
    the list is the user's own and puts one into a group.
    """
    from coalition.tags.kinship import place_of
    from coalition.tags.naming.shipped import shipped

    known = recognition or shipped()
    groups = [place_of(tag.text, known).group for tag in tags]
    if sum(map(bool, groups)) * 2 < len(groups):
        usual = [place_of(tag.text, shipped()).group for tag in tags] if recognition else groups
        if not any(group and group != before for group, before in zip(groups, usual, strict=True)):
            return []
    return [tag._replace(group=group) for tag, group in zip(tags, groups, strict=True)]


def with_groups(tags: Sequence[Tag], related: Sequence[Related]) -> list[Tag]:
    """The tags, each in a group found from how related they are; those of the rest in none."""
    from coalition.tags.clusters import clusters

    found = clusters([(tag.text, tag.weight) for tag in tags], related)
    names = {position: cluster.name for cluster in found for position in cluster.members}
    return [tag._replace(group=names.get(i, "")) for i, tag in enumerate(tags)]


def by_group(tags: Sequence[Tag]) -> tuple[Related, ...]:
    """All tags of one group are related, and no others."""
    members: dict[str, list[int]] = {}
    for at, tag in enumerate(tags):
        if tag.group:
            members.setdefault(tag.group, []).append(at)
    return tuple(
        Related(i, j, IN_ONE_GROUP) for group in members.values() for i, j in combinations(group, 2)
    )

"""What brings tags together: what they have to do with each other, or their group."""

import pytest

from coalition import tag_cloud
from coalition.cloud.relations import by_group
from coalition.cloud.weigh import Tag
from coalition.errors import InputError
from coalition.tags.weights import WeightedSkill

NAMES = (
    "Coaching",
    "Mentoring",
    "Budget",
    "Audit",
    "Python",
    "Linux",
    "Hiring",
    "Payroll",
    "Branding",
    "Slogans",
    "Welding",
    "Milling",
    "Surgery",
    "Nursing",
    "Debate",
    "Rhetoric",
    "Sailing",
    "Rowing",
    "Botany",
    "Zoology",
    "Optics",
    "Acoustics",
    "Latin",
    "Greek",
)
TAGS = [(name, 40 / (rank + 1) ** 0.6) for rank, name in enumerate(NAMES)]
PAIRS = [(i, i + 1, 1.0) for i in range(0, len(NAMES), 2)]


def neighbours(cloud):
    """The pairs of PAIRS whose boxes are at most half the smaller one's height apart."""
    boxes = {
        m.text: (m.x, m.y - 0.75 * m.size, m.x + m.width, m.y + 0.2 * m.size, m.size)
        for m in cloud.picture.marks
    }
    count = 0
    for i, j, _value in PAIRS:
        a, b = boxes[NAMES[i]], boxes[NAMES[j]]
        across = max(a[0] - b[2], b[0] - a[2], 0)
        down = max(a[1] - b[3], b[1] - a[3], 0)
        count += across**2 + down**2 <= (0.475 * min(a[4], b[4])) ** 2
    return count


def test_related_tags_come_together_where_a_similarity_is_given():
    assert neighbours(tag_cloud(TAGS, similarity=PAIRS)) >= 10
    assert neighbours(tag_cloud(TAGS)) <= 5  # by chance


def test_a_similarity_alone_asks_for_the_layout_by_meaning():
    assert (
        tag_cloud(TAGS, similarity=PAIRS).svg()
        == tag_cloud(TAGS, similarity=PAIRS, layout="meaning").svg()
    )


def test_without_a_similarity_the_words_themselves_tell():
    words = [("Risk Management", 9), ("Welding", 8), ("Risk Analysis", 7), ("Botany", 6)]
    assert len(tag_cloud(words, layout="meaning").words) == 4


def test_layouts_keep_sizes_exact_and_drop_nothing():
    for layout in ("compact", "meaning", "group"):
        given = None if layout == "compact" else PAIRS
        words = tag_cloud(TAGS, layout=layout, similarity=given).words
        assert len(words) == len(TAGS)
        ratios = [word.size / word.weight**0.5 for word in words]
        assert max(ratios) / min(ratios) == pytest.approx(1, rel=1e-9)


def test_positions_are_those_of_the_input_even_where_it_is_not_in_order_of_weight():
    rising = list(reversed(TAGS))
    last = len(TAGS) - 1
    turned = [(last - i, last - j, value) for i, j, value in PAIRS]
    assert neighbours(tag_cloud(rising, similarity=turned)) == neighbours(
        tag_cloud(TAGS, similarity=PAIRS)
    )


def test_tags_of_one_group_are_related_and_no_others():
    tags = [Tag("a", 3, "x"), Tag("b", 2, "y"), Tag("c", 1, "x"), Tag("d", 1)]
    assert [(first, second) for first, second, _ in by_group(tags)] == [(0, 2)]


def test_groups_are_found_where_the_source_has_none():
    cloud = tag_cloud(TAGS, similarity=PAIRS, colour="group")
    labels = [entry.label for entry in cloud.picture.legend]
    assert "Coaching" in labels
    of = {tag.text: tag.group for tag in cloud.tags}
    assert of["Coaching"] == of["Mentoring"] != of["Python"]


def test_where_the_source_has_none_the_groups_of_the_list_of_skills_are_taken():
    cloud = tag_cloud([("Python", 9), ("Leadership", 4), ("Team Leadership", 3)], colour="group")
    assert [entry.label for entry in cloud.picture.legend] == ["Technology", "Leadership"]


def test_a_name_that_the_list_does_not_know_is_in_the_group_of_what_it_is_a_kind_of():
    cloud = tag_cloud([("Widget Project Management", 9), ("Python", 4)], colour="group")
    assert {tag.text: tag.group for tag in cloud.tags}["Widget Project Management"] == (
        "Projects & Products"
    )


def test_groups_of_the_source_go_before_those_found():
    skills = [
        WeightedSkill("Coaching", 3, group="People"),
        WeightedSkill("Audit", 2, group="Money"),
    ]
    cloud = tag_cloud(skills, colour="group", layout="group")
    assert {entry.label for entry in cloud.picture.legend} == {"People", "Money"}


@pytest.mark.parametrize(
    ("arguments", "wrong"),
    [
        ({"layout": "spiral"}, 'no layout "spiral"'),
        ({"similarity": [(0, 99, 0.5)]}, "position 99"),
        ({"similarity": [(0, 1, 7)]}, "0"),
    ],
)
def test_what_cannot_be_used_is_refused_in_one_sentence(arguments, wrong):
    with pytest.raises(InputError, match=wrong):
        tag_cloud(TAGS, **arguments)


def test_the_compact_layout_refuses_a_similarity_but_for_its_groups():
    with pytest.raises(InputError, match="compact layout goes by no similarity"):
        tag_cloud(TAGS, layout="compact", similarity=PAIRS)
    assert tag_cloud(TAGS, layout="compact", similarity=PAIRS, colour="group").picture.legend

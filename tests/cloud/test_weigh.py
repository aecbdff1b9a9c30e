"""What may be given as weights, and how large it makes the tags."""

from math import inf, log1p, nan, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.cloud.weigh import Dropped, relative_sizes, select, tags_of
from coalition.errors import BadWeight, InputError
from coalition.model.evidence import Evidence, Kind
from coalition.model.source import Source
from coalition.tags.weights import Profile, WeightedSkill

LISTED = Evidence("Coaching", Kind.LISTED, Source("cv.json"), amount=0)
SKILL = WeightedSkill("Coaching", 3.0, evidence=(LISTED,), group="People")


def test_a_mapping_pairs_a_profile_and_its_skills_are_all_weights():
    expected = [("Coaching", 3.0)]
    for weights in ({"Coaching": 3}, [("Coaching", 3)], Profile((SKILL,)), [SKILL]):
        assert [(tag.text, tag.weight) for tag in tags_of(weights)] == expected


def test_a_skill_keeps_its_group_and_its_evidence():
    (tag,) = tags_of([SKILL])
    assert (tag.group, tag.skill) == ("People", SKILL)


def test_heaviest_first_and_ties_as_given():
    pairs = [("b", 1), ("c", 5), ("a", 1)]
    assert [tag.text for tag in tags_of(pairs)] == ["c", "b", "a"]


def test_line_breaks_and_runs_of_spaces_in_a_tag_become_one_space():
    assert tags_of([(" Change\n  Management ", 1)])[0].text == "Change Management"


@pytest.mark.parametrize("weight", [-1, nan, inf, -inf, 1e16, 1e-10])
def test_a_weight_that_is_none_is_refused_by_the_tag_s_name(weight):
    with pytest.raises(BadWeight, match='"Coaching"'):
        tags_of([("Coaching", weight)])


@pytest.mark.parametrize("item", ["Coaching", ("Coaching", "many"), ("a", 1, 2), 7, None])
def test_something_that_is_no_pair_is_refused(item):
    with pytest.raises(InputError, match="with its weight"):
        tags_of([item])


def test_blank_tags_and_weight_zero_are_dropped_with_the_reason():
    kept, dropped = select(tags_of([("a", 1), ("b", 0), (" ", 2)]), None)
    assert [tag.text for tag in kept] == ["a"]
    assert dropped == [Dropped("", "it has no text"), Dropped("b", "its weight is 0")]


def test_tags_past_the_number_asked_for_are_told():
    kept, dropped = select(tags_of([("a", 3), ("b", 2), ("c", 1)]), 2)
    assert [tag.text for tag in kept] == ["a", "b"]
    assert dropped == [Dropped("c", "only the 2 heaviest were asked for")]


@given(st.lists(st.floats(0.01, 1e9), min_size=2), st.sampled_from(["sqrt", "linear", "log"]))
def test_sizes_are_the_scale_s_function_of_the_weight(weights, scale):
    function = {"sqrt": sqrt, "linear": lambda weight: weight, "log": log1p}[scale]
    sizes = relative_sizes(weights, scale)
    for weight, size in zip(weights, sizes, strict=True):
        assert size / sizes[0] == pytest.approx(function(weight) / function(weights[0]))


def test_an_unknown_scale_is_refused_with_those_there_are():
    with pytest.raises(InputError, match="sqrt, linear, log"):
        relative_sizes([1], "cubic")

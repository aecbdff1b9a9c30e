"""What the colours of a cloud mean, and that the legend and the remarks say it."""

import pytest

from coalition.cloud.colour import Style, coloured, colours_of, legend_of, remarks, style_of
from coalition.cloud.weigh import Tag
from coalition.drawing.palette import THEMES
from coalition.errors import InputError
from coalition.model.evidence import Evidence, Kind
from coalition.model.source import Source
from coalition.tags.weights import WeightedSkill

OWN = style_of("light", "own")
BY_GROUP = style_of("light", "group")
GROUPS = THEMES["light"].groups


def tags(*groups: str) -> list[Tag]:
    return [Tag(f"Skill {i}", 100 - i, group) for i, group in enumerate(groups)]


def given(text: str, weight: float, *colours: str) -> Tag:
    """A tag whose sources give it these colours."""
    evidence = tuple(
        Evidence(text, Kind.COUNTED, Source("team.csv", line), colour=colour)
        for line, colour in enumerate(colours, 2)
    )
    return Tag(text, weight, skill=WeightedSkill(text, weight, evidence))


def test_each_group_has_a_colour_and_the_heaviest_comes_first() -> None:
    found = [Tag("a", 1, "Law"), Tag("b", 5, "People"), Tag("c", 2, "Law")]
    assert colours_of(found, BY_GROUP) == [GROUPS[1], GROUPS[0], GROUPS[1]]
    assert [entry.label for entry in legend_of(found, BY_GROUP)] == ["People", "Law"]


def test_tags_without_a_group_share_a_colour_that_the_legend_names_last() -> None:
    found = [Tag("a", 9), Tag("b", 1, "Law")]
    assert colours_of(found, BY_GROUP) == [GROUPS[1], GROUPS[0]]
    assert [(e.label, e.colour) for e in legend_of(found, BY_GROUP)] == [
        ("Law", GROUPS[0]),
        ("other", GROUPS[1]),
    ]


@pytest.mark.parametrize(
    ("groups", "labels"),
    [
        ("ABCDEFGH", [*"ABCDEFGH"]),
        ("ABCDEFGHI", [*"ABCDEFG", "other"]),
        ("ABCDEFGHIJKL", [*"ABCDEFG", "other"]),
    ],
)
def test_no_colour_ever_stands_for_two_groups_of_the_legend(groups: str, labels: list[str]) -> None:
    found = tags(*groups)
    legend = legend_of(found, BY_GROUP)
    assert [entry.label for entry in legend] == labels
    assert len({entry.colour for entry in legend}) == len(legend)
    named = {entry.label: entry.colour for entry in legend}
    expected = [named.get(tag.group, named.get("other")) for tag in found]
    assert colours_of(found, BY_GROUP) == expected


def test_eight_groups_and_tags_without_one_still_have_colours_of_their_own() -> None:
    legend = legend_of(tags(*"ABCDEFGH", ""), BY_GROUP)
    assert [entry.label for entry in legend] == [*"ABCDEFG", "other"]


def test_without_any_group_colours_show_the_weight_and_the_user_is_told() -> None:
    found = [Tag("a", 9), Tag("b", 1)]
    assert colours_of(found, BY_GROUP) == colours_of(found, style_of("light", "weight"))
    assert legend_of(found, BY_GROUP) == ()
    assert remarks(found, BY_GROUP) == (
        "No groups were given and none was found, so the colours show the weight.",
    )
    assert remarks(tags("Law"), BY_GROUP) == ()


@pytest.mark.parametrize(
    ("theme", "colour", "readable"),
    [
        ("light", "yellow", False),
        ("dark", "yellow", True),
        ("light", "#1a6e8c", True),
        ("dark", "#1a6e8c", False),
    ],
)
def test_a_colour_that_is_hard_to_read_is_remarked(theme: str, colour: str, readable: bool) -> None:
    said = remarks([Tag("a", 1)], style_of(theme, colour))
    assert (said == ()) is readable
    if said:
        assert f"hard to read on a {theme} background" in said[0]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_ramp_follows_the_square_root_of_the_weight_as_the_size_does(theme: str) -> None:
    ramp = THEMES[theme].ramp
    found = [
        Tag(f"Skill {i}", 400 * (share / 1000) ** 2) for i, share in enumerate(range(1000, 0, -1))
    ]
    expected = [ramp[min(len(ramp) - 1, share * len(ramp) // 1000)] for share in range(1000, 0, -1)]
    shown = colours_of(found, style_of(theme, "weight"))
    edges = {1000 * step // len(ramp) for step in range(len(ramp))}  # either colour, by rounding
    assert all(
        a == b or share in edges
        for a, b, share in zip(shown, expected, range(1000, 0, -1), strict=True)
    )


@pytest.mark.parametrize("colour", ["weight", "single"])
def test_our_own_colours_need_no_remark(colour: str) -> None:
    assert remarks([Tag("a", 1)], style_of("dark", colour)) == ()


def test_one_chosen_colour_is_every_tags() -> None:
    assert colours_of(tags("A", "B"), style_of("light", "Teal")) == ["#008080", "#008080"]


def test_own_colours_are_those_of_the_first_source_that_gives_one() -> None:
    found = [given("Law", 9, "", "Teal", "#123"), given("Art", 4)]
    by_weight = colours_of(found, style_of("light", "weight"))
    assert colours_of(coloured(found, OWN, {}), OWN) == ["#008080", by_weight[1]]
    assert legend_of(found, OWN) == ()


@pytest.mark.parametrize("style", [BY_GROUP, style_of("light", "weight"), style_of("dark", "red")])
def test_own_colours_are_shown_where_they_are_asked_for(style: Style) -> None:
    found = [given("Law", 9, "Teal"), given("Art", 4, "no colour at all")]
    assert colours_of(coloured(found, style, {}), style) == colours_of(found, style)


def test_a_tag_can_be_given_a_colour_in_any_style() -> None:
    found = [given("Law", 9, "#123456"), Tag("Art", 4, "Arts"), Tag("Tax", 2, "Money")]
    colours = {"Art": "#a1b2c3", "Nowhere": "#000"}
    for style in (OWN, BY_GROUP):
        shown = colours_of(coloured(found, style, colours), style)
        assert shown[1] == "#a1b2c3"
    assert shown == [GROUPS[2], "#a1b2c3", GROUPS[1]]
    assert colours_of(coloured(found, OWN, {"Law": "red"}), OWN)[0] == "#ff0000"


def test_what_is_no_colour_is_refused_with_its_place() -> None:
    with pytest.raises(InputError, match=r'^team.csv, line 3: "dark oak" is not a colour: write'):
        coloured([given("Law", 9, "", "dark oak")], OWN, {})
    with pytest.raises(InputError, match='"reddish" is not a colour'):
        coloured([Tag("Law", 1)], OWN, {"Law": "reddish"})


def test_without_any_colour_of_their_own_tags_show_the_weight_and_the_user_is_told() -> None:
    assert remarks(coloured([given("Law", 9)], OWN, {}), OWN) == (
        "No source gives its skills colours, so the colours show the weight.",
    )


def test_own_colours_that_are_hard_to_read_are_remarked_with_their_tags() -> None:
    tags = [Tag(name, 1) for name in ("Law", "Art", "Tax", "Zen", "Tea")]
    colours = dict.fromkeys(("Law", "Tax", "Zen", "Tea"), "yellow") | {"Art": "navy"}
    assert remarks(coloured(tags, BY_GROUP, colours), style_of("light", "weight")) == (
        'The colour #ffff00 of "Law", "Tax", "Zen" and 1 more is hard to read on a light '
        "background: its contrast is 1.1, and 4.5 is wanted.",
    )
    assert remarks(coloured(tags[:2], OWN, {"Art": "#fff"}), style_of("light", "#eee")) == (
        "The colour #eeeeee is hard to read on a light background: its contrast is 1.2, and 4.5"
        " is wanted.",
        'The colour #ffffff of "Art" is hard to read on a light background: its contrast is 1.0,'
        " and 4.5 is wanted.",
    )


def test_an_unknown_colour_or_theme_is_refused() -> None:
    with pytest.raises(InputError, match="not a colour"):
        style_of("light", "reddish")
    with pytest.raises(InputError, match="no theme"):
        style_of("sepia", "weight")

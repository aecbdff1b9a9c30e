"""Clouds over time: places stay, sizes say the same in every year, no tag touches another."""

import json
import re
from dataclasses import replace
from io import BytesIO
from itertools import product

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from coalition import clouds_by_year, profile, tag_cloud
from coalition.cloud.over_time import _smaller, _whole
from coalition.cloud.tag_cloud import TagCloud
from coalition.errors import NothingFound
from coalition.model.evidence import Evidence, Kind
from coalition.model.reading import Reading
from coalition.model.source import Source
from coalition.tags.weights import Profile, WeightedSkill

NAMES = (
    *("Lllollo", "Gpgogpg", "Change Management", "Apply", "Typography", "Hilly dusk", "L", "pqg"),
    *("إدارة التغيير", "Ünüü", "Jogging", "Tailoring", "llllaaaa", "aaaagggg", "Fjord", "Q&A"),
)
"""Letters that reach up and down, beside such as do not: neighbours stand in their notches."""

NESTED = (
    *("lllaaaaaaaaggg", "aaaaaaaaaaaalll", "oxo", "noon soon", "naan", "gggaaaaaaalll"),
    *("lllaaaaaaaaaaaaa", "gggaaaaaaaaaaaa", "Llama sauce moon", "worn vamps"),
)
"""Of these, in this order, some met as they grew before they were given room to."""


def said(skill: str, by: int, year: int | None) -> Evidence:
    on = None if year is None else f"{year}-06-01"
    return Evidence(skill, Kind.ENDORSED, Source("a.csv", 2), by=f"{by}", by_key=f"{by}", on=on)


def of(counts: dict[str, list[int]], first: int = 2018) -> Profile:
    """For each skill how many more people endorse it, year by year."""
    evidence = []
    for skill, more in counts.items():
        years = [first + i for i, count in enumerate(more) for _ in range(count)]
        evidence += [said(skill, by, year) for by, year in enumerate(years)]
    return profile([Reading("any", "a.csv", evidence=tuple(evidence))])


BOSS = of({"Coaching": [1, 3, 0, 5], "Budgeting": [4, 0, 0, 0], "Welding": [0, 0, 0, 2]})

growing = st.dictionaries(
    st.sampled_from(NAMES),
    st.lists(st.integers(0, 9), min_size=3, max_size=3),
    min_size=1,
    max_size=len(NAMES),
).filter(lambda counts: any(map(sum, counts.values())))


def middles(cloud: TagCloud) -> dict[str, tuple[float, float]]:
    """The middle of each tag's ink as it is drawn, in px."""
    found = {}
    for mark in cloud.picture.marks:
        box = drawn(cloud, mark.text).getbbox()
        assert box
        found[mark.text] = ((box[0] + box[2]) / 8, (box[1] + box[3]) / 8)
    return found


def drawn(cloud: TagCloud, text: str) -> Image.Image:
    """One tag of the cloud alone, at four times the resolution: 255 where it has ink, else 0."""
    marks = tuple(
        mark._replace(colour="#000000") for mark in cloud.picture.marks if mark.text == text
    )
    alone = cloud.picture._replace(marks=marks, heading=(), legend=(), transparent=True)
    content = replace(cloud, picture=alone).png(density=4)
    return Image.open(BytesIO(content)).getchannel("A").point(lambda ink: 255 * (ink > 127))


def overlap(cloud: TagCloud) -> int:
    """Pixels, at four times the resolution, that two tags take."""
    taken = Image.new("L", (4 * cloud.picture.width, 4 * cloud.picture.height))
    count = 0
    for text in {mark.text for mark in cloud.picture.marks}:
        ink = drawn(cloud, text)
        count += ImageChops.multiply(taken, ink).histogram()[255]
        taken = ImageChops.lighter(taken, ink)
    return count


@settings(max_examples=6, deadline=None)
@given(growing, st.sampled_from(["compact", "meaning"]))
def test_places_stay_sizes_are_exact_and_no_tag_touches_another(
    counts: dict[str, list[int]], layout: str
) -> None:
    clouds = clouds_by_year(of(counts), size=(200, 150), layout=layout)
    worth = clouds.clouds[-1].words[0].size / clouds.clouds[-1].words[0].weight ** 0.5
    where: dict[str, tuple[float, float]] = {}
    for cloud in clouds.clouds:
        assert overlap(cloud) == 0
        for word in cloud.words:
            assert word.size == pytest.approx(worth * word.weight**0.5, rel=1e-9)
        for text, (x, y) in middles(cloud).items():
            was = where.setdefault(text, (x, y))
            assert (x, y) == pytest.approx(was, abs=0.4)  # drawn in quarters of a px


def at_every_size(cloud: TagCloud, sizes: int = 16) -> TagCloud:
    """Every tag drawn many times, ever smaller about the middle of its ink."""
    where = middles(cloud)
    marks = [
        _smaller(mark, where[mark.text], (i + 1) / sizes)
        for mark in cloud.picture.marks
        for i in range(sizes)
    ]
    return replace(cloud, picture=cloud.picture._replace(marks=tuple(marks)))


@settings(max_examples=8, deadline=None)
@given(st.lists(st.sampled_from(NAMES + NESTED), min_size=2, unique=True), st.floats(0.3, 1.5))
@example(list(NESTED), 0.3)
def test_what_a_growing_tag_passes_over_is_its_own(names: list[str], steep: float) -> None:
    tags = [(name, 20 / (i + 1) ** steep) for i, name in enumerate(names)]
    assert overlap(at_every_size(tag_cloud(tags, size=(200, 150), growing=True))) == 0


def test_the_last_year_is_the_cloud_of_all_that_was_said() -> None:
    clouds = clouds_by_year(BOSS)
    assert clouds.years == (2018, 2019, 2020, 2021)
    assert [(word.text, word.weight) for word in clouds.clouds[-1].words] == [
        (word.text, word.weight) for word in tag_cloud(BOSS).words
    ]
    assert [(word.text, word.weight) for word in clouds.clouds[0].words] == [
        ("Budgeting", 4),
        ("Coaching", 1),
    ]


def test_each_year_is_written_above_its_cloud_and_told_to_a_screen_reader() -> None:
    clouds = clouds_by_year(BOSS, title="  My new boss ")
    for year, cloud in zip(clouds.years, clouds.clouds, strict=True):
        assert [line.text for line in cloud.picture.heading] == [f"My new boss, {year}"]
        assert f"My new boss, {year}</title>" in cloud.svg()
        assert cloud.picture.description.startswith(f"A tag cloud of {len(cloud.tags)} tags")
    bare = clouds_by_year(BOSS).clouds[0]
    assert [line.text for line in bare.picture.heading] == ["2018"]


def test_the_same_weight_has_the_same_colour_in_every_year() -> None:
    clouds = clouds_by_year(BOSS)
    colours: dict[float, set[str]] = {}
    for cloud in clouds.clouds:
        for word in cloud.words:
            colours.setdefault(word.weight, set()).add(word.colour)
    assert [len(found) for found in colours.values()] == [1] * len(colours)


def test_a_group_has_the_same_colour_and_the_legend_is_there_in_every_year() -> None:
    evidence = [
        replace(said("Law", 1, 2018), group="Rules"),
        *(replace(said("Coaching", by, 2019), group="People") for by in range(5)),
    ]
    grouped = profile([Reading("any", "a.csv", evidence=tuple(evidence))])
    first, last = clouds_by_year(grouped, colour="group").clouds
    assert first.picture.legend == last.picture.legend
    assert first.words[0].colour == last.words[1].colour != last.words[0].colour


def test_there_is_room_for_the_tallest_title() -> None:
    skills = [WeightedSkill("Coaching", 3), WeightedSkill("Law", 1)]
    long = "A title that is as long as it takes to go on below" * 2
    cloud = _whole(skills, [long, "Short"])
    assert cloud.sheet.title == long
    assert _whole(skills, ["Short", long]).picture.marks == cloud.picture.marks


def test_years_in_which_no_tag_that_is_drawn_had_been_named_are_left_out() -> None:
    late = of({"Coaching": [0, 0, 9], "Law": [1, 0, 0]})
    assert clouds_by_year(late, max_tags=1).years == (2020,)


def test_what_has_no_date_is_told_with_how_much_it_is() -> None:
    dated, undated = said("Law", 1, 2020), said("Law", 2, None)
    reading = Reading("any", "a.csv", evidence=(dated, undated))
    assert clouds_by_year(profile([reading])).notes == (
        "1 of the 2 pieces of evidence has no date, such as a skill's listing: "
        "counted in 2020 alone.",
    )
    assert clouds_by_year(BOSS).notes == ()


def test_without_any_date_it_is_said_so() -> None:
    with pytest.raises(NothingFound, match="no years to step through"):
        clouds_by_year(profile([Reading("any", "a.csv", evidence=(said("Law", 1, None),))]))


def timeline(page: str) -> dict[str, list[dict[str, list[list[object]]]]]:
    found = re.search(r'<script type="application/json" id="timeline">(.*?)</script>', page)
    assert found
    told: dict[str, list[dict[str, list[list[object]]]]] = json.loads(found[1])
    return told


def test_the_page_holds_each_outline_once_and_a_stage_for_each_change() -> None:
    page = clouds_by_year(BOSS, title="My new boss").html()
    assert page.count("<h1") == page.count("My new boss</h1>") == 1
    assert len(re.findall('class="tag"', page)) == 3
    told = timeline(page)
    assert told["names"] == ["2018", "2019", "2020", "2021"]
    coaching = told["tags"][0]["stages"]
    assert [stage[0] for stage in coaching] == [0, 1, 3]
    assert [stage[1] for stage in coaching] == pytest.approx([1 / 3, 2 / 3, 1], abs=1e-6)
    assert coaching[1][4:] == ["4 endorsements", "Coaching weighs 4: 4 endorsers."]
    assert [stage[:2] for stage in told["tags"][2]["stages"]] == [[3, 1]]
    assert "Each year shows what had been said by its end." in page


def test_evidence_comes_onto_the_page_in_its_year() -> None:
    told = timeline(clouds_by_year(BOSS).html())
    assert told["tags"][0]["since"] == [0, 0, 1, 1, 1, 3, 3, 3, 3, 3]


SHORT = {
    f"{first}{second}": [count := round(30 / (k + 1) ** 0.7), count % 3, count]
    for k, (first, second) in enumerate(
        product(("Plan", "Audit", "Coach", "Brand", "Team", "Risk"), ("", "ning", "ery", "ology"))
    )
}
LONG = {
    "Stakeholder Management and Communication": [2, 3, 4],
    "Organisational Change Management Practice": [1, 1, 5],
    **{name: [1, 0, 2] for name in NAMES},
}


@pytest.mark.parametrize(
    ("counts", "looks"),
    [(LONG, {"wrap": True}), (SHORT, {"rotate": 90})],
)
def test_tags_on_two_lines_and_turned_ones_stay_in_their_places_too(
    counts: dict[str, list[int]], looks: dict[str, object]
) -> None:
    by_year = clouds_by_year(of(counts), size=(200, 300), **looks)
    marks = by_year.clouds[-1].picture.marks
    assert any(mark.broken for mark in marks) == ("wrap" in looks)
    assert any(mark.angle for mark in marks) == (looks == {"rotate": 90})
    last = middles(by_year.clouds[-1])
    for cloud in by_year.clouds:
        assert not overlap(cloud)
        for text, place in middles(cloud).items():
            assert place == pytest.approx(last[text], abs=0.5)

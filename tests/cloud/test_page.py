"""The cloud as a page: what only the page of a cloud does."""

import re

from coalition.cloud.page import page_of
from coalition.cloud.tag_cloud import tag_cloud
from coalition.tags.weights import WeightedSkill

SKILLS = [WeightedSkill("Coaching", 4, group="People"), WeightedSkill("Welding", 1, group="Crafts")]


def test_the_room_of_the_legend_goes_as_the_page_has_one_of_its_own() -> None:
    cloud = tag_cloud(SKILLS, colour="group", title="My new boss")
    page = page_of(cloud)
    assert page.picture.height == 600 - int(cloud.sheet.room_below(cloud.picture.legend))
    assert all(mark.y < page.picture.height for mark in page.picture.marks)
    assert '<li><svg class="swatch"' in cloud.html()


def test_without_a_legend_the_picture_stays_as_it_is() -> None:
    cloud = tag_cloud(SKILLS)
    assert page_of(cloud).picture == cloud.picture


def test_every_tag_has_a_row_in_its_colour_and_what_is_missing_a_note() -> None:
    cloud = tag_cloud([*SKILLS, ("Law", 0)])
    page = page_of(cloud)
    assert [(row.rank, row.text, row.share) for row in page.rows] == [
        (1, "Coaching", 1.0),
        (2, "Welding", 0.25),
    ]
    assert [row.colour for row in page.rows] == [word.colour for word in cloud.words]
    assert page.notes == ("Law is not in the picture: its weight is 0.",)
    assert len(re.findall("<summary>", cloud.html())) == 2

"""The title and the legend: legible at every length, inside the canvas, apart from the cloud."""

import re

import pytest

from coalition.cloud.lettering import LEGEND, SMALLER, TITLE
from coalition.cloud.tag_cloud import TagCloud, tag_cloud
from coalition.drawing.picture import Mark
from coalition.tags.weights import WeightedSkill

LONG = "Everything that people say about the director who takes over the northern region in May"
SIZES = [(800, 600), (600, 1200), (1600, 900), (300, 300)]


def grouped(*groups: str) -> TagCloud:
    skills = [
        WeightedSkill(f"Skill {i}", 20 - i, evidence=(), group=group)
        for i, group in enumerate(groups)
    ]
    return tag_cloud(skills, colour="group")


def rows_of_legend(cloud: TagCloud) -> list[list[tuple[float, float, float]]]:
    """x, y and font size of the legend's words, row by row from the top."""
    found = re.findall(
        r'class="heading" transform="translate\(([-.\d]+) ([-.\d]+)\)".*?font-size="([.\d]+)"',
        cloud.svg(),
    )
    words = [tuple(map(float, word)) for word in found]
    return [[w for w in words if w[1] == y] for y in sorted({w[1] for w in words})]  # type: ignore[misc]


def inside(mark: Mark, cloud: TagCloud) -> bool:
    return mark.x >= 0 and mark.x + mark.width <= cloud.picture.width and mark.y >= mark.size * 0.7


@pytest.mark.parametrize("size", SIZES)
def test_a_long_title_goes_on_below_and_stays_legible(size: tuple[int, int]) -> None:
    cloud = tag_cloud([("Coaching", 2), ("Law", 1)], title=LONG, size=size)
    lines = cloud.picture.heading
    assert " ".join(line.text for line in lines) == LONG
    assert 1 <= len(lines) <= 3
    assert all(line.size >= TITLE * min(size) * SMALLER[-1] for line in lines)
    assert all(inside(line, cloud) for line in lines)
    lowest = max(line.y + 0.3 * line.size for line in lines)
    assert lowest < min(mark.y - 0.8 * mark.size for mark in cloud.picture.marks)


@pytest.mark.parametrize("title", ["My new boss", LONG, "مديري الجديد"])
@pytest.mark.parametrize("size", SIZES)
def test_every_line_of_a_title_is_centred(title: str, size: tuple[int, int]) -> None:
    lines = tag_cloud([("Law", 1)], title=title, size=size).picture.heading
    assert lines
    for line in lines:
        assert line.x + line.width / 2 == pytest.approx(size[0] / 2)


def test_lines_of_a_title_are_about_equally_long() -> None:
    lines = tag_cloud([("Law", 1)], title=LONG).picture.heading
    assert len(lines) == 2
    assert min(line.width for line in lines) > 0.8 * max(line.width for line in lines)


def test_a_short_title_stays_on_one_line_in_full_size() -> None:
    (line,) = tag_cloud([("Law", 1)], title="My new boss").picture.heading
    assert line.size == pytest.approx(TITLE * 600)


def test_a_title_past_all_room_ends_in_an_ellipsis_and_is_still_told_whole() -> None:
    cloud = tag_cloud([("Law", 1)], title=" ".join([LONG] * 9))
    lines = cloud.picture.heading
    assert len(lines) == 3
    assert lines[-1].text.endswith("…")
    assert all(inside(line, cloud) for line in lines)
    assert cloud.picture.title == " ".join([LONG] * 9)


def test_a_title_without_spaces_is_parted_between_letters() -> None:
    title = "Donau" * 30
    lines = tag_cloud([("Law", 1)], title=title).picture.heading
    assert len(lines) > 1
    assert "".join(line.text for line in lines) == title


def test_a_sign_of_the_title_that_no_font_has_is_left_out_and_named(no_system_fonts: None) -> None:
    cloud = tag_cloud([("Law", 1)], title="My \ue123 boss")
    assert [line.text for line in cloud.picture.heading] == ["My boss"]
    assert "the title is drawn without a sign" in cloud.warnings[0]
    assert "U+E123" in cloud.warnings[0]


def test_a_title_of_unknown_letters_takes_no_room_and_is_named(no_system_fonts: None) -> None:
    cloud = tag_cloud([("Law", 1)], title="\U00012000\U00012001")
    assert cloud.picture.heading == ()
    assert "the title is not drawn" in cloud.warnings[0]
    assert cloud.picture.marks == tag_cloud([("Law", 1)]).picture.marks


def test_a_few_groups_stand_in_one_row_below_the_cloud() -> None:
    cloud = grouped("People", "Technology", "Law")
    ((one, two, three),) = rows_of_legend(cloud)
    assert one[0] < two[0] < three[0]
    assert one[2] == pytest.approx(LEGEND * 600, abs=0.01)
    assert one[1] - one[2] > max(mark.y for mark in cloud.picture.marks)


def test_many_long_groups_take_rows_rather_than_shrink() -> None:
    cloud = grouped(*(f"{name} and whatever else belongs to it" for name in "ABCDEFGH"))
    rows = rows_of_legend(cloud)
    assert sum(map(len, rows)) == 8
    assert len(rows) > 1
    assert all(size >= LEGEND * 600 * SMALLER[-1] - 0.01 for row in rows for _, _, size in row)
    top = rows[0][0]
    assert top[1] - top[2] > max(mark.y for mark in cloud.picture.marks)
    assert rows[-1][0][1] < 600


def test_a_group_wider_than_the_canvas_is_made_to_fit() -> None:
    ((entry,),) = rows_of_legend(grouped("very " * 60 + "long"))
    assert entry[0] >= 0

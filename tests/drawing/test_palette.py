"""Colours can be read on their background and told apart, whatever the reader's colour vision."""

from itertools import combinations
from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

import pytest

from coalition.drawing.palette import (
    THEMES,
    Theme,
    colour_by_group,
    colour_by_weight,
    contrast,
    parse_colour,
)
from coalition.errors import InputError

Triple = tuple[float, float, float]
Matrix = tuple[Triple, Triple, Triple]

# Machado, Oliveira and Fernandes 2009, table of severity 1.0, for linear RGB.
VISIONS: dict[str, Matrix] = {
    "full": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
# IEC 61966-2-1: linear sRGB to XYZ, and the white point D65.
TO_XYZ: Matrix = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
WHITE = (0.95047, 1.0, 1.08883)
FLOORS = {"full": 18.0, "protanopia": 12.0, "deuteranopia": 12.0, "tritanopia": 12.0}


def times(matrix: Matrix, vector: Triple) -> Triple:
    first, second, third = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return first, second, third


def seen(colour: str, vision: str) -> Triple:
    """The colour in CIE L*a*b*, as this vision sees it."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    linear = times(VISIONS[vision], (red, green, blue))
    red, green, blue = (min(1.0, max(0.0, value)) for value in linear)
    shares = [
        value / white for value, white in zip(times(TO_XYZ, (red, green, blue)), WHITE, strict=True)
    ]
    x, y, z = (t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in shares)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def difference(one: Triple, other: Triple) -> float:
    """CIEDE2000, in the notation of Sharma, Wu and Dalal 2005."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean_chroma = (hypot(a1, b1) + hypot(a2, b2)) / 2
    g = 0.5 * (1 - sqrt(mean_chroma**7 / (mean_chroma**7 + 25**7)))
    c1, c2 = hypot(a1 * (1 + g), b1), hypot(a2 * (1 + g), b2)
    h1, h2 = degrees(atan2(b1, a1 * (1 + g))) % 360, degrees(atan2(b2, a2 * (1 + g))) % 360
    turn = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0.0
    dh = 2 * sqrt(c1 * c2) * sin(radians(turn / 2))
    light, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    hue = (h1 + turn / 2) % 360 if c1 * c2 else h1 + h2
    t = (
        1
        - 0.17 * cos(radians(hue - 30))
        + 0.24 * cos(radians(2 * hue))
        + 0.32 * cos(radians(3 * hue + 6))
        - 0.20 * cos(radians(4 * hue - 63))
    )
    sl = 1 + 0.015 * (light - 50) ** 2 / sqrt(20 + (light - 50) ** 2)
    sc, sh = 1 + 0.045 * chroma, 1 + 0.015 * chroma * t
    spread = 60 * exp(-(((hue - 275) / 25) ** 2))
    rotation = -2 * sqrt(chroma**7 / (chroma**7 + 25**7)) * sin(radians(spread))
    parts = (l2 - l1) / sl, (c2 - c1) / sc, dh / sh
    return sqrt(sum(part**2 for part in parts) + rotation * parts[1] * parts[2])


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [  # Pairs 1, 7, 16 and 25 of the test data of Sharma, Wu and Dalal 2005.
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 0.0, 0.0), (50.0, -1.0, 2.0), 2.3669),
        ((50.0, 2.5, 0.0), (50.0, 0.0, -2.5), 4.3065),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ],
)
def test_the_difference_used_here_is_ciede2000(one: Triple, other: Triple, expected: float) -> None:
    assert difference(one, other) == pytest.approx(expected, abs=5e-5)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_every_colour_passes_wcag_aa_on_its_background(theme: Theme) -> None:
    ratios = {
        colour: contrast(colour, theme.background)
        for colour in (theme.ink, theme.muted, *theme.ramp, *theme.groups)
    }
    assert {colour: ratio for colour, ratio in ratios.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_any_two_groups_can_be_told_apart(theme: Theme, vision: str) -> None:
    nearest = min(
        (difference(seen(one, vision), seen(other, vision)), one, other)
        for one, other in combinations(theme.groups, 2)
    )
    assert len(theme.groups) == 8
    assert nearest[0] > FLOORS[vision], nearest


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_a_heavier_tag_is_never_quieter(theme: Theme) -> None:
    loudness = [
        contrast(colour_by_weight(theme, share / 100), theme.background) for share in range(101)
    ]
    assert loudness == sorted(loudness)
    assert len(set(loudness)) == len(theme.ramp)


def test_shares_beyond_the_scale_count_as_its_ends() -> None:
    theme = THEMES["light"]
    assert colour_by_weight(theme, -1) == theme.ramp[0]
    assert colour_by_weight(theme, 1.5) == theme.ramp[-1]


def test_a_ninth_group_starts_over() -> None:
    theme = THEMES["dark"]
    assert [colour_by_group(theme, index) for index in range(9)] == [*theme.groups, theme.groups[0]]


@pytest.mark.parametrize(
    ("a", "b", "ratio"),
    [("#ffffff", "#000000", 21), ("#123456", "#123456", 1), ("#767676", "#ffffff", 4.54)],
)
def test_contrast_is_that_of_wcag_whichever_comes_first(a: str, b: str, ratio: float) -> None:
    assert contrast(a, b) == contrast(b, a) == pytest.approx(ratio, abs=0.005)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("#1a6e8c", "#1a6e8c"), ("#16C", "#1166cc"), (" Teal ", "#008080"), ("ABCDEF", "#abcdef")],
)
def test_colours_are_read_as_people_type_them(typed: str, meant: str) -> None:
    assert parse_colour(typed) == meant


@pytest.mark.parametrize(
    "typed", ["", "#12", "#1234567", "blurple", "url(#x)", "#12345g", "#१२३", 'red"/>']
)
def test_what_is_no_colour_is_refused_with_a_way_out(typed: str) -> None:
    with pytest.raises(InputError, match=r"is not a colour: write it like #1a6e8c"):
        parse_colour(typed)

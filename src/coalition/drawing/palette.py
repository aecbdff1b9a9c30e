"""Colours that everyone can read and tell apart.

Every colour of a theme passes WCAG 2.1 level AA for text (4.5:1) on the theme's background. The
eight group colours start from the hues of Okabe and Ito ("Color Universal Design", 2008), which
are too light for text, and were moved by a search that maximised the smallest CIEDE2000
difference between any two of them, as seen with full colour vision and under the full protanopia,
deuteranopia and tritanopia of Machado, Oliveira and Fernandes (IEEE TVCG 15(6), 2009). The
difference stays above 12 in all four; 2.3 is just noticeable.
"""

import re
from typing import NamedTuple

from coalition.errors import InputError


class Theme(NamedTuple):
    """The colours of a picture, each as "#rrggbb".

    ink, muted: for text that is read and for text beside it.
    ramp:       by weight, from quiet to strong.
    groups:     for things of different kinds, in the order they should be used.
    """

    name: str
    background: str
    ink: str
    muted: str
    ramp: tuple[str, ...]
    groups: tuple[str, ...]


LIGHT = Theme(
    name="light",
    background="#ffffff",
    ink="#1c2230",
    muted="#5a6374",
    ramp=("#3b8087", "#2b7496", "#2a64a0", "#344b9b", "#3b3188", "#331a63"),
    groups=(
        *("#0671ea", "#d41446", "#328363", "#532a9b"),
        *("#6e4f12", "#0b5b67", "#621a3c", "#263211"),
    ),
)

DARK = Theme(
    name="dark",
    background="#12161d",
    ink="#eceff5",
    muted="#a3adbd",
    ramp=("#7391bb", "#64a5c6", "#66bfc2", "#8ad5af", "#c2e59c", "#f8f1a8"),
    groups=(
        *("#26efc3", "#d7592a", "#9079f4", "#f4f458"),
        *("#119772", "#c8b4e5", "#d5b171", "#a97099"),
    ),
)

THEMES = {theme.name: theme for theme in (LIGHT, DARK)}

_NAMES = {
    "black": "#000000",
    "white": "#ffffff",
    "gray": "#808080",
    "grey": "#808080",
    "silver": "#c0c0c0",
    "red": "#ff0000",
    "maroon": "#800000",
    "orange": "#ffa500",
    "yellow": "#ffff00",
    "olive": "#808000",
    "lime": "#00ff00",
    "green": "#008000",
    "aqua": "#00ffff",
    "cyan": "#00ffff",
    "teal": "#008080",
    "blue": "#0000ff",
    "navy": "#000080",
    "magenta": "#ff00ff",
    "fuchsia": "#ff00ff",
    "purple": "#800080",
}
_HEX = re.compile(r"#?([0-9a-f]{3}|[0-9a-f]{6})", re.ASCII)


def parse_colour(text: str) -> str:
    """Read a colour as a person types it ("#0ac", "#00aacc", "Teal"); give it as "#rrggbb".

    Names are those of CSS Color Level 4's basic colours, and orange. Raises InputError.
    """
    wanted = text.strip().lower()
    if wanted in _NAMES:
        return _NAMES[wanted]
    digits = _HEX.fullmatch(wanted)
    if digits is None:
        raise InputError(
            f'"{text[:40]}" is not a colour: write it like #1a6e8c or #16c, or as one of '
            f"{', '.join(sorted(_NAMES))}."
        )
    found = digits[1]
    return "#" + (found if len(found) == 6 else "".join(digit * 2 for digit in found))


def contrast(a: str, b: str) -> float:
    """Give the contrast ratio of two colours "#rrggbb", 1 to 21 (WCAG 2.1, "contrast ratio")."""
    dark, light = sorted((_luminance(a), _luminance(b)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.1, "relative luminance")."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    # 0.04045 is the standard's own limit (IEC 61966-2-1); no 8-bit value tells it from WCAG's.
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def colour_by_weight(theme: Theme, share: float) -> str:
    """Pick the ramp's colour for a share of the largest weight, 0 to 1; beyond them, the end's."""
    steps = len(theme.ramp)
    return theme.ramp[min(steps - 1, int(max(0.0, share) * steps))]


def colour_by_group(theme: Theme, index: int) -> str:
    """Pick the colour of the group numbered from 0; from the ninth group on they come again."""
    return theme.groups[index % len(theme.groups)]

"""Two people compared in one picture: what both have in the middle, what only one has beside it.

Every skill is as large as its share of its own profile, or, where both have it, as the smaller or
the larger of both shares (docs/comparison.md): the font size is the square root of that, at one
scale in the whole picture.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from coalition.cloud.colour import style_of
from coalition.cloud.compared import (
    NAMELESS,
    ComparedSkill,
    draw_parts,
    lay_out_parts,
    parts_of,
)
from coalition.cloud.drawn import Drawn, check_canvas, sheet_of, undrawn
from coalition.cloud.lettering import title_warnings
from coalition.cloud.tag_cloud import PlacedLine, lines_of
from coalition.cloud.weigh import Dropped, Weights, select, tags_of
from coalition.errors import NothingFound
from coalition.tags.comparison import Comparison
from coalition.tags.comparison import compare as compare_profiles
from coalition.tags.openers import openers
from coalition.tags.visible import visible
from coalition.tags.weights import Profile, Unweighted, WeightedSkill

if TYPE_CHECKING:
    from coalition.tags.naming.recognition import Recognition


class ComparedWord(NamedTuple):
    """A skill's place; the members are those of the comparison JSON (docs/formats.md)."""

    text: str
    part: str
    weight: float
    weights: tuple[float, float]
    shares: tuple[float, float]
    size: float
    x: float
    y: float
    angle: int
    font: str
    colour: str
    lines: tuple[PlacedLine, ...] = ()


@dataclass(frozen=True)
class CommonGround(Drawn):
    """A finished comparison, to be had in every format.

    comparison: all that was compared, the skills that are not drawn among it.
    by:         "smaller" or "larger": the share that a common skill is sized by.
    names:      of the two, as they stand above the parts.
    skills:     what is drawn, part by part, the largest first.
    openers:    sentences to begin a conversation with.
    """

    comparison: Comparison
    by: str
    names: tuple[str, str]
    skills: tuple[ComparedSkill, ...]
    openers: tuple[str, ...]

    @property
    def words(self) -> tuple[ComparedWord, ...]:
        """What is drawn, part by part, the largest first, with its place."""
        return tuple(
            ComparedWord(
                m.text, s.part, s.share, s.weights, s.shares,
                m.size, m.x, m.y, m.angle, m.font, m.colour, lines_of(m),
            )
            for s, m in zip(self.skills, self.picture.marks, strict=True)
        )  # fmt: skip

    def html(self) -> str:
        """One page with the picture, the openers, the three lists and the evidence behind them."""
        from coalition.cloud.common_ground_page import page_of_common_ground
        from coalition.drawing.html import render_html

        return render_html(page_of_common_ground(self))

    def json(self) -> str:
        """The comparison and where every word is (docs/formats.md, "Comparison JSON")."""
        from coalition.cloud.numbers import common_ground_to_json

        return common_ground_to_json(self)

    def __repr__(self) -> str:
        found = self.comparison
        counts = f"{len(found.common)} in common, {len(found.only_a)} and {len(found.only_b)} not"
        return f"<CommonGround: {counts}, {self.picture.width} x {self.picture.height}>"


def compare(
    a: Weights,
    b: Weights,
    *,
    names: tuple[str, str] | None = None,
    by: str = "smaller",
    size: tuple[int, int] = (1280, 720),
    title: str = "",
    fonts: str | Sequence[str] = (),
    theme: str = "light",
    transparent: bool = False,
    max_tags: int | None = None,
    wrap: bool = True,
    recognition: "Recognition | None" = None,
) -> CommonGround:
    """Draws what two people have in common, and beside it what only one of them has.

    a, b:        each a Profile, its skills, a mapping skill -> weight, or (skill, weight) pairs.
    names:       of the two, for the captions and the sentences.
    by:          "smaller" or "larger": the share that a skill of both is sized by.
    size:        canvas in px; where it is upright the parts stand one above the other.
    title:       written above the picture and told to a screen reader.
    fonts:       a font file of your own, or several, the first preferred.
    theme:       "light" or "dark".
    transparent: leave the background out.
    max_tags:    draw only this many of each part, the heaviest.
    wrap:        set long tags on two lines where that makes all tags larger.
    recognition: which names are one skill; by the list that comes along if none is given.

    The same arguments give the same picture, byte for byte. Raises InputError (BadWeight where a
    weight is no number from 0 up), NothingFound where nothing is left to draw, LayoutError.
    """
    check_canvas(size, max_tags)
    sheet = sheet_of(size, title, style_of(theme, "single"), fonts, transparent)
    first, second = _profile(a), _profile(b)
    found = compare_profiles(first, second, by=by, recognition=recognition)
    if not (found.common or found.only_a or found.only_b):
        raise NothingFound("There is nothing to compare: no skill with a weight was given.")
    wall, processor = time.perf_counter(), time.process_time()
    called = names and (_shown(names[0]), _shown(names[1]))
    parts = parts_of(found, called or NAMELESS, sheet.fonts, max_tags)
    warnings = undrawn(
        (*title_warnings(sheet), *(clause for part in parts for clause in part.warnings))
    )
    if not any(part.skills for part in parts):
        raise NothingFound("Nothing can be drawn. " + warnings[0])
    laid = lay_out_parts(parts, sheet, wrap)
    kept_out = (Dropped(tag.text, tag.why) for one in (first, second) for tag in one.dropped)
    return CommonGround(
        comparison=found,
        by=by,
        names=called or NAMELESS,
        skills=tuple(skill for part in parts for skill in part.skills),
        openers=openers(found, called),
        picture=draw_parts(parts, laid, sheet),
        sheet=sheet,
        dropped=(*(tag for part in parts for tag in part.dropped), *kept_out),
        warnings=warnings,
        seconds=time.perf_counter() - wall,
        cpu_seconds=time.process_time() - processor,
    )


def _shown(name: str) -> str:
    return " ".join(visible(name).split())


def _profile(weights: Weights) -> Profile:
    """Any form of weights as a profile; tags of one name are one skill when it is compared."""
    if isinstance(weights, Profile):
        return weights
    tags, dropped = select(tags_of(weights), None)
    skills = (tag.skill or WeightedSkill(tag.text, tag.weight) for tag in tags)
    return Profile(tuple(skills), tuple(Unweighted(tag.text, tag.why) for tag in dropped))

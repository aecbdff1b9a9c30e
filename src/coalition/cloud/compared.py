"""The three parts of a comparison: which skill is in which, and how they are drawn."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import NamedTuple

from coalition.cloud.draw import mark_of
from coalition.cloud.lettering import Sheet, draw_title, unwritten
from coalition.cloud.measure import measure
from coalition.cloud.parts import (
    Arranged,
    Lettering,
    Part,
    arrange,
    draw_caption,
    draw_instead,
    lettering,
)
from coalition.cloud.place import Frame, Laid, frame
from coalition.cloud.weigh import Dropped, Tag, relative_sizes, select
from coalition.drawing.fonts import FontSet
from coalition.drawing.palette import colour_by_group
from coalition.drawing.picture import Mark, Picture
from coalition.drawing.shaping import Shaped
from coalition.drawing.tables import Word
from coalition.tags.comparison import Comparison, Own
from coalition.tags.openers import both_in_words
from coalition.tags.weights import WeightedSkill
from coalition.tags.why import in_words

FIRST, BOTH, SECOND = "first", "both", "second"
"""The parts, as the JSON calls them."""

NAMELESS = ("The first", "The second")
"""Above the parts of two whose names are not known."""

ALL_SHARED = "All skills are common ground."

COLOURS = {FIRST: 0, BOTH: 3, SECOND: 1}
"""The group colours of the parts: both sides apart in hue, the middle in lightness too, in either
theme, so that colour-blind readers and a print in grey can tell them apart."""

NAMED = 6
"""Skills of a part named in the description that a screen reader speaks; the rest are counted."""


MOST_WRAPPED = 300
"""Up to so many tags some are tried on two lines; of more that takes long, and tags are small."""


@dataclass(frozen=True, slots=True)
class ComparedSkill:
    """A skill of the picture.

    share:  what it is sized by: more than 0, up to 1.
    part:   FIRST, BOTH or SECOND.
    skills: as the first has it and as the second has it; None for who lacks it.
    shares: of the profile of each; 0 for who lacks it.
    """

    name: str
    share: float
    part: str
    skills: tuple[WeightedSkill | None, WeightedSkill | None]
    shares: tuple[float, float]

    @property
    def weights(self) -> tuple[float, float]:
        """In the profile of each; 0 for who lacks it."""
        first, second = (skill.weight if skill else 0.0 for skill in self.skills)
        return first, second

    @property
    def value(self) -> str:
        """What stands behind it, in short; the first one's before the second one's."""
        held = [skill for skill in self.skills if skill]
        return both_in_words(held[0], held[1]) if len(held) == 2 else in_words(held[0])


class ComparedPart(NamedTuple):
    """A part of the picture: its skills that can be drawn, the largest first, each as it is
    shaped; what stands above them, and what in their place where there are none; the skills that
    are not drawn; and a clause on each text of which something is not.
    """

    name: str
    skills: list[ComparedSkill]
    shaped: list[Shaped]
    caption: str
    instead: str
    dropped: list[Dropped]
    warnings: list[str]


def parts_of(
    found: Comparison, names: tuple[str, str], fonts: FontSet, max_tags: int | None
) -> list[ComparedPart]:
    """The first one's part, that of both and the second one's, of each the ``max_tags`` largest."""
    nothing = "No skill in common: all the more to learn from each other."
    return [
        _part(FIRST, names[0], _own(found.only_a, FIRST), ALL_SHARED, fonts, max_tags),
        _part(BOTH, "Both", _common(found), nothing, fonts, max_tags),
        _part(SECOND, names[1], _own(found.only_b, SECOND), ALL_SHARED, fonts, max_tags),
    ]


def _own(own: Sequence[Own], part: str) -> list[ComparedSkill]:
    return [
        ComparedSkill(
            one.skill.name,
            one.share,
            part,
            (one.skill, None) if part == FIRST else (None, one.skill),
            (one.share, 0.0) if part == FIRST else (0.0, one.share),
        )
        for one in own
    ]


def _common(found: Comparison) -> list[ComparedSkill]:
    return [
        ComparedSkill(both.name, both.size, BOTH, (both.a, both.b), (both.share_a, both.share_b))
        for both in found.common
    ]


def _part(
    name: str,
    caption: str,
    skills: Sequence[ComparedSkill],
    instead: str,
    fonts: FontSet,
    max_tags: int | None,
) -> ComparedPart:
    tags = [Tag(skill.name, skill.share, position=i) for i, skill in enumerate(skills)]
    kept, beyond = select(tags, max_tags)
    measured = measure(kept, fonts)
    return ComparedPart(
        name,
        [skills[tag.position] for tag, _ in measured.tags],
        [shaped for _, shaped in measured.tags],
        caption,
        "No font here draws these skills." if kept else instead,
        [*measured.dropped, *beyond],
        [*unwritten(f'"{caption}"', caption, fonts), *measured.warnings],
    )


class LaidOut(NamedTuple):
    """The parts on the canvas: what is laid out of each, and where; and their lettering."""

    clouds: Sequence[Part]
    arranged: Sequence[Arranged]
    how: Lettering


def lay_out_parts(parts: Sequence[ComparedPart], sheet: Sheet, wrap: bool) -> LaidOut:
    """The parts laid out on the canvas; ``wrap``: long tags on two lines where that makes all
    larger. Raises LayoutError where the canvas has no room for them.
    """
    into = frame(sheet.width, sheet.height, sheet.room_above, 0)
    how = lettering(into, [part.caption for part in parts], sheet.fonts)
    clouds = [_cloud(part) for part in parts]
    if wrap and 0 < sum(len(cloud.words) for cloud in clouds) <= MOST_WRAPPED:
        clouds = _wrapped(clouds, into, how)
    return LaidOut(clouds, arrange(clouds, into, how), how)


def _wrapped(clouds: Sequence[Part], into: Frame, how: Lettering) -> list[Part]:
    """The parts with some of their words on two lines, if all words become larger so."""
    from coalition.cloud.wrap import wrapped

    def parted(words: Sequence[Word]) -> list[Part]:
        waiting = iter(words)
        return [replace(cloud, words=list(islice(waiting, len(cloud.words)))) for cloud in clouds]

    def laid(words: Sequence[Word]) -> Laid:
        return Laid(
            words, [spot for _, spots in arrange(parted(words), into, how) for spot in spots]
        )

    return parted(
        wrapped(laid([w for cloud in clouds for w in cloud.words]), how.fonts, laid).words
    )


def draw_parts(parts: Sequence[ComparedPart], laid: LaidOut, sheet: Sheet) -> Picture:
    """The picture of the parts as they are laid out."""
    theme = sheet.style.theme
    marks: list[Mark] = []
    captions: list[Mark] = []
    for part, cloud, (room, places) in zip(parts, laid.clouds, laid.arranged, strict=True):
        colour = colour_by_group(theme, COLOURS[part.name])
        captions += draw_caption(room, theme.ink, sheet.fonts)
        if not part.skills:
            captions += draw_instead(cloud, room, laid.how, theme.muted)
        for skill, word, spot in zip(part.skills, cloud.words, places, strict=True):
            label = f"{skill.name}: {skill.value}"
            marks.append(mark_of(skill.name, label, word.shaped, spot, colour))
    return Picture(
        sheet.width,
        sheet.height,
        tuple(marks),
        title=sheet.title or _title(parts),
        description=_describe(parts),
        theme=theme,
        transparent=sheet.transparent,
        heading=draw_title(sheet) if sheet.title else (),
        captions=tuple(captions),
    )


def _cloud(part: ComparedPart) -> Part:
    sizes = relative_sizes((skill.share for skill in part.skills), "sqrt")
    words = [Word(shaped, size) for shaped, size in zip(part.shaped, sizes, strict=True)]
    return Part(words, part.caption, part.instead)


def _title(parts: Sequence[ComparedPart]) -> str:
    first, _, second = parts
    return f"{first.caption} and {second.caption}"


def _describe(parts: Sequence[ComparedPart]) -> str:
    """The picture in words: what both have first, then what only one has."""
    first, both, second = parts
    return " ".join(
        (
            f"The skills of {_title(parts)}, sized by their share of the strongest.",
            f"Both: {_listed(both)}.",
            f"Only {first.caption}: {_listed(first)}.",
            f"Only {second.caption}: {_listed(second)}.",
        )
    )


def _listed(part: ComparedPart) -> str:
    named = "; ".join(f"{skill.name}: {skill.value}" for skill in part.skills[:NAMED])
    more = len(part.skills) - NAMED
    return (named or "none") + (f"; and {more} more" if more > 0 else "")

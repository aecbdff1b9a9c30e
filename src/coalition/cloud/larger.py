"""What is tried to make the tags larger where it is asked for: two lines, and turning."""

from collections.abc import Sequence
from dataclasses import dataclass

from coalition.cloud.place import Frame, Laid, Layout, lay_out
from coalition.drawing.fonts import FontSet
from coalition.drawing.tables import Word
from coalition.errors import LayoutError


@dataclass(frozen=True, slots=True)
class Tries:
    """What is to be tried: long tags on two lines, some tags turned."""

    wrap: bool = False
    turn: bool = False

    def notes(self, words: Sequence[Word]) -> tuple[str, ...]:
        """Sentences on what was tried in vain."""
        told = []
        if self.wrap and not any(word.shaped.lines for word in words):
            told.append("No tag is on two lines: that would not make the tags larger.")
        if self.turn and not any(word.turned for word in words):
            told.append("No tag is turned: that would not make the tags larger.")
        return tuple(told)


def largest(
    words: Sequence[Word], into: Frame, layout: Layout, tries: Tries, fonts: FontSet
) -> Laid:
    """The words laid out, never smaller than without what is tried.

    What to break and turn is found with the compact layout, which is quick; then the layout that is
    asked for decides.
    """
    compact = layout._replace(related=())

    def laid(tried: Sequence[Word], how: Layout = compact) -> Laid:
        try:
            return Laid(tried, lay_out(tried, into, how))
        except LayoutError:
            return without  # what has no room does not make anything larger

    without = Laid(words, lay_out(words, into, compact))
    clouds = [without]
    if tries.wrap:
        from coalition.cloud.wrap import wrapped

        clouds.append(wrapped(clouds[-1], fonts, laid))
    if tries.turn:
        from coalition.cloud.turn import turned

        clouds.append(turned(clouds[-1], into, laid))
    if layout != compact:
        without = Laid(words, lay_out(words, into, layout))
        clouds = [without, *(laid(cloud.words, layout) for cloud in clouds[1:])]
    least = clouds[0].scale
    return next(cloud for cloud in reversed(clouds) if cloud.scale >= least)

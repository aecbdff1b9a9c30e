"""A picture over time, on its page: the controls that step through it, and what changes by a step.

The picture of the last step stands on the page, so that it is there without scripts. What other
steps show of each mark is told in numbers: its outline is on the page once.
"""

import json
from typing import NamedTuple

from coalition.drawing.svg import escaped


class Stage(NamedTuple):
    """What a mark and its row are from one step on, until the next stage.

    step:   its number, from 0.
    size:   as a share of the mark's size in the last step; 0: it is not there.
    share:  the length of its bar, 0 to 1.
    colour: "#rrggbb".
    value:  what stands behind it, in short.
    reason: the first sentence of the evidence.
    """

    step: int
    size: float
    share: float
    colour: str
    value: str
    reason: str


class Growth(NamedTuple):
    """How a mark changes.

    middle: the point that stays where it is, in px from the mark's place.
    stages: in the order of their steps; before the first it is not there.
    since:  for each sentence of the evidence the step from which it is shown.
    """

    middle: tuple[float, float]
    stages: tuple[Stage, ...]
    since: tuple[int, ...]


class Timeline(NamedTuple):
    """The names of the steps, the last of which the picture shows, and how each mark changes, in
    the order of the picture's marks.
    """

    names: tuple[str, ...]
    growths: tuple[Growth, ...]


def controls(timeline: Timeline) -> str:
    """The step's name, and what moves from step to step where scripts run."""
    first, last = escaped(timeline.names[0]), escaped(timeline.names[-1])
    return (
        '<div class="time" role="group" aria-label="Years">\n'
        f'<p class="step">{last}</p>\n<div class="moves" hidden>'
        f"{_button('back', 'Previous year', 'M15 5 8 12l7 7')}"
        f"{_button('play', 'Play', 'M8 5v14l11-7z')}"
        f"{_button('forth', 'Next year', 'm9 5 7 7-7 7')}</div>\n"
        f'<div class="track" hidden><span aria-hidden="true">{first}</span>'
        f'<input type="range" min="0" max="{len(timeline.names) - 1}" step="1"'
        f' value="{len(timeline.names) - 1}" autocomplete="off" aria-label="Year"'
        f' aria-valuetext="{last}"><span aria-hidden="true">{last}</span></div>\n</div>\n'
    )


def _button(name: str, label: str, shape: str) -> str:
    return (
        f'<button type="button" class="{name}" aria-label="{label}">'
        f'<svg viewBox="0 0 24 24" aria-hidden="true"><path d="{shape}"/></svg></button>'
    )


def data(timeline: Timeline) -> str:
    """The timeline as JSON in a data block, which no browser runs."""
    told = {
        "names": timeline.names,
        "tags": [
            {
                "middle": [round(at, 3) for at in growth.middle],
                "stages": [
                    stage._replace(size=round(stage.size, 6), share=round(stage.share, 6))
                    for stage in growth.stages
                ],
                "since": growth.since,
            }
            for growth in timeline.growths
        ],
    }
    # A "<" could end the block.
    text = json.dumps(told, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/json" id="timeline">{text}</script>\n'

"""Python's wordcloud as it comes, unrotated; the numbers given with the words are weights.

It bends the sizes to make words fit and drops what finds no room.
"""

from collections.abc import Callable
from typing import Any

from PIL import ImageFont
from serve import Placed, serve
from wordcloud import WordCloud


def places(cloud: WordCloud, font: str) -> list[Placed]:
    """It draws each word with the corner of its box, not the start of its baseline, at its place.

    (What wordcloud draws with, ``TransposedFont``, knows no anchor.)
    """
    placed: list[Placed] = []
    for (text, _), size, (row, column), _, _ in cloud.layout_:
        left, top, _, _ = ImageFont.truetype(font, size).getbbox(text, anchor="ls")
        placed.append(
            Placed(text=text, size=size, x=float(column - left), y=float(row - top), angle=0)
        )
    return placed


def lay_out(request: dict[str, Any]) -> Callable[[], list[Placed]]:
    """One layout, as ``WordCloud.generate_from_frequencies`` makes it."""
    cloud = WordCloud(
        width=request["width"],
        height=request["height"],
        font_path=request["font"],
        max_words=len(request["words"]),
        prefer_horizontal=1,
        random_state=request["seed"],
    )
    cloud.generate_from_frequencies(dict(request["words"]))
    return lambda: places(cloud, request["font"])


if __name__ == "__main__":
    WordCloud()  # loads what it takes its colours from, which is no part of a layout
    serve(lay_out)

"""Python's wordcloud held to our rules: its way of finding a place, with the sizes given.

The loop is that of ``WordCloud.generate_from_frequencies`` (wordcloud 1.9) without what bends a
size: every word has exactly its size, the margin is the package's own (2 px), and the layout ends
at the first word that finds no room.
"""

from collections.abc import Callable
from random import Random
from typing import Any

import numpy as np
from PIL import Image, ImageDraw, ImageFont
from serve import Placed, serve
from wordcloud.wordcloud import IntegralOccupancyMap

MARGIN = 2


def lay_out(request: dict[str, Any]) -> Callable[[], list[Placed]]:
    """One layout, up to the first word that finds no room."""
    width, height, chance = request["width"], request["height"], Random(request["seed"])
    occupancy = IntegralOccupancyMap(height, width, None)
    image = Image.new("L", (width, height))
    draw = ImageDraw.Draw(image)
    placed: list[Placed] = []
    for text, size in request["words"]:
        font = ImageFont.truetype(request["font"], size)
        left, top, right, bottom = draw.textbbox((0, 0), text, font=font, anchor="ls")
        found = occupancy.sample_position(bottom - top + MARGIN, right - left + MARGIN, chance)
        if found is None:
            break
        row, column = found[0] + MARGIN // 2, found[1] + MARGIN // 2
        x, y = column - left, row - top
        draw.text((x, y), text, fill="white", font=font, anchor="ls")
        occupancy.update(np.asarray(image), row, column)
        placed.append(Placed(text=text, size=size, x=x, y=y, angle=0))
    return lambda: placed


if __name__ == "__main__":
    serve(lay_out)

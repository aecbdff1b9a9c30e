"""One layout, ours beside wordcloud's: processor time, interleaved, medians of one run.

Same tags, same font, 800 x 600, font size as the square root of the weight (wordcloud: its own
law, which bends sizes and drops what finds no room; how many it placed is printed). Ours counts
shaping, measuring, finding the scale and placing, from cold glyph caches.

    pip install "coalition[bench]" && python benchmarks/layout.py
"""

import statistics
import sys
import time

from wordcloud.wordcloud import FONT_PATH, WordCloud
from words import tags

from coalition import tag_cloud
from coalition.drawing import fonts, outlines

RUNS = 5


def ours(pairs: list[tuple[str, int]]) -> tuple[float, int]:
    outlines.outline.cache_clear()
    outlines._glyph_box.cache_clear()
    fonts.bundled_fonts.cache_clear()
    cloud = tag_cloud(pairs, size=(800, 600), fonts=[FONT_PATH])
    return cloud.cpu_seconds, len(cloud.words)


def wordcloud(pairs: list[tuple[str, int]]) -> tuple[float, int]:
    cloud = WordCloud(
        width=800, height=600, font_path=FONT_PATH, max_words=len(pairs), prefer_horizontal=1
    )
    start = time.process_time()
    cloud.generate_from_frequencies(dict(pairs))
    return time.process_time() - start, len(cloud.layout_)


def main(counts: list[int]) -> None:
    print(f"{'tags':>5} {'ours':>9} {'placed':>7} {'wordcloud':>10} {'placed':>7} {'ratio':>6}")
    for count in counts:
        pairs = tags(count)
        mine, theirs = [], []
        for _ in range(RUNS):
            mine.append(ours(pairs))
            theirs.append(wordcloud(pairs))
        a = statistics.median(seconds for seconds, _ in mine)
        b = statistics.median(seconds for seconds, _ in theirs)
        print(
            f"{count:5} {a * 1e3:6.1f} ms {mine[0][1]:7} {b * 1e3:7.1f} ms {theirs[0][1]:7} "
            f"{b / a:6.1f}",
            flush=True,
        )


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or [50, 100, 200, 500])

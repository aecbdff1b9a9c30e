"""Asking an engine for layouts, ours or a peer's.

A driver reads a line of JSON for each layout asked for:
``{"words": [[text, number], ...], "width": .., "height": .., "font": FILE, "seed": ..}``,
heaviest word first, the number its size in px per em (its weight, for the engines that find the
sizes themselves), and prints one:
``{"placed": [{"text", "size", "x", "y", "angle"}, ...], "cpu_seconds": ..}``,
``x`` and ``y`` the start of the baseline, the time that of the layout alone.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from wordcloud.wordcloud import FONT_PATH

WIDTH, HEIGHT = 800, 600
FONT = FONT_PATH
DRIVERS = Path(__file__).parent / "drivers"

Sized = Sequence[tuple[str, float]]


class Word(NamedTuple):
    """Where an engine put a word: the start of its baseline, and its size, in px."""

    text: str
    size: float
    x: float
    y: float


class Layout(NamedTuple):
    """What an engine made of a list of words, and the processor time it took."""

    words: list[Word]
    cpu_seconds: float


class Engine(NamedTuple):
    """A layout engine.

    name:    what the tables call it.
    driver:  the file in ``drivers`` that runs it.
    options: the driver's arguments.
    fits:    it finds the sizes itself, from weights; the others are given sizes, and what fits
             has to be found for them.
    """

    name: str
    driver: str
    options: tuple[str, ...] = ()
    fits: bool = False

    @property
    def command(self) -> list[str]:
        """What starts the driver."""
        start = {".py": [sys.executable], ".js": ["node"], ".R": ["Rscript", "--vanilla"]}
        path = DRIVERS / self.driver
        return [*start[path.suffix], str(path), *self.options]


@cache
def is_there(engine: Engine) -> bool:
    """Whether what runs the engine is installed; if not, says so."""
    there = shutil.which(engine.command[0]) is not None
    if there and engine.driver.endswith(".js"):
        there = (DRIVERS / "node_modules").is_dir()
    if there and engine.driver.endswith(".R"):
        packages = "library(wordcloud); library(jsonlite)"
        there = not subprocess.run(["Rscript", "-e", packages], capture_output=True).returncode
    if not there:
        print(f"{engine.name} is left out: see CONTRIBUTING.md, Benchmarks.", file=sys.stderr)
    return there


OURS = Engine("ours", "ours.py", fits=True)
STOCK = Engine("wordcloud", "wordcloud_stock.py", fits=True)
HELD = Engine("wordcloud held", "wordcloud_held.py")
WORDCLOUD2 = Engine("wordcloud2.js", "wordcloud2.js", ("8",))
WORDCLOUD2_FINE = Engine("wordcloud2.js fine", "wordcloud2.js", ("4",))
D3 = Engine("d3-cloud", "d3_cloud.js")
R = Engine("R wordcloud", "r_wordcloud.R")
PEERS = (STOCK, HELD, D3, WORDCLOUD2, WORDCLOUD2_FINE, R)


class Session:
    """An engine's process, started once and asked for one layout after the other."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._process = subprocess.Popen(
            engine.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.communicate()

    def lay_out(self, words: Sized, seed: int = 1) -> Layout:
        """One layout."""
        assert self._process.stdin
        assert self._process.stdout
        request = {"words": words, "width": WIDTH, "height": HEIGHT, "font": FONT, "seed": seed}
        print(json.dumps(request), file=self._process.stdin, flush=True)
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"The driver of {self._engine.name} ended without an answer.")
        answer = json.loads(line)
        placed = [Word(w["text"], w["size"], w["x"], w["y"]) for w in answer["placed"]]
        return Layout(placed, answer["cpu_seconds"])

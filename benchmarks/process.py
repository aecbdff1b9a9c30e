"""A whole process, from a list of 100 tags to a picture: ``coalition cloud`` beside
``wordcloud_cli`` on the same list, and Python's bare start: processor time of the child, user and
system, interleaved, medians of one run.

    make peers && .venv/bin/python benchmarks/process.py
"""

import json
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from words import tags

RUNS = 15


def seconds(command: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def commands(folder: Path, count: int) -> dict[str, list[str]]:
    pairs = tags(count)
    (folder / "tags.json").write_text(json.dumps(pairs))
    # wordcloud_cli counts the words of a text: each tag stands in it as one word, so many times.
    text = " ".join(" ".join([name.replace(" ", "_")] * weight) for name, weight in pairs)
    (folder / "tags.txt").write_text(text)
    scripts = Path(sys.executable).parent
    peer = [str(scripts / "wordcloud_cli"), "--text", "tags.txt", "--imagefile", "peer.png"]
    peer += ["--width", "800", "--height", "600", "--max_words", str(count), "--no_collocations"]
    ours = [str(scripts / "coalition"), "cloud", "tags.json", "-o", "ours.svg"]
    return {"python": [sys.executable, "-c", "pass"], "coalition": ours, "wordcloud_cli": peer}


def main(count: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        runs = commands(folder, count)
        taken: dict[str, list[float]] = {label: [] for label in runs}
        for _ in range(RUNS):
            for label, command in runs.items():
                inside = [
                    str(folder / part) if part.startswith(("tags.", "peer.", "ours.")) else part
                    for part in command
                ]
                taken[label].append(seconds(inside))
    medians = {label: statistics.median(values) for label, values in taken.items()}
    for label, value in medians.items():
        print(f"{label:14} {value * 1e3:7.1f} ms")
    print(f"wordcloud_cli / coalition: {medians['wordcloud_cli'] / medians['coalition']:.1f}")
    print(f"coalition over bare python: {(medians['coalition'] - medians['python']) * 1e3:.1f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)

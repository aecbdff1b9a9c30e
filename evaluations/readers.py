"""Compare what ``coalition read FILE --json`` understands with the answers stored for the fixtures.

    python evaluations/readers.py [FOLDER]

FOLDER holds the fixtures, and in its ``expected`` folder one JSON answer for each of them, named
alike; by default it is ``../shared/fixtures`` beside the checkout. Each check prints one line: ok,
DIFFERS with what was read and what was expected, or "later" for what no reader answers for. The
exit code is 1 where anything differs or nothing could be checked, else 0.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_FIXTURES = Path(__file__).resolve().parents[2] / "shared" / "fixtures"
_ARCHIVE = "LinkedInDataExport"
_LATER = ("merged_expectation",)

Check = tuple[str, object, object]
"""What is compared, what was read, what was expected."""


def main(folder: Path) -> int:
    answers = sorted((folder / "expected").glob("*.json"))
    checked = differing = 0
    for answer in answers:
        expected = json.loads(answer.read_text("utf-8"))
        for fixture in _fixtures(folder, answer.stem):
            for what, found, wanted in _checks(_read(fixture), expected):
                checked += 1
                differing += found != wanted
                told = "ok" if found == wanted else f"DIFFERS: read {found!r}, expected {wanted!r}"
                print(f"{fixture.name}: {what}: {told}")
            for what in _LATER:
                if what in expected:
                    print(f"{fixture.name}: {what}: later, no reader answers for it")
    print(f"{checked} checks, {differing} differ.")
    return 1 if differing or not checked else 0


def _fixtures(folder: Path, stem: str) -> Iterator[Path]:
    """The inputs that an answer is for: by name, and each archive in a folder of that name."""
    for path in sorted(folder.glob(f"{stem}*")):
        if path.is_dir():
            yield from sorted(path.glob(f"*{_ARCHIVE}*"))
        elif path.stem == stem:
            yield path


def _read(path: Path) -> dict[str, Any]:
    """What the command prints; an empty reading with the message where it refuses."""
    command = [sys.executable, "-m", "coalition", "read", str(path), "--json"]
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode == 2:
        print(f"{path.name}: {done.stderr.decode().strip()}")
        return {"person": None, "skills": [], "certificates": [], "recommendations": [], "file": ""}
    return {**json.loads(done.stdout), "file": path.name}


def _checks(reading: dict[str, Any], expected: Any) -> Iterator[Check]:
    if isinstance(expected, list):
        yield from _page(reading, expected, ())
    elif "raw_skill_counts_accepted" in expected:
        yield from _archive(reading, expected)
    elif "top_skills" in expected:
        yield from _profile(reading, expected)
    else:
        yield from _page(reading, expected["skills"], expected.get("optional_lazy_chunk", ()))
        unwanted = set(expected.get("must_not_contain", ())) & set(_names(reading))
        yield "nothing else", sorted(unwanted), []


def _page(reading: dict[str, Any], wanted: list[dict[str, Any]], optional: Any) -> Iterator[Check]:
    names = [name for name in _names(reading) if name not in optional]
    yield "skills in order", names, [item["skill"] for item in wanted]
    skills = {item["skill"]: item for item in reading["skills"]}
    for item in wanted:
        found = skills.get(item["skill"], {})
        for key, default in (("count", 0), ("at_least", False), ("endorsers", [])):
            # An answer that does not name endorsers says nothing about them.
            if key in item or key != "endorsers":
                yield f"{item['skill']}: {key}", found.get(key), item.get(key, default)
        if item.get("assessment"):
            passed = item["skill"] in reading["certificates"]
            yield f"{item['skill']}: assessment", passed, True


def _profile(reading: dict[str, Any], expected: dict[str, Any]) -> Iterator[Check]:
    person = reading["person"] or {}
    keys = ("organisation", "title", "started", "ended")
    positions = [[held[key] for key in keys] for held in person.get("positions", ())]
    yield "name", person.get("name"), expected["name"]
    yield "top skills", _names(reading), expected["top_skills"]
    yield "positions", positions, expected["positions"]
    yield "languages", person.get("languages"), expected["languages"]


def _archive(reading: dict[str, Any], expected: dict[str, Any]) -> Iterator[Check]:
    counts = {item["skill"]: item["count"] for item in reading["skills"] if item["count"]}
    yield "owner", (reading["person"] or {}).get("name"), expected["owner"]
    yield "accepted endorsements", sum(counts.values()), expected["endorsements_accepted"]
    for skill, count in expected["raw_skill_counts_accepted"].items():
        yield f"{skill}: count", counts.get(skill, 0), count
    extra = sorted(counts.keys() - expected["raw_skill_counts_accepted"].keys())
    yield "no other skill is endorsed", extra, []
    yield "people", reading.get("people"), expected["connections_named"]
    if not reading["file"].startswith("Basic_"):  # which has neither of these in it
        yield (
            "recommendations",
            len(reading["recommendations"]),
            expected["recommendations_visible"],
        )
        yield "touchpoints", reading.get("touchpoints"), expected["messages_human"]


def _names(reading: dict[str, Any]) -> list[str]:
    return [item["skill"] for item in reading["skills"]]


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else _FIXTURES))

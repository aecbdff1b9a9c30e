"""Skills that a saved LinkedIn page holds only in its scripts: loaded, but never scrolled to."""

import re
from collections.abc import Iterator

from coalition.exchange.linkedin_page import PageSkill, plain
from coalition.exchange.linkedin_phrases import is_detail

_KEY = r'componentKey"\s*:\s*"com\.linkedin\.sdui\.profile\.skill\(([^)"]{1,200})\)"'
_STRING = r'"children"\s*:\s*\[?\s*"((?:[^"\\$]|\\.)(?:[^"\\]|\\.){0,200})"'
_REACH = 20_000
_STRINGS = 8
_NEST = 4  # JSON in a string in JSON in a script: each level escapes the quotes once more


def scripted(html: str) -> Iterator[PageSkill]:
    """The skills that ``html`` names in scripts but has not drawn.

    A component is keyed there as in the markup; the first text in it is the skill's name.
    """
    text = html
    for _ in range(_NEST):
        if '\\"' not in text:
            break
        text = text.replace('\\\\"', '\\"').replace('\\"', '"')
    drawn = set(re.findall(r'componentkey="com\.linkedin\.sdui\.profile\.skill\(([^)"]*)\)"', html))
    keys = list(re.finditer(_KEY, text))
    for place, match in enumerate(keys):
        end = keys[place + 1].start() if place + 1 < len(keys) else len(text)
        part = text[match.end() : min(end, match.end() + _REACH)]
        if match[1] not in drawn and (skill := _skill(part)):
            yield skill


def _skill(part: str) -> PageSkill | None:
    found = re.finditer(_STRING, part)
    lines = [plain(_unescaped(match[1])) for _, match in zip(range(_STRINGS), found, strict=False)]
    lines = [line for line in lines if line]
    if not lines or is_detail(lines[0]):
        return None
    skill = PageSkill(lines[0])
    for line in lines[1:]:
        skill = skill.told(line)
    return skill


def _unescaped(text: str) -> str:
    import json

    try:
        return str(json.loads(f'"{text}"'))
    except ValueError:
        return text

"""Running text, told from lists and tables: sentences, and letters."""

import re
from collections.abc import Sequence

_LONGEST_TAG_LINE = 100
_MOST_WORDS = 10
_SHARE_OF_PROSE = 0.5
_LONGEST_SALUTATION = 50
_SENTENCE = re.compile(r"(?:\S+\s+){5,}\S+[.!?]|.{15,}[。！？।]")
_COMMA_WITHIN = re.compile(r",\S")


def is_sentence(line: str) -> bool:
    """Whether ``line`` is too long, or too much of a sentence, to be one tag."""
    words = len(line.split())
    return len(line) > _LONGEST_TAG_LINE or words > _MOST_WORDS or bool(_SENTENCE.fullmatch(line))


def is_prose(lines: Sequence[str]) -> bool:
    """Whether most of ``lines`` are sentences, or some are and a salutation stands above."""
    sentences = sum(map(is_sentence, lines))
    if sentences > len(lines) * _SHARE_OF_PROSE:
        return True
    return sentences > 0 and _is_salutation(lines[0]) and not _is_salutation(lines[1])


def is_punctuated(lines: Sequence[str]) -> bool:
    """Whether the commas in ``lines`` stand as in prose: a blank or the line's end after each."""
    return not any(_COMMA_WITHIN.search(line) for line in lines)


def _is_salutation(line: str) -> bool:
    """Whether ``line`` could be "Dear Ana," with nothing after it."""
    return (
        len(line) <= _LONGEST_SALUTATION
        and line.find(",") in (len(line) - 1, -1)
        and (line[-1:] in {",", "!", "，", "！"})
    )

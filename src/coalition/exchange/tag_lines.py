"""The lines of a plain list as evidence: bullets off, counts told from numbers in names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from coalition.errors import NothingFound
from coalition.exchange.cells import has_comma_lists, tags_in
from coalition.exchange.columns import is_tag_header
from coalition.exchange.numbers import decimal_mark, is_at_least, number_in
from coalition.exchange.prose import is_prose, is_sentence
from coalition.exchange.reader import Progress
from coalition.exchange.tag_text import LONGEST
from coalition.exchange.tally import Tally, tallied
from coalition.model.evidence import Kind
from coalition.model.reading import Reading

_BULLET = re.compile(r"^(?:(?:[-*+•·‣▪▫◦●○■□–—✓✔➢►▶>]|\[[ xX]?\])\s+)+")
_EMPHASIS = re.compile(r"(\*\*|__|`)(?P<inside>(?:(?!\1).){1,200})\1")
_LEADER = re.compile(r"\s?(?:\.{3,}|…{2,}|·{3,}|_{3,})\s?")
_REMARK = re.compile(r"//\s|<!--")
_NUMBERING = re.compile(r"^\(?(\d{1,4})(?:[.)]\s+|\s+(?=\S))")
_DIGITS = r"[+-]?[\d٠-٩][\d٠-٩.,٫']*"
_WORDS = r"[+-]?(?:nan|inf(?:inity)?)"
# Blanks join digits in groups of three alone. Where nothing divides tag and count a plain space
# never does: in "Microsoft 365 120" only the last number is the count.
_GROUPED = r"[+-]?\d{{1,3}}(?:[{}]\d{{3}})++(?!\d)(?:[.,]\d++)?"
_IN_GROUPS = _GROUPED.format(r" \u00a0\u202f")
_IN_FIRM_GROUPS = _GROUPED.format(r"\u00a0\u202f")
_COUNT = rf"(?P<count>(?:{_IN_GROUPS}|{_DIGITS})\+?\s?%?|{_WORDS})"
_BARE_COUNT = rf"(?P<count>(?:{_IN_FIRM_GROUPS}|{_DIGITS})\+?\s?%?|{_WORDS})"
# At the end of a line all digits are taken at once: taken back one by one they cost their square.
_COUNT_AFTER = (
    rf"(?P<count>(?:{_IN_GROUPS}|{_DIGITS}+)\+?\s?%?|{_WORDS})(?:\s?(?P<unit>[^\W\d_]{{2,20}}))?"
)
_BARE_COUNT_AFTER = rf"(?P<count>(?:{_IN_FIRM_GROUPS}|{_DIGITS}+)\+?\s?%?|{_WORDS})"
# The forms in which a count stands with its tag. In the last ones nothing divides the two, so
# they are taken for counts only where the tags differ: ISO 9001, ISO 27001 are names.
_DIVIDED = (
    rf"(?P<tag>.+?)\s*\t\s*{_COUNT_AFTER}",
    rf"(?P<tag>.+?)\s*[:：=]\s*{_COUNT_AFTER}",
    rf"(?P<tag>.+?)\s*[(（\[]\s*{_COUNT_AFTER}\s*[)）\]]",
    rf"(?P<tag>.+?)\s*[,;|]\s*{_COUNT_AFTER}",
    rf"(?P<tag>.+?)\s+[-–—·•]\s+{_COUNT_AFTER}",
    rf"(?P<tag>.+?)(?:\s+x|\s*×)\s*{_COUNT_AFTER}",
    rf"{_COUNT}(?:\s*×|\s*x(?=\s))\s*(?P<tag>.+)",
    rf"{_COUNT}\s*\t\s*(?P<tag>.+)",
)
_UNDIVIDED = (
    rf"(?P<tag>.*?\S)\s+{_BARE_COUNT_AFTER}",
    rf"{_BARE_COUNT}\s+(?P<tag>.+)",
)
_UNMISTAKABLE = _DIVIDED[:3]
_AFTER_A_BLANK = _UNDIVIDED[0]
_IN_NAMES = re.compile(r"\d+[.,]\d+|\d{4,}")  # versions, years and standards
_NAMES_WITH_NUMBERS = re.compile(
    r"(?:windows|office|microsoft|dynamics|iso|iec|din|ieee|rfc|web|industry|industrie|level)$",
    re.IGNORECASE,
)
_DIGIT_ENDS = frozenset("0123456789+%")
_COLON = re.compile("[:：]")
_BLANKS = re.compile(r"[^\S\u00a0\u202f]{2,}")
_SHARE_IN_FORM = 0.9
_SHARE_UNMISTAKABLE = 1 / 2
_SHARE_AFTER_A_BLANK = 2 / 3
_MOST_UNITS = 2  # one word, in the singular and in the plural
_LONGEST_COUNTED_LINE = LONGEST + 50
_SAMPLE = 200
_STEP = 20_000

Line = tuple[int, str]
"""A line's number, from 1, and what stands on it."""


@dataclass(frozen=True, slots=True)
class _Form:
    """How a list writes its counts; ``everywhere``: a line without one is a slip, no mention."""

    pattern: re.Pattern[str]
    everywhere: bool


def read_lines(name: str, text: str, progress: Progress) -> Reading:
    """The evidence in a list; ``name`` is the file's, for messages.

    Raises NothingFound where it is prose.
    """
    lines = _listed(text)
    if not lines or is_prose([line for _, line in lines]):
        raise NothingFound(
            f"{name} seems to be running text, in which no list of tags was found: "
            "put the tags one a line, or as a table with a column named `tag`."
        )
    form = _count_form([line for _, line in lines])
    tally = Tally(name, Kind.COUNTED, "" if form else "mentions")
    mark = decimal_mark(_counts(lines, form.pattern)) if form else "."
    for done, (number, line) in enumerate(lines, 1):
        _add(tally, number, line, form, mark)
        if done % _STEP == 0:
            progress(done, len(lines))
    return tallied("tag-list", name, [tally])


def _add(tally: Tally, number: int, line: str, form: _Form | None, mark: str) -> None:
    if is_sentence(line) and len(line) <= LONGEST:
        tally.problem(f"“{line[:40]}…” seems to be a sentence, so it is no tag.", number)
    elif form is None:
        for tag in tags_in(line):
            tally.add(tag, row=number)
    elif match := _match(form.pattern, line):
        count = number_in(match["count"], mark)
        if count is None:
            tally.bad_weight(match["tag"], match["count"], number, "is not a number")
        elif not tally.is_total(match["tag"], number):
            tally.add(match["tag"], count, number, at_least=is_at_least(match["count"]))
    elif not form.everywhere:
        for tag in tags_in(line):
            tally.add(tag, row=number)
    else:
        tally.problem(f"“{line[:40]}” has no count, as the other lines have.", number)


def _listed(text: str) -> list[Line]:
    """The lines with something on them, without bullets, numbers and a heading."""
    filled = ((number, _spaced(line)) for number, line in enumerate(text.split("\n"), 1))
    lines = [(number, _unquoted(_BULLET.sub("", line))) for number, line in filled if line]
    lines = [(number, line) for number, line in lines if line and not _REMARK.match(line)]
    if len(lines) > 1 and is_tag_header(lines[0][1].rstrip(":：")):
        del lines[0]
    if lines and is_tag_header((parts := _COLON.split(lines[0][1], 1))[0]) and parts[1:]:
        lines[0] = (lines[0][0], parts[1].strip())
    if _are_numbered([line for _, line in lines]):
        lines = [(number, _NUMBERING.sub("", line)) for number, line in lines]
    texts = [line for _, line in lines]
    if has_comma_lists(texts) and sum(line.count(",") for line in texts) >= 2 * len(texts) - 1:
        lines = [
            (number, _unquoted(tag)) for number, line in lines for tag in tags_in(line, commas=True)
        ]
    return lines


def _spaced(line: str) -> str:
    """``line`` with a tab for every run of blanks that has one, and a space for the others."""
    line = _BLANKS.sub(lambda run: "\t" if "\t" in run[0] else " ", line.strip())
    if line[-1:] in _DIGIT_ENDS:
        line = _LEADER.sub("\t", line)
    if "**" in line or "`" in line:
        line = _EMPHASIS.sub(lambda found: found["inside"], line)
    return line


def _unquoted(line: str) -> str:
    """``line`` without the quotes that a table of one column puts around it."""
    inside = line[1:-1].replace('""', "")
    quoted = len(line) > 2 and line[0] == line[-1] == '"' and '"' not in inside
    return line[1:-1].replace('""', '"').strip() if quoted else line


def _are_numbered(lines: Sequence[str]) -> bool:
    """Whether each line starts with its number: 1, 2, 3 ..., or with any that has a mark."""
    found = [match for line in lines if (match := _NUMBERING.match(line))]
    if len(found) < max(2, len(lines)):
        return False
    in_order = [int(match[1]) for match in found] == list(range(1, len(lines) + 1))
    return in_order or all(match[0].rstrip()[-1] in ".)" for match in found)


def _count_form(lines: Sequence[str]) -> _Form | None:
    """The form in which nearly every line has a count, or else most have; None without one."""
    on_most = None
    for written in (*_DIVIDED, *_UNDIVIDED):
        form = re.compile(written, re.IGNORECASE)
        sample = lines[:_SAMPLE]
        if sum(_match(form, line) is not None for line in sample) * 2 < len(sample):
            continue  # without a look at a million lines
        found = [match for line in lines if (match := _match(form, line))]
        units = {match["unit"].casefold() for match in found if match.groupdict().get("unit")}
        if len(units) > _MOST_UNITS or not (written in _DIVIDED or _are_counts(found)):
            continue
        if len(found) >= len(lines) * _SHARE_IN_FORM:
            return _Form(form, everywhere=True)
        if on_most is None and _is_on_most(written, found, len(lines)):
            on_most = _Form(form, everywhere=False)
    return on_most


def _is_on_most(written: str, found: Sequence[re.Match[str]], lines: int) -> bool:
    """Whether ``found`` are counts although other lines have none.

    After a mere blank they are only where none looks like a part of its name: Web 2.0, ISO 9001.
    """
    if written in _UNMISTAKABLE:
        return len(found) >= max(2, lines * _SHARE_UNMISTAKABLE)
    if written != _AFTER_A_BLANK or len(found) < max(2, lines * _SHARE_AFTER_A_BLANK):
        return False
    return not any(
        _IN_NAMES.fullmatch(match["count"]) or _NAMES_WITH_NUMBERS.search(match["tag"])
        for match in found
    )


def _are_counts(found: Sequence[re.Match[str]]) -> bool:
    """Whether numbers that nothing divides from their tags are counts, and not names' parts."""
    tags = {match["tag"].casefold() for match in found}
    versions = any(re.fullmatch(r"\d\.0", match["count"]) for match in found)
    return len(found) > 1 and len(tags) == len(found) and not versions


def _counts(lines: Sequence[Line], form: re.Pattern[str]) -> list[str]:
    found = (_match(form, line) for _, line in lines[:_SAMPLE])
    return [match["count"] for match in found if match]


def _match(form: re.Pattern[str], line: str) -> re.Match[str] | None:
    return form.fullmatch(line) if len(line) <= _LONGEST_COUNTED_LINE else None

"""Names as tables of people write them: "Testerson, Ada (On Leave) [C]" is Ada Testerson."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from coalition.exchange import people_words as known
from coalition.exchange.header_words import without_accents, word_set, words_of
from coalition.exchange.tag_text import tag_text
from coalition.tags.folding import fold

LONGEST = 200
"""The most characters that a name may have."""

_MOST_BRACKETS = 5
_IN_BRACKETS = re.compile(r"\s*(?:\(([^()]{1,60})\)|\[([^\[\]]{1,60})\]|（([^（）]{1,60})）)$")
_BEHIND_A_DASH = re.compile(r"^(.{1,60}?)\s*(?:[-–—:#(\[（/,]|\d).*$", re.DOTALL)
_ADDRESS = re.compile(r"[^\s@<>]+@[^\s@<>]+")
_ID = re.compile(r"[A-Za-z]{0,4}[-_]?\d{2,20}")
_WORD = re.compile(r"[^\W\d_]+")
_TITLES_BEHIND = word_set(
    "jr sr ii iii iv phd md mba dr esq cpa pmp cfa msc bsc ma ba llm mag dipl ing"
)
_EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@dataclass(frozen=True, slots=True)
class WrittenName:
    """A name as a cell has it.

    name:  as one says it, first name first. sort: as it was filed, "Testerson, Ada", or "".
    left:  whether the cell says that they are not there any more.
    employee, email: what stood in brackets behind it, as in "Ada Testerson (00001004)".
    """

    name: str
    sort: str = ""
    left: bool = False
    employee: str = ""
    email: str = ""


def written_name(cell: str) -> WrittenName:
    """What a cell with a name says."""
    text = tag_text(cell[: LONGEST * 10])
    if not text or (text.isascii() and text.replace(" ", "").isalpha()):
        return WrittenName(text)  # most of them
    left, employee, email = False, "", ""
    for _ in range(_MOST_BRACKETS):
        match = _IN_BRACKETS.search(text)
        if match is None:
            break
        inside = next(filter(None, match.groups())).strip()
        whole = _whole(inside)
        if whole in _phrases("LEFT_IN_NAMES"):
            left = True
        elif _ID.fullmatch(inside):
            employee = inside
        elif _ADDRESS.fullmatch(inside):
            email = inside.lower()
        elif whole not in _phrases("ASIDE") or not match.start():
            break
        text = text[: match.start()].rstrip()
    name = first_name_first(text)
    return WrittenName(name, text if name != text else "", left, employee, email)


def first_name_first(text: str) -> str:
    """Whom "Testerson, Ada" names: Ada Testerson. A title behind a comma stays where it is."""
    last, comma, first = text.replace("，", ",").partition(",")
    last, first = last.strip(), first.strip()
    if not comma or not last or not first or "," in first or text.startswith("="):
        return text
    if all(word.strip(".").casefold() in _TITLES_BEHIND for word in first.split()):
        return text
    return f"{first} {last}"


def full_name(first: str, last: str) -> str:
    """A name from its two parts, in the order in which its script is written."""
    if _EAST_ASIAN.search(first + last):
        return f"{last} {first}".strip()
    return f"{first} {last}".strip()


def name_key(name: str) -> str:
    """What two ways to write one name share: its words, whatever their order."""
    return " ".join(sorted(fold(name).replace(",", " ").replace(".", " ").split()))


def is_vacant(cell: str) -> bool:
    """Whether a cell says in place of a name that nobody has the position."""
    text = cell.strip()
    if not text or len(text) > LONGEST or not _may_be_vacant(text):
        return False
    whole = _whole(text)
    if whole in _phrases("VACANT"):
        return whole != "nn" or text.upper() == text  # "N.N.", and a person called Nn
    bare = re.sub(r"^[(\[（<*\s]+", "", text)
    match = _BEHIND_A_DASH.match(bare)
    return bool(match) and "," not in bare and _is_phrase(match[1] if match else "")


def _may_be_vacant(text: str) -> bool:
    """Whether the first word is one of such a phrase; most names are done with here."""
    word = _WORD.search(text)
    return word is not None and without_accents(word[0]) in _first_words()


@cache
def _first_words() -> frozenset[str]:
    phrases = known.VACANT.replace("\n", ",").split(",")
    return frozenset(without_accents(match[0]) for one in phrases if (match := _WORD.search(one)))


@lru_cache(maxsize=4096)
def _whole(text: str) -> str:
    return "".join(words_of(text))


def _is_phrase(text: str) -> bool:
    return _whole(text.strip(")]）>* ")) in _phrases("VACANT") and len(text) > 2


def is_nobody(cell: str) -> bool:
    """Whether a cell says in place of a manager that there is none."""
    text = cell.strip()
    return not text.strip("-–—./?_0 ") or _whole(text) in _phrases("NOBODY")


def has_left(status: str) -> bool:
    """Whether a status says that somebody is not there any more."""
    return status.strip() == "0" or _whole(status[:100]) in _phrases("LEFT")


def says_vacant(cell: str) -> bool:
    """Whether a column of vacancies says that a position is empty."""
    return is_vacant(cell) or cell.strip() == "1" or _whole(cell[:100]) in _YES


_YES = word_set("yes true y x ja oui si sim vrai wahr да نعم はい 是 예")


@cache
def _phrases(name: str) -> frozenset[str]:
    """The phrases of a list of ``people_words``, each as one word."""
    text: str = getattr(known, name)
    return frozenset("".join(words_of(phrase)) for phrase in text.replace("\n", ",").split(","))

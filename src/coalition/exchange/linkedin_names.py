"""The names people are known by, out of what they write into LinkedIn's fields for names.

Members add credentials (", PhD, PCC"), pronouns, nicknames, offers and pictures to their names; in
other files the same people stand without them. Pronouns are kept nowhere.
"""

import re
import unicodedata

from coalition.exchange.linkedin_people import folded_name, full_name
from coalition.model.person import Name, NameForm
from coalition.tags.visible import JOINERS, visible

LONGEST = 200
"""The most characters of a name that are looked at."""

# Written without a comma before them, so only as they are spelled here.
_CREDENTIALS_IN_ROWS = """
PhD DPhil EdD DBA PsyD MBA EMBA MSc MA MS MEd MEng MPA MPP MPH MPhil MSW MFA LLM LLB JD MD BA BSc
BEng BCom CPA CFA CA ACA ACCA FCCA CMA CIA CISA CISM CISSP PMP PgMP CSM CSPO PSM SAFe PHR SPHR GPHR
SHRM-CP SHRM-SCP CIPD MCIPD FCIPD ACC PCC MCC CPCC ACTC ICF EMCC RN PE PEng CEng Esq FRSA FRS OBE
MBE CBE QC KC CPO FAIA AIA RIBA ITIL TOGAF CCP
"""
_CREDENTIALS = frozenset(_CREDENTIALS_IN_ROWS.split())
_GENERATIONS = r"\s*,?\s*((?:jr|sr)\b\.?|i{2,3}\b|iv\b)"
_HONORIFIC = (
    r"(?:(?:dr|prof)\b\.?(?:\s?(?:med|rer|nat|h|c|phil|jur)\.)*|(?:mrs?|ms|ing|mag|dipl)\.)\s*"
)
_BRACKETS = r"\s*[(（\[【][^()（）\[\]【】]*(?:[)）\]】]|$)"
_NICKNAME = r"(?:^|(?<=\s))[\"“„«][^\"“”„«»]+[\"”“»](?=\s|$)"
_ENDS = r"\s*[|•]|\s+[-–—~]+\s"
_PRONOUN = (
    r"(?:she|her|hers|he|him|his|they|them|theirs|ze|zir|xe|any|sie|ihr|er|ihm|dey|elle|il|lui|iel"
    r"|ella|él|elle|ela|ele|lei|hij|zij|hem|haar|hen|hon|henne|han|honom|hun|ona|on)"
)
_PRONOUNS = re.compile(
    rf"\s*[(（\[]\s*{_PRONOUN}(?:\s*[/,|&]\s*{_PRONOUN})*\s*(?:[)）\]]|$)"
    rf"|\s*[(（\[]?\s*\b{_PRONOUN}(?:\s?/\s?{_PRONOUN})+\b\s*[)）\]]?",
    re.IGNORECASE,
)
_LETTERS = "[^\\W\\d_\U0001d400-\U0001d7ff]+"  # but no mathematical ones
_PLAIN = re.compile(rf"{_LETTERS}(?:[-'’]{_LETTERS})*")  # most names: a word, or two with a hyphen
_SYMBOLS = ("So", "Co", "Cn")
_MARKS = frozenset("\N{VARIATION SELECTOR-15}\N{VARIATION SELECTOR-16}\u20e3")


def known_as(first: str, last: str = "") -> tuple[str, tuple[Name, ...]]:
    """The name somebody is known by, and the other forms of it that are written.

    ``first``: the first name, or with no ``last`` all of the name. Where nothing but additions
    is written, it stays as it is.
    """
    first, last = first[:LONGEST], last[:LONGEST]
    if _PLAIN.fullmatch(first) and (not last or _PLAIN.fullmatch(last)):
        return full_name(first, last), ()
    first, last = (_spelled(visible(part)) for part in (first, last))
    written = " ".join(_PRONOUNS.sub(" ", full_name(first, last)).split())
    if " " in first and all(map(_is_credential, last.replace(",", " ").split())):
        last = ""
    bare = full_name(_bare(first, 1), _bare(last, 1)) if last else _bare(first, 2)
    name = bare or written or full_name(first, last)
    others = dict.fromkeys((written, *_nicknamed(first, last)))
    return name, tuple(Name(text, NameForm.ALSO) for text in others if text not in ("", name))


def names_in(text: str, count: int) -> list[str]:
    """The ``count`` names that ``text`` lists; empty where that cannot be told.

    They are divided by semicolons, or by commas, which names have in them as well
    ("Ada Sample, PhD"): LinkedIn puts no space after those that divide.
    """
    if count == 1:
        return [text.strip()]
    if len(text) > count * LONGEST:
        return []
    for pieces in (text.split(";"), re.split(r",(?!\s)", text), _rejoined(text.split(","))):
        named = [piece.strip() for piece in pieces if piece.strip()]
        known = [name for name in named if not is_nobody(name)]
        for found in (named, known):
            if len(found) == count:
                return found
    return []


def is_nobody(name: str) -> bool:
    """Whether this is what LinkedIn calls those who deleted or hid their account."""
    return folded_name(name) in ("linkedin member", "linkedin-mitglied", "membre de linkedin")


def _rejoined(pieces: list[str]) -> list[str]:
    names: list[str] = []
    for piece in pieces:
        if names and _is_credential(piece.strip()):
            names[-1] += f",{piece}"
        else:
            names.append(piece)
    return names


def _is_credential(word: str) -> bool:
    letters = word.replace(".", "")
    dotted = "." in word.rstrip(".") and letters.isalpha() and len(letters) <= 5
    return letters in _CREDENTIALS or (dotted and letters[:1].isupper())


def _spelled(text: str) -> str:
    """``text`` in plain letters where it is set in mathematical ones: 𝗔𝗱𝗮."""
    if any("\U0001d400" <= letter <= "\U0001d7ff" for letter in text):
        text = unicodedata.normalize("NFKC", text)
    return " ".join(text.split())


def _bare(text: str, fewest: int) -> str:
    """A part of a name, or all of it, without additions; ``fewest`` words of it stay."""
    text = _without_pictures(_PRONOUNS.sub(" ", text))
    text = re.sub(_NICKNAME, " ", re.sub(_BRACKETS, " ", text))
    text = _cut(re.split(_ENDS, text.strip(), maxsplit=1)[0], fewest)
    words = text.split()
    shouted = text.upper() == text
    while len(words) > fewest and not shouted and _is_credential(words[-1]):
        # "Wei Ling MA" may be a surname in capitals: told from a degree only where that is apart.
        if fewest > 1 and len(words[-1]) == 2:
            break
        words.pop()
    name = " ".join(words).strip(f" ,;.-{JOINERS}") if words else ""
    name = f"{name}." if re.search(r"\b(?:jr|sr|[A-Z])$", name, re.I) and text[-1] == "." else name
    return re.sub(rf"^(?:{_HONORIFIC})+(?=\S)", "", name, flags=re.IGNORECASE)


def _cut(text: str, fewest: int) -> str:
    """``text`` up to its first comma, unless it says no more than one word of a whole name."""
    before, comma, after = re.sub("[，،]", ",", text).partition(",")
    if not comma:
        return text
    if len(before.split()) < fewest and not all(
        map(_is_credential, after.replace(",", " ").split())
    ):
        return text
    generation = re.match(_GENERATIONS, after, re.IGNORECASE)
    return f"{before.strip()} {generation[1]}" if generation else before


def _without_pictures(text: str) -> str:
    if text.isascii():
        return text
    drawn = (" " if _is_picture(letter) else letter for letter in text)
    return re.sub(rf"(?<=\s)[{JOINERS}]+|[{JOINERS}]+(?=\s|$)", " ", "".join(drawn))


def _is_picture(letter: str) -> bool:
    if letter in _MARKS or "\U0001f3fb" <= letter <= "\U0001f3ff":
        return True
    return unicodedata.category(letter) in _SYMBOLS


def _nicknamed(first: str, last: str) -> list[str]:
    """``EJ Fictive`` of ``Emeka "EJ" Fictive``; what stands in brackets in another script."""
    found = []
    nickname = re.search(_NICKNAME, first)
    if nickname and last:
        found.append(full_name(nickname[0].strip('"“”„«» '), _bare(last, 1)))
    for inner in re.findall(r"[(（\[【]([^()（）\[\]【】]+)[)）\]】]", full_name(first, last)):
        if inner.isascii() or any(letter.isascii() and letter.isalpha() for letter in inner):
            continue
        if letters := _without_pictures(inner).strip():
            found.append(letters)
    return found

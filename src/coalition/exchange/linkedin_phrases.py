"""What a line of LinkedIn's skills page says besides a skill's name, in its viewers' languages.

English is read by its exact phrases. In other languages the stem of LinkedIn's own word for an
endorsement is enough: a number beside it is a count, and it with "by" and a name is a sentence.
"""

import re
from dataclasses import dataclass

from coalition.exchange.linkedin_people import folded_name

# The stems of "endorsement" as LinkedIn translates it: English, German, French, Spanish,
# Portuguese, Italian, Dutch, Swedish, Norwegian and Danish, Polish, Russian, Turkish, Czech,
# Finnish, Romanian, Indonesian, Japanese and Chinese, Korean, Arabic.
STEM = (
    r"(?:endors|bestätig|recommand|recomend|validaci|validad|conferm|onderschr|bevestig|aanbevel"
    r"|rekommend|bekräft|anbefal|godkend|potwierdz|подтвержд|рекоменд|onay|potvrzen|suosit"
    r"|aprecier|dukungan|推薦|推荐|認可|认可|背書|背书|추천|보증|تأييد|تزكي|توصي)"
)
_LONGEST = 300  # characters of a line about a skill
_SPACES = r"[ \u00a0\u2009\u202f]"
_GROUPED = r"\d{1,3}(?:[.,'’\u00a0\u2009\u202f]\d{3})+(?!\d)"
_MORE_THAN = (
    r"\b(?:more than|over|über|mehr als|plus de|más de|mais de|più di|oltre|meer dan|fler än"
    r"|mer enn|mere end|ponad|более)|[+＋](?=\d)"
)
_NUMBER = (
    rf"(?P<least>(?:{_MORE_THAN}){_SPACES}?)?"
    rf"(?P<number>{_GROUPED}|\d{{1,3}}(?: \d{{3}})+(?!\d)|\d+)"
    rf"(?P<more>{_SPACES}?[+＋]|(?=[件个個]?(?:以上|超)))?"
)
_NOUN = rf"[^\d.!?:;|]{{0,40}}{STEM}[^\d.!?:;|]{{0,40}}"
_COUNT_FIRST = rf"{_NUMBER}{_SPACES}*(?P<noun>{_NOUN})"
_COUNT_LAST = rf"(?P<noun>{_NOUN}?){_SPACES}*[:：(（]?{_NUMBER}{_SPACES}*[^\W\d_]{{0,4}}[)）]?"
_COUNT_SEEN = rf"(?:see|show|view) (?:all )?{_NUMBER} (?P<noun>endorsements?)(?: for .+)?"
_PLAIN_COUNT = rf"{_NUMBER}{_SPACES}+(?P<noun>[^\d.!?:;|]{{3,40}})"

_BY = (
    r"(?:endorsed by|bestätigt (?:von|durch)|recommandée?s?(?:\(e\))? par"
    r"|(?:recomendad|validad|avalad)[oa]s?(?:\([oa]s?\))? por|(?:valid|recomend)ad[oa]/[oa] por"
    r"|confermat[oaie](?:/[oaie])? da|(?:onderschreven|bevestigd|aanbevolen) door"
    r"|(?:rekommenderad|bekräftad|bekreftet|anbefalt|godkendt|anbefalet) av?"
    r"|potwierdzon[aey]? przez|potwierdzone przez)"
)
_EAST_ASIAN = (
    r".*(?:が|から)(?:推薦|認可)$|.*(?:认可|認可|背書)了?此?(?:技能)?$|.*님.*(?:추천|보증)$"
)
# "Ana Ficticia and 2 others": a skill's name counts nobody.
_AND_OTHERS = (
    r".*\w,?\s(?:and|und|et|y|e|en|och|og|i|ve|и)\s\d+\s(?:\w+\s)?(?:others?|weiteren?|andere[nr]?"
    r"|autres?|personas?|personnes?|pessoas?|persone|altr[aei]|personen|otr[oa]s?|outr[oa]s?)\b"
)
_SENTENCES = (
    rf"{_BY}\s",
    _AND_OTHERS,
    _EAST_ASIAN,
    rf".*\d.*{STEM}",
    r".+ ha(?:s|ve) given (?:an )?endorsements? for this skill$",
    r"\d+ (?:experiences?|education|educational|honors?|projects?|certifications?|licenses?"
    r"|courses?|publications?|volunteer)\b.* (?:at|across|in|from)\b",
    r"\d+ (?:berufs|expérienc|experienc|experiênc|esperienz|ervaring|erfaren|erfaring)\w* .+",
    r".+(?:学歴|職歴|経験)(?:\d+件)?$",
    r"(?:who|that) (?:is|are) highly skilled|\d+ mutual connections?$",
)
_LABELS = (
    r"edit .+ skill$|(?:show|see|hide) (?:all|more|less|fewer)\b|\.\.\. ?see more$|…\s?see more$",
    r".*\bLinkedIn[ -].*(?:assessment|test|bewertung|évaluation|evalua|avalia|valuta|toets)",
    r".*LinkedIn.*(?:スキル評価|评估|測驗|평가)",
    r"(?-i:.*\blogo)$",
)
_BUTTON = (
    r"(?:endorse|endorsed|unendorse|edit|add skill|reorder|demonstrate skills?|take quiz"
    r"|bestätigen|bestätigt|recommander|recommandée?|recommandé\(e\)|validar|validad[oa]"
    r"|recomendar|recomendad[oa]|conferma|confermat[oa]|onderschrijven|onderschreven|推薦する|推薦済み"
    r"|推薦|认可|認可|추천하기)$"
)
_OTHERS = (
    r",?\s+(?:and|und|et|y|e|en|och|og|i|ve|и)\s+(?:[^\W\d]+\s+)?(?=\d)"
    r"|,?\s+who (?:is|are)\b|\s+\(mutual|、他"
    r"|,\s+(?:der|die|qui|que|che|som)\b|\s(?:qui est|que tiene|que tem|che è)\b"
)
_ASSESSED = (
    r"passed linkedin skill assessment|linkedin[ -].*(?:bestanden|réussi|superad|aprovad|superat)"
)


@dataclass(frozen=True, slots=True)
class Count:
    """How many endorsed a skill: the number, whether it is "or more", and the noun beside it."""

    number: int
    at_least: bool
    noun: str


def count(line: str, nouns: frozenset[str] = frozenset()) -> Count | None:
    """The number of endorsements that ``line`` consists of, or None.

    ``99+ endorsements``, ``1.204 Kenntnisbestätigungen``, ``スキル推薦 27件``. A noun of ``nouns``
    makes a count as well, whatever the language.
    """
    if len(line) > 100 or not any(character.isdigit() for character in line):
        return None
    for pattern in (_COUNT_FIRST, _COUNT_LAST, _COUNT_SEEN):
        match = re.fullmatch(pattern, line, re.IGNORECASE)
        if match and re.search(STEM, match["noun"], re.IGNORECASE) and not sentence_by(line):
            return _count(match)
    match = re.fullmatch(_PLAIN_COUNT, line)
    return _count(match) if match and match["noun"].casefold() in nouns else None


def plain_number(line: str) -> Count | None:
    """The number that ``line`` is all of (``99+``), as beside a name in older pages."""
    match = re.fullmatch(_NUMBER, line.strip())
    return Count(*_value(match), "") if match else None


def repeated_nouns(lines: list[str]) -> frozenset[str]:
    """The words that stand after several different numbers: a count's noun in any language."""
    numbers: dict[str, set[str]] = {}
    for line in lines:
        if match := re.fullmatch(_PLAIN_COUNT, line):
            numbers.setdefault(match["noun"].casefold(), set()).add(match["number"])
    many = {noun for noun, found in numbers.items() if len(found) > 1}
    return frozenset(noun for noun in numbers if any(noun[:6] == other[:6] for other in many))


def is_detail(line: str) -> bool:
    """Whether ``line`` is about a skill (who endorsed it, where it was used), not one itself."""
    line = line[:_LONGEST]  # patterns that look ahead take the square of a line's length
    return is_label(line) or any(re.match(said, line, re.IGNORECASE) for said in _SENTENCES)


def is_label(line: str) -> bool:
    """Whether ``line`` is a button, badge or picture's name at a skill; a skill may read so."""
    labelled = any(re.match(label, line[:_LONGEST], re.IGNORECASE) for label in _LABELS)
    return labelled or is_button(line)


def is_button(line: str) -> bool:
    """Whether ``line`` is a button that stands below a skill, such as "Endorse"."""
    return re.match(_BUTTON, line[:_LONGEST], re.IGNORECASE) is not None


def is_assessment(line: str) -> bool:
    """Whether ``line`` says that LinkedIn's own test of the skill was passed."""
    return re.match(_ASSESSED, line[:_LONGEST], re.IGNORECASE) is not None


def sentence_by(line: str) -> bool:
    """Whether ``line`` starts with "endorsed by"."""
    return re.match(rf"{_BY}\s", line, re.IGNORECASE) is not None


def endorsers(line: str) -> tuple[str, ...]:
    """The people ``line`` names as endorsers: not "14 colleagues", not "7 others"."""
    line = line[:_LONGEST]
    match = re.match(rf"{_BY}\s+(.+)", line, re.IGNORECASE)
    match = match or re.match(r"(.+?)\s?(?:さん|님|様)", line)
    match = match or re.match(r"(.+) ha(?:s|ve) given (?:an )?endorsements?\b", line)
    if match is None:
        return ()
    named = match[1]
    several = re.search(r"\bwho are\b", named) is not None
    named, *others = re.split(_OTHERS, named, maxsplit=1, flags=re.IGNORECASE)
    named = named.strip(" ,") if others else re.sub(r"(?<=\w{4})\.$", "", named.strip(" ,"))
    if not named or named[0].isdigit() or len(named) > 100:
        return ()
    parts = re.split(r"\s+and\s+", named) if several or " and " in named else [named]
    return tuple(part for part in parts if part and not re.search(r"\d", part))


def inline_counts(line: str) -> list[tuple[str, Count]]:
    """``line`` cut at its counts, each with the text before it; [] where it has none.

    A page pasted without its line ends is one line of names, sentences and counts.
    """
    if re.match(_EAST_ASIAN, line[:_LONGEST]):
        return []
    number = _NUMBER.replace(r"|\d{1,3}(?: \d{3})+(?!\d)", "")
    pattern = rf"(?<![\d.,]){number}{_SPACES}+(?P<noun>endorsements?\b|\S*{STEM}\S*(?: de \S+)?)"
    found, start = [], 0
    for match in re.finditer(pattern, line, re.IGNORECASE):
        if text := line[start : match.start()].strip():
            found.append((text, _count(match)))
        start = match.end()
    return found


def before_sentences(text: str) -> str:
    """What stands before the first sentence about endorsers or experience in ``text``."""
    pattern = rf"\s(?:{_BY}\s|passed linkedin skill|\d+ experiences? (?:at|across))"
    return re.split(pattern, f" {text}", maxsplit=1, flags=re.IGNORECASE)[0].strip()


def same_text(one: str, other: str) -> bool:
    """Whether two lines say the same but for case and space."""
    return folded_name(one) == folded_name(other)


def _count(match: re.Match[str]) -> Count:
    return Count(*_value(match), match["noun"].strip().casefold())


def _value(match: re.Match[str]) -> tuple[int, bool]:
    digits = "".join(character for character in match["number"] if character.isdecimal())
    return int(digits[:9]), match["more"] is not None or match["least"] is not None

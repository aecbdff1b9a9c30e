"""vCards one by one: properties gathered between BEGIN and END, agents' cards within them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from coalition.exchange.passed_over import PassedOver
from coalition.exchange.tag_text import tag_text
from coalition.exchange.vcard_lines import ContentLine, content_lines, utf8_of

MOST_LINES = 10_000
"""The most properties of one card that are read."""

PRIVATE: Mapping[str, str] = {
    "BDAY": "birthdays",
    "ANNIVERSARY": "anniversaries",
    "X-ANNIVERSARY": "anniversaries",
    "X-EVOLUTION-ANNIVERSARY": "anniversaries",
    "X-KADDRESSBOOK-X-ANNIVERSARY": "anniversaries",
    "X-ABDATE": "personal dates",
    "BIRTHPLACE": "places of birth and death",
    "DEATHPLACE": "places of birth and death",
    "DEATHDATE": "places of birth and death",
    "GENDER": "genders",
    "X-GENDER": "genders",
    "X-WAB-GENDER": "genders",
    "HOBBY": "hobbies",
    "PHOTO": "photos",
    "TEL": "telephone numbers",
    "X-SPOUSE": "relatives and friends",
    "X-MS-SPOUSE": "relatives and friends",
    "X-EVOLUTION-SPOUSE": "relatives and friends",
    "X-KADDRESSBOOK-X-SPOUSESNAME": "relatives and friends",
    "X-MS-CHILD": "relatives and friends",
    "X-MAIDENNAME": "names before marriage",
}
"""Properties of no concern at work, and what they are called in the note on them."""

_KEPT = (
    "VERSION|FN|N|NICKNAME|SORT-STRING|KIND|X-ABSHOWAS|X-ADDRESSBOOKSERVER-KIND|ORG|TITLE"
    "|ROLE|EMAIL|URL|X-SOCIALPROFILE|SOCIALPROFILE|IMPP|X-LINKEDIN|LANG|TZ|ADR|RELATED|AGENT"
    "|EXPERTISE|INTEREST|NOTE|REV|UID|X-ABLABEL|X-ABRELATEDNAMES|X-PHONETIC-FIRST-NAME"
    "|X-PHONETIC-MIDDLE-NAME|X-PHONETIC-LAST-NAME|SOUND|X-MANAGER|X-ASSISTANT|X-MS-MANAGER"
    "|X-MS-ASSISTANT|X-EVOLUTION-MANAGER|X-EVOLUTION-ASSISTANT|X-KADDRESSBOOK-X-MANAGERSNAME"
    "|X-KADDRESSBOOK-X-ASSISTANTSNAME"
)
KEPT = frozenset(_KEPT.split("|"))
_READ = KEPT.union(("BEGIN", "END"))
_ESCAPE = re.compile(r"\\([nN,;:\\])")
_STEP = re.compile(r"\\.|[;,]", re.DOTALL)
_APPLES_LABEL = re.compile(r"_\$!<(.*)>!\$_", re.DOTALL)


@dataclass(slots=True)
class Card:
    """One vCard: its properties by name, and the labels of their groups.

    line: where it begins. agents: the cards within it.
    """

    line: int
    lines: dict[str, list[ContentLine]] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    agents: "list[Card]" = field(default_factory=list)
    size: int = 0

    def all(self, *names: str) -> list[ContentLine]:
        """The properties of these names, each name's in the order of the card."""
        return [line for name in names for line in self.lines.get(name, ())]

    def preferred(self, *names: str) -> list[ContentLine]:
        """The same, the preferred ones first."""
        found = self.all(*names)
        return sorted(found, key=_preference) if len(found) > 1 else found

    def text(self, *names: str) -> str:
        """The first of these properties that says anything, on one line; "" for none."""
        for name in names:
            for line in self.lines.get(name, ()):
                if text := line_text(line.value):
                    return text
        return ""

    def kinds(self, line: ContentLine) -> set[str]:
        """The types of a property, and the label its group has."""
        label = self.labels.get(line.group, "") if line.group else ""
        return {*line.types, label} if label else set(line.types)


def cards_in(content: bytes, passed: PassedOver) -> Iterator[Card]:
    """The cards of a file; what stands outside of cards is nothing."""
    gathering = _Gathering(passed)
    for line in content_lines(utf8_of(content), _READ, PRIVATE):
        if isinstance(line, int):
            gathering.stray(line)
        elif (ended := gathering.add(line)) is not None:
            yield ended
    if (unended := gathering.unended()) is not None:
        yield unended


class _Gathering:
    """The card that is being read, and the one around it whose agent it describes."""

    def __init__(self, passed: PassedOver) -> None:
        self._passed = passed
        self._card: Card | None = None
        self._around: Card | None = None
        self._deeper = 0  # agents of agents, passed over
        self._last = ""

    def stray(self, row: int) -> None:
        """A line that is no property."""
        if self._card is not None:
            self._passed.problem(row, "This line is no property of a card, so it is passed over.")

    def add(self, line: ContentLine) -> Card | None:
        """Take one property; gives the card that it ends, or that lacks an end before it."""
        ended = None
        if line.name in ("BEGIN", "END") and line.value.strip().upper() == "VCARD":
            ended = self._begin(line) if line.name == "BEGIN" else self._end()
        elif self._card is not None and not self._deeper:
            self._keep(self._card, line)
        self._last = line.name
        return ended

    def unended(self) -> Card | None:
        """The card that the end of the file, or another's beginning, cuts off."""
        card = self._around or self._card
        if card is not None:
            self._passed.problem(card.line, _UNENDED)
        self._card = self._around = None
        self._deeper = 0
        return card

    def _begin(self, line: ContentLine) -> Card | None:
        if self._card is None or self._last != "AGENT":
            cut_off = self.unended()
            self._card = Card(line.line)
            return cut_off
        if self._around is None:
            self._around, self._card = self._card, Card(line.line)
        else:
            self._deeper += 1
        return None

    def _end(self) -> Card | None:
        if self._deeper:
            self._deeper -= 1
        elif self._around is not None and self._card is not None:
            self._around.agents.append(self._card)
            self._card, self._around = self._around, None
        else:
            ended, self._card = self._card, None
            return ended
        return None

    def _keep(self, card: Card, line: ContentLine) -> None:
        card.size += 1
        if card.size == MOST_LINES + 1:
            what = f"Only the first {MOST_LINES:,} properties of this card were read."
            self._passed.problem(line.line, what)
        if card.size > MOST_LINES:
            return
        if line.name == "X-ABLABEL":
            found = _APPLES_LABEL.fullmatch(line.value.strip())
            label = line_text(found[1] if found else line.value)
            card.labels[line.group] = label.casefold()
        elif line.name in PRIVATE:
            card.lines.setdefault(line.name, [])
        else:
            card.lines.setdefault(line.name, []).append(line)


def _preference(line: ContentLine) -> int:
    given = line.parameters.get("pref", "")
    if given.isascii() and given.isdecimal() and len(given) < 4:
        return int(given)
    return 1 if "pref" in line.types else 101


def unescaped(value: str) -> str:
    r"""The text of a value: ``\n`` a line end, ``\,`` a comma."""
    if "\\" not in value:
        return value
    return _ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def line_text(value: str) -> str:
    """The same on one line, without what nobody can see."""
    return tag_text(unescaped(value))


def parts(value: str, separator: str = ";") -> list[str]:
    """The parts of a value of several, each on one line; escaped separators divide nothing."""
    if "\\" not in value:
        return [tag_text(part) for part in value.split(separator)]
    found, start = [], 0
    for step in _STEP.finditer(value):
        if step[0] == separator:
            found.append(value[start : step.start()])
            start = step.end()
    return [line_text(part) for part in (*found, value[start:])]


_UNENDED = "This card has no END:VCARD; what stands there was read."

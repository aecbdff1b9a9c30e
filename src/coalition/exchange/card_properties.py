"""A person in the properties that other address books read (RFC 6350, RFC 6715), as text lines."""

import re
from collections.abc import Iterator

from coalition.exchange.exported_card import Card
from coalition.model.contact import TieKind
from coalition.model.exported import ExportedEvidence, ExportedNote, ExportedTie
from coalition.model.held import Field
from coalition.people.names import sort_form

_LONGEST_LINE = 75
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_RELATED = {TieKind.REPORTS_TO: "manager", TieKind.DOTTED_LINE: "colleague",
            TieKind.ASSISTS: "colleague", TieKind.WORKS_WITH: "co-worker",
            TieKind.SEEKS_ADVICE: "colleague"}  # fmt: skip
_ESCAPES = str.maketrans({"\\": "\\\\", ",": "\\,", ";": "\\;", "\n": "\\n", "\r": ""})
_QUOTED = str.maketrans({"^": "^^", '"': "^'", "\n": "^n", "\r": ""})  # RFC 6868
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f]")


def properties(card: Card, notes: bool) -> Iterator[str]:
    """The lines of a person, not folded yet: who they are, their role, skills and ties.

    notes: also what was noted on them.
    """
    yield from _names(card)
    for place, email in enumerate(card.values(Field.EMAIL)):
        yield f"EMAIL;PREF={min(place + 1, 100)}:{_plain(email)}"
    yield from _role(card)
    for zone in card.values(Field.TIME_ZONE):
        yield f"TZ:{_plain(zone)}"
    for language in card.values(Field.LANGUAGE):
        if _TAG.fullmatch(language):
            yield f"LANG:{language}"
    for profile in card.values(Field.PROFILE):
        address = profile if _SCHEME.match(profile) else f"https://{profile}"
        yield "URL:" + _as_address(address)
    for place, skill in enumerate(_skills(card), 1):
        yield f"EXPERTISE;INDEX={place}:{_plain(skill)}"
    yield from _ties(card)
    if notes:
        for note in card.records:
            if isinstance(note, ExportedNote):
                yield f"NOTE:{_plain(note.text)}"


def escaped(text: str) -> str:
    """A text as a value (RFC 6350, section 3.4)."""
    return text.translate(_ESCAPES)


def folded(line: str) -> bytes:
    """A line as it stands in a file: no piece of it is longer than 75 octets (section 3.2), and no
    character is divided.
    """
    content = line.encode()
    pieces = []
    start, room = 0, _LONGEST_LINE
    while len(content) - start > room:
        end = start + room
        while content[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(content[start:end])
        start, room = end, _LONGEST_LINE - 1
    pieces.append(content[start:])
    return b"\r\n ".join(pieces) + b"\r\n"


def _names(card: Card) -> Iterator[str]:
    name = card.person.name
    yield f"FN:{_plain(name) or '?'}"
    filed = next(card.values(Field.SORT), "")
    reading = next(card.values(Field.READING), "")
    family, _, given = (sort_form(name, filed if "," in filed else "")).partition(",")
    as_filed = (filed or reading).translate(_QUOTED)
    sort = f';SORT-AS="{_UNSEEN.sub("", as_filed)}"' if as_filed else ""
    yield f"N{sort}:{_plain(family.strip())};{_plain(given.strip())};;;"
    if reading:
        yield from _said(reading)
    also = [*card.values(Field.ALSO), *card.values(Field.NAME)]
    if others := [each for each in dict.fromkeys(also) if each != name]:
        yield "NICKNAME:" + ",".join(map(_plain, others))


def _said(reading: str) -> Iterator[str]:
    """How a name is said, in the properties that Apple and Google have for it: in other scripts
    than Latin the family name comes first.
    """
    first, _, rest = reading.strip().partition(" ")
    family, given = (rest, first) if first.isascii() and rest else (first, rest)
    if given:
        yield f"X-PHONETIC-FIRST-NAME:{_plain(given)}"
    yield f"X-PHONETIC-LAST-NAME:{_plain(family)}"


def _role(card: Card) -> Iterator[str]:
    firms = list(card.values(Field.ORGANISATION))
    units = list(card.values(Field.UNIT, Field.DEPARTMENT))
    if firms or units:
        yield "ORG:" + ";".join(map(_plain, (firms[0] if firms else "", *units[:1])))
    for firm in firms[1:]:
        yield f"ORG:{_plain(firm)}"
    for title in card.values(Field.TITLE):
        yield f"TITLE:{_plain(title)}"


def _skills(card: Card) -> Iterator[str]:
    found = (each.skill for each in card.records if isinstance(each, ExportedEvidence))
    return iter(dict.fromkeys(found))


def _ties(card: Card) -> Iterator[str]:
    lines = (
        f"RELATED;TYPE={_RELATED.get(tie.kind, 'contact')}:urn:uuid:{known}"
        for tie in card.records
        if isinstance(tie, ExportedTie)
        and (known := card.merged.get(tie.other, tie.other)) != card.person.uid
    )
    yield from dict.fromkeys(lines)


def _plain(text: str) -> str:
    return escaped(_UNSEEN.sub("", text))


def _as_address(address: str) -> str:
    from urllib.parse import quote

    return quote(address, safe="%/:=&?~#+!$,;'@()*[]-._")

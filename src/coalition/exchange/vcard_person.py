"""Who a vCard describes, and what it says of their work."""

import re
from collections.abc import Iterator

from coalition.exchange.address_book import Entry, Relation, id_of, key_of
from coalition.exchange.contact_names import joined_name, known_by, mail_address
from coalition.exchange.contact_relations import (
    ASSISTANT,
    MANAGER,
    Bond,
    bond_named,
    is_private_place,
)
from coalition.exchange.linkedin_people import profile_address
from coalition.exchange.passed_over import PassedOver
from coalition.exchange.tag_text import tag_text
from coalition.exchange.vcard_cards import PRIVATE, Card, line_text, parts, unescaped
from coalition.exchange.vcard_lines import ContentLine
from coalition.exchange.zone_names import is_offset, zone_named
from coalition.model.contact import TieKind
from coalition.model.evidence import Evidence, Kind
from coalition.model.person import Name, NameForm, Person
from coalition.model.source import Source

_DAY = re.compile(r"(\d{4})-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?:T|$)")
_LAST = 1_000_000  # the place of a skill without an INDEX
_MOST_NAMES = 50
_OTHERS = frozenset(("group", "org", "location", "application", "device", "company"))
_MANAGERS = ("X-MANAGER", "X-MS-MANAGER", "X-EVOLUTION-MANAGER", "X-KADDRESSBOOK-X-MANAGERSNAME")
_ASSISTANTS = tuple(name.replace("MANAGER", "ASSISTANT") for name in _MANAGERS)
_RELATIVES = "relatives and friends"
_AT_HOME = "marked as private"


def entry_of(card: Card, file: str, passed: PassedOver) -> Entry | None:
    """The person of a card; None where it is of no person, or of nobody who can be told."""
    for name in PRIVATE.keys() & card.lines.keys():
        passed.unkept(PRIVATE[name])
    if _is_organisation(card):
        passed.count("of organisations, groups or things", "card", "cards")
        return None
    emails = _emails(card, passed)
    name, others = _names(card)
    if not (name or emails):
        passed.count("without a name or an e-mail address", "card", "cards")
        return None
    uid = id_of(card.text("UID"))
    profile, profiles = _profiles(card, passed)
    organisation, *units = next((parts(line.value) for line in card.preferred("ORG")), [""])
    person = Person(
        name or emails[0],
        place=_place(card, passed),
        profile=profile,
        profiles=profiles,
        languages=tuple(
            dict.fromkeys(filter(None, (line_text(line.value) for line in card.preferred("LANG"))))
        ),
        names=tuple(others[:_MOST_NAMES]),
        emails=emails,
        title=card.text("TITLE") or card.text("ROLE"),
        organisation=organisation,
        unit=", ".join(filter(None, units)),
        time_zone=_time_zone(card, passed),
        key=key_of(uid, emails, profile, name),
        on=_day(card.text("REV")),
        source=Source(file, card.line),
    )
    note = "\n\n".join(filter(None, (note_text(line.value) for line in card.all("NOTE"))))
    relations = tuple(_relations(card, passed))
    return Entry(person, uid, relations, note, _skills(card, file))


def note_text(value: str) -> str:
    """A note with its line ends, without what nobody can see."""
    return "\n".join(map(tag_text, unescaped(value).replace("\r", "").split("\n"))).strip()


def _is_organisation(card: Card) -> bool:
    kind = card.text("KIND", "X-ADDRESSBOOKSERVER-KIND", "X-ABSHOWAS").casefold()
    if kind in _OTHERS:
        return True
    if any(line.value.strip("; ") for line in card.all("N")):
        return False
    organisation = next((parts(line.value)[0] for line in card.all("ORG")), "")
    return bool(organisation) and card.text("FN") in ("", organisation)


def _names(card: Card) -> tuple[str, list[Name]]:
    """The name the person goes by, and its other forms."""
    written = [known for line in card.preferred("FN") if (known := line_text(line.value))]
    structured = [(line, _five(line.value)) for line in card.all("N")]
    plain = [five for line, five in structured if "phonetic" not in line.parameters]
    family, given, middle, before, after = next(filter(any, plain), ("",) * 5)
    whole = joined_name(given, middle, family)
    name = known_by(written[0], before.split(), _letters(after)) if written else whole
    filed = f"{family}, {given}" if family and given else ""
    if name == filed:  # as Exchange writes it
        name = whole
    if not name:
        name = next(filter(None, _nicknames(card)), "")
    others = [Name(text, NameForm.READING) for text in _readings(card, structured)]
    others += [Name(text, NameForm.SORT) for text in _sort_forms(card, structured)]
    others += [Name(text, NameForm.SORT) for text in written[:1] if text == filed]
    others += [Name(text, NameForm.ALSO) for text in (*written[1:], *_nicknames(card))]
    return name, [form for form in dict.fromkeys(others) if form.text not in ("", name)]


def _five(value: str) -> tuple[str, ...]:
    """Family, given and further names, titles before and letters after; lists joined."""
    *four, after = (*parts(value), "", "", "", "", "")[:5]
    return (*(" ".join(part.replace(",", " ").split()) for part in four), after)


def _letters(after: str) -> list[str]:
    """Letters after a name, whole and one by one: "MD, PhD"."""
    each = [letters for letters in re.split(r"[,\s]+", after) if letters]
    return [*each, after] if len(each) > 1 else each


def _nicknames(card: Card) -> list[str]:
    return [name for line in card.all("NICKNAME") for name in parts(line.value, ",")]


def _readings(card: Card, structured: list[tuple[ContentLine, tuple[str, ...]]]) -> Iterator[str]:
    yield joined_name(
        card.text("X-PHONETIC-FIRST-NAME"),
        card.text("X-PHONETIC-MIDDLE-NAME"),
        card.text("X-PHONETIC-LAST-NAME"),
    )
    for line, five in structured:  # RFC 9554
        if "phonetic" in line.parameters:
            yield joined_name(five[1], five[2], five[0])
    for line in card.all("SOUND"):  # what Japanese telephones write in 2.1
        if "x-irmc-n" in line.types:
            family, given, middle, *_ = _five(line.value)
            yield joined_name(given, middle, family)


def _sort_forms(card: Card, structured: list[tuple[ContentLine, tuple[str, ...]]]) -> Iterator[str]:
    for line in (*(line for line, _ in structured), *card.all("FN")):
        given = line.parameters.get("sort-as") or line.parameters.get("sort-string")
        if given:
            yield tag_text(", ".join(filter(None, map(str.strip, given.split(",")))))
    yield card.text("SORT-STRING")


def _emails(card: Card, passed: PassedOver) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for line in card.preferred("EMAIL"):
        address = mail_address(line_text(line.value))
        if not address:
            continue
        if _is_at_home(card, line):
            passed.count(_AT_HOME, "e-mail address", "e-mail addresses")
        else:
            found[address] = None
    return tuple(found)


def _is_at_home(card: Card, line: ContentLine) -> bool:
    if not line.types and not line.group:
        return False
    kinds = card.kinds(line)
    return "work" not in kinds and any(map(is_private_place, kinds))


def _profiles(card: Card, passed: PassedOver) -> tuple[str, tuple[str, ...]]:
    """The profile that tells who they are, and their other pages."""
    found: dict[str, str] = {}
    for line in card.preferred("X-LINKEDIN", "X-SOCIALPROFILE", "SOCIALPROFILE", "URL", "IMPP"):
        if _is_at_home(card, line):
            passed.unkept("pages of home")
        elif address := _address(line):
            known = profile_address(address)
            found[known or address] = known
    profile = next(filter(None, found.values()), "")
    return profile, tuple(address for address in found if address != profile)


def _address(line: ContentLine) -> str:
    address = line_text(line.value)
    if address.casefold().startswith(("http://", "https://", "www.")):
        return address
    if line.name == "IMPP":
        return address if ":" in address else ""
    service = line.parameters.get("service-type", "").casefold()
    if line.name == "X-LINKEDIN" or service == "linkedin" or "linkedin" in line.types:
        slug = line.parameters.get("x-user", "") or address.rpartition(":")[2]
        return address if profile_address(address) else f"https://www.linkedin.com/in/{slug}"
    return address if line.name == "URL" and "." in address else ""


def _place(card: Card, passed: PassedOver) -> str:
    """City and country of the address at work."""
    for line in card.preferred("ADR"):
        if "work" in card.kinds(line):
            address = (*parts(line.value), *[""] * 7)
            if place := ", ".join(filter(None, (address[3], address[6]))):
                return place
        else:
            passed.unkept("addresses that are not marked as work")
    return ""


def _time_zone(card: Card, passed: PassedOver) -> str:
    for line in card.all("TZ"):
        for text in parts(line.value):
            if zone := zone_named(text):
                return zone
    if card.text("TZ"):
        offset = is_offset(card.text("TZ"))
        why = "that only say how far from UTC" if offset else "of names that are not known"
        passed.count(why, "time zone", "time zones")
    return ""


def _day(text: str) -> str | None:
    found = _DAY.match(text)
    return "-".join(found.groups()) if found else None


def _skills(card: Card, file: str) -> tuple[Evidence, ...]:
    """Expertise and interests (RFC 6715), in the order of INDEX; levels weigh nothing."""
    return tuple(
        Evidence(skill, Kind.LISTED, Source(file, line.line), amount=0, group=group)
        for name, group in (("EXPERTISE", ""), ("INTEREST", "Interests"))
        for line in sorted(card.all(name), key=_index)
        if (skill := line_text(line.value))
    )


def _index(line: ContentLine) -> int:
    given = line.parameters.get("index", "")
    return int(given) if given.isascii() and given.isdecimal() and len(given) < 7 else _LAST


def _relations(card: Card, passed: PassedOver) -> Iterator[Relation]:
    for of_work, names in ((MANAGER, _MANAGERS), (ASSISTANT, _ASSISTANTS)):
        for line in card.all(*names):
            yield from _relation(of_work, line)
    for line in card.all("RELATED", "X-ABRELATEDNAMES"):
        kinds = card.kinds(line) - {"pref", "text", "uri", ""}
        bonds = [bond for kind in sorted(kinds) if (bond := bond_named(kind))]
        if bonds:
            yield from _relation(bonds[0], line)
        elif not kinds and line.name == "RELATED":
            yield from _relation(Bond(TieKind.KNOWS), line)
        elif kinds != {"me"}:
            passed.unkept(_RELATIVES)
    for line in card.all("AGENT"):
        yield from _agent_within(line)
    for agent in card.agents:
        yield from _agent(agent, agent.line)


def _relation(bond: Bond, line: ContentLine) -> Iterator[Relation]:
    if other := line_text(line.value):
        yield Relation(bond, other, line.line)


def _agent_within(line: ContentLine) -> Iterator[Relation]:
    r"""The agent of a 3.0 card: a card as one value, or an address (RFC 2426, 3.5.4)."""
    value = unescaped(line.value).strip()
    if not value.upper().startswith("BEGIN:VCARD"):
        yield from _relation(ASSISTANT, line)
        return
    from coalition.exchange.vcard_cards import cards_in

    for card in cards_in(value.encode(), PassedOver("")):
        yield from _agent(card, line.line)


def _agent(agent: Card, row: int) -> Iterator[Relation]:
    name, _ = _names(agent)
    emails = _emails(agent, PassedOver(""))
    if other := name or (f"mailto:{emails[0]}" if emails else ""):
        yield Relation(ASSISTANT, other, row)

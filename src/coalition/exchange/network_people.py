"""One person of a network: name, work facts and skills, by what their fields hold."""

import re
from collections.abc import Iterator, Mapping

from coalition.exchange.cells import has_comma_lists, tags_in
from coalition.exchange.linkedin_people import profile_address
from coalition.exchange.network_words import is_private_tag
from coalition.exchange.tag_text import tag_text
from coalition.exchange.usable import usable
from coalition.model.contact import Note
from coalition.model.evidence import Evidence, Kind
from coalition.model.person import Person
from coalition.model.reading import Problem
from coalition.model.source import Source

Fields = Mapping[str, str]
"""What is known of somebody, by role: "name", "email", "skills" ..."""

EMAIL = re.compile(r"[^@\s<>\"(),;:]{1,64}@[^@\s<>\"(),;:]{1,190}\.[^@\s<>\"(),;:.]{1,63}")
_TAGS = "Tags"
_LONGEST_NAME = 200
_LONGEST_CELL = 20_000
_LONGEST_REMARK = 100_000
# What programs call things nobody named: "17", "n17", "node_17", "elem-6WdXO7R5", a UUID.
_MACHINE_ID = re.compile(
    r"(?:[a-z]{1,8}[-_:. ]?)?\d+(?:::[a-z]?\d+)*|(?:elem|node)-\w{6,12}|[0-9a-f]{8}-[0-9a-f-]{27}",
    re.IGNORECASE,
)
_ZONE = re.compile(r"[A-Z][A-Za-z]+(?:/[A-Z][A-Za-z_+-]+){1,2}|UTC")
_LETTER = re.compile(r"[^\W\d_]")


def name_in(key: str, known: Fields) -> str:
    """The name of somebody: as told, else from their address, else their id where it is one."""
    parts = filter(None, (known.get("first name", ""), known.get("last name", "")))
    drawn = known.get("drawn", "").strip().partition("\n")[0]
    for written in (known.get("name", ""), " ".join(parts), drawn):
        name = tag_text(written)
        if EMAIL.fullmatch(name):
            return name_in_address(name)
        if is_name(name):
            return name[:_LONGEST_NAME]
    if EMAIL.fullmatch(known.get("email", "").strip()):
        return name_in_address(known["email"].strip())
    return name_in_id(key)


def name_in_id(key: str) -> str:
    """The name that an id is, or ""."""
    key = tag_text(key)
    if EMAIL.fullmatch(key):
        return name_in_address(key)
    return "" if _MACHINE_ID.fullmatch(key) or not is_name(key) else key[:_LONGEST_NAME]


def is_name(text: str) -> bool:
    """Whether there is a letter in it, as in every name."""
    return bool(_LETTER.search(text))


def name_in_address(address: str) -> str:
    """What an address says of a name: "Ada Sample" of ada.sample@example.org."""
    local = address.partition("@")[0].partition("+")[0]
    parts = [part for part in re.split(r"[._-]+", local) if part and not part.isdecimal()]
    return " ".join(part.capitalize() if part.islower() else part for part in parts) or address


def time_zone(written: str) -> str:
    """``written`` where it looks like the name of a zone, such as "Asia/Tokyo", else ""."""
    return written if _ZONE.fullmatch(written) else ""


def person_of(key: str, name: str, known: Fields, source: Source) -> Person:
    """The person, by work facts alone."""
    emails, profile, profiles = _addresses(known)
    unit = _told(known, "unit")
    first, _, second = known.get("drawn", "").strip().partition("\n")
    below = tag_text(second) if tag_text(first) == name else ""  # a label of two lines
    return Person(
        name,
        place=_told(known, "place"),
        profile=profile,
        teams=tuple(_several(known, "team")),
        departments=(unit,) if unit else (),
        key=key,
        emails=emails,
        profiles=profiles,
        title=_told(known, "title") or below,
        organisation=_told(known, "organisation"),
        unit=unit,
        level=_told(known, "level"),
        employee=_told(known, "employee"),
        time_zone=time_zone(_told(known, "zone")),
        source=source,
    )


def skills_of(person: Person, known: Fields, source: Source) -> Iterator[Evidence | Problem]:
    """Each skill and tag of theirs as one they list."""
    for role, group in (("skills", ""), ("tags", _TAGS)):
        for skill in dict.fromkeys(_several(known, role)):
            if not (role == "tags" and is_private_tag(skill)):
                yield usable(
                    Evidence(
                        skill, Kind.LISTED, source, 0.0, group=group,
                        holder=person.name, holder_key=person.key,
                    )
                )  # fmt: skip


def remark_of(person: Person, known: Fields, source: Source) -> Note | None:
    """What is written of them, where it is of a length that anybody wrote."""
    text = known.get("remark", "").strip()
    return Note(person.key, text, source) if 0 < len(text) <= _LONGEST_REMARK else None


def _addresses(known: Fields) -> tuple[tuple[str, ...], str, tuple[str, ...]]:
    """E-mail addresses, the profile that says most who they are, and further ones."""
    written = known.get("email", "")
    emails = dict.fromkeys(found.lower() for found in EMAIL.findall(written[:2000]))
    url = known.get("profile", "").strip()
    if profile := profile_address(url):
        return tuple(emails), profile, ()
    is_page = url.startswith(("http://", "https://")) and url.isprintable() and " " not in url
    return tuple(emails), "", (url,) if is_page and len(url) <= 500 else ()


def _told(known: Fields, role: str) -> str:
    return tag_text(known.get(role, ""))[:_LONGEST_NAME]


def _several(known: Fields, role: str) -> Iterator[str]:
    cell = known.get(role, "")[:_LONGEST_CELL]
    if cell.strip():
        yield from filter(None, map(tag_text, tags_in(cell, has_comma_lists([cell]))))

"""What identifies a person: as a source gives it, and as it is compared."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from coalition.model.person import NameForm, Person
from coalition.people.addresses import email_key, firm_domain, profile_key
from coalition.people.east_asian import is_full_name
from coalition.people.names import least_turn, name_key, name_words, natural_order, taken_apart
from coalition.people.nicknames import called
from coalition.people.organisations import organisation_token
from coalition.people.transliteration import latin_forms, skeleton_word
from coalition.people.word_set import word_set
from coalition.people.writing import Script, is_east_asian, scripts

_NO_FIRM = word_set(
    "self selfemployed freelance freelancer freelanceconsultant independent independentconsultant"
    " retired unemployed student none na various stealth stealthstartup confidential"
    " selbststandig freiberuflich freiberufler independant autonomo samozanyatyy"
)
Each = TypeVar("Each")

_MOST = 40
"""Names, addresses or firms of one person that are compared; more are no person's."""


_FIRST = 4
"""Forms of a name in Latin letters that are looked at also for what is like it."""

_LOOSE = str.maketrans("wcq", "vkk", "hijy ")
"""Leaves out what most ways to write a name differ in, so that a few keys find them all."""


@dataclass(frozen=True, slots=True)
class Identity:
    """What a source says of who somebody is, as it is written there.

    names:         the name they go by, then other full forms of it.
    readings:      how it is said: kana, a romanisation.
    emails:        addresses of theirs, also those of a desk.
    profiles:      addresses of profiles and pages.
    organisations: where they are now.
    past:          where they were.
    employees:     (number or account, organisation): the organisation may be "".
    """

    names: tuple[str, ...]
    readings: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    profiles: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    employees: tuple[tuple[str, str], ...] = ()


def identity_of(person: Person) -> Identity:
    """What identifies ``person``, from all that the source says of them."""
    readings = tuple(name.text for name in person.names if name.form is NameForm.READING)
    others = [name.text for name in person.names if name.form is not NameForm.READING]
    now = [position.organisation for position in person.positions if position.ended is None]
    organisations = _told([person.organisation, *now])
    past = [position.organisation for position in person.positions if position.ended is not None]
    return Identity(
        names=_told([person.name, *_full(person.name, others)]),
        readings=readings,
        emails=person.emails,
        profiles=_told([person.profile, *person.profiles]),
        organisations=organisations,
        past=_told(past),
        employees=((person.employee, person.organisation),) if person.employee else (),
    )


def _told(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text.strip()))


def _full(name: str, others: list[str]) -> list[str]:
    """The full names among ``others`` and in ``name``; with a nickname also its full form."""
    apart = taken_apart(name)
    if not others and not apart.also:
        return []
    words = natural_order(apart.text).split()
    full = []
    for other in (*others, *apart.also):
        if len(other.split()) > 1 or not scripts(other) & scripts(apart.text):
            full.append(other)
        elif len(words) > 1 and other not in words:
            full.append(f"{other} {words[-1]}")
    return full


@dataclass(frozen=True, slots=True)
class Marks:
    """An identity as it is compared: keys of :class:`Identity`'s values, each kind sorted out.

    names:     keys of the names, in their own script.
    spelled:   the names in Latin letters, each in a line: one text takes a third of the room.
    skeletons: what is left of these without vowels, words joined, the least turn of it.
    full:      whether a name has a family and a given name.
    scripts:   the writings of the names.
    told:      whether a source says how the characters are read, or none are.
    firms:     organisations now, and "@" with the domains of addresses at work.
    written:   the scripts their organisations' names are in.
    """

    names: tuple[str, ...]
    spelled: str
    skeletons: tuple[str, ...]
    full: bool
    scripts: tuple[Script, ...]
    told: bool
    emails: tuple[str, ...]
    profiles: tuple[str, ...]
    firms: tuple[str, ...]
    past: tuple[str, ...]
    employees: tuple[tuple[str, str], ...]
    written: tuple[str, ...]

    @property
    def forms(self) -> list[str]:
        """The names in Latin letters, the usual form first."""
        return self.spelled.splitlines()


def marks(identity: Identity) -> Marks:
    """``identity`` made ready to be compared."""
    names = [name for name in identity.names[:_MOST] if "@" not in name]
    keys = _each(map(name_key, names))
    forms = _each(form for name in names for form in latin_forms(name, identity.readings))[:_MOST]
    written = _each(sorted({kind for name in names for kind in scripts(name)}))
    firms = _firms(identity)
    return Marks(
        names=keys,
        spelled="\n".join(forms),
        skeletons=_each(map(_skeleton, forms[:_FIRST])),
        full=any(map(_is_full, names)),
        scripts=written,
        told=Script.HAN not in written or bool(identity.readings) or any(map(_is_latin, names)),
        emails=_each(map(email_key, identity.emails[:_MOST])),
        profiles=_each(map(profile_key, identity.profiles[:_MOST])),
        firms=firms,
        past=_each(map(_firm, identity.past[:_MOST])),
        employees=_employees(identity, firms),
        written=_each(sorted({kind for name in identity.organisations for kind in scripts(name)})),
    )


def _each(values: "Iterable[Each]") -> "tuple[Each, ...]":
    return tuple(dict.fromkeys(value for value in values if value))


def _is_latin(name: str) -> bool:
    return scripts(name) == {Script.LATIN}


def _skeleton(form: str) -> str:
    return least_turn("".join(map(skeleton_word, form.split())).replace("*", ""))


def pairs(known: Marks) -> list[tuple[str, str, bool]]:
    """(family name, given name) in Latin letters, in each way that they may stand in the names.

    The third is True for a name in the middle, which may be the first of two family names.
    """
    found = []
    for words in map(str.split, known.forms[:_FIRST]):
        if len(words) > 1:
            found += [(words[-1], words[0], False), (words[0], words[-1], False)]
        if len(words) > 2:
            found.append((words[1], words[0], True))
    return found


def _is_full(name: str) -> bool:
    """Whether ``name`` has a family and a given name, as far as one sees."""
    words = name_words(taken_apart(name).text)
    return len(words) > 1 or (is_east_asian(name) and is_full_name("".join(words)))


def _firm(organisation: str) -> str:
    token = organisation_token(organisation)
    return "" if token in _NO_FIRM else token


def _firms(identity: Identity) -> tuple[str, ...]:
    named = map(_firm, identity.organisations[:_MOST])
    domains = map(firm_domain, identity.emails[:_MOST])
    return _each([*named, *(f"@{domain}" for domain in domains if domain)])


def _employees(identity: Identity, firms: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """(number, firm) for each firm a number may be of: the one named, those of the addresses."""
    found = []
    for text, organisation in identity.employees[:_MOST]:
        number = "".join(text.casefold().split())
        number = number.lstrip("0") if number.isdigit() else number
        named = _firm(organisation)
        domains = [firm for firm in firms if firm.startswith("@")]
        if number and "@" not in number:
            found += [(number, firm) for firm in (named, *domains) if firm]
    return _each(found)


def keys(identity: Identity) -> frozenset[str]:
    """By what ``identity`` is looked up: who shares no key with it is somebody else.

    Each is its kind, a colon and text: "profile:", "email:", "employee:", "name:", "latin:" (the
    name in Latin letters), "weak:" and "short:" (its skeleton, its family name with an initial,
    each at one firm).
    """
    return keys_of(marks(identity))


def keys_of(known: Marks) -> frozenset[str]:
    """The keys of an identity that was made ready; see :func:`keys`."""
    found = [f"profile:{profile}" for profile in known.profiles]
    found += [f"email:{address}" for address in known.emails]
    found += [f"employee:{number}@{firm}" for number, firm in known.employees]
    found += [f"name:{name}" for name in known.names]
    loose = {form.translate(_LOOSE) for form in known.forms}
    found += [f"latin:{least_turn(form)}" for form in loose]
    if known.firms:
        near = [f"weak:{skeleton}" for skeleton in known.skeletons]
        near += [
            f"short:{skeleton_word(family)}+{long[0]}"
            for family, given, _ in pairs(known)
            for long in called(given)
        ]
        found += [f"{key}@{firm}" for firm in known.firms for key in near]
    return frozenset(found)

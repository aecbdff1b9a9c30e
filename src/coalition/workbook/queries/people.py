"""People found: by name, skill, unit, place, words, and when they were last in touch."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Case, Q, When

from coalition.errors import NotOne
from coalition.model.held import Summary
from coalition.model.person import Person as Described
from coalition.people.identity import identity_of, keys
from coalition.people.search_terms import WEAK, query_terms
from coalition.workbook.deriving import described_by
from coalition.workbook.models import Person, Term, Workspace
from coalition.workbook.reading_facts import me_of, stated_of
from coalition.workbook.space import Space
from coalition.workbook.storable import DIGITS, storable
from coalition.workbook.terms import NAMED, cut

if TYPE_CHECKING:
    from django.db.models import QuerySet

_NAMED = 8
_MOST = 16


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whom to find; all that is given has to hold.

    text:      words of a name, in any script, or of anything else that is known.
    skills, units, places: names of these.
    not_since: not in touch since this day, or never.
    """

    text: str = ""
    skills: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    not_since: date | None = None

    @property
    def asks(self) -> bool:
        """Whether it asks for some and not for all."""
        return self != Wanted()


def people(space: Space, wanted: Wanted, most: int | None = None) -> tuple[Summary, ...]:
    """The people wanted, at most ``most`` of them: by name, those first who are called so."""
    rows = _wanted(space, wanted).order_by("sort", "pk")
    if wanted.text:
        called = _named_so_far(space, wanted.text).values("pk")
        rows = rows.alias(other=Case(When(pk__in=called, then=0), default=1))
        rows = rows.order_by("other", "sort", "pk")
    return tuple(map(summary, rows if most is None else rows[:most]))


def count(space: Space, wanted: Wanted) -> int:
    """How many people are wanted."""
    return _wanted(space, wanted).count()


def one(space: Space, text: str) -> Summary:
    """The one person whom ``text`` names: their number (``#12``), an e-mail or profile address, or
    a name in any script and order; words of one where nobody else has them.

    Raises NotOne where there is nobody, or several; who is only like that is named, never taken.
    """
    found = find(space, text)
    if len(found) == 1:
        return found[0]
    if not found:
        raise NotOne(_nobody(space, text))
    named = "; ".join(map(str, found[:_NAMED]))
    more = f" and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
    raise NotOne(f"Several people are known as {text}: {named}{more}. Say which by the number.")


def find(space: Space, text: str) -> tuple[Summary, ...]:
    """Whom ``text`` may name, as in :func:`one`."""
    text = storable(text).strip()
    if text.startswith("#") and text[1:].isdecimal():
        rows = space.of(Person).filter(pk=int(text[1:DIGITS]))
        merged = rows.filter(merged_into__isnull=False).values("merged_into")
        rows = space.of(Person).filter(Q(pk__in=merged) | Q(pk__in=rows), merged_into__isnull=True)
        return tuple(map(summary, rows))
    rows = _named(space, text).order_by("sort", "pk")[:_MOST]
    return _exactly(space, text) or tuple(map(summary, rows))


def _nobody(space: Space, text: str) -> str:
    if not query_terms(text):
        return f"{text!r} is nobody's name: give a name, an address or a number such as #12."
    like = people(space, Wanted(text), 3)
    hint = "`coalition people` lists who is there"
    if like:
        hint = f"if you mean {' or '.join(map(str, like))}, give the number"
    return f"Nobody in the workbook is called {text}: {hint}."


def me(space: Space) -> Summary | None:
    """The user, where it is known who they are."""
    row = Workspace._default_manager.using(space.alias).get(pk=space.id)
    number = row.me_id
    return by_number(space, [number]).get(number) if number is not None else None


def described(space: Space, person: int) -> Described:
    """A person as all that is known of them describes who they are.

    Raises NotOne where there is nobody of that number.
    """
    row_of(space, person)
    return described_by(stated_of(space, [person]).get(person, ()))


def row_of(space: Space, person: int) -> Person:
    """The row of a person. Raises NotOne where there is nobody of that number."""
    row = space.of(Person).filter(pk=person).first()
    if row is None:
        raise NotOne(
            f"There is nobody #{person} in the workbook: `coalition people` lists who is there."
        )
    return row


def by_number(space: Space, numbers: Iterable[int]) -> dict[int, Summary]:
    """The people of these numbers."""
    return {row.pk: summary(row) for row in space.of(Person).filter(pk__in=list(numbers))}


def summary(row: Person) -> Summary:
    """A person as a list shows them."""
    return Summary(
        id=row.pk,
        name=row.name,
        title=row.title,
        organisation=row.organisation,
        unit=row.unit,
        place=row.place,
        email=row.email,
        last_touch=row.last_touch,
        active=row.active,
    )


def _exactly(space: Space, text: str) -> tuple[Summary, ...]:
    """Those with just this name or address."""
    if "@" in text and " " not in text:
        described = Described("", emails=(text.lower(),))
    elif "/" in text:
        described = Described("", profile=text)
    else:
        described = Described(text)
    for kind in ("email:", "profile:", "name:", "latin:"):
        terms = [key for key in keys(identity_of(described)) if key.startswith(kind)]
        rows = space.of(Person).filter(_has(space, terms)) if terms else None
        if rows is not None and (found := tuple(map(summary, rows.order_by("sort", "pk")))):
            return found
    return ()


def _named(space: Space, text: str) -> "QuerySet[Person]":
    """Those whose name has all the words of ``text``, as whole words."""
    rows = space.of(Person).filter(merged_into__isnull=True)
    words = query_terms(text)
    for word in words:
        rows = rows.filter(_has(space, [NAMED + each for each in _starts(word, guess=False)]))
    return rows if words else rows.none()


def _named_so_far(space: Space, text: str) -> "QuerySet[Person]":
    """Those whose name has words that begin with those of ``text``."""
    rows = space.of(Person).filter(merged_into__isnull=True)
    for word in query_terms(text):
        starts = [NAMED + each for each in _starts(word, guess=False)]
        rows = rows.filter(_begins(space, starts))
    return rows


def _wanted(space: Space, wanted: Wanted) -> "QuerySet[Person]":
    """Those wanted; only where no word is written so, also those whose name may be said so."""
    wanted = storable(wanted)
    exact = _rows(space, wanted, guess=False)
    return exact if not wanted.text or exact.exists() else _rows(space, wanted, guess=True)


def _rows(space: Space, wanted: Wanted, guess: bool) -> "QuerySet[Person]":
    rows = space.of(Person).filter(merged_into__isnull=True)
    for word in query_terms(wanted.text):
        starts = _starts(word, guess)
        rows = rows.filter(_begins(space, [*starts, *(NAMED + start for start in starts)]))
    for skill in wanted.skills:
        keys_of_skill = [f"skill:{key}" for key in space.naming.keys(skill)]
        rows = rows.filter(_has(space, keys_of_skill))
    for mark, names in (("unit:", wanted.units), ("place:", wanted.places)):
        for name in names:
            for word in query_terms(name):
                starts = [mark + start for start in _starts(word, guess=False)]
                rows = rows.filter(_begins(space, starts))
    if wanted.not_since is not None:
        rows = rows.filter(Q(last_touch__isnull=True) | Q(last_touch__lt=wanted.not_since))
        rows = rows.exclude(pk=me_of(space) or 0)
    return rows


def _starts(word: Sequence[str], guess: bool) -> list[str]:
    return [start for start in word if guess or not start.startswith(WEAK)]


def _begins(space: Space, starts: Sequence[str]) -> Q:
    """Who has a term that begins with one of ``starts``."""
    wanted = Q()
    for start in starts:  # one search each: of several in one, SQLite would look at every term
        found = space.of(Term).filter(term__gte=start, term__lt=_after(start))
        wanted |= Q(pk__in=found.values("person_id"))
    return wanted


def _has(space: Space, terms: Sequence[str]) -> Q:
    """Who has one of ``terms``."""
    return Q(pk__in=space.of(Term).filter(term__in=cut(terms)).values("person_id"))


def _after(start: str) -> str:
    """What sorts after all that begins with ``start``."""
    return start + "\U0010ffff"

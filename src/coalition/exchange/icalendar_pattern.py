"""How an event recurs (RFC 5545, 3.8.5), and the local times at which it begins by that."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from coalition.exchange.icalendar_properties import Property
from coalition.exchange.icalendar_rules import Budget, Rule, UnusableRule, rule
from coalition.exchange.icalendar_times import NoMoment, Span, When, moments
from coalition.exchange.icalendar_zones import UNIVERSAL, Zones
from coalition.exchange.naming import escaped

MOST_RECURRENCES = 5_000
"""How often one event may recur: every day for more than 13 years."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """How an event recurs.

    rules, excluded_rules: the values of RRULE and EXRULE (the latter is RFC 2445's).
    added:         further beginnings, local; each with its length, where it has one of its own.
    excluded:      beginnings that are none, local.
    excluded_days: days on which there is none.
    """

    rules: tuple[str, ...] = ()
    excluded_rules: tuple[str, ...] = ()
    added: tuple[tuple[datetime, Span | None], ...] = ()
    excluded: frozenset[datetime] = frozenset()
    excluded_days: frozenset[date] = frozenset()


NEVER = Pattern()


def pattern(
    properties: Iterable[Property],
    start: When,
    zones: Zones,
    sentences: list[str],
    unknown: list[str],
) -> Pattern:
    """The pattern in an event's properties, by the clock of its ``start``.

    A date that is none is told by a sentence, and a time zone that nobody knows by its name.
    """
    values: dict[str, list[str]] = {"RRULE": [], "EXRULE": []}
    added: list[tuple[datetime, Span | None]] = []
    times: set[datetime] = set()
    days: set[date] = set()
    for found in properties:
        if found.name in values:
            values[found.name].append(found.value)
        if found.name not in {"RDATE", "EXDATE"}:
            continue
        for given, span in _dates(found, zones, sentences, unknown):
            if found.name == "RDATE":
                added.append((_beside(given, start), span))
            elif given.whole_day or start.whole_day:
                days.add(given.local.date())
            else:
                times.add(given.beside(start))
    if not (any(values.values()) or added or times or days):
        return NEVER
    return Pattern(
        tuple(values["RRULE"]),
        tuple(values["EXRULE"]),
        tuple(added),
        frozenset(times),
        frozenset(days),
    )


def beginnings(
    pattern: Pattern, start: When, last: datetime, budget: Budget
) -> dict[datetime, Span | None]:
    """When an event begins, local, up to ``last``; each with its length, where it has its own.

    The start is the first of them, whether or not the rule would give it, and counts among the
    COUNT of the rule. A rule's UNTIL that is a day alone ends it with that day.

    Raises UnusableRule where a rule makes no sense, or gives more than can be kept.
    """
    found: dict[datetime, Span | None] = {start.local: None}
    if pattern is NEVER:
        return found
    for text in pattern.rules:
        for instance in _instances(rule(text), start, last, budget):
            found.setdefault(instance, None)
    found.update((local, span) for local, span in pattern.added if local <= last)
    if len(found) > MOST_RECURRENCES:
        raise UnusableRule(f"it recurs more than {MOST_RECURRENCES:,} times")
    budget.keep(len(found))
    excluded = set(pattern.excluded)
    for text in pattern.excluded_rules:
        excluded.update(_instances(rule(text), start, max(found), budget))
    return {
        local: span
        for local, span in found.items()
        if local not in excluded and local.date() not in pattern.excluded_days
    }


def _instances(found: Rule, start: When, last: datetime, budget: Budget) -> list[datetime]:
    """What a rule gives up to ``last``."""
    if found.until:
        last = min(last, _until(found.until, start))
    given = found.instances(start.local, last, MOST_RECURRENCES, budget)
    # The start counts as the first, so where the rule does not give it the last is one too many.
    full = found.count is not None and len(given) == found.count
    return given[:-1] if full and given[0] != start.local else given


def _until(until: tuple[datetime, bool, bool], start: When) -> datetime:
    """The last local time by a rule's UNTIL."""
    local, whole_day, universal = until
    if whole_day or start.whole_day:
        return datetime.combine(local.date(), time.max)
    return When(local, False, UNIVERSAL if universal else None).beside(start)


def _dates(
    found: Property, zones: Zones, sentences: list[str], unknown: list[str]
) -> list[tuple[When, Span | None]]:
    try:
        return moments(found, zones, unknown)
    except NoMoment as fault:
        shown = escaped(str(fault).strip()[:40])
        sentences.append(
            f"“{shown}” in the event's {found.name} is no date, so that line of it is not used."
        )
        return []


def _beside(given: When, start: When) -> datetime:
    """A beginning as the event's own clock shows it; a day alone begins as the event does."""
    if given.whole_day:
        return datetime.combine(given.local.date(), start.local.time())
    local = given.beside(start)
    return local.replace(hour=0, minute=0, second=0) if start.whole_day else local

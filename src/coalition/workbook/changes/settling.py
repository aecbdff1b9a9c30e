"""What follows from an export taken in: who was erased, who may be known, what is derived."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from coalition.model.person import Person as Described
from coalition.workbook.changes.erased import Erased
from coalition.workbook.changes.recognising import Recogniser
from coalition.workbook.changes.redacting import redact_left_out
from coalition.workbook.changes.refreshing import refresh
from coalition.workbook.changes.storing_exported import ExportStore
from coalition.workbook.changes.storing_people import Match, Unsure
from coalition.workbook.changes.touches import refresh_touches, set_me
from coalition.workbook.changes.undoing import delete_people, forget_unknown, keep_named
from coalition.workbook.deriving import described_by
from coalition.workbook.models import Doubt, Participant, Person, Touchpoint
from coalition.workbook.reading_facts import me_and_merged, roots_of, stated_of
from coalition.workbook.space import Space, in_parts


@dataclass(slots=True)
class Settling:
    """The end of taking an export in."""

    space: Space
    store: ExportStore

    def leave_out_erased(self, bring_back: bool) -> tuple[str, ...]:
        """Delete the new people who were erased here once, their names; with ``bring_back`` forget
        that they were erased instead.
        """
        erased = Erased.of(self.space)
        if not erased:
            return ()
        gone: dict[int, str] = {}
        back: list[Described] = []
        for number, person in self._new_people():
            if erased.has(person):
                gone[number] = person.name
                back.append(person)
        if bring_back:
            erased.forget(self.space, back)
            return ()
        self._delete(gone)
        sources = [number for number in self.store.sources.values() if number is not None]
        self.store.touched |= redact_left_out(self.space, sources, back)
        return tuple(gone.values())

    def leave_out_unknown(self) -> None:
        """Where sources that are known have brought nothing again: delete the new people of whom
        only those tell, and keep the others' names.
        """
        if self.store.counts["sources known"]:
            self._gone(forget_unknown(self.space, self.store.new))
            keep_named(self.space, sorted(self.store.new))

    def ask(self) -> tuple[Unsure, ...]:
        """Ask about the new people who may be somebody who was known already.

        Those whom the export knows too are no question: its own workbook told them apart.
        """
        everybody = self.space.of(Person)
        if everybody.count() == len(self.store.new):
            return ()
        told = self._everybody_in_file()
        recogniser = Recogniser(self.space)
        found: list[Unsure] = []
        for part in in_parts(list(self._new_people())):
            for (number, person), who in zip(
                part, recogniser.recognise([person for _, person in part]), strict=True
            ):
                perhaps = [*((who.id, who.reason) for _ in range(who.id is not None)), *who.perhaps]
                matches = tuple(
                    Match(person.name, other, "", reason)
                    for other, reason in perhaps
                    if other is not None and other not in told
                )
                if matches:
                    found.append(Unsure(person.name, number, matches))
        return self._asked(found)

    def derive(self) -> None:
        """Bring what lists show and what people are found by up to date."""
        before = self.space.of(Person).count() > len(self.store.new)
        newly = self.store.me is not None and not me_and_merged(self.space)
        if newly and self.store.me is not None:
            known = self.space.of(Person).filter(pk=self.store.me)
            for root in known.values_list("merged_into_id", flat=True):
                set_me(self.space, root or self.store.me)
        refresh(self.space, self.store.new | self.store.touched)
        if (newly and before) or self.store.merged_me:
            refresh_touches(self.space)

    def _new_people(self) -> Iterator[tuple[int, Described]]:
        """The new people who are nobody else, as all that is known describes them."""
        for part in in_parts(sorted(self.store.new)):
            roots = self.space.of(Person).filter(pk__in=part, merged_into=None)
            numbers = sorted(roots.values_list("pk", flat=True))
            stated = stated_of(self.space, numbers)
            for number in numbers:
                if number in stated:
                    yield number, described_by(stated[number])

    def _everybody_in_file(self) -> set[int]:
        """The numbers that the people of the export are known under."""
        numbers = set(self.store.people.values())
        for part in in_parts(sorted(numbers)):
            rows = self.space.of(Person).filter(pk__in=part, merged_into__isnull=False)
            numbers.update(rows.values_list("merged_into_id", flat=True))
        return numbers

    def _asked(self, found: Iterable[Unsure]) -> tuple[Unsure, ...]:
        from django.utils.timezone import now

        at = now()
        asked: list[Unsure] = []
        for part in in_parts(list(found)):
            numbers = {match.person for each in part for match in each.perhaps}
            names = dict(self.space.of(Person).filter(pk__in=numbers).values_list("pk", "name"))
            rows = []
            for each in part:
                matches = tuple(
                    Match(one.described, one.person, names[one.person], one.reason)
                    for one in each.perhaps
                )
                asked.append(Unsure(each.described, each.person, matches))
                for one in matches:
                    first, second = sorted((each.person, one.person))
                    rows.append(
                        Doubt(
                            workspace_id=self.space.id,
                            one_id=first,
                            other_id=second,
                            reason=one.reason,
                            at=at,
                        )
                    )
            Doubt._default_manager.using(self.space.alias).bulk_create(rows, ignore_conflicts=True)
        return tuple(asked)

    def _delete(self, people: dict[int, str]) -> None:
        """Delete people, and the touchpoints that nobody but the user took part in then."""
        numbers = sorted(roots_of(self.space, sorted(people)))
        met: set[int] = set()
        for part in in_parts(numbers):
            rows = self.space.of(Participant).filter(person__in=part)
            met.update(rows.values_list("touchpoint_id", flat=True))
        delete_people(self.space, numbers)
        with_others = self.space.of(Participant).exclude(person__in=me_and_merged(self.space))
        for part in in_parts(sorted(met)):
            kept = with_others.filter(touchpoint__in=part).values("touchpoint_id")
            self.space.of(Touchpoint).filter(pk__in=part).exclude(pk__in=kept).delete()
        self._gone(numbers)

    def _gone(self, people: Iterable[int]) -> None:
        self.store.new.difference_update(people)
        self.store.touched.difference_update(people)

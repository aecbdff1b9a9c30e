"""When one was in touch with the contacts of Monica, and what was noted of them."""

from collections.abc import Iterator

from coalition.exchange.json_text import items, member, text
from coalition.exchange.monica_records import key_of, moment, property_of, records, told
from coalition.exchange.tag_text import tag_text
from coalition.exchange.tally import MOST_PROBLEMS
from coalition.model.contact import Channel, Note, Touchpoint
from coalition.model.reading import Problem
from coalition.model.source import Source

_LONGEST_REMARK = 100_000
_LONGEST_SUBJECT = 500
_ONCE = {"", "one_time"}


class Log:
    """Activities, calls and conversations as touchpoints; notes and plans as remarks.

    owner: the key of who wrote the log, "" where that is not known.
    names: the names of the people, by key; what is logged of anybody else is left out.
    """

    def __init__(self, name: str, owner: str, names: dict[str, str], account: object) -> None:
        self._name = name
        self._source = Source(name)
        self._owner = owner
        self._names = names
        self._activities = {key_of(found): found for found in records(account, "activity")}
        self._with: dict[str, list[str]] = {}
        self._touchpoints: list[Touchpoint] = []
        self._remarks: list[Note] = []
        self._problems: list[Problem] = []
        self._untold = 0
        self._by_mail = set(_mail_types(account))

    def add(self, contact: object) -> None:
        """All that is logged of one contact."""
        key = key_of(contact)
        if key not in self._names:
            return
        for activity in records(contact, "activity"):
            self._with.setdefault(key_of(activity), []).append(key)
        for call in records(contact, "call"):
            theirs = property_of(call, "contact_called") is True
            self._touch(call, "called_at", Channel.CALL, self._two(key, theirs), "A call")
        for conversation in records(contact, "conversation"):
            mail = told(conversation, "contact_field_type") in self._by_mail
            channel = Channel.MAIL if mail else Channel.MESSAGE
            people = self._two(key, False)
            self._touch(conversation, "happened_at", channel, people, "A conversation")
        self._remark(key, told(contact, "description"), None)
        for note in records(contact, "note"):
            self._remark(key, told(note, "body"), moment(text(note, "created_at")))
        for plan in (*records(contact, "reminder"), *records(contact, "task")):
            if _is_of_work(plan):
                self._remark(key, told(plan, "title"), moment(told(plan, "initial_date")))

    def touchpoints(self) -> tuple[Touchpoint, ...]:
        """Everything logged, what several took part in once, after what was with one alone."""
        for key, people in self._with.items():
            if (activity := self._activities.get(key)) is not None:
                owner = (self._owner,) if self._owner and self._owner not in people else ()
                everybody = (*owner, *dict.fromkeys(people))
                self._touch(activity, "happened_at", Channel.MEETING, everybody, "An activity")
        self._with.clear()
        return tuple(self._touchpoints)

    def remarks(self) -> tuple[Note, ...]:
        """What was written down of them."""
        return tuple(self._remarks)

    def problems(self) -> tuple[Problem, ...]:
        """What could not be used."""
        rest = Problem(self._name, None, f"{self._untold:,} more cannot be used either.")
        return (*self._problems, rest) if self._untold else tuple(self._problems)

    def _two(self, key: str, theirs: bool) -> tuple[str, ...]:
        """The owner and a contact, the one it came from first."""
        if not self._owner or self._owner == key:
            return (key,)
        return (key, self._owner) if theirs else (self._owner, key)

    def _touch(
        self, record: object, when: str, channel: Channel, people: tuple[str, ...], what: str
    ) -> None:
        at = moment(told(record, when))
        if not at:
            name = next(self._names[key] for key in people if key in self._names)
            self._problem(f"{what} with {name[:60]} has no date, so it is not used.")
            return
        about = tag_text(told(record, "summary"))[:_LONGEST_SUBJECT]
        key = key_of(record)
        self._touchpoints.append(
            Touchpoint(people, at, channel, self._source, about=about, key=key)
        )

    def _remark(self, key: str, written: str, on: str | None) -> None:
        if 0 < len(written) <= _LONGEST_REMARK:
            day = on[:10] if on else None
            self._remarks.append(Note(key, written, self._source, day, self._owner))

    def _problem(self, what: str) -> None:
        if len(self._problems) < MOST_PROBLEMS:
            self._problems.append(Problem(self._name, None, what))
        else:
            self._untold += 1


def _is_of_work(plan: object) -> bool:
    """Whether a reminder or a task is one somebody wrote: birthdays come back every year, and
    Monica makes their reminders itself, so that they cannot be deleted.
    """
    if property_of(plan, "delible") in (False, 0) or property_of(plan, "inactive") in (True, 1):
        return False
    return told(plan, "frequency_type") in _ONCE and property_of(plan, "completed") is not True


def _mail_types(account: object) -> Iterator[str]:
    for kind in items(member(account, "instance"), "contact_field_types"):
        if told(kind, "protocol") == "mailto:" or told(kind, "type") == "email":
            yield text(kind, "uuid")

"""Several calendars in one folder or zip archive, as Google's export and its Takeout give them."""

from collections.abc import Iterator

from coalition.errors import UnreadableInput
from coalition.exchange.icalendar import is_calendar
from coalition.exchange.material import Collection, Document
from coalition.exchange.naming import escaped
from coalition.exchange.reader import Match, Progress, silent
from coalition.model.reading import Problem, Reading

_ENDINGS = (".ics", ".ical", ".icalendar")
_CLUTTER = (".html", ".ds_store", "thumbs.db", "desktop.ini")


class ICalendarFiles:
    """The reader of a collection of calendar files."""

    name = "icalendar-files"
    title = "Calendars of meetings, zip or folder of .ics files (Google Calendar, Export; Takeout)"
    reads = Collection
    advice = "its calendars have no meeting with anybody in them"

    def recognise(self, material: Collection) -> Match:
        """Sure where there is nothing but calendars, likely where most of the files are some."""
        calendars = sum(map(_is_named_calendar, material.entries))
        others = sum(not entry.lower().endswith(_CLUTTER) for entry in material.entries) - calendars
        if calendars and others <= 0:
            return Match.SURE
        return Match.LIKELY if calendars >= max(others, 1) else Match(calendars > 0)

    def read(self, material: Collection, progress: Progress = silent) -> Reading:
        """The meetings of all calendars; one that stands in several is one touchpoint."""
        from dataclasses import replace
        from datetime import date

        from coalition.exchange.icalendar_touchpoints import reading_of

        entries = list(filter(_is_named_calendar, material.entries))
        problems: list[Problem] = []
        documents = _opened(material, entries, problems)
        found = reading_of(self.name, material.name, documents, progress, today=date.today())
        passed = len(material.entries) - len(entries)
        files = "1 other file is" if passed == 1 else f"{passed:,} other files are"
        notes = (*found.notes, f"{files} passed over.") if passed else found.notes
        return replace(found, problems=(*problems, *found.problems), notes=notes)


def _is_named_calendar(entry: str) -> bool:
    name = entry.rpartition("/")[2].lower()
    return name.endswith(_ENDINGS) and not name.startswith("._")


def _opened(
    material: Collection, entries: list[str], problems: list[Problem]
) -> Iterator[Document]:
    for entry in entries:
        try:
            document = material.open(entry)
        except UnreadableInput as fault:
            problems.append(Problem(escaped(entry), None, str(fault)))
            continue
        if is_calendar(document):
            yield Document(escaped(entry), document.content)
        else:
            problems.append(Problem(escaped(entry), None, "It is no calendar, so it is not read."))


READER = ICalendarFiles()

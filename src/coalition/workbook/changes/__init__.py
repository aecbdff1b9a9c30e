"""What is written to a workbook, given as model values; each change as a whole or not at all."""

from coalition.workbook.configuration import configure

configure()  # before the tables are loaded

from coalition.workbook.changes.closing import remove
from coalition.workbook.changes.erasing import Gone, erase
from coalition.workbook.changes.merging import keep_apart, merge, unmerge
from coalition.workbook.changes.naming import name_skills
from coalition.workbook.changes.recording import Recorded, be, record
from coalition.workbook.changes.redacting import Mention
from coalition.workbook.changes.storing_people import Match, Unsure
from coalition.workbook.changes.taking_in import TakenIn, take_in
from coalition.workbook.changes.touches import count_until_today
from coalition.workbook.changes.typing import add_person, forget, forget_note, note, say
from coalition.workbook.changes.undoing import TakenOut, take_out

__all__ = [
    "Gone",
    "Match",
    "Mention",
    "Recorded",
    "TakenIn",
    "TakenOut",
    "Unsure",
    "add_person",
    "be",
    "count_until_today",
    "erase",
    "forget",
    "forget_note",
    "keep_apart",
    "merge",
    "name_skills",
    "note",
    "record",
    "remove",
    "say",
    "take_in",
    "take_out",
    "unmerge",
]

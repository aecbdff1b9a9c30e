"""What is read from a workbook, as model values."""

from coalition.workbook.configuration import configure

configure()  # before the tables are loaded

from coalition.workbook.queries.doubts import doubt, doubts
from coalition.workbook.queries.exporting import cards, others, records, texts
from coalition.workbook.queries.held import held_on
from coalition.workbook.queries.old_facts import OldFact, old_facts
from coalition.workbook.queries.origins import source, sources
from coalition.workbook.queries.people import Wanted, count, described, find, me, one, people

__all__ = [
    "OldFact",
    "Wanted",
    "cards",
    "count",
    "described",
    "doubt",
    "doubts",
    "find",
    "held_on",
    "me",
    "old_facts",
    "one",
    "others",
    "people",
    "records",
    "source",
    "sources",
    "texts",
]

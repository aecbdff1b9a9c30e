"""The tables. Every row belongs to a workspace; every fact points to its source.

Rows of facts are held per source: what two files say alike is there twice, so that either can be
taken back out. What of a person is shown is derived from them and stored with the person.
"""

from coalition.workbook.models.contact import Note, Participant, Tie, Touchpoint
from coalition.workbook.models.person import Evidence, Fact, Person, Term
from coalition.workbook.models.plan import Commitment, Goal, Obstacle, Stake
from coalition.workbook.models.same import Doubt, Erasure, Merge
from coalition.workbook.models.workspace import Source, Workspace

__all__ = [
    "Commitment",
    "Doubt",
    "Erasure",
    "Evidence",
    "Fact",
    "Goal",
    "Merge",
    "Note",
    "Obstacle",
    "Participant",
    "Person",
    "Source",
    "Stake",
    "Term",
    "Tie",
    "Touchpoint",
    "Workspace",
]

"""A reading: all that was understood of one input, and what was not."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coalition.model.evidence import Evidence

if TYPE_CHECKING:  # most inputs tell of no person: what describes one is loaded when one does
    from coalition.model.contact import Note, Tie, Touchpoint
    from coalition.model.person import Person, Recommendation


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in an input that was not used, and why.

    ``line`` is None where the problem is the file's as a whole; ``what`` is a sentence without
    the file's name in it.
    """

    file: str
    line: int | None
    what: str

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}, line {self.line}"
        return f"{place}: {self.what}"


@dataclass(frozen=True, slots=True)
class Reading:
    """What was understood of one input.

    format:   the reader's name, such as "linkedin-archive".
    name:     the input's own name, for messages.
    person:   whom the whole input is about, if it says.
    evidence: skills and the reasons for them, in the order of the source.
    certificates, recommendations: texts that may name skills; matched to them in ``tags``.
    people:   other people the input is a list of (connections, rows of a table of people).
    mentioned: people it is no list of, who only appear in what it tells (who endorsed, wrote, met).
    problems: what was not used although it should have been: each a reason for exit code 1.
    notes:    what was passed over on purpose, for the preview: sentences.
    ties, touchpoints, remarks: how the people of this reading are connected, when they were in
              touch, and what was written of them. They speak of people by their keys.
    owner:    the key of the person whose own file this is (their archive, mailbox, calendar),
              "" where it is nobody's or cannot be told.
    """

    format: str
    name: str
    person: "Person | None" = None
    evidence: tuple[Evidence, ...] = ()
    certificates: tuple[Evidence, ...] = ()
    recommendations: "tuple[Recommendation, ...]" = ()
    people: "tuple[Person, ...]" = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()
    ties: "tuple[Tie, ...]" = ()
    touchpoints: "tuple[Touchpoint, ...]" = ()
    remarks: "tuple[Note, ...]" = ()
    mentioned: "tuple[Person, ...]" = ()
    owner: str = ""

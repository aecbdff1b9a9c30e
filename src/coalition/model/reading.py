"""A reading: all that was understood of one input, and what was not."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coalition.model.evidence import Evidence

if TYPE_CHECKING:  # most inputs tell of no person: what describes one is loaded when one does
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
    people:   other people the input names (connections, rows of a table of people).
    problems: what was not used although it should have been: each a reason for exit code 1.
    notes:    what was passed over on purpose, for the preview: sentences.
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

"""Where a fact came from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """The place a fact was read from: a file (or an entry of an archive) and a row of it.

    ``row`` counts lines as an editor shows them, from 1; None where lines mean nothing (a PDF).
    """

    file: str
    row: int | None = None

    def __str__(self) -> str:
        return self.file if self.row is None else f"{self.file}, line {self.row}"

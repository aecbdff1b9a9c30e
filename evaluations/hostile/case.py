"""One hostile file, and what is known of it."""

from dataclasses import dataclass, field
from pathlib import Path

Content = bytes | dict[str, bytes]
"""Of a file; of the files of a folder by their paths in it."""

GOOD = ("Ada Goodrow", "Bea Goodrow")
"""Who stands in every file beside what is hostile, where a file can be partly good."""


@dataclass(frozen=True, slots=True)
class Case:
    """A file to import.

    family:  under which the table counts it.
    name:    its file's name.
    what:    what is wrong with it, in a few words.
    people:  who has to be in the workbook afterwards.
    touches: how many touchpoints it holds at the least.
    exits:   the exit codes that are right.
    told:    what has to stand on standard error, such as a line.
    options: more of the command's.
    """

    family: str
    name: str
    what: str
    content: Content
    people: tuple[str, ...] = ()
    touches: int = 0
    exits: tuple[int, ...] = (0, 1, 2)
    told: str = ""
    options: tuple[str, ...] = field(default=())

    def written(self, folder: Path) -> Path:
        """The file or folder, written into ``folder``."""
        path = folder / self.name
        if isinstance(self.content, bytes):
            path.write_bytes(self.content)
            return path
        for inside, content in self.content.items():
            (path / inside).parent.mkdir(parents=True, exist_ok=True)
            (path / inside).write_bytes(content)
        return path


def good(
    family: str, name: str, what: str, content: Content | str, touches: int = 0, told: str = ""
) -> Case:
    """A case whose good people come in, whatever else is in it."""
    return Case(family, name, what, as_bytes(content), GOOD, touches, (0, 1), told)


def refused(family: str, name: str, what: str, content: Content | str) -> Case:
    """A case that has to be refused."""
    return Case(family, name, what, as_bytes(content), exits=(2,))


def any_end(family: str, name: str, what: str, content: Content | str) -> Case:
    """A case that may end in any way that is a sentence."""
    return Case(family, name, what, as_bytes(content))


def as_bytes(content: Content | str) -> Content:
    """Texts as UTF-8."""
    return content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content

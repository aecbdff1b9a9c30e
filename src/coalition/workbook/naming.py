"""By which lists a workbook knows skills: Coalition's, and the user's own over it."""

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coalition.tags.naming.alias_list import AliasList
    from coalition.tags.naming.recognition import Recognition


@dataclass(frozen=True)
class Naming:
    """The lists over Coalition's own, of which the last is right."""

    lists: "tuple[AliasList, ...]" = ()

    @cached_property
    def recognise(self) -> "Recognition":
        """What finds the skill of a name. Raises InputError where the lists contradict."""
        from coalition.tags.naming.shipped import recognition_by

        return recognition_by(self.lists)

    @cached_property
    def mark(self) -> str:
        """What tells these lists from others, and from those of another version of Coalition."""
        from coalition import __version__

        return sha256(f"{__version__} {self.lists!r}".encode()).hexdigest()

    def key(self, name: str) -> str:
        """The key that all names of one skill share."""
        return self.recognise(name).key

    def keys(self, name: str) -> tuple[str, ...]:
        """The key of a skill; of all that it may be, where its name is ambiguous."""
        found = self.recognise(name)
        several = found.several.meanings if found.several else ()
        return (found.key, *(self.key(meaning) for meaning in several))

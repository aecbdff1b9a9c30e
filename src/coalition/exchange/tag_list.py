"""Plain text, one tag a line, perhaps each with a count; or one line of tags between commas."""

from coalition.errors import UnknownFormat
from coalition.exchange.kinds import kind_of
from coalition.exchange.material import Document
from coalition.exchange.reader import Match, Progress, silent
from coalition.model.reading import Reading


class TagListReader:
    """Reads plain lists of tags."""

    name = "tag-list"
    title = "Plain text, one tag a line, perhaps with a count; or tags between commas"

    def recognise(self, material: Document) -> Match:
        """Perhaps, of all text that is nothing else."""
        if kind_of(material):
            return Match.NO
        text = material.head_text.strip()
        json = text[:1] + material.text.rstrip()[-1:] in {"{}", "[]"}
        return Match.NO if json or not text else Match.PERHAPS

    def read(self, material: Document, progress: Progress = silent) -> Reading:
        """Each line's tag with its count, or as one mention; equal ones add up.

        Raises UnknownFormat where it is no text, NothingFound where it is prose.
        """
        if kind_of(material):
            raise UnknownFormat(f"{material.name} is no plain text: give the tags one a line.")
        from coalition.exchange.tag_lines import read_lines

        return read_lines(material.name, material.text, progress)


READER = TagListReader()

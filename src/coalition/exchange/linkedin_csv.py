"""One CSV file out of a LinkedIn archive, told by the names of its columns."""

import re
from dataclasses import replace

from coalition.errors import NothingFound, UnknownFormat
from coalition.exchange.material import Document
from coalition.exchange.reader import Match, Progress, silent
from coalition.model.reading import Reading

_HEADER_WITHIN = 60
_SAY_NOTHING_ALONE = ("positions", "languages")
_TELL_OF_PEOPLE = (
    *("endorsements", "skills", "profile", "recommendations", "certifications", "connections"),
    *("given", "messages", "invitations", "imported contacts"),
)


class LinkedInCsv:
    """The reader of a single file of the archive."""

    name = "linkedin-csv"
    title = "A single CSV file of a LinkedIn archive, such as Endorsement_Received_Info.csv"

    def recognise(self, material: Document) -> Match:
        """Sure of a header with columns that only LinkedIn's files have together."""
        if not _may_be_table(material.head):
            return Match.NO
        from coalition.exchange.linkedin_files import kind_in

        kind = kind_in(material.head_text)
        if kind in ("skills", "languages", "positions"):
            named_so = material.name.casefold().endswith(f"{kind}.csv")
            return Match.SURE if named_so else Match.LIKELY
        if kind:
            return Match.SURE
        from coalition.exchange.linkedin_other_files import other_file

        return Match.SURE if other_file(material.head_text) else Match.NO

    def read(self, material: Document, progress: Progress = silent) -> Reading:
        """What the file says: skills, endorsements, certificates or people.

        Raises UnknownFormat where no such header is found, NothingFound where such a file says
        nothing about its owner's skills or people.
        """
        from coalition.exchange.linkedin_files import joined, kind_in, part_of
        from coalition.exchange.linkedin_other_files import other_file

        kind = kind_in(material.head_text)
        if not kind:
            if other := other_file(material.head_text):
                raise NothingFound(_NOTHING.format(material.name, other))
            raise UnknownFormat(f"{material.name} is no CSV file of a LinkedIn archive.")
        if kind == "given" or (kind == "recommendations" and "given" in material.name.casefold()):
            raise NothingFound(_GIVEN.format(material.name))
        if kind in _SAY_NOTHING_ALONE:
            raise NothingFound(_NOTHING.format(material.name, kind))
        return joined(self.name, material.name, [part_of(material, kind)])

    def read_all(self, material: Document, progress: Progress = silent) -> Reading:
        """What the file says, also where it is about others than its owner alone.

        Raises what ``read`` raises, where the file says nothing about anybody's work.
        """
        kind = _kind(material)
        if not kind:
            return self.read(material, progress)
        from coalition.exchange.linkedin_whole import Files, everything

        files = Files({kind: material.name}, lambda _: material)
        found = everything(self.name, material.name, files, progress)
        if kind == "imported contacts":  # here they are what the file is a list of
            found = replace(found, people=found.mentioned, mentioned=())
        return found


def _kind(material: Document) -> str:
    """Which file of an archive this is; "" for one that tells of nobody."""
    from coalition.exchange.linkedin_files import kind_in
    from coalition.exchange.linkedin_other_files import other_file

    kind = kind_in(material.head_text) or other_file(material.head_text)
    if kind == "recommendations" and "given" in material.name.casefold():
        return "recommendations given"
    return kind if kind in _TELL_OF_PEOPLE else ""


def _may_be_table(head: bytes) -> bool:
    if head.lstrip()[:1] in (b"<", b"{", b"[", b"%") or head[:4] == b"PK\x03\x04":
        return False
    top = head.split(b"\n", _HEADER_WITHIN)[:_HEADER_WITHIN]
    heads_one_column = re.search(rb"name|profile summary", top[0], re.IGNORECASE)
    return heads_one_column is not None or any(mark in line for line in top for mark in b",;\t")


_GIVEN = (
    "{} is what its owner gave to others; take Endorsement_Received_Info.csv of the same archive "
    "for what they received."
)
_NOTHING = (
    "{} is LinkedIn's {} file, and names no skill; give the whole archive, or its "
    "Endorsement_Received_Info.csv or Skills.csv."
)

READER = LinkedInCsv()

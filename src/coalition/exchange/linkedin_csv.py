"""One CSV file out of a LinkedIn archive, told by the names of its columns."""

from coalition.errors import NothingFound, UnknownFormat
from coalition.exchange.material import Collection, Material
from coalition.exchange.reader import Match, Progress, silent
from coalition.model.reading import Reading

_HEADER_WITHIN = 60


class LinkedInCsv:
    """The reader of a single file of the archive."""

    name = "linkedin-csv"
    title = "A single CSV file of a LinkedIn archive, such as Endorsement_Received_Info.csv"

    def recognise(self, material: Material) -> Match:
        """Sure of a header with columns that only LinkedIn's files have together."""
        if isinstance(material, Collection) or not _may_be_table(material.head):
            return Match.NO
        from coalition.exchange.linkedin_files import kind_in

        kind = kind_in(material.head_text)
        if kind in ("skills", "languages", "positions"):
            named_so = material.name.casefold().endswith(f"{kind}.csv")
            return Match.SURE if named_so else Match.LIKELY
        return Match.SURE if kind else Match.NO

    def read(self, material: Material, progress: Progress = silent) -> Reading:
        """What the file says: skills, endorsements, certificates or people.

        Raises UnknownFormat where no such header is found, NothingFound where the file says
        nothing about its owner's skills or people.
        """
        from coalition.exchange.linkedin_files import facts, kind_in, reading

        kind = "" if isinstance(material, Collection) else kind_in(material.head_text)
        if isinstance(material, Collection) or not kind:
            raise UnknownFormat(f"{material.name} is no CSV file of a LinkedIn archive.")
        if kind == "given" or (kind == "recommendations" and "given" in material.name.casefold()):
            raise NothingFound(_GIVEN.format(material.name))
        said = facts(material, kind)
        found = reading(self.name, material.name, [said], ())
        says = (found.evidence, found.people, found.certificates, found.recommendations)
        if not (any(says) or found.person):
            raise NothingFound(_NOTHING.format(material.name, kind))
        return found


def _may_be_table(head: bytes) -> bool:
    if head.lstrip()[:1] in (b"<", b"{", b"[", b"%") or head[:4] == b"PK\x03\x04":
        return False
    top = head.split(b"\n", _HEADER_WITHIN)[:_HEADER_WITHIN]
    return any(mark in line for line in top for mark in b",;\t") or b"name" in top[0].lower()


_GIVEN = (
    "{} is what its owner gave to others; take Endorsement_Received_Info.csv of the same archive "
    "for what they received."
)
_NOTHING = (
    "{} is LinkedIn's {} file, and names no skill; give the whole archive, or its "
    "Endorsement_Received_Info.csv or Skills.csv."
)

READER = LinkedInCsv()

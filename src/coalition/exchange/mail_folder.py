"""A folder or a zip archive of mail: .eml files, a Maildir, several mailboxes, Takeout's Mail.

What programs keep beside the messages (indexes, settings) is passed over.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coalition.errors import UnreadableInput
from coalition.exchange.mail_mbox import ADVICE
from coalition.exchange.material import Collection
from coalition.exchange.reader import Match, Progress, silent

if TYPE_CHECKING:
    from coalition.model.reading import Reading

# ".mbox" is a mailbox, or in Apple Mail a folder with one of the name "mbox"; a Maildir's messages
# lie in "cur" and "new", under names that end in flags or have none.
_MAIL = re.compile(
    r"(?:\.emlx?|\.mbo?x|(?:^|/)mbox)$|(?:^|/)(?:cur|new)/[^/]*[:;!]2,[A-Za-z]*$"
    r"|(?:^|/)(?:cur|new)/\d{6,}\.[^/]+$",
    re.IGNORECASE,
)


class MailFolderReader:
    """Reads who was in touch with whom, and when, out of all mail in a folder."""

    name = "mail-folder"
    title = "Folder or zip of mail (.eml files, Maildir, mailboxes): who was in touch, and when"
    reads = Collection
    advice = ADVICE

    def recognise(self, material: Collection) -> Match:
        """Likely of a collection in which something has the name of mail."""
        return Match.LIKELY if any(map(_is_mail, material.entries)) else Match.NO

    def read(self, material: Collection, progress: Progress = silent) -> Reading:
        """Nothing: mail names no skills, and clouds have no use for the rest."""
        from coalition.model.reading import Reading

        return Reading(self.name, material.name)

    def read_all(self, material: Collection, progress: Progress = silent) -> Reading:
        """The people and their touchpoints; of a message only who, when and about what."""
        return _read(material, False, progress)

    def read_with_text(self, material: Collection, progress: Progress = silent) -> Reading:
        """The same with what was written in each message."""
        return _read(material, True, progress)


def _read(material: Collection, keep_text: bool, progress: Progress) -> Reading:
    """All its mail; a file that is damaged or too large is a problem, and the others are read."""
    from dataclasses import replace

    from coalition.exchange.mail import correspondence, read_into
    from coalition.exchange.mail_labels import labels_of_path
    from coalition.model.reading import Problem

    found = correspondence(keep_text)
    entries = [entry for entry in material.entries if _is_mail(entry)]
    for done, entry in enumerate(entries):
        progress(done, len(entries))
        try:
            document = material.open(entry)
        except UnreadableInput as fault:
            found.problems.append(Problem(entry, None, str(fault)))
            continue
        read_into(found, document, labels_of_path(entry), keep_text)
    reading = found.reading(READER.name, material.name)
    others = len(material.entries) - len(entries)
    note = f"Files that are no mail, passed over: {others:,}."
    return replace(reading, notes=(*reading.notes, note)) if others else reading


def _is_mail(entry: str) -> bool:
    base = entry.rpartition("/")[2]
    return not base.startswith("._") and bool(_MAIL.search(entry))


READER = MailFolderReader()

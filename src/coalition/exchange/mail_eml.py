"""A single e-mail in a file: .eml (RFC 5322) of every mail program, .emlx of Apple Mail."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coalition.exchange.kinds import is_mail
from coalition.exchange.mail_mbox import ADVICE
from coalition.exchange.material import Document
from coalition.exchange.reader import Match, Progress, silent

if TYPE_CHECKING:
    from coalition.model.reading import Reading

_LENGTH_OF_EMLX = re.compile(r"\d{1,10} *\r?\n")


class EmlReader:
    """Reads who wrote to whom, and when, out of one message."""

    name = "eml"
    title = "E-mail saved as a file (.eml, .emlx): who was in touch, and when"
    advice = ADVICE

    def recognise(self, material: Document) -> Match:
        """Sure of a header with two fields that only e-mails have."""
        text = material.head_text.lstrip()
        if found := _LENGTH_OF_EMLX.match(text):
            text = text[found.end() :]
        return Match.SURE if is_mail(text) else Match.NO

    def read(self, material: Document, progress: Progress = silent) -> Reading:
        """Nothing: mail names no skills, and clouds have no use for the rest."""
        from coalition.model.reading import Reading

        return Reading(self.name, material.name)

    def read_all(self, material: Document, progress: Progress = silent) -> Reading:
        """The people of the message and their touchpoint: who, when and about what."""
        from coalition.exchange.mail import read_mail

        return read_mail(material, format=self.name, progress=progress)

    def read_with_text(self, material: Document, progress: Progress = silent) -> Reading:
        """The same with what was written."""
        from coalition.exchange.mail import read_mail

        return read_mail(material, keep_text=True, format=self.name, progress=progress)


READER = EmlReader()

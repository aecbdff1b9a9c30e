"""LinkedIn's "Save to PDF": a profile in two columns."""

from coalition.exchange.material import Document
from coalition.exchange.reader import Match, Progress, silent
from coalition.model.reading import Reading

_MARKS = (b"Resume generated from profile", b"linkedin.com/in/")


class LinkedInProfilePdf:
    """The reader of the PDF."""

    name = "linkedin-profile-pdf"
    title = "LinkedIn profile as PDF (More, Save to PDF); it names the top skills only"
    advice = (
        "save the profile's Skills page or copy its text instead, where all skills and their "
        "endorsements stand"
    )

    def recognise(self, material: Document) -> Match:
        """Sure of a PDF with LinkedIn's marks; any other may be one whose marks are packed."""
        if b"%PDF-" not in material.content[:1024]:
            return Match.NO
        known = any(mark in material.content for mark in _MARKS)
        return Match.SURE if known else Match.LIKELY

    def read(self, material: Document, progress: Progress = silent) -> Reading:
        """The person, their top skills, positions, languages and certificates.

        Raises UnreadableInput where the PDF is damaged or protected.
        """
        from coalition.exchange.linkedin_pdf import columns_of_pdf, text_of_pdf
        from coalition.exchange.linkedin_profile import profile_reading
        from coalition.exchange.linkedin_profile_columns import columns_of_text

        columns = columns_of_pdf(material.content, material.name)
        if columns is None or not columns.sidebar:
            columns = columns_of_text(text_of_pdf(material.content, material.name))
        return profile_reading(self.name, material.name, columns)


READER = LinkedInProfilePdf()

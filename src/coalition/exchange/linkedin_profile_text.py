"""The text of LinkedIn's "Save to PDF", copied out of the PDF or made by a converter."""

from coalition.exchange.material import Document
from coalition.exchange.reader import Match, Progress, silent
from coalition.model.reading import Reading

_MOST_LINES = 300


class LinkedInProfileText:
    """The reader of that text."""

    name = "linkedin-profile-text"
    title = "Text of a LinkedIn profile's PDF (More, Save to PDF, copied as text)"
    advice = "copy the profile's Skills page instead, where all skills and their endorsements stand"

    def recognise(self, material: Document) -> Match:
        """Sure of the PDF's headings together with the address of a profile."""
        from coalition.exchange.decoding import is_binary

        if is_binary(material.head):
            return Match.NO
        if material.head.lstrip()[:1] in (b"<", b"{", b"[", b"%"):
            return Match.NO
        from coalition.exchange.linkedin_sections import MAIN, section

        text = material.head_text
        lines = text.split("\n")[:_MOST_LINES]
        found = {section(line) for line in lines}
        addressed = "linkedin.com/in/" in text or "(LinkedIn)" in text
        if addressed and not found.issuperset({"contact", "skills"}):
            from coalition.exchange.linkedin_profile_columns import side_by_side

            beside = side_by_side("\n".join(lines)) or ((), ())
            found.update(section(line) for column in beside for line in column)
        if ("contact" not in found and "skills" not in found) or not found.intersection(MAIN):
            return Match.NO
        return Match.SURE if addressed else Match.LIKELY if "skills" in found else Match.NO

    def read(self, material: Document, progress: Progress = silent) -> Reading:
        """The person, their top skills, positions, languages and certificates."""
        from coalition.exchange.linkedin_profile import profile_reading
        from coalition.exchange.linkedin_profile_columns import columns_of_text

        return profile_reading(self.name, material.name, columns_of_text(material.text))


READER = LinkedInProfileText()

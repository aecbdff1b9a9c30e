"""LinkedIn's skills page, or a whole profile, as a browser saved it."""

import re

from coalition.exchange.material import Document
from coalition.exchange.reader import Match, Progress, silent
from coalition.model.reading import Reading

_SKILLS = (
    b"com.linkedin.sdui.profile.skill(",
    b"pv-skill-category-entity",
    b"endorse-item-name",
    b"data-endorsed-item-name",
    b"pvs-list__",
)
_SITE = (
    b"static.licdn.com",
    b"media.licdn.com",
    b"Snapshot-Content-Location: https://www.linkedin.com",
)
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_SAVED_FROM = rb"saved from url=\(\d+\)https?://[\w.]*linkedin\.com/|\|\s*LinkedIn\s*</title>"


class LinkedInSkillsHtml:
    """The reader of the saved page: HTML, or one file with all of it (MHTML)."""

    name = "linkedin-skills-html"
    title = "LinkedIn skills page or profile, saved by the browser (HTML or MHTML)"
    advice = (
        "on LinkedIn open the profile's Skills page (Show all skills), scroll to the end, then "
        "save it"
    )

    def recognise(self, material: Document) -> Match:
        """Sure of LinkedIn's markup, and of any page that was saved from its site."""
        if b"<" not in material.head:
            return Match.NO
        content = material.content
        if content.startswith(_UTF_16):
            content = material.text.encode()
        if not (_is_html(material.head) or _is_mhtml(material.head)):
            return Match.NO
        if any(mark in content for mark in _SKILLS + _SITE):
            return Match.SURE
        return Match.SURE if re.search(_SAVED_FROM, content[:65536]) else Match.NO

    def read(self, material: Document, progress: Progress = silent) -> Reading:
        """The skills, how many endorsed each, and whose they are."""
        from coalition.exchange.linkedin_markup import parsed, person_in, skills_in
        from coalition.exchange.linkedin_page import page_reading
        from coalition.exchange.linkedin_script import scripted

        html = _html(material)
        tree = parsed(html, material.name)
        skills = skills_in(tree) + list(scripted(html))
        return page_reading(self.name, material.name, person_in(tree), skills)


def _is_html(head: bytes) -> bool:
    start = head[:4096].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0").replace(b"\0", b"").lower()
    return (start.startswith(b"<") and not start.startswith(b"<?xml version")) or b"<html" in start


def _is_mhtml(head: bytes) -> bool:
    return b"multipart/related" in head and b"MIME-Version" in head


def _html(material: Document) -> str:
    """The page: the largest HTML part where the browser saved all of it in one file.

    A download that broke off may end within a tag.
    """
    if not _is_mhtml(material.head):
        return re.sub(r"<[^<>]*\Z", "", material.text)
    import email
    import email.policy

    from coalition.exchange.decoding import decode

    message = email.message_from_bytes(material.content, policy=email.policy.compat32)
    parts = [part for part in message.walk() if part.get_content_type() == "text/html"]
    payloads = [part.get_payload(decode=True) for part in parts]
    pages = [payload for payload in payloads if isinstance(payload, bytes)]
    return decode(max(pages, key=len)) if pages else material.text


READER = LinkedInSkillsHtml()

"""The text of a tag as it comes out of any file: one line, without what nobody can see."""

import re
import unicodedata

from coalition.tags.visible import JOINERS, visible

LONGEST = 200
"""The most characters that a tag may have."""

_LETTER = re.compile(r"[^\W_]")


def tag_text(raw: str) -> str:
    """``raw`` as a tag: without control, override and invisible characters, blanks as one each."""
    if raw.isascii() and raw.isprintable() and "  " not in raw:
        return raw.strip()
    return " ".join(visible(raw).split()).strip(JOINERS)


def why_unusable(tag: str) -> str:
    """Why ``tag``, given by :func:`tag_text`, cannot be one, as a sentence; "" where it can."""
    if not tag:
        return "No text is left of the tag without its invisible characters."
    if len(tag) > LONGEST:
        return (
            f"The tag that starts with “{tag[:30]}…” is too long "
            f"({len(tag):,} characters, at most {LONGEST} are read)."
        )
    if "\N{REPLACEMENT CHARACTER}" in tag:
        return f"“{tag}” has characters that could not be read: save the file as UTF-8."
    if not _LETTER.search(tag) and all(unicodedata.category(sign)[0] == "P" for sign in tag):
        return f"“{tag}” is punctuation alone, so it is no tag."
    return ""

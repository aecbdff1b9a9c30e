"""The text of a tag as it comes out of any file: one line, without what nobody can see."""

import re
import unicodedata

LONGEST = 200
"""The most characters that a tag may have."""

# Controls, invisible marks, bidirectional overrides and isolates, halves of characters. What joins
# letters (U+200C, U+200D) stays: Persian and Indic words are spelled with it.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_LETTER = re.compile(r"[^\W_]")


def tag_text(raw: str) -> str:
    """``raw`` as a tag: without control, override and invisible characters, blanks as one each."""
    if raw.isascii() and raw.isprintable() and "  " not in raw:
        return raw.strip()
    return " ".join(_UNSEEN.sub("", raw).split()).strip("\u200c\u200d")


def why_unusable(tag: str) -> str:
    """Why ``tag``, given by :func:`tag_text`, cannot be one, as a sentence; "" where it can."""
    if not tag:
        return "No text is left of the tag without its invisible characters."
    if len(tag) > LONGEST:
        return (
            f"The tag that starts with “{tag[:30]}…” is too long "
            f"({len(tag):,} characters, at most {LONGEST} are read)."
        )
    if not _LETTER.search(tag) and all(unicodedata.category(sign)[0] == "P" for sign in tag):
        return f"“{tag}” is punctuation alone, so it is no tag."
    return ""

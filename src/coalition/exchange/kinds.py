"""What a file seems to be, so that it is not taken for a list, and can be named to the user."""

from coalition.exchange.decoding import is_binary
from coalition.exchange.material import Document

_SIGNATURES = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "a rich text (RTF) document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a Windows program"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
    (b"PAR1", "a Parquet file"),
)
_OFFICE = (
    (b"word/", "a Word document"),
    (b"ppt/", "a PowerPoint presentation"),
    (b"xl/", "an Excel workbook"),
    (b"opendocument.text", "an OpenDocument text"),
    (b"opendocument.spreadsheet", "an OpenDocument spreadsheet"),
    (b"opendocument.presentation", "an OpenDocument presentation"),
    (b"epub", "an e-book"),
)
_MARKUP = (
    ("<!doctype html", "a web page"),
    ("<html", "a web page"),
    ("<head", "a web page"),
    ("<body", "a web page"),
    ("<svg", "an SVG picture"),
    ("<?xml", "an XML document"),
)
_MAIL_FIELDS = frozenset(
    ("from", "to", "cc", "subject", "date", "message-id", "received", "return-path")
) | frozenset(("delivered-to", "mime-version", "content-type", "reply-to", "x-received"))


def kind_of(document: Document) -> str:
    """What ``document`` surely is, as in "a PNG image"; "" for plain text, tables and JSON."""
    head = document.head
    if head.startswith(b"PK\x03\x04"):
        found = (kind for mark, kind in _OFFICE if mark in document.content)
        return next(found, "a zip archive of an unknown kind")
    if head.startswith((b"%PDF-", b"{\\rtf")) or is_binary(head):
        return _kind_of_binary(head)
    return _kind_of_text(document.head_text.lstrip())


def _kind_of_binary(head: bytes) -> str:
    for signature, kind in _SIGNATURES:
        if head.startswith(signature):
            return kind
    if head[4:8] == b"ftyp":
        return "a HEIC image" if head[8:12] in {b"heic", b"mif1", b"avif"} else "a video"
    if head[:4] == b"RIFF":
        return "a WebP image" if head[8:12] == b"WEBP" else "a sound or video file"
    return "binary data"


def _kind_of_text(text: str) -> str:
    first = text.partition("\n")[0]
    start = text[:2000].lower()
    if first.upper().startswith("BEGIN:VCARD"):
        return "contacts (vCard)"
    if first.upper().startswith("BEGIN:VCALENDAR"):
        return "a calendar (iCalendar)"
    if start.startswith("<"):
        # A declaration or a comment may stand before the element that tells.
        return next((kind for mark, kind in _MARKUP if mark in start), _piece_of_markup(text))
    if first.startswith("From ") and is_mail(text.partition("\n")[2]):
        return "a mailbox (mbox)"
    return "an e-mail" if is_mail(text) else ""


def _piece_of_markup(text: str) -> str:
    """Most lines of markup start with an element; a list may hold a tag that looks like one."""
    lines = [line.lstrip() for line in text.split("\n", 40)[:40] if line.strip()]
    marked = sum(line[:1] == "<" and ">" in line for line in lines)
    return "a piece of a web page" if marked * 2 > len(lines) else ""


def is_mail(text: str) -> bool:
    """Whether ``text`` starts with header fields (RFC 5322), of which two are an e-mail's."""
    fields: list[str] = []
    for line in text.split("\n", 40)[:40]:
        name, colon, _ = line.partition(":")
        if line[:1] in {" ", "\t"} and fields:
            continue
        if not colon or not name.isascii() or not name or " " in name:
            break
        fields.append(name.lower())
    return len(_MAIL_FIELDS.intersection(fields)) >= 2

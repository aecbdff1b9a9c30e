"""Made-up LinkedIn exports and pages; every person and firm in them is invented."""

from collections.abc import Iterable, Mapping, Sequence

from coalition.exchange.material import Collection, Document
from coalition.model.evidence import Kind
from coalition.model.reading import Reading

ENDORSEMENTS = (
    "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,"
    "Endorser Public Url,Endorsement Status\n"
)
NOTES = 'Notes:\n"Some addresses are missing,\nas their owners wish."\n\n'
CONNECTIONS = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


def document(content: str | bytes, name: str = "input") -> Document:
    return Document(name, content.encode() if isinstance(content, str) else content)


def archive(files: Mapping[str, str | bytes], name: str = "archive.zip") -> Collection:
    content = {
        key: value.encode() if isinstance(value, str) else value for key, value in files.items()
    }
    return Collection(name, tuple(content), content.__getitem__)


def endorsed(reading: Reading) -> dict[str, list[str]]:
    """Who endorsed each skill."""
    found: dict[str, list[str]] = {}
    for evidence in reading.evidence:
        if evidence.kind is Kind.ENDORSED:
            found.setdefault(evidence.skill, []).append(evidence.by)
    return found


def listed(reading: Reading) -> list[str]:
    return [item.skill for item in reading.evidence if item.kind is Kind.LISTED]


def counted(reading: Reading) -> dict[str, str]:
    """The count of each skill as a page shows it: "99+"."""
    return {
        item.skill: f"{item.amount:g}{'+' if item.at_least else ''}"
        for item in reading.evidence
        if item.kind is Kind.COUNTED
    }


def list_item(name: str, *details: str) -> str:
    """An item of a page of 2022 to 2025, where each text stands twice."""

    def twice(text: str) -> str:
        return (
            f'<span aria-hidden="true"><!---->{text}<!----></span>'
            f'<span class="visually-hidden"><!---->{text}<!----></span>'
        )

    inner = "".join(
        f'<li class="pvs-list__item--with-top-padding">{twice(d)}</li>' for d in details
    )
    return (
        '<li class="pvs-list__paged-list-item artdeco-list__item"><div class="pvs-entity">'
        f'<div class="mr1 t-bold">{twice(name)}</div><ul>{inner}</ul></div></li>'
    )


def keyed_item(number: int, name: str, *details: str, label: str = "Endorse {}") -> str:
    """An item of a page since 2025: a wrapper and an inner element with the same key."""
    key = f"com.linkedin.sdui.profile.skill(ACoINVENTED, {number})"
    lines = "".join(f'<div class="x{number}"><p>{text}</p></div>' for text in (name, *details))
    button = f'<button aria-label="{label.format(name)}"><span>Endorse</span></button>'
    return (
        f'<div componentkey="{key}"><div componentkey="{key}">{lines}{button}</div></div>'
        f'<hr componentkey="{key}-divider">'
    )


def page(body: str, title: str = "(2) Skills | Ada Sample | LinkedIn") -> Document:
    return document(
        f"<!DOCTYPE html><html><head><title>{title}</title></head><body>{body}</body></html>"
    )


def pdf(
    pages: Sequence[Iterable[tuple[float, float, float, str]]], *, flipped: bool = False
) -> bytes:
    """A PDF of (x, y, size, text) lines, y counted from the foot of the page.

    ``flipped``: drawn as some programs do, with y counted from the top.
    """
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", _FONT]
    kids = []
    for lines in pages:
        drawn = b"1 0 0 -1 0 792 cm\n" if flipped else b""
        sign = -1 if flipped else 1
        for x, y, size, text in lines:
            place = (size, sign, x, 792 - y if flipped else y, _escaped(text))
            drawn += b"BT /F1 %g Tf 1 0 0 %d %g %g Tm (%s) Tj ET\n" % place
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))
        objects.append(_PAGE % len(objects))
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    return _assembled(objects)


def _assembled(objects: Sequence[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer << /Size %d /Root 1 0 R >>\n" % (len(objects) + 1)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def _escaped(text: str) -> bytes:
    raw = text.encode("cp1252")
    return raw.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
_PAGE = (
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R "
    b"/Resources << /Font << /F1 3 0 R >> >> >>"
)

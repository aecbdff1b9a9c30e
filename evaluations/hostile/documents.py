"""PDFs and workbooks of spreadsheet programs: bombs, loops, lies, formulas."""

import io
import zipfile
import zlib
from collections.abc import Iterator, Sequence

from hostile.archives import zipped
from hostile.case import Case, any_end, good
from hostile.forms import GOOD_ROWS
from hostile.values import FORMULAS

_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension='
    '"rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override '
    'PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'spreadsheetml.sheet.main+xml"/></Types>'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def cases() -> Iterator[Case]:
    """Of both kinds."""
    yield from _sheets()
    yield from _open_documents()
    yield from _pdfs()


def xlsx(rows: str, **parts: bytes) -> bytes:
    """A workbook of one sheet, whose rows are ``rows``."""
    files = {
        "[Content_Types].xml": _TYPES.encode(),
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'.encode(),
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets><sheet name="People" sheetId="1" r:id="r1"/></sheets></workbook>'.encode(),
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="r1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'.encode(),
        "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}"/>'.encode(),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>'.encode(),
    }
    named = {"shared": "xl/sharedStrings.xml", "types": "[Content_Types].xml",
             "book": "xl/workbook.xml", "links": "xl/externalLinks/externalLink1.xml",
             "macro": "xl/vbaProject.bin", "sheet": "xl/worksheets/sheet1.xml"}  # fmt: skip
    return zipped({**files, **{named[name]: it for name, it in parts.items()}})


def rows_of(rows: Sequence[Sequence[str]]) -> str:
    from xml.sax.saxutils import escape

    return "".join(
        "<row>"
        + "".join(f'<c t="inlineStr"><is><t>{escape(cell)}</t></is></c>' for cell in row)
        + "</row>"
        for row in rows
    )


def _table(*more: Sequence[str]) -> list[Sequence[str]]:
    head = ["Name", "E-mail", "Title", "Company"]
    return [head, *([name, mail, text, "Brook Ltd"] for name, mail, text, _ in GOOD_ROWS), *more]


def _sheets() -> Iterator[Case]:
    said = "spreadsheet", "people.xlsx"
    whole = rows_of(_table())
    yield good(*said, "as it should be", xlsx(whole))
    yield good(
        *said,
        "formulas as texts",
        xlsx(
            rows_of(
                _table(
                    *(
                        [f, f"x{at}@example.com", f, f]
                        for at, f in enumerate(FORMULAS)
                        if f.isprintable()
                    )
                )
            )
        ),
    )
    yield good(
        *said,
        "formulas",
        xlsx(
            whole
            + '<row><c><f>cmd|\'/C calc\'!A0</f><v>1</v></c><c t="e"><v>#REF!</v></c><c t="str"><f>HYPERLINK(1)</f><v>x</v></c></row>'
        ),
    )
    yield good(*said, "links to other files", xlsx(whole, links=b"<externalLink/>"))
    yield good(*said, "a macro", xlsx(whole, macro=b"\xd0\xcf\x11\xe0" + bytes(999)))
    yield any_end(
        *said,
        "text references beyond all texts",
        xlsx(whole + '<row><c t="s"><v>999999999</v></c><c t="s"><v>-1</v></c></row>'),
    )
    yield good(
        *said,
        "dates beyond all calendars",
        xlsx(
            whole + '<row><c t="d"><v>99999-99-99</v></c><c><v>1e308</v></c><c><v>-1</v></c></row>'
        ),
    )
    yield any_end(
        *said,
        "cells in the last row and column",
        xlsx(whole + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    )
    yield any_end(*said, "a million columns", xlsx(whole + '<row><c r="BDWGN9"><v>1</v></c></row>'))
    yield any_end(
        *said,
        "rows that are no numbers",
        xlsx(whole + '<row r="x"><c r="99999999999999999999"><v>1</v></c></row>'),
    )
    yield any_end(
        *said,
        "a million cells of one long text",
        xlsx(
            whole + '<row><c t="s"><v>0</v></c></row>' * 1_000_000,
            shared=b"<sst><si><t>" + b"x" * 30_000 + b"</t></si></sst>",
        ),
    )
    yield any_end(
        *said,
        "texts that inflate without measure",
        xlsx(whole, shared=b"<sst><si><t>" + b"x" * 180_000_000 + b"</t></si></sst>"),
    )
    yield any_end(
        *said,
        "billion laughs",
        xlsx(
            whole,
            shared=b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>',
        ),
    )
    yield any_end(*said, "types that are wrong", xlsx(whole, types=b"<Types/>"))
    yield any_end(*said, "no sheet", xlsx(whole, book=b"<workbook/>"))
    yield any_end(*said, "a sheet that is noise", xlsx(whole, sheet=bytes(range(256)) * 50))
    yield any_end(*said, "cut in the middle", xlsx(whole)[:1_500])
    yield any_end(
        *said,
        "an old workbook that is noise",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + "Workbook".encode("utf-16-le")
        + bytes(range(256)) * 90,
    )
    yield any_end("spreadsheet", "people.csv", "a workbook of another name", xlsx(whole))
    yield any_end(
        "spreadsheet",
        "people.docx",
        "a text document",
        zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"}),
    )


def _open_documents() -> Iterator[Case]:
    said = "spreadsheet", "people.ods"

    def cell(text: str) -> str:
        return f"<table:table-cell office:value-type='string'><text:p>{text}</text:p></table:table-cell>"

    whole = "".join(
        f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in _table()
    )
    yield good(*said, "as it should be", ods(whole))
    yield good(
        *said,
        "a million empty rows",
        ods(
            whole
            + '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
        ),
    )
    yield any_end(
        *said,
        "a row repeated a billion times",
        ods(
            whole
            + f'<table:table-row table:number-rows-repeated="999999999">{cell("x")}</table:table-row>'
        ),
    )
    yield any_end(
        *said,
        "a cell repeated a billion times",
        ods(
            whole
            + '<table:table-row><table:table-cell table:number-columns-repeated="999999999" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>'
        ),
    )
    yield any_end(
        *said,
        "repeated less than nothing",
        ods(
            whole
            + f'<table:table-row table:number-rows-repeated="-5">{cell("x")}</table:table-row>'
        ),
    )
    yield any_end(
        *said,
        "spaces without end",
        ods(
            whole
            + '<table:table-row><table:table-cell office:value-type="string"><text:p>a<text:s text:c="2000000000"/></text:p></table:table-cell></table:table-row>'
        ),
    )
    yield any_end(*said, "50,000 elements deep", ods(whole + "<table:table-row>" * 50_000))


def ods(rows: str) -> bytes:
    """An OpenDocument workbook of one sheet of these rows."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0"?><office:document-content {spaces}><office:body><office:spreadsheet>'
        f'<table:table table:name="People">{rows}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    out = io.BytesIO()
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    with zipfile.ZipFile(out, "w") as opened:
        opened.writestr("mimetype", kind)
        opened.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>',
        )
        opened.writestr("content.xml", content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def pdf(objects: Sequence[bytes], trailer: bytes = b"/Root 1 0 R") -> bytes:
    """A PDF of these objects, numbered from 1."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<</Size %d %s>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        trailer,
        start,
    )
    return bytes(out)


def page_of(stream: bytes, more: bytes = b"") -> list[bytes]:
    """The objects of one page that draws ``stream``."""
    return [
        b"<</Type/Catalog/Pages 2 0 R %s>>" % more,
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>/MediaBox[0 0 600 800]>>",
        stream,
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]


def _stream(content: bytes, layers: int = 1) -> bytes:
    for _ in range(layers):
        content = zlib.compress(content, 9)
    filters = b"/FlateDecode " * layers
    return b"<</Length %d/Filter[%s]>>\nstream\n%s\nendstream" % (len(content), filters, content)


def _pdfs() -> Iterator[Case]:
    said = "pdf", "Profile.pdf"
    text = b"BT /F1 12 Tf 50 700 Td (Contact) Tj 0 -20 Td (www.linkedin.com/in/ada-goodrow) Tj 0 -20 Td (Top Skills) Tj 0 -20 Td (Coaching) Tj 200 0 Td (Ada Goodrow) Tj 0 -20 Td (Page 1 of 1) Tj ET"
    whole = pdf(page_of(_stream(text)))
    yield any_end(*said, "as it should be", whole)
    yield any_end(*said, "cut in the middle", whole[: len(whole) // 2])
    yield any_end(*said, "noise behind the mark", b"%PDF-1.7\n" + bytes(range(256)) * 99)
    yield any_end(*said, "300 MB of blanks, packed", pdf(page_of(_stream(b" " * 300_000_000))))
    yield any_end(*said, "100 MB packed three times", pdf(page_of(_stream(b" " * 100_000_000, 3))))
    yield any_end(
        *said,
        "20 MB of text",
        pdf(page_of(_stream(b"BT /F1 1 Tf " + b"(Coaching) Tj " * 1_400_000 + b"ET"))),
    )
    yield any_end(*said, "20 MB of brackets", pdf(page_of(_stream(b"[" * 20_000_000))))
    yield any_end(
        *said,
        "a program",
        pdf(
            page_of(
                _stream(text),
                b"/OpenAction<</S/JavaScript/JS(app.alert(1))>>/AA<</WC<</S/Launch/F(calc)>>>>",
            )
        ),
    )
    yield any_end(
        *said,
        "encrypted",
        pdf(
            [
                *page_of(_stream(text)),
                b"<</Filter/Standard/V 1/R 2/O(" + b"a" * 32 + b")/U(" + b"b" * 32 + b")/P -4>>",
            ],
            b"/Root 1 0 R/Encrypt 6 0 R/ID[<00><00>]",
        ),
    )
    loop = page_of(_stream(text))
    yield any_end(
        *said,
        "pages that hold themselves",
        pdf([loop[0], b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>", *loop[2:]]),
    )
    yield any_end(
        *said,
        "a length that is itself",
        pdf([*loop[:3], b"<</Length 4 0 R>>\nstream\nx\nendstream", loop[4]]),
    )
    yield any_end(
        *said,
        "contents that are themselves",
        pdf([*loop[:2], b"<</Type/Page/Parent 2 0 R/Contents 3 0 R>>", *loop[3:]]),
    )
    yield any_end(
        *said,
        "a form that draws itself",
        pdf(
            [
                *loop[:2],
                b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</XObject<</X 6 0 R>>>>>>",
                _stream(b"/X Do"),
                loop[4],
                b"<</Type/XObject/Subtype/Form/Resources<</XObject<</X 6 0 R>>>>/Length 5>>\nstream\n/X Do\nendstream",
            ]
        ),
    )
    yield any_end(
        *said,
        "tables that follow each other in a circle",
        whole.replace(b"/Root 1 0 R>>", b"/Root 1 0 R/Prev %d>>" % whole.rindex(b"xref\n0")),
    )
    kids = b" ".join(b"3 0 R" for _ in range(100_000))
    yield any_end(
        *said,
        "a page 100,000 times",
        pdf([loop[0], b"<</Type/Pages/Kids[%s]/Count 100000>>" % kids, *loop[2:]]),
    )
    chain = [b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % (at + 1) for at in range(2, 20_000)]
    yield any_end(*said, "pages 20,000 deep", pdf([loop[0], *chain, b"<</Type/Page>>"]))
    yield any_end(*said, "arrays 100,000 deep", pdf([*loop[:4], b"[" * 100_000]))
    yield any_end(
        *said, "a table of a billion objects", whole.replace(b"xref\n0 6", b"xref\n0 999999999")
    )
    attached = _stream(
        b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'b'>]><Candidate xmlns='http://www.europass.eu/1.0'>&a;</Candidate>"
    )
    names = b"/Names<</EmbeddedFiles<</Names[(attachment.xml) 6 0 R]>>>>"
    yield any_end(
        "pdf",
        "Europass.pdf",
        "an attachment with entities",
        pdf(
            [
                *page_of(_stream(text), names),
                b"<</Type/Filespec/F(attachment.xml)/EF<</F 7 0 R>>>>",
                attached,
            ]
        ),
    )
    yield any_end(
        "pdf",
        "Europass.pdf",
        "an attachment of 300 MB of blanks",
        pdf(
            [
                *page_of(_stream(text), names),
                b"<</Type/Filespec/F(attachment.xml)/EF<</F 7 0 R>>>>",
                _stream(b" " * 300_000_000),
            ]
        ),
    )

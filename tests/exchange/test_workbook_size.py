import io
import zipfile

import openpyxl
import pytest

from coalition.errors import UnreadableInput
from coalition.exchange.workbook_size import is_too_large
from tests.exchange.samples import read_bytes

SHEET = "<worksheet><sheetData>{}</sheetData></worksheet>"
STRINGS = "xl/sharedStrings.xml"


def too_large(rows: str, *others: tuple[str, str]) -> bool:
    parts = [("xl/worksheets/sheet1.xml", SHEET.format(rows)), *others]
    return is_too_large((name, content.encode()) for name, content in parts)


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c r="A1"/><c r="XFD1048576"/></row>',
        "<row r='1'><c r='a1'/><c r='xfd1048576'/></row>",
        '<row r="1"><c r="ZZZZZZ1"/></row>',
        '<row r="1"><c r="A99999999999"/></row>',
        '<row r="1"/><row r="1048576">' + "<c/>" * 100 + "</row>",
        '<x:row r="1"/><x:row r="1048576"><x:c r="XFD1048576"/></x:row>',
    ],
)
def test_a_cell_far_away_makes_a_sheet_too_large(rows: str) -> None:
    assert too_large(rows)


def test_a_long_sheet_of_few_columns_is_not_too_large() -> None:
    assert not too_large('<row r="1048576"><c r="A1048576"/><c r="J1048576"/></row>')


def test_a_long_text_shown_by_many_cells_is_too_large() -> None:
    strings = (STRINGS, f"<sst><si><t>{'x' * 60_000}</t></si><si><t>y</t></si></sst>")
    cell = '<c r="A{}" t="s"><v>{}</v></c>'
    rows = "".join(f'<row r="{row}">{cell.format(row, 0)}</row>' for row in range(1, 6001))
    assert too_large(rows, strings)
    assert not too_large(rows.replace("<v>0</v>", "<v>1</v>"), strings)


def test_such_a_workbook_is_refused_with_a_sentence() -> None:
    book = openpyxl.Workbook()
    book.active.append(["Skill", "Count"])
    whole, small = io.BytesIO(), io.BytesIO()
    book.save(small)
    with zipfile.ZipFile(small) as old, zipfile.ZipFile(whole, "w") as new:
        for part in old.namelist():
            content = old.read(part).replace(b'r="B1"', b'r="ZZZZZZ99999999999"')
            new.writestr(part, content)
    with pytest.raises(UnreadableInput, match="a sheet that is too large"):
        read_bytes(whole.getvalue(), "far.xlsx")

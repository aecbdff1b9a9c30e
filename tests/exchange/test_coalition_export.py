import csv
import io
import json

import pytest
from hypothesis import given, settings

from coalition.errors import UnreadableInput
from coalition.exchange.card_properties import folded
from coalition.exchange.coalition_csv import as_it_was, neutral
from coalition.exchange.coalition_export import READER, is_export
from coalition.exchange.material import Document
from coalition.exchange.reader import Match
from coalition.model import exported as of
from coalition.model.contact import TieKind
from coalition.model.exported import Exported
from tests.exchange.exports import FORMATS, export, read, small, texts, workspaces, written


def in_any_order(records: list[Exported]) -> list[str]:
    return sorted(map(repr, records))


@pytest.mark.parametrize("ending", FORMATS)
def test_what_is_written_is_recognised_by_its_content(ending: str) -> None:
    content = written(small(), ending)
    assert is_export(content[:65536])
    assert READER.recognise(Document("x", content)) is Match.SURE


@pytest.mark.parametrize(
    "content",
    [
        b'{"format": "other"}', b'[{"format": "coalition-export"}]', b"coalition-exports,2\r\n",
        b"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ada Testerson\r\nEND:VCARD\r\n",
        b"BEGIN:VCARD\r\nVERSION:4.0\r\nX-COALITION:{}\r\nEND:VCARD\r\n", b"", b"\xff\xfe",
    ],
)  # fmt: skip
def test_files_of_others_are_left_to_others(content: bytes) -> None:
    assert not is_export(content)
    assert READER.recognise(Document("x", content)) is Match.NO


@pytest.mark.parametrize("ending", ["json", "csv"])
@given(records=workspaces())
@settings(max_examples=60, deadline=None)
def test_every_record_comes_back_as_it_was(ending: str, records: list[Exported]) -> None:
    assert read(written(records, ending)) == (records[:-1], [])


@given(workspaces())
@settings(max_examples=60, deadline=None)
def test_every_record_comes_back_from_a_vcard(records: list[Exported]) -> None:
    found, problems = read(written(records, "vcf"))
    assert (in_any_order(found), problems) == (in_any_order(records[:-1]), [])


@given(texts)
def test_no_cell_begins_like_a_formula_and_each_comes_back(cell: str) -> None:
    shown = neutral(cell)
    assert not shown.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))
    assert as_it_was(shown) == cell


def test_a_csv_opens_in_a_spreadsheet() -> None:
    content = written(small(title="=HYPERLINK(1)"), "csv")
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == content.count(b"\n") == 15
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert len({len(row) for row in rows}) == 1
    assert rows[9][rows[0].index("value")] == "'=HYPERLINK(1)"
    assert [row[0] for row in rows[1:4]] == ["workspace", "source", "person"]


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_a_csv_that_a_spreadsheet_has_stored_with_another_delimiter_is_read(delimiter: str) -> None:
    text = written(small(), "csv").decode("utf-8-sig")
    stored = io.StringIO(newline="")
    csv.writer(stored, delimiter=delimiter).writerows(csv.reader(io.StringIO(text, newline="")))
    assert read(stored.getvalue().encode()) == (small()[:-1], [])


def test_json_that_another_program_has_indented_is_read() -> None:
    document = json.loads(written(small(), "json"))
    assert read(json.dumps(document, indent=2).encode()) == (small()[:-1], [])


def test_json_is_ordinary_json_of_the_documented_shape() -> None:
    document = json.loads(written(small(), "json"))
    assert (document["format"], document["version"]) == ("coalition-export", 1)
    assert document["records"][8] == {
        "record": "fact", "person": "00000003-0000-4000-8000-000000000000", "field": "title",
        "value": "=HYPERLINK(1)", "source": "00000001-0000-4000-8000-000000000000", "row": 3,
    }  # fmt: skip


@pytest.mark.parametrize("ending", FORMATS)
def test_a_file_that_is_cut_off_is_refused(ending: str) -> None:
    content = written(small(), ending)
    lines = content.splitlines(keepends=True)
    for kept in range(3, len(lines) - 1):
        shorter = b"".join(lines[:kept])
        if is_export(shorter):
            with pytest.raises(UnreadableInput, match="not whole"):
                read(shorter)


@pytest.mark.parametrize("ending", ["json", "csv"])
def test_a_record_taken_out_by_hand_is_noticed(ending: str) -> None:
    lines = written(small(), ending).splitlines(keepends=True)
    with pytest.raises(UnreadableInput, match="not whole"):
        read(b"".join((*lines[:5], *lines[6:])))


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [
        (b'"row": 3', b'"row": 1e400', "row is no whole number"),
        (b'"row": 3', b'"row": -1', "row is no whole number"),
        (b'"row": 3', b'"row": 99999999999999999999', "row is no whole number"),
        (b'"amount": 0.0', b'"amount": NaN', "amount is no finite number"),
        (b'"field": "title"', b'"field": "birthday"', "field is none of name, reading"),
        (b'"value": "=HYPERLINK(1)"', b'"value": "\\ud800"', "half a character"),
        (b'"value": "=HYPERLINK(1)"', b'"value": "a\\u0000b"', "NUL"),
        (b'"value": "=HYPERLINK(1)", ', b"", "value is missing"),
        (b'"value": "=HYPERLINK(1)"', b'"value": ["x"]', "value is no text"),
        (b'"value": "=HYPERLINK(1)"', b'"value": ' + b"[" * 9999, "damaged JSON"),
        (b'"record": "fact"', b'"record": "phone"', "no record named phone"),
    ],
)
def test_what_is_no_record_is_named_with_its_line(before: bytes, after: bytes, what: str) -> None:
    content = written(small(), "json")
    at = content.rindex(before)
    found, problems = read(content[:at] + after + content[at + len(before) :])
    assert len(found) == len(small()) - 2
    assert what in problems[0].what or "nested" in problems[0].what
    assert problems[0].line == content[:at].count(b"\n") + 1


@pytest.mark.parametrize("ending", ["json", "csv"])
def test_a_newer_version_says_what_to_do(ending: str) -> None:
    content = written(small(), ending)
    newer = content.replace(b'"version": 1', b'"version": 2').replace(
        b"coalition-export 1", b"coalition-export 2"
    )
    with pytest.raises(UnreadableInput, match="update Coalition"):
        read(newer)


@given(texts.map(lambda text: text * 40))
def test_lines_of_a_card_are_short_and_unfold_to_what_they_were(text: str) -> None:
    line = "NOTE:" + text.replace("\r", "").replace("\n", "")
    content = folded(line)
    pieces = content.removesuffix(b"\r\n").split(b"\r\n")
    assert all(len(piece) <= 75 for piece in pieces)
    assert all(piece.decode() for piece in pieces)
    assert content.replace(b"\r\n ", b"").decode() == line + "\r\n"


@given(workspaces())
@settings(max_examples=40, deadline=None)
def test_other_programs_read_the_cards(records: list[Exported]) -> None:
    vobject = pytest.importorskip("vobject")
    people = [
        each for each in records if isinstance(each, of.ExportedPerson) and not each.merged_into
    ]
    cards = list(vobject.readComponents(written(records, "vcf").decode()))
    assert len(cards) == len(people) + 1
    assert [card.uid.value for card in cards[:-1]] == [f"urn:uuid:{each.uid}" for each in people]
    assert cards[-1].kind.value == "application"


def test_a_card_says_what_other_address_books_know() -> None:
    text = written(small(title="Head, Sales"), "vcf").decode().replace("\r\n ", "")
    bea = text.split("BEGIN:VCARD")[2].split("\r\n")
    assert {
        "VERSION:4.0", "FN:Bea Stonefield", "N:Stonefield;Bea;;;", "TITLE:Head\\, Sales",
        "EXPERTISE;INDEX=1:Negotiation", "NOTE:Knows the board",
        "RELATED;TYPE=manager:urn:uuid:00000002-0000-4000-8000-000000000000",
    } <= set(bea)  # fmt: skip


def test_for_pictures_and_previews_it_is_a_reading() -> None:
    reading = READER.read(Document("x.json", written(small(), "json")))
    assert [(each.name, each.title) for each in reading.people] == [
        ("Ada Testerson", ""),
        ("Bea Stonefield", "=HYPERLINK(1)"),
    ]
    assert reading.owner == reading.people[0].key == reading.ties[0].other
    assert [(each.skill, each.holder) for each in reading.evidence] == [
        ("Negotiation", "Bea Stonefield")
    ]
    assert reading.ties[0].kind is TieKind.REPORTS_TO
    assert [each.text for each in reading.remarks] == ["Knows the board"]
    assert reading.touchpoints[0].people == tuple(each.key for each in reading.people)


def test_records_are_found_whatever_their_order() -> None:
    *records, end = small()
    content = written([*reversed(records), end], "csv")
    kinds = [type(each.record) for each in export(content).records(lambda kind: kind == "person")]  # type: ignore[union-attr]
    assert kinds == [of.ExportedPerson, of.ExportedPerson]

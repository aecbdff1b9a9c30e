"""A few of the files of evaluations/hostile_files.py, which has all of them."""

from pathlib import Path

import pytest
from hostile.archives import bad_sum, encrypted, linked, overlapping, zip64, zipped
from hostile.case import GOOD, Content
from hostile.documents import ods
from hostile.forms import FORMS, GOOD_ROWS, Form, connections, graphml, scim, table
from hostile.linkedin import archive
from hostile.markup import LAUGHS
from hostile.trial import STEERS
from hostile.values import ESCAPES, FORMULAS, INJECTIONS, UNICODE

from coalition.errors import UnreadableInput
from coalition.exchange.material import Document
from coalition.exchange.spreadsheet import sheets_of
from tests.cli.conftest import Run

_FILES = archive()


@pytest.fixture(autouse=True)
def own_workbook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the workbook is to be; there is none yet."""
    path = tmp_path / "data" / "own.coalition"
    monkeypatch.setenv("COALITION_WORKBOOK", str(path))
    return path


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
@pytest.mark.parametrize("place", [0, 2], ids=["names", "texts"])
def test_good_rows_come_in_beside_values_that_harm(
    run: Run, tmp_path: Path, form: Form, place: int
) -> None:
    hostile = []
    for at, value in enumerate((*FORMULAS, *INJECTIONS, *ESCAPES, *UNICODE)):
        row = [f"Cai Number{at}", f"x{at}@example.com", "Analyst", "2026-03-02"]
        row[place] = value
        hostile.append((row[0], row[1], row[2], row[3]))
    text = form.make([GOOD_ROWS[0], *hostile, GOOD_ROWS[1]])
    (tmp_path / form.name).write_bytes(text.encode("utf-8", "surrogatepass"))
    result = run("import", form.name)
    listed = run("people", "--json").stdout
    assert result.exit_code in (0, 1), result.output
    assert all(name in listed for name in GOOD)
    assert not STEERS.search(result.output)
    assert not STEERS.search(run("people").output)
    assert run("import", "--undo", form.name).exit_code == 0
    assert run("people", "--count").stdout == "0\n"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.zip", encrypted(zipped(_FILES))),
        ("a.zip", overlapping()),
        ("a.zip", linked(_FILES)),
        ("a.zip", zipped({**_FILES, "../../outside.csv": b"x"})),
        ("a.zip", zipped(_FILES)[:900]),
        ("net.graphml", graphml(GOOD_ROWS).replace("<graphml", LAUGHS + "<graphml").encode()),
        ("deep.json", b'{"a":' * 100_000),
        ("picture.vcf", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9),
        ("empty.csv", b" \n\t\n"),
    ],
)
def test_what_is_built_to_harm_is_refused_in_a_sentence(
    run: Run, tmp_path: Path, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    result = run("import", name)
    assert (result.exit_code, name in result.stderr) == (2, True)
    assert result.stderr.count("\n") == 1
    assert "skill" not in result.stderr
    assert run("people", "--count").stdout == "0\n"


@pytest.mark.parametrize(
    "content",
    [
        zip64(_FILES),
        bad_sum(_FILES, "Positions.csv"),
        zipped({**_FILES, "Positions.csv": bytes(20_000_000)}),
        zipped({**_FILES, "a\nb\x1b[2J.csv": b"x"}),
        {**_FILES, "Skills.csv": bytes(range(256)) * 9},
    ],
    ids=["zip64", "wrong sum", "bomb", "name that steers", "noise"],
)
def test_what_is_sound_of_an_archive_is_kept(run: Run, tmp_path: Path, content: Content) -> None:
    if isinstance(content, bytes):
        (tmp_path / "archive.zip").write_bytes(content)
    else:
        for name, inside in content.items():
            (tmp_path / "archive.zip").mkdir(exist_ok=True)
            (tmp_path / "archive.zip" / name).write_bytes(inside)
    result = run("import", "archive.zip")
    listed = run("people", "--json").stdout
    assert result.exit_code in (0, 1), result.output
    assert all(name in listed for name in GOOD)


def test_a_row_that_names_nobody_is_told_and_costs_no_other(run: Run, tmp_path: Path) -> None:
    rows = [*GOOD_ROWS, ("", "x@example.com", "Analyst", "2026-03-02")]
    (tmp_path / "people.csv").write_text(table(rows), "utf-8")
    result = run("import", "people.csv")
    assert result.exit_code == 1
    assert "people.csv, line 4: This row names nobody" in result.stderr
    assert run("people", "--count").stdout == "2\n"


def test_of_many_namesakes_only_some_are_asked_about(run: Run, tmp_path: Path) -> None:
    rows = [("Cai Same", f"c{at}@example.com", "HR", "2026-03-02") for at in range(60)]
    (tmp_path / "Connections.csv").write_text(connections(rows), "utf-8")
    run("import", "Connections.csv")
    (tmp_path / "users.json").write_text(scim([("Cai Same", "d@example.com", "HR", "")]), "utf-8")
    result = run("import", "users.json", "--json")
    assert result.exit_code == 0
    assert 0 < result.stdout.count('"reason"') <= 20


def test_a_cell_of_two_billion_blanks_is_not_written_out() -> None:
    row = (
        '<table:table-row><table:table-cell office:value-type="string">'
        '<text:p>a<text:s text:c="2000000000"/></text:p></table:table-cell></table:table-row>'
    )
    with pytest.raises(UnreadableInput, match="too large"):
        sheets_of(Document("people.ods", ods(row)))

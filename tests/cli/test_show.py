import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def one(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A workbook with one person, from a file and from the user."""
    monkeypatch.setenv("COALITION_WORKBOOK", str(tmp_path / "own.coalition"))
    (tmp_path / "people.csv").write_text(
        "Name,E-mail,Title,Skills\nAda Testerson,ada@example.com,<b>HR</b>,Coaching\n", "utf-8"
    )
    assert run("import", "people.csv").exit_code == 0
    run("people", "note", "ada", "asked for figures", "--on", "2020-11-20")
    return run


def test_all_that_is_held_is_shown_with_where_it_came_from(one: Run) -> None:
    shown = one("show", "ada").stdout
    for told in ("ada@example.com", "Coaching: ", "asked for figures", "people.csv, line 2"):
        assert told in shown


def test_it_is_json_too(one: Run) -> None:
    held = json.loads(one("show", "ada", "--json").stdout)
    assert held["summary"]["name"] == "Ada Testerson"
    assert {fact["origin"]["name"] for fact in held["facts"]} == {"people.csv"}


def test_the_page_to_hand_over_has_it_all_and_loads_nothing(one: Run, tmp_path: Path) -> None:
    assert one("show", "ada", "-o", "ada.html").exit_code == 0
    page = (tmp_path / "ada.html").read_text("utf-8")
    for told in ("ada@example.com", "Coaching", "asked for figures", "&lt;b&gt;HR&lt;/b&gt;"):
        assert told in page
    assert "default-src 'none'" in page
    assert "<b>" not in page
    assert (tmp_path / "ada.html").stat().st_mode & 0o077 == 0


def test_a_page_of_another_kind_is_refused(one: Run) -> None:
    result = one("show", "ada", "-o", "ada.docx")
    assert (result.exit_code, ".html" in result.stderr) == (2, True)


def test_a_page_has_all_of_it_however_old(one: Run) -> None:
    result = one("show", "ada", "--older-than", "1y", "-o", "ada.html")
    assert (result.exit_code, "--older-than" in result.stderr) == (2, True)


def test_what_has_grown_old_is_listed(one: Run) -> None:
    old = one("show", "--older-than", "2021-01-01").stdout
    assert "asked for figures" in old
    assert "Coaching" not in old
    assert "Nothing is that old." in one("show", "--older-than", "2019-01-01").stdout


def test_without_a_person_it_asks_for_one(one: Run) -> None:
    assert one("show").exit_code == 2


def test_the_notice_says_what_is_kept_and_what_may_be_asked(one: Run) -> None:
    text = one("notice", "ada").stdout
    for told in ("Ada Testerson", "people.csv", "my own words", "erased", "complain"):
        assert told in text


def test_erasing_asks_first(one: Run) -> None:
    result = one("erase", "ada")
    assert (result.exit_code, "--yes" in result.stderr) == (2, True)
    assert one("people", "--count").stdout == "1\n"


def test_erasing_names_what_was_kept_of_the_workbook_before(one: Run, tmp_path: Path) -> None:
    kept = tmp_path / "own.coalition.version-1-2026-01-01-000000"
    kept.write_bytes(b"")
    result = one("erase", "ada", "--yes")
    assert result.exit_code == 0
    assert kept.name in result.stderr
    assert one("people", "--count").stdout == "0\n"


@pytest.mark.parametrize("words", [("show", "ada", "-o"), ("notice", "ada", "-o"), ("export",)])
def test_the_workbook_is_never_overwritten(
    one: Run, tmp_path: Path, words: tuple[str, ...]
) -> None:
    named = tmp_path / "own.json"
    (tmp_path / "own.coalition").rename(named)
    result = one("--workbook", str(named), *words, str(named))
    assert (result.exit_code, "workbook's own" in result.stderr) == (2, True)
    assert one("--workbook", str(named), "people", "--count").stdout == "1\n"


def test_what_is_told_of_a_person_is_only_for_their_owner(one: Run, tmp_path: Path) -> None:
    (tmp_path / "ada.txt").write_text("before")
    (tmp_path / "ada.txt").chmod(0o644)
    one("notice", "ada", "-o", "ada.txt")
    assert (tmp_path / "ada.txt").stat().st_mode & 0o077 == 0


def test_a_note_is_taken_out_by_its_number(one: Run) -> None:
    assert "asked for figures" in one("people", "forget", "--note", "1").stdout
    assert "asked for figures" not in one("show", "ada").stdout
    assert one("people", "forget", "--note", "1").exit_code == 2


def test_a_note_is_not_about_a_day_to_come(one: Run) -> None:
    assert one("people", "note", "ada", "later", "--on", "2999-01-01").exit_code == 2


def test_who_was_erased_is_not_typed_in_again_unasked(one: Run) -> None:
    one("erase", "ada", "--yes")
    result = one("people", "add", "Ada Testerson")
    assert (result.exit_code, "--bring-back" in result.stderr) == (2, True)
    assert one("people", "add", "Ada Testerson", "--bring-back").exit_code == 0


def test_erasing_tells_what_stays_as_the_name_is_somebody_elses_too(
    one: Run, tmp_path: Path
) -> None:
    (tmp_path / "more.csv").write_text(
        "Name,Title,Organisation\nBea Stonefield,PA to Ada Testerson,Acme Ltd\n"
        "Ada Testerson,Clerk,Acme Ltd\n",
        "utf-8",
    )
    assert one("import", "more.csv").exit_code == 0
    told = one("erase", "ada@example.com", "--yes").stdout
    assert "somebody else's too:\n  what is known of Bea Stonefield: PA to Ada Testerson" in told


def test_erasing_tells_that_traces_are_left_in_the_log(
    one: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from coalition.workbook.backend.base import connect

    monkeypatch.setattr("coalition.workbook.space._PATIENCE", 1)
    reader = connect(str(tmp_path / "own.coalition"))
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM workbook_person").fetchall()
    assert "all programs have closed it" in one("erase", "ada", "--yes").stderr
    reader.close()

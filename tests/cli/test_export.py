import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.exchange.exports import FORMATS, small, written


@pytest.fixture
def filled(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workbook of Ada and Bea."""
    path = tmp_path / "own.coalition"
    monkeypatch.setenv("COALITION_WORKBOOK", str(path))
    (tmp_path / "small.json").write_bytes(written(small(), "json"))
    assert run("import", "small.json").exit_code == 0
    return path


@pytest.mark.parametrize("ending", FORMATS)
def test_everything_goes_out_and_into_another_workbook(
    run: Run, filled: Path, tmp_path: Path, ending: str
) -> None:
    notes = ("--notes",) if ending == "vcf" else ()
    out = run("export", f"all.{ending}", *notes)
    assert (out.exit_code, out.stdout) == (0, "")
    assert out.stderr == f"Wrote all.{ending}: 2 people, 9 facts.\n"
    assert (tmp_path / f"all.{ending}").stat().st_mode & 0o077 == 0
    back = run("--workbook", "other.coalition", "import", f"all.{ending}")
    assert back.exit_code == 0
    assert "2 people new, 0 known already; 9 facts new" in " ".join(back.stdout.split())
    shown = run("--workbook", "other.coalition", "people", "--count")
    assert shown.stdout == "2\n"


def test_the_same_export_again_says_that_all_is_known(run: Run, filled: Path) -> None:
    again = run("import", "small.json")
    assert again.exit_code == 0
    assert "0 people new, 2 known already; 0 facts new, 9 known" in " ".join(again.stdout.split())


def test_a_vcard_says_what_is_left_out(run: Run, filled: Path, tmp_path: Path) -> None:
    out = run("export", "all.vcf")
    assert "Left out: 1 note and 1 text of what was said. With --notes" in out.stderr
    assert "Knows the board" not in (tmp_path / "all.vcf").read_text("utf-8")
    back = run("--workbook", "other.coalition", "import", "all.vcf")
    assert "It was exported without notes" in back.stdout


def test_standard_output_takes_it_as_what_is_said(run: Run, filled: Path) -> None:
    out = run("export", "-", "--as", "json")
    assert json.loads(out.stdout)["format"] == "coalition-export"
    back = run("--workbook", "other.coalition", "import", "-", input=out.stdout_bytes)
    assert (back.exit_code, "2 people new" in back.stdout) == (0, True)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("all.xlsx",), "let its name end in .json, .csv or .vcf"),
        (("all",), "let its name end in .json, .csv or .vcf"),
        (("-",), "--as json, csv or vcf"),
        (("all.csv", "--as", "json"), "let them agree"),
        (("all.json", "--notes"), "--notes is for a vCard"),
        (("own.coalition", "--as", "json"), "is the workbook's own"),
        (("nowhere/all.json",), "there is no folder nowhere"),
        ((".", "--as", "json"), "is a folder"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(
    run: Run, filled: Path, arguments: tuple[str, ...], said: str
) -> None:
    before = filled.read_bytes()
    out = run("export", *arguments)
    assert (out.exit_code, out.stdout) == (2, "")
    assert said in " ".join(out.stderr.split())
    assert filled.read_bytes() == before


def test_without_a_workbook_there_is_nothing_to_export(run: Run, tmp_path: Path) -> None:
    out = run("--workbook", "none.coalition", "export", "all.json")
    assert out.exit_code == 2
    assert "no workbook" in out.stderr
    assert not (tmp_path / "all.json").exists()


def test_a_preview_of_an_import_changes_nothing(run: Run, filled: Path, tmp_path: Path) -> None:
    out = run("--workbook", "other.coalition", "import", "small.json", "--dry-run")
    assert "2 people would be new" in " ".join(out.stdout.split())
    assert not (tmp_path / "other.coalition").exists()


def test_what_came_of_it_is_there_as_json(run: Run, filled: Path) -> None:
    (came,) = json.loads(run("import", "small.json", "--json").stdout)
    assert (came["format"], came["people_known"], came["facts_new"]) == ("coalition-export", 2, 0)


def test_a_damaged_record_is_named_and_the_others_are_taken_in(
    run: Run, filled: Path, tmp_path: Path
) -> None:
    content = written(small(), "json").replace(b'"field": "title"', b'"field": "birthday"')
    (tmp_path / "bad.json").write_bytes(content)
    out = run("--workbook", "other.coalition", "import", "bad.json")
    assert out.exit_code == 1
    assert "bad.json, line 10: This is no record of an export: field is none of" in out.stderr
    assert "8 facts new" in " ".join(out.stdout.split())


def test_a_file_cut_off_is_refused_and_nothing_changes(
    run: Run, filled: Path, tmp_path: Path
) -> None:
    (tmp_path / "cut.json").write_bytes(written(small(), "json")[:-30])
    out = run("--workbook", "other.coalition", "import", "cut.json")
    assert (out.exit_code, "cut.json is not whole" in out.stderr) == (2, True)


def test_who_was_erased_comes_back_only_when_asked_for(run: Run, filled: Path) -> None:
    assert run("erase", "Bea Stonefield", "--yes").exit_code == 0
    out = run("import", "small.json")
    assert out.exit_code == 1
    assert "Bea Stonefield was erased once and is left out" in out.stdout
    assert run("people", "--count").stdout == "1\n"
    assert run("import", "small.json", "--bring-back").exit_code == 0
    assert run("people", "--count").stdout == "2\n"


def test_options_for_other_files_are_refused_for_an_export(run: Run, filled: Path) -> None:
    out = run("import", "small.json", "--me")
    assert (out.exit_code, "it says itself" in out.stderr) == (2, True)


def test_a_card_can_be_read_as_any_vcard_and_an_export_be_previewed(run: Run, filled: Path) -> None:
    run("export", "all.vcf")
    assert "Negotiation" in run("read", "all.vcf").stdout

"""``coalition cloud --by year`` and ``--frames``: clouds over time."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

TITLES = "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorsement Status\n"
ROWS = (
    ("2022/07/14", "Risk Management", "Ada", "Byrne"),
    ("2024/07/15", "Risk Management", "Bo", "Diallo"),
    ("2024/07/15", "Sales", "Bo", "Diallo"),
)


@pytest.fixture
def dated(tmp_path: Path) -> str:
    """Endorsements of two years."""
    path = tmp_path / "Endorsement_Received_Info.csv"
    rows = (
        f"{day} 15:15:15 UTC,{skill},{first},{last},ACCEPTED\n" for day, skill, first, last in ROWS
    )
    path.write_text(TITLES + "".join(rows), "utf-8")
    return str(path)


def test_a_page_steps_through_the_years(run: Run, dated: str, tmp_path: Path) -> None:
    result = run("cloud", dated, "--by", "year", "-o", "clouds.html", "--title", "My new boss")
    assert result.exit_code == 0
    assert result.stderr == "Wrote clouds.html: 3 years, 2022 to 2024.\n"
    assert '"names":["2022","2023","2024"]' in (tmp_path / "clouds.html").read_text("utf-8")


def test_frames_are_a_picture_a_year_in_a_folder_that_is_made(
    run: Run, dated: str, tmp_path: Path
) -> None:
    result = run("cloud", dated, "--by", "year", "--frames", "new/frames", "--title", "My new boss")
    assert result.exit_code == 0
    assert result.stderr == "Wrote new/frames: 3 years, 2022 to 2024 as .svg.\n"
    folder = tmp_path / "new" / "frames"
    assert sorted(path.name for path in folder.iterdir()) == ["2022.svg", "2023.svg", "2024.svg"]
    assert "My new boss, 2022</title>" in (folder / "2022.svg").read_text("utf-8")
    assert "Sales" not in (folder / "2023.svg").read_text("utf-8")


def test_frames_alone_are_by_year_and_replace_those_of_before(
    run: Run, dated: str, tmp_path: Path
) -> None:
    (tmp_path / "2022.svg").write_text("old")
    assert run("cloud", dated, "--frames", ".").exit_code == 0
    assert (tmp_path / "2022.svg").read_text("utf-8").startswith("<svg")


def test_with_a_width_frames_are_png_and_with_text_they_are_text(
    run: Run, dated: str, tmp_path: Path
) -> None:
    assert run("cloud", dated, "--frames", "a", "--width", "400").exit_code == 0
    assert (tmp_path / "a" / "2024.png").read_bytes().startswith(b"\x89PNG")
    assert run("cloud", dated, "--frames", "b", "--text").exit_code == 0
    assert "@font-face" in (tmp_path / "b" / "2024.svg").read_text("utf-8")


def test_a_page_and_frames_can_be_had_at_once_in_another_layout(
    run: Run, dated: str, tmp_path: Path
) -> None:
    wanted = ("--by", "year", "-o", "a.html", "--frames", "a", "--layout", "meaning")
    result = run("cloud", dated, *wanted)
    assert result.exit_code == 0
    assert len(result.stderr.splitlines()) == 2
    assert (tmp_path / "a.html").exists()
    assert (tmp_path / "a" / "2022.svg").exists()


def test_what_has_no_date_is_told(run: Run, dated: str, tmp_path: Path) -> None:
    (tmp_path / "tags.json").write_text('[["Sales", 3]]')
    result = run("cloud", dated, "tags.json", "--by", "year", "-o", "a.html")
    assert result.exit_code == 0
    assert "1 of the 4 pieces of evidence has no date" in result.stderr
    assert "counted in 2024 alone" in result.stderr


def test_without_any_date_it_is_said_so_in_one_sentence(run: Run, tags: Path) -> None:
    result = run("cloud", str(tags), "--by", "year", "-o", "a.html")
    assert result.exit_code == 2
    assert "There are no years to step through" in result.stderr
    assert not Path("a.html").exists()


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        (("--by", "year"), "-o NAME.html, or pictures in a folder, --frames DIR"),
        (("--by", "year", "-o", "a.svg"), "-o NAME.html, or pictures in a folder"),
        (("--by", "year", "-o", "-"), "-o NAME.html, or pictures in a folder"),
        (("--frames", "a", "-o", "a.png"), "-o NAME.html, or pictures in a folder"),
        (("--by", "year", "-o", "a.html", "--json"), "-o NAME.html, or pictures in a folder"),
        (("--by", "month", "-o", "a.html"), "'month' is not 'year'"),
        (("--by", "year", "-o", "a.html", "--width", "9"), "add --frames DIR"),
        (("--by", "year", "-o", "a.html", "--text"), "add --frames DIR"),
        (("--frames", "a", "--text", "--density", "2"), "--text is for SVG"),
        (("--frames", ""), "An empty name is no folder"),
        (("--frames", "Endorsement_Received_Info.csv"), "csv is a file: give the name of a folder"),
    ],
)
def test_what_does_not_go_together_is_refused(
    run: Run, dated: str, tmp_path: Path, wanted: tuple[str, ...], told: str
) -> None:
    result = run("cloud", dated, *wanted)
    assert result.exit_code == 2
    assert told in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["Endorsement_Received_Info.csv"]

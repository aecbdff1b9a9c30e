import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.cli.conftest import Run

RESUME = '{"basics": {"name": "%s"}, "skills": [{"name": "Law"}, {"name": "Coaching"}]}'


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """Two lists of tags with weights: boss.json and me.csv."""
    tmp_path.joinpath("boss.json").write_text(
        '[["Executive Coaching", 12], ["Law", 6], ["Ethics", 3]]'
    )
    tmp_path.joinpath("me.csv").write_text("Skill,Endorsements\nLaw,5\nSales,4\n")
    return tmp_path


OPENERS = """What to talk about
  Both of you are known for Law (6; 5 endorsements).
  boss could learn Sales from me (4 endorsements).
  me could learn Executive Coaching from boss (12).
  me could learn Ethics from boss (3).
"""


def test_it_draws_a_picture_and_prints_what_to_talk_about(run: Run, two: Path) -> None:
    result = run("compare", "boss.json", "me.csv", "-o", "common.svg")
    assert (result.exit_code, result.stdout) == (0, OPENERS)
    assert result.stderr == "Wrote common.svg: 1 in common, 2 only of boss, 1 only of me.\n"
    ElementTree.parse("common.svg")


def test_without_a_picture_it_prints_the_lists_too(run: Run, two: Path) -> None:
    result = run("compare", "boss.json", "me.csv")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == OPENERS + (
        "\nBoth (1)\n  Law: 6; 5 endorsements\n"
        "\nOnly boss (2)\n  Executive Coaching: 12\n  Ethics: 3\n"
        "\nOnly me (1)\n  Sales: 4 endorsements\n"
    )


def test_the_lists_are_short_and_say_how_much_more_there_is(run: Run, two: Path) -> None:
    result = run("compare", "boss.json", "me.csv", "--max-tags", "1")
    assert "Only boss (2)\n  Executive Coaching: 12\n  and 1 more\n" in result.stdout
    many = [[f"Skill {i}", i] for i in range(1, 31)]
    Path("many.json").write_text(json.dumps(many), "utf-8")
    assert "  and 20 more\n" in run("compare", "many.json", "me.csv").stdout


@pytest.mark.parametrize(
    ("name", "start"),
    [
        *(("a.png", b"\x89PNG"), ("a.pdf", b"%PDF-"), ("a.html", b"<!")),
        *(("a.json", b"{"), ("a.svg", b"<")),
    ],
)
def test_the_ending_says_what_is_written(run: Run, two: Path, name: str, start: bytes) -> None:
    assert run("compare", "boss.json", "me.csv", "-o", name).exit_code == 0
    assert Path(name).read_bytes().startswith(start)


def test_json_alone_is_printed(run: Run, two: Path) -> None:
    result = run("compare", "boss.json", "me.csv", "--json", "--by", "larger")
    told = json.loads(result.stdout)
    assert (told["by"], told["names"]) == ("larger", ["boss", "me"])
    assert {word["text"]: word["part"] for word in told["words"]} == {
        **{"Executive Coaching": "first", "Ethics": "first", "Law": "both", "Sales": "second"}
    }
    both = run("compare", "boss.json", "me.csv", "--json", "-o", "a.png")
    assert json.loads(both.stdout)["openers"] == told["openers"]


def test_on_standard_output_the_picture_stands_alone(run: Run, two: Path) -> None:
    result = run("compare", "boss.json", "me.csv", "-o", "-")
    assert (result.exit_code, result.stderr) == (0, "")
    ElementTree.fromstring(result.stdout)


def test_the_looks_reach_the_picture(run: Run, two: Path) -> None:
    plain = run("compare", "boss.json", "me.csv", "-o", "-").stdout
    for looks in (
        ["--size", "500x300"],
        ["--theme", "dark"],
        ["--transparent"],
        ["--by", "larger"],
        ["--max-tags", "1"],
        ["--names", "Ada", "Bo"],
        ["--title", "A title"],
        ["--text"],
        ["--no-wrap"],
    ):
        result = run("compare", "boss.json", "me.csv", "-o", "-", *looks)
        assert result.exit_code == 0
        assert result.stdout.startswith("<svg")
        assert result.stdout != plain


def test_names_are_for_the_picture_and_the_sentences(run: Run, two: Path) -> None:
    result = run("compare", "boss.json", "me.csv", "--names", "Ada", "Bo", "-o", "a.svg")
    assert "Bo could learn Executive Coaching from Ada (12)." in result.stdout
    assert "Ada" in Path("a.svg").read_text("utf-8")


def test_people_are_called_by_their_names_where_the_files_say_them(run: Run, two: Path) -> None:
    Path("cv.json").write_text(RESUME % "Ada Byrne", "utf-8")
    result = run("compare", "cv.json", "me.csv")
    assert "Only Ada Byrne (1)" in result.stdout
    assert "Only me (1)" in result.stdout


def test_one_person_in_both_files_is_told_apart_by_the_files(run: Run, two: Path) -> None:
    for name in ("march.json", "june.json"):
        Path(name).write_text(RESUME % "Ada Byrne", "utf-8")
    result = run("compare", "march.json", "june.json", "-o", "a.svg")
    assert result.exit_code == 0
    assert "Both are about Ada Byrne" in result.stderr
    assert "2 in common, 0 only of march, 0 only of june" in result.stderr


def test_a_file_compared_with_itself_is_all_common_ground(run: Run, two: Path) -> None:
    result = run("compare", "me.csv", "me.csv")
    assert "Both (2)" in result.stdout
    assert "Only the first (0)" in result.stdout


def test_files_of_one_name_are_called_by_what_tells_them_apart(run: Run, two: Path) -> None:
    Path("boss.csv").write_text("Skill,Votes\nLaw,5\n", "utf-8")
    assert "Only boss.csv (0)" in run("compare", "boss.csv", "boss.json").stdout
    Path("a").mkdir()
    Path("a/me.csv").write_text("Skill,Votes\nArt,5\n", "utf-8")
    assert "Only a/me.csv (1)" in run("compare", "me.csv", "a/me.csv").stdout


def test_nothing_to_talk_about_is_said(run: Run, two: Path) -> None:
    Path("a.json").write_text(RESUME % "Ada Byrne", "utf-8")
    Path("b.json").write_text('{"basics": {"name": "Bo"}, "skills": [{"name": "Art"}]}', "utf-8")
    result = run("compare", "a.json", "b.json")
    assert result.exit_code == 0
    assert "Nobody speaks for a skill of either, and none is in common." in result.stdout


def test_one_of_them_may_come_from_standard_input(run: Run, two: Path) -> None:
    result = run("compare", "-", "me.csv", input="Law\nArt\n")
    assert "Only standard input (1)" in result.stdout


@pytest.mark.parametrize("people", [[], ["boss.json"], ["boss.json", "me.csv", "boss.json"]])
def test_two_people_are_wanted(run: Run, two: Path, people: list[str]) -> None:
    result = run("compare", *people)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Give two people to compare" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["boss.json", "nobody.csv"], "nobody.csv"),
        (["-", "-"], "Standard input can be read only once"),
        (["boss.json", "zero.csv"], "There is nothing to compare in zero.csv: every weight is 0."),
        (["boss.json", "me.csv", "-o", "a.bmp"], ".svg, .png, .pdf, .html or .json"),
        (["boss.json", "me.csv", "-o", "-", "--json"], "-o - and --json"),
        (["boss.json", "me.csv", "--theme", "dark"], "--theme is for a picture: add -o NAME.svg."),
        (["boss.json", "me.csv", "-o", "a.svg", "--width", "9"], "--width and --density"),
        (["boss.json", "me.csv", "-o", "a.png", "--text"], "--text is for an SVG"),
        (["boss.json", "me.csv", "-o", "a.svg", "--size", "1x1"], "cannot be drawn on"),
        (["boss.json", "me.csv", "--by", "mean"], "mean"),
        (["boss.json", "me.csv", "-o", "a.svg", "--font", "nowhere.ttf"], "nowhere.ttf"),
    ],
)
def test_what_cannot_be_done_is_a_sentence_and_writes_nothing(
    run: Run, two: Path, arguments: list[str], sentence: str
) -> None:
    Path("zero.csv").write_text("Skill,Votes\nLaw,0\n", "utf-8")
    before = sorted(Path().iterdir())
    result = run("compare", *arguments, input="Law\n")
    assert (result.exit_code, result.stdout) == (2, "")
    assert sentence in result.stderr
    assert sorted(Path().iterdir()) == before


def test_what_was_not_used_is_told_and_the_rest_compared(run: Run, two: Path) -> None:
    Path("some.csv").write_text("Skill,Votes\nLaw,5\nArt,many\nWhistling,0\n", "utf-8")
    result = run("compare", "some.csv", "me.csv")
    assert result.exit_code == 1
    assert "some.csv, line 3" in result.stderr
    assert '"Whistling" is not compared: its weight is 0.' in result.stderr
    assert "Both (1)" in result.stdout


@pytest.mark.parametrize("names", [("", "Bo"), ("Bo", " "), ("Bo", "bo")])
def test_two_names_that_cannot_be_told_apart_are_refused(
    run: Run, two: Path, names: tuple[str, str]
) -> None:
    result = run("compare", "boss.json", "me.csv", "--names", *names)
    assert result.exit_code == 2
    assert "two names that differ" in result.stderr


TEAM = "Person,Skill,Votes\nAda Byrne,Law,6\nAda Byrne,Tax,3\nBo Diallo,Law,2\nBo Diallo,Chess,4\n"


def test_two_people_of_one_table(run: Run) -> None:
    Path("team.csv").write_text(TEAM, "utf-8")
    shown = run("compare", "team.csv", "--of", "Ada", "--of", "Bo")
    assert shown.exit_code == 0
    assert "Both (1)\n  Law: 6 and 2 votes" in shown.stdout
    assert "Only Ada Byrne (1)\n  Tax" in shown.stdout
    assert "Only Bo Diallo (1)\n  Chess" in shown.stdout
    drawn = run("compare", "team.csv", "--of", "Ada", "--of", "Bo", "-o", "two.svg")
    assert (drawn.exit_code, Path("two.svg").exists()) == (0, True)


def test_what_is_not_two_of_one_table_is_refused(run: Run) -> None:
    Path("team.csv").write_text(TEAM, "utf-8")
    for arguments, told in (
        (("team.csv", "--of", "Ada"), "--of is given twice"),
        (("team.csv", "team.csv", "--of", "Ada", "--of", "Bo"), "--of is given twice"),
        (("team.csv", "--of", "Ada", "--of", "Byrne"), "Both are Ada Byrne"),
        (("team.csv", "--of", "Ada", "--of", "Chi"), 'Nobody is called "Chi"'),
        (("team.csv",), "Give two people to compare"),
    ):
        result = run("compare", *arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        assert told in result.stderr

import csv
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

RAW = (
    "Mgmt of Change\n\nNLP\nWidget Polishing\nWidgets Polishing\n"
    "Gestión del cambio\n🎉🎉\n変革管理\n"
)


def test_each_name_is_given_its_skill_its_group_and_the_reason(run: Run) -> None:
    Path("names.txt").write_text(RAW, "utf-8")
    result = run("skills", "normalise", "names.txt")
    assert result.exit_code == 0
    rows = list(csv.reader(result.stdout.splitlines(), delimiter="\t"))
    assert rows[0] == ["name", "skill", "group", "reason", "line"]
    assert [row[4] for row in rows[1:]] == ["1", "3", "4", "5", "6", "7", "8"]
    assert [row[1] for row in rows[1:]] == [
        "Change Management",
        "NLP",
        "Widget Polishing",
        "Widget Polishing",
        "Change Management",
        "🎉🎉",
        "Change Management",
    ]
    assert rows[1][2] == "Leadership"
    assert rows[2][3].startswith("may stand for ")
    assert result.stderr == (
        "coalition: 7 names, 3 in the list of skills, 1 of several meanings, 3 not in it. "
        "Passed over: 1 empty line.\n"
    )


@pytest.mark.parametrize("name", ["out.csv", "out.tsv", "out.json"])
def test_the_table_is_written_as_its_ending_says(run: Run, name: str) -> None:
    Path("names.txt").write_text('OCM\nSay "Hi", Bo\n', "utf-8")
    result = run("skills", "normalize", "names.txt", "-o", name)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith(f"Wrote {name}: 2 names, 1 in the list of skills")
    text = Path(name).read_text("utf-8")
    if name.endswith("json"):
        rows = json.loads(text)
    else:
        delimiter = "," if name.endswith("csv") else "\t"
        rows = list(csv.DictReader(text.splitlines(), delimiter=delimiter))
    assert [row["name"] for row in rows] == ["OCM", 'Say "Hi", Bo']
    assert [row["skill"] for row in rows] == ["Change Management", 'Say "Hi", Bo']


def test_an_ending_that_says_nothing_is_refused(run: Run) -> None:
    Path("names.csv").write_text("tag\nOCM\n", "utf-8")
    for output in ("out.txt", "out", "names.csv"):
        assert run("skills", "normalise", "names.csv", "-o", output).exit_code == 2
    assert run("skills", "normalise", "names.csv", "-o", "a.csv", "--json").exit_code == 2
    assert [path.name for path in Path().iterdir()] == ["names.csv"]


def test_the_column_of_a_table_is_found_or_named(run: Run) -> None:
    Path("staff.csv").write_text("who;skill;team\nAda;OCM;A\nBo;;B\n", "utf-8")
    found = run("skills", "normalise", "staff.csv", "--json")
    assert [row["name"] for row in json.loads(found.stdout)] == ["OCM"]
    assert 'of the column "skill"' in found.stderr
    assert "1 empty line" in found.stderr
    for column in ("team", "TEAM", "3"):
        named = run("skills", "normalise", "staff.csv", "--column", column, "--json")
        assert [row["name"] for row in json.loads(named.stdout)] == ["A", "B"]
    wrong = run("skills", "normalise", "staff.csv", "--column", "age")
    assert wrong.exit_code == 2
    assert "who, skill, team" in wrong.stderr


def test_standard_input_and_other_encodings(run: Run) -> None:
    for encoding in ("utf-8-sig", "utf-16", "windows-1252"):
        shown = run("skills", "normalise", "-", "--json", input="Führung\nCafé\n".encode(encoding))
        assert [row["name"] for row in json.loads(shown.stdout)] == ["Führung", "Café"]


def test_what_cannot_be_used_is_kept_and_told(run: Run) -> None:
    text = "OCM\n\u202e\u200b\n" + "x" * 10_000 + "\nabc\u202edef\n"
    result = run("skills", "normalise", "-", input=text)
    assert result.exit_code == 1
    assert "2 that cannot be used" in result.stderr
    assert "\u202e" not in result.stdout
    shown = run("skills", "normalise", "-", "--json", input=text).stdout
    assert "\u202e" not in shown
    rows = json.loads(shown)
    assert [row["skill"] for row in rows] == ["Change Management", "", "", "abcdef"]
    assert rows[3]["name"] == "abc\u202edef"


def test_ones_own_list_and_one_for_once_apply(run: Run, own_skills: Path) -> None:
    own_skills.parent.mkdir()
    own_skills.write_text("Widgetry\n  also Project Phoenix; Gizmos\n", "utf-8")
    Path("ours.txt").write_text("Gadgetry\n  also Gizmos\n", "utf-8")
    shown = run(
        "skills",
        "normalise",
        "-",
        "--aliases",
        "ours.txt",
        "--json",
        input="project phoenix\nGizmos\n",
    )
    assert [row["skill"] for row in json.loads(shown.stdout)] == ["Widgetry", "Gadgetry"]


def test_no_names_make_an_empty_table(run: Run) -> None:
    Path("names.csv").write_text("skill\n", "utf-8")
    result = run("skills", "normalise", "names.csv", "--json")
    assert (result.exit_code, json.loads(result.stdout)) == (0, [])
    assert run("skills", "normalise", "-", input="").exit_code == 2


def test_the_line_tells_where_each_is_from(run: Run) -> None:
    Path("staff.csv").write_text("who,skill\nAda,OCM\nBo,\nChi,NLP\n", "utf-8")
    shown = run("skills", "normalise", "staff.csv", "--json")
    assert [(row["line"], row["name"]) for row in json.loads(shown.stdout)] == [
        (2, "OCM"),
        (4, "NLP"),
    ]


def test_in_a_pipe_nothing_is_quoted_and_no_cell_has_a_tab(run: Run) -> None:
    Path("t.csv").write_text('skill,who\n"Say\t""Hi""\nBo",Ada\nMgmt of Change,Bo\n', "utf-8")
    lines = run("skills", "normalise", "t.csv").stdout.splitlines()
    assert [line.count("\t") for line in lines] == [4, 4, 4]
    assert lines[1].split("\t")[0] == 'Say "Hi" Bo'
    assert lines[2].split("\t")[3].startswith('"mgmt" is short')


@pytest.mark.parametrize("name", ["out.csv", "out.tsv"])
def test_nothing_in_a_written_table_is_a_formula_or_turns_the_reading(run: Run, name: str) -> None:
    names = ["=1+1", "+1", "-cmd", "@SUM(A1)", "\u202e=2", "plain\u202e", "＝1"]
    Path("names.txt").write_text("\n".join(names), "utf-8")
    run("skills", "normalise", "names.txt", "-o", name)
    text = Path(name).read_text("utf-8")
    assert "\u202e" not in text
    rows = list(csv.DictReader(text.splitlines(), delimiter="," if name == "out.csv" else "\t"))
    assert [row["name"] for row in rows] == [
        "'=1+1",
        "'+1",
        "'-cmd",
        "'@SUM(A1)",
        "'=2",
        "plain",
        "'＝1",
    ]
    for row in rows:
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row.values())


def test_what_is_read_is_not_written_over(run: Run, own_skills: Path) -> None:
    own_skills.parent.mkdir()
    link = own_skills.with_suffix(".csv")
    own_skills.write_text("Widgetry\n  also Gizmos\n", "utf-8")
    link.symlink_to(own_skills)
    Path("names.csv").write_text("skill\nOCM\n", "utf-8")
    Path("ours.csv").write_text("Widgetry\n  also Gizmo\n", "utf-8")
    for output, told in (
        ("names.csv", "give the table another name"),
        ("ours.csv", "give the table another name"),
        (str(link), "your own list of skills"),
    ):
        result = run("skills", "normalise", "names.csv", "--aliases", "ours.csv", "-o", output)
        assert (result.exit_code, told in result.stderr) == (2, True)
    assert own_skills.read_text("utf-8").startswith("Widgetry")

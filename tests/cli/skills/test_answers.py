import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

LIST = """\
# mine
Executive Coaching
  also Exec Guide  # answered on 2026-11-28
  not  Executive Search; Exec Guidance   # as HR says
"""


@pytest.fixture
def answered(own_skills: Path) -> Path:
    own_skills.parent.mkdir()
    own_skills.write_text(LIST, "utf-8")
    return own_skills


def test_answers_are_listed_with_their_days(run: Run, answered: Path) -> None:
    assert run("skills", "answers").stdout == (
        f"{answered}\n"
        '1  "Exec Guide" is another name of "Executive Coaching": line 3, answered on 2026-11-28.\n'
        '2  "Executive Coaching" and "Executive Search" are two skills: line 4, as HR says.\n'
        '3  "Executive Coaching" and "Exec Guidance" are two skills: line 4, as HR says.\n'
    )
    document = json.loads(run("skills", "answers", "--json").stdout)
    assert document["file"] == str(answered)
    assert document["answers"][0] == {
        "number": 1,
        "word": "also",
        "skill": "Executive Coaching",
        "name": "Exec Guide",
        "line": 3,
        "on": "2026-11-28",
        "remark": "",
    }
    assert document["answers"][1]["on"] is None


def test_no_answers_say_how_to_give_some(run: Run, own_skills: Path) -> None:
    result = run("skills", "answers")
    assert (result.exit_code, "skills review SOURCE" in result.stdout) == (0, True)
    assert not own_skills.parent.exists()


def test_an_answer_is_taken_back_and_all_else_stays(run: Run, answered: Path) -> None:
    result = run("skills", "forget", "exec guide")
    assert result.exit_code == 0
    assert '"Exec Guide" is another name of "Executive Coaching"' in result.stdout
    assert f"{answered}, line 3" in result.stdout
    assert answered.read_text("utf-8") == LIST.replace(
        "  also Exec Guide  # answered on 2026-11-28\n", ""
    )


@pytest.mark.parametrize(
    "asked",
    [
        ("Executive Search",),
        ("Executive Coaching", "Executive Search"),
        ("executive search", "EXECUTIVE COACHING"),
        ("--number", "2"),
    ],
)
def test_one_of_several_names_of_a_line_is_taken_back(
    run: Run, answered: Path, asked: tuple[str, ...]
) -> None:
    document = json.loads(run("skills", "forget", *asked, "--json").stdout)
    assert document["forgotten"]["name"] == "Executive Search"
    assert "  not  Exec Guidance   # as HR says\n" in answered.read_text("utf-8")


def test_what_was_never_answered_is_refused(run: Run, answered: Path, own_skills: Path) -> None:
    for asked in (("Law",), ("Law", "Order"), ("--number", "9")):
        result = run("skills", "forget", *asked)
        assert (result.exit_code, "There is no answer" in result.stderr) == (2, True)
    assert run("skills", "forget").exit_code == 2
    assert answered.read_text("utf-8") == LIST
    assert [path.name for path in own_skills.parent.iterdir()] == ["skills.txt"]


def test_of_several_answers_the_other_name_is_asked_for(run: Run, answered: Path) -> None:
    result = run("skills", "forget", "Executive Coaching")
    assert result.exit_code == 2
    assert "3 answers" in result.stderr
    assert '2: "Executive Coaching" and "Executive Search" are two skills' in result.stderr
    assert answered.read_text("utf-8") == LIST


def test_a_list_without_answers_says_how_many_skills_it_names(run: Run, own_skills: Path) -> None:
    own_skills.parent.mkdir()
    own_skills.write_text("[Ours]\nWidgetry\nGadgetry\n", "utf-8")
    assert "It names 2 skills, and says nothing of two names yet" in run("skills", "answers").stdout


def test_a_name_and_a_number_are_one_too_many(run: Run, answered: Path) -> None:
    result = run("skills", "forget", "exec guide", "--number", "1")
    assert result.exit_code == 2
    assert "Give a name or --number, one of the two." in result.stderr

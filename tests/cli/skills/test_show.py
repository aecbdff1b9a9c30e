import json
from pathlib import Path

from tests.cli.conftest import Run

OURS = """\
[Our way]
Change Management
  also Project Phoenix   # as the PMO says
  not  Widget Polishing
"""


def test_a_name_is_shown_with_its_skill_and_why(run: Run) -> None:
    shown = run("skills", "show", "Mgmt of Change").stdout
    assert shown.startswith('Change Management\n"Mgmt of Change" is this skill: "mgmt" is short')
    assert "\nGroup     Leadership\n" in shown
    assert "\nGerman    " in shown
    assert "\nPart of   Management\n" in shown
    found = json.loads(run("skills", "show", "Mgmt of Change", "--json").stdout)
    assert found["skill"] == "Change Management"
    assert found["names"]["fr"][0]["source"] == "Coalition's list"


def test_what_is_of_another_list_says_so(run: Run, own_skills: Path) -> None:
    own_skills.parent.mkdir()
    own_skills.write_text(OURS, "utf-8")
    shown = run("skills", "show", "project phoenix").stdout
    assert f"Project Phoenix [{own_skills}, line 3 (as the PMO says)]" in shown
    assert f"Group     Our way [{own_skills}, line 2]" in shown
    Path("theirs.txt").write_text("Widgetry\n  also Project Phoenix\n", "utf-8")
    shown = run("skills", "show", "project phoenix", "--aliases", "theirs.txt").stdout
    assert shown.startswith("Widgetry\n")


def test_two_names_are_one_skill_or_two_and_why(run: Run, own_skills: Path) -> None:
    own_skills.parent.mkdir()
    own_skills.write_text(OURS, "utf-8")
    shown = run("skills", "show", "Change Management", "Project Phoenix").stdout
    assert shown.startswith("One skill: ")
    assert f"{own_skills}, line 3" in shown
    shown = run("skills", "show", "Widget Polishing", "Change Management").stdout
    assert shown.startswith("Two skills: ")
    assert f"{own_skills}, line 4" in shown
    told = json.loads(run("skills", "show", "Java", "JavaScript", "--json").stdout)
    assert told["same"] is False


def test_what_is_not_known_shows_the_nearest(run: Run) -> None:
    result = run("skills", "show", "Change Managing Art \u202e")
    assert result.exit_code == 0
    assert "is not known" in result.stdout
    assert "Change Management" in result.stdout
    assert "\u202e" not in result.stdout


def test_a_name_of_several_skills_shows_them(run: Run) -> None:
    shown = run("skills", "show", "NLP").stdout
    assert "Natural Language Processing" in shown
    assert "Neuro-Linguistic Programming" in shown
    Path("ours.txt").write_text("PMX\n  either Widgetry; Gadgetry\n", "utf-8")
    shown = run("skills", "show", "PMX", "--aliases", "ours.txt").stdout
    assert 'may stand for "Widgetry" or "Gadgetry", as ours.txt, line 1 says.' in shown


def test_a_name_of_several_skills_is_neither_one_nor_two(run: Run) -> None:
    shown = run("skills", "show", "NLP", "Natural Language Processing")
    assert (shown.exit_code, shown.stdout[:33]) == (0, 'Undecided: "NLP" alone does not t')
    told = run("skills", "show", "NLP", "Natural Language Processing", "--json").stdout
    assert json.loads(told)["undecided"] is True
    assert json.loads(run("skills", "show", "Java", "Law", "--json").stdout)["undecided"] is False


def test_every_sentence_of_the_reason_begins_large(run: Run) -> None:
    shown = run("skills", "show", "Leadership Skills", "Leadership").stdout
    assert shown.startswith(
        'One skill: "Leadership Skills" is "Leadership". What stands at its end'
    )


def test_nothing_is_no_name(run: Run) -> None:
    for names in (("",), (" ",), ("Law", ""), ("\u200b", "Law")):
        result = run("skills", "show", *names)
        assert (result.exit_code, result.stdout) == (2, "")
        assert "is no name" in result.stderr

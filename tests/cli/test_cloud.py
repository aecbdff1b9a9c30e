import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.cli.conftest import Run


def test_it_draws_an_svg_and_confirms_on_standard_error(run: Run, tags: Path) -> None:
    result = run("cloud", "tags.json", "-o", "boss.svg", "--title", "My new boss")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "Wrote boss.svg: 3 tags, the heaviest Facilitation (12).\n"
    assert "My new boss" in Path("boss.svg").read_text("utf-8")
    ElementTree.parse("boss.svg")


@pytest.mark.parametrize(
    ("name", "start"),
    [
        *(("a.png", b"\x89PNG"), ("a.pdf", b"%PDF-"), ("a.html", b"<!")),
        *(("a.json", b"{"), ("a.SVG", b"<")),
    ],
)
def test_the_ending_says_what_is_written(run: Run, tags: Path, name: str, start: bytes) -> None:
    assert run("cloud", "tags.json", "-o", name).exit_code == 0
    assert Path(name).read_bytes().lstrip().startswith(start)


def test_an_ending_that_says_nothing_is_refused_before_any_work(run: Run, tags: Path) -> None:
    for name in ("boss.bmp", "boss", ""):
        result = run("cloud", "tags.json", "-o", name)
        assert result.exit_code == 2
        assert ".svg, .png, .pdf, .html or .json" in result.stderr
    assert [path.name for path in Path().iterdir()] == ["tags.json"]


def test_a_folder_is_no_output(run: Run, tags: Path) -> None:
    Path("out.svg").mkdir()
    result = run("cloud", "tags.json", "-o", "out.svg")
    assert (result.exit_code, "out.svg is a folder" in result.stderr) == (2, True)


def test_an_empty_name_is_no_source(run: Run, tags: Path) -> None:
    assert run("cloud", "").exit_code == 2
    assert run("cloud", "", "tags.json").exit_code == 1


def test_width_and_density_size_the_png(run: Run, tags: Path) -> None:
    run("cloud", "tags.json", "-o", "a.png", "--width", "400", "--density", "2")
    assert int.from_bytes(Path("a.png").read_bytes()[16:20], "big") == 800


def test_width_without_a_png_is_refused(run: Run, tags: Path) -> None:
    assert run("cloud", "tags.json", "-o", "a.svg", "--width", "400").exit_code == 2
    assert run("cloud", "tags.json", "--density", "2").exit_code == 2


def test_an_svg_can_be_drawn_as_text(run: Run, tags: Path) -> None:
    for output in (["-o", "a.svg"], ["-o", "-"]):
        result = run("cloud", "tags.json", *output, "--text")
        assert result.exit_code == 0
        svg = result.stdout or Path("a.svg").read_text("utf-8")
        assert (">Facilitation</text>" in svg, "<path" in svg) == (True, False)


def test_text_without_an_svg_is_refused(run: Run, tags: Path) -> None:
    for output in (["-o", "a.png"], ["-o", "a.html"], []):
        result = run("cloud", "tags.json", *output, "--text")
        assert (result.exit_code, "--text is for an SVG" in result.stderr) == (2, True)


def test_without_the_extra_a_pdf_says_what_to_install(
    run: Run, tags: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    result = run("cloud", "tags.json", "-o", "a.pdf")
    assert result.exit_code == 2
    assert result.stderr == (
        "coalition: Drawing a PDF needs the package typst: "
        'pip install "coalition[pdf]", or write an SVG.\n'
    )
    assert not Path("a.pdf").exists()


def test_the_looks_reach_the_picture(run: Run, tags: Path) -> None:
    plain = run("cloud", "tags.json", "-o", "-").stdout
    for looks in (
        ["--size", "500x300"],
        ["--scale", "log"],
        ["--theme", "dark"],
        ["--colour", "single"],
        ["--color", "#1a6e8c"],
        ["--max-tags", "2"],
        ["--title", "A title"],
    ):
        result = run("cloud", "tags.json", "-o", "-", *looks)
        assert result.exit_code == 0
        assert result.stdout.startswith("<svg")
        assert result.stdout != plain


@pytest.mark.parametrize(
    "wrong",
    [
        ["--size", "800"],
        ["--size", "axb"],
        ["--size", "1x1"],
        ["--scale", "cube"],
        ["--colour", "nonsense"],
        ["--theme", "pink"],
        ["--max-tags", "0"],
        ["--font", "nowhere.ttf"],
        ["--format", "nonsense"],
        ["--density", "nan"],
        ["--nonsense"],
    ],
)
def test_a_wrong_option_is_a_sentence_and_writes_nothing(
    run: Run, tags: Path, wrong: list[str]
) -> None:
    result = run("cloud", "tags.json", "-o", "a.png", *wrong)
    assert result.exit_code == 2
    assert result.stderr.strip()
    assert "should not have happened" not in result.stderr
    assert not Path("a.png").exists()


def test_json_has_the_place_of_every_tag(run: Run, tags: Path) -> None:
    result = run("cloud", "tags.json", "--json", "--size", "640x480")
    cloud = json.loads(result.stdout)
    assert cloud["canvas"] == [640, 480]
    assert [word["text"] for word in cloud["words"]] == ["Facilitation", "Coaching", "Law"]
    assert cloud["dropped"] == []


def test_two_things_are_never_mixed_on_standard_output(run: Run, tags: Path) -> None:
    for both in (["--json", "--why", "law"], ["-o", "-", "--json"], ["-o", "-", "--why", "law"]):
        result = run("cloud", "tags.json", *both)
        assert (result.exit_code, result.stdout) == (2, "")


def test_a_picture_and_json_or_why_go_together(run: Run, tags: Path) -> None:
    for more in (["--json"], ["--why", "law"]):
        result = run("cloud", "tags.json", "-o", "a.svg", *more)
        assert result.exit_code == 0
        assert result.stdout
        assert Path("a.svg").exists()
        Path("a.svg").unlink()


def test_a_pipe_gets_the_plain_ranked_list(run: Run, tags: Path) -> None:
    result = run("cloud", "tags.json", "--max-tags", "2")
    assert (result.exit_code, result.stdout) == (0, "Facilitation\t12\nCoaching\t5\n")


def test_the_ranked_list_can_be_read_back(run: Run, tags: Path) -> None:
    listed = run("cloud", "tags.json").stdout
    assert run("cloud", "-", input=listed).stdout == listed


def test_standard_input_may_be_a_zip(run: Run, endorsements: Path) -> None:
    import zipfile

    with zipfile.ZipFile("archive.zip", "w") as archive:
        archive.write(endorsements, "Endorsement_Received_Info.csv")
    result = run("cloud", "-", input=Path("archive.zip").read_bytes())
    assert (result.exit_code, result.stdout) == (0, "Risk Management\t2\n")


def test_several_sources_add_up(run: Run, tags: Path) -> None:
    Path("more.json").write_text('[["coaching", 4]]', "utf-8")
    assert "Coaching\t9\n" in run("cloud", "tags.json", "more.json").stdout


def test_the_same_source_twice_counts_once_and_says_so(run: Run, tags: Path) -> None:
    result = run("cloud", "tags.json", "tags.json")
    assert (result.exit_code, "Coaching\t5\n" in result.stdout) == (0, True)
    assert "counted once" in result.stderr


def test_a_source_that_fails_is_named_and_the_others_are_used(run: Run, tags: Path) -> None:
    result = run("cloud", "missing.csv", "tags.json", "-o", "a.svg")
    assert result.exit_code == 1
    assert "coalition: missing.csv" in result.stderr
    assert Path("a.svg").exists()


def test_when_all_sources_fail_nothing_is_written(run: Run) -> None:
    result = run("cloud", "missing.csv", "absent.csv", "-o", "a.svg")
    assert result.exit_code == 2
    assert "missing.csv" in result.stderr
    assert "absent.csv" in result.stderr
    assert not Path("a.svg").exists()


def test_without_a_source_an_example_is_shown(run: Run) -> None:
    result = run("cloud", input="Coaching")
    assert result.exit_code == 2
    assert "Usage: coalition cloud" in result.stderr
    assert "-o boss.svg" in result.stderr


def test_standard_input_is_read_once(run: Run) -> None:
    assert "only once" in run("cloud", "-", "-", input="Coaching\nLaw\n").stderr


def test_bad_rows_are_named_and_the_good_ones_drawn(run: Run) -> None:
    rows = "".join(f"Bad {n},-{n}\n" for n in range(1, 31))
    Path("table.csv").write_text(f"skill,weight\nCoaching,4\n{rows}", "utf-8")
    result = run("cloud", "table.csv")
    assert (result.exit_code, result.stdout) == (1, "Coaching\t4\n")
    assert "table.csv, line 3: " in result.stderr
    assert "and 10 more" in result.stderr


def test_a_weight_of_zero_is_named(run: Run) -> None:
    Path("tags.json").write_text('[["Coaching", 4], ["Law", 0]]', "utf-8")
    result = run("cloud", "tags.json", "--json")
    assert result.exit_code == 1
    assert '"Law" is not in the cloud: its weight is 0.' in result.stderr
    assert json.loads(result.stdout)["dropped"] == [{"text": "Law", "why": "its weight is 0"}]


def test_an_input_without_a_weight_says_so(run: Run) -> None:
    Path("tags.json").write_text('[["Law", 0]]', "utf-8")
    for more in ([], ["-o", "a.svg"], ["--json"], ["--why", "Law"]):
        result = run("cloud", "tags.json", *more)
        assert (result.exit_code, result.stdout) == (2, "")
        assert "nothing to draw in tags.json: every weight is 0" in result.stderr
    assert not Path("a.svg").exists()


def test_an_org_chart_is_no_cloud_and_its_people_can_be_kept(run: Run) -> None:
    Path("chart.csv").write_text("Name,Manager\nAda,Bo\nBo,\n", "utf-8")
    result = run("cloud", "chart.csv")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "it tells of people and names no skill" in result.stderr
    assert "`coalition import` keeps its people" in result.stderr


def test_a_tag_no_font_covers_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    # Some systems have fonts with signs of their own at these places.
    monkeypatch.setattr("coalition.drawing.fonts.system_fonts", lambda: ())
    Path("tags.json").write_text('[["Coaching", 4], ["\\ue000\\ue001", 2]]', "utf-8")
    result = run("cloud", "tags.json", "-o", "a.svg")
    assert result.exit_code == 1
    assert "not drawn" in result.stderr.casefold()


def test_why_prints_the_evidence_behind_a_tag(run: Run, endorsements: Path) -> None:
    result = run("cloud", str(endorsements), "--why", "gestion du risque")
    assert result.exit_code == 0
    assert result.stdout.startswith("Risk Management weighs 2: 2 endorsers.\n")
    assert "Bo Diallo endorsed" in result.stdout
    assert "line 3" in result.stdout


def test_why_of_an_unknown_tag_is_refused_and_writes_nothing(run: Run, tags: Path) -> None:
    result = run("cloud", "tags.json", "--why", "Coachin", "-o", "a.svg")
    assert result.exit_code == 2
    assert '"Coaching"' in result.stderr
    assert not Path("a.svg").exists()


def test_nothing_from_the_input_steers_the_terminal(run: Run) -> None:
    hostile = '[["Sales\\u001b[31m\\u0007\\u202eLaw", 3], ["x\\u009b2J", 0]]'
    Path("tags.json").write_text(hostile, "utf-8")
    for more in ([], ["--why", "nothing"], ["-o", "a.svg"]):
        result = run("cloud", "tags.json", *more)
        shown = result.stdout + result.stderr
        assert not any(character in shown for character in "\x1b\x07\x9b\u202e")


def test_the_output_is_the_same_every_time(run: Run, tags: Path) -> None:
    first = run("cloud", "tags.json", "-o", "-").stdout
    assert run("cloud", "tags.json", "-o", "-").stdout == first


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "coalition", *arguments]


def test_a_device_can_be_written_to(tags: Path) -> None:
    written = subprocess.run(
        command("cloud", str(tags), "-o", "/dev/stdout"), capture_output=True, check=True
    )
    assert written.stdout.startswith(b"<svg")


def test_a_reader_that_stops_early_is_no_fault(tags: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    process = subprocess.run(
        command("cloud", str(tags)), stdout=writing, stderr=subprocess.PIPE, check=False
    )
    os.close(writing)
    assert process.stderr == b""


def test_an_encoding_without_the_letters_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "tags.json"
    path.write_text('[["コーチング", 4]]', "utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    shown = subprocess.run(
        command("cloud", str(path)), env=environment, capture_output=True, check=True
    )
    assert shown.stdout.split() == [b"?????", b"4"]


def test_stopping_it_leaves_no_half_written_file(tmp_path: Path) -> None:
    process = subprocess.Popen(
        command("cloud", "-", "-o", "a.svg"),
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    assert process.stdin is not None
    process.stdin.write(b"Coaching\n")
    process.stdin.flush()
    wait_until_reading(process.pid)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=20)
    assert (process.returncode, told) == (130, b"")
    assert not list(tmp_path.iterdir())


def wait_until_reading(pid: int) -> None:
    """Wait until the process sleeps in a read of a pipe, or two seconds where none can tell."""
    waiting = Path(f"/proc/{pid}/wchan")
    for _ in range(100):
        time.sleep(0.02)
        with suppress(OSError):
            if "pipe" in waiting.read_text("ascii"):
                return


def test_tags_too_small_to_read_are_counted_with_what_helps(run: Run, tags: Path) -> None:
    tags.write_text('[["Strategic Transformation", 300], ["Law", 1], ["Art", 1]]', "utf-8")
    result = run("cloud", "tags.json", "-o", "a.svg")
    assert "2 of them are under 6 pixels and hard to read" in result.stderr
    assert result.exit_code == 0
    assert "hard to read" not in run("cloud", "tags.json", "-o", "b.svg", "--scale", "log").stderr
    assert "hard to read" not in run("cloud", "tags.json", "-o", "b.png", "--width", "9000").stderr


def test_a_colour_that_cannot_be_read_is_remarked_but_used(run: Run, tags: Path) -> None:
    result = run("cloud", "tags.json", "-o", "a.svg", "--colour", "yellow")
    assert "hard to read on a light background" in result.stderr
    assert result.exit_code == 0
    assert 'fill="#ffff00"' in Path("a.svg").read_text("utf-8")


def test_tags_are_drawn_in_their_own_colours_if_asked_for(run: Run) -> None:
    Path("team.csv").write_text("tag,weight,colour\nLaw,4,#1A6E8C\nArt,2,\nTax,1,white\n", "utf-8")
    result = run("cloud", "team.csv", "-o", "a.svg", "--colour", "own")
    assert result.exit_code == 0
    svg = Path("a.svg").read_text("utf-8")
    assert 'fill="#1a6e8c"><title>Law' in svg
    assert 'The colour #ffffff of "Tax" is hard to read' in result.stderr
    assert "#1a6e8c" not in run("cloud", "team.csv", "-o", "-").stdout


def test_a_cloud_in_json_keeps_its_colours_if_asked_for(run: Run, tags: Path) -> None:
    run("cloud", "tags.json", "-o", "first.json", "--colour", "teal")
    result = run("cloud", "first.json", "-o", "-", "--colour", "own")
    assert result.stdout.count('fill="#008080"') == 3


def test_what_is_no_colour_is_refused_with_its_line(run: Run) -> None:
    Path("team.csv").write_text("tag,colour\nLaw,teal\nArt,dark oak\n", "utf-8")
    result = run("cloud", "team.csv", "-o", "a.svg", "--colour", "own")
    assert result.exit_code == 2
    assert result.stderr.startswith(
        'coalition: team.csv, line 3: "dark oak" is not a colour: write'
    )
    assert not Path("a.svg").exists()
    assert run("cloud", "team.csv", "-o", "a.svg").exit_code == 0


def test_colour_by_group_without_groups_says_so(run: Run) -> None:
    Path("odd.json").write_text('[["Dengeln", 3], ["Zwirnen", 1]]')
    result = run("cloud", "odd.json", "-o", "a.svg", "--colour", "group")
    assert "No groups were given and none was found" in result.stderr


@pytest.mark.parametrize(
    "option",
    [["--size", "400x300"], ["--theme", "dark"], ["--color", "group"], ["--transparent"]],
)
def test_looks_without_a_picture_are_refused(run: Run, tags: Path, option: list[str]) -> None:
    result = run("cloud", "tags.json", *option)
    assert result.exit_code == 2
    assert "is for a picture" in result.stderr

import subprocess
import sys
import tomllib
from pathlib import Path

import click
import pytest

import coalition
from coalition.cli import main
from tests.cli.conftest import Run

COMMANDS = ("cloud", "compare", "read", "formats")
SKILLS = ("review", "answers", "forget", "show", "normalise")


def test_help_names_every_command(run: Run) -> None:
    shown = run("--help").stdout
    assert all(f"\n  {name} " in shown for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_each_commands_help_says_what_it_does_with_an_example(run: Run, name: str) -> None:
    shown = run(name, "--help").stdout
    assert "Example" in shown
    assert f"coalition {name}" in shown.split("Example")[1]


@pytest.mark.parametrize("name", SKILLS)
def test_the_help_of_skills_does_so_too(run: Run, name: str) -> None:
    assert f"\n  {name} " in run("skills", "--help").stdout
    shown = run("skills", name, "--help").stdout
    assert f"coalition skills {name}" in shown.split("Examples:")[1]
    assert "--json" in shown


def test_the_first_sentence_of_each_is_told_whole(run: Run) -> None:
    assert "..." not in run("skills", "--help").stdout.split("Commands:")[1]


def test_another_spelling_of_a_command_is_the_same(run: Run) -> None:
    british, american = (
        run("skills", name, "--help").stdout for name in ("normalise", "normalize")
    )
    assert american.replace("normalize", "normalise") == british
    assert "normalize" not in run("skills", "--help").stdout


@pytest.mark.parametrize("name", [*COMMANDS, *SKILLS])
def test_every_option_is_explained(name: str) -> None:
    group = command_of(main, "skills") if name in SKILLS else main
    assert isinstance(group, click.Group)
    command = command_of(group, name)
    options = [param for param in command.params if isinstance(param, click.Option)]
    assert options
    assert all(option.help for option in options)


def command_of(group: click.Group, name: str) -> click.Command:
    command = group.get_command(click.Context(group), name)
    assert command is not None
    return command


def test_the_version_is_the_packages(run: Run) -> None:
    declared = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))
    assert coalition.__version__ == declared["project"]["version"]
    assert run("--version").stdout == f"coalition, version {coalition.__version__}\n"


def test_an_unknown_command_is_refused(run: Run) -> None:
    assert run("nonsense").exit_code == 2


def test_a_fault_of_ours_is_a_sentence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("oh\x1b")

    monkeypatch.setattr("coalition.cli.read.read_source", fail)
    result = run("read", "file")
    assert result.exit_code == 2
    assert "ZeroDivisionError: oh )" in result.stderr
    assert "Traceback" not in result.output


def test_stopping_it_is_quiet(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("coalition.cli.read.read_source", stop)
    result = run("read", "file")
    assert (result.exit_code, result.output) == (130, "")


def loaded(statement: str) -> set[str]:
    """The modules that are loaded after a statement in a fresh interpreter."""
    code = f"{statement}\nimport sys\nprint('\\n'.join(sys.modules))"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(shown.stdout.split())


def test_importing_the_library_loads_nothing_heavy() -> None:
    heavy = {"click", "uharfbuzz", "selectolax", "zipfile", "json", "csv", "html", "pypdf"}
    assert not heavy & loaded("import coalition")


def test_importing_the_command_line_loads_no_command() -> None:
    modules = loaded("import coalition.cli")
    assert {name for name in modules if name.startswith("coalition.")} == {
        "coalition.cli",
        "coalition.cli.opened",
        "coalition.errors",
    }


def test_a_list_loads_neither_fonts_nor_other_formats(tmp_path: Path) -> None:
    path = tmp_path / "tags.json"
    path.write_text('[["Coaching", 4]]', "utf-8")
    modules = loaded(
        f"from coalition.cli import main\nmain(['cloud', {str(path)!r}], standalone_mode=False)"
    )
    assert not {"uharfbuzz", "resvg_py", "pypdf", "selectolax"} & modules


def test_what_needs_no_list_of_ones_own_does_not_look_for_one() -> None:
    modules = loaded("from coalition.cli import main\nmain(['formats'], standalone_mode=False)")
    assert not {"platformdirs", "coalition.settings", "coalition.tags.naming.alias_list"} & modules


def test_a_cloud_loads_nothing_of_questions_and_answers(tmp_path: Path) -> None:
    path = tmp_path / "tags.json"
    path.write_text('[["Coaching", 4]]', "utf-8")
    modules = loaded(
        f"from coalition.cli import main\nmain(['cloud', {str(path)!r}], standalone_mode=False)"
    )
    rare = {
        "tags.suggestions",
        "tags.review",
        "tags.naming.own_list",
        "tags.described",
        "tags.naming.alias_list",
        "tags.naming.layered",
    }
    assert not {f"coalition.{name}" for name in rare} & modules


def test_a_plain_cloud_loads_nothing_of_what_is_rarely_asked_for() -> None:
    modules = loaded("import coalition\ncoalition.tag_cloud([('Law', 2), ('Tax', 1)]).svg()")
    rare = {"keep", "larger", "meaning", "previous", "relations", "turn", "wrap"}
    assert not {f"coalition.cloud.{name}" for name in rare} & modules
    assert "coalition.drawing.stacking" not in modules


def test_the_public_names_are_there() -> None:
    assert set(coalition.__all__) <= set(dir(coalition))
    for name in coalition.__all__:
        assert getattr(coalition, name)
    with pytest.raises(AttributeError):
        coalition.nonsense  # noqa: B018

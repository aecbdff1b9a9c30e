from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from coalition.cli import main

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, no_system_fonts: None) -> Run:
    """Runs a command in an empty folder; a fault that is no exit is raised."""
    monkeypatch.chdir(tmp_path)

    def invoke(*arguments: str, input: str | bytes | None = None) -> Result:
        return CliRunner().invoke(main, arguments, input=input, prog_name="coalition")

    return invoke


@pytest.fixture
def tags(tmp_path: Path) -> Path:
    """A list of tags with weights."""
    path = tmp_path / "tags.json"
    path.write_text('[["Facilitation", 12], ["Coaching", 5], ["Law", 1]]', "utf-8")
    return path


@pytest.fixture
def names(tmp_path: Path) -> Path:
    """Tags with weights, some of which may be one skill."""
    path = tmp_path / "names.csv"
    path.write_text(
        "tag,weight\nWidget Polishing,9\nWidgets Polish Art,6\n"
        "Gadget Repair,5\nGadgets Repairs X,2\nLaw,1\n",
        "utf-8",
    )
    return path


@pytest.fixture
def endorsements(tmp_path: Path) -> Path:
    """A file of a LinkedIn archive, with a rejected row and one that cannot be used."""
    path = tmp_path / "Endorsement_Received_Info.csv"
    path.write_text(
        "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,"
        "Endorser Public Url,Endorsement Status\n"
        "2025/07/14 15:15:15 UTC,Risk Management,Ada,Byrne,www.linkedin.com/in/a-byrne,ACCEPTED\n"
        "2025/07/15 15:15:15 UTC,Gestion du risque (Risk Management),Bo,Diallo,"
        "www.linkedin.com/in/b-diallo,ACCEPTED\n"
        "2025/07/16 15:15:15 UTC,Sales,Chi,Eze,www.linkedin.com/in/c-eze,REJECTED\n",
        "utf-8",
    )
    return path

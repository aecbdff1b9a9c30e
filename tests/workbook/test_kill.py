import os

import kill
import pytest

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be forked here")


@pytest.mark.parametrize(
    "name", ["import", "undo", "merge", "erase", "backup", "restore", "migration", "protect"]
)
def test_a_command_killed_at_random_instants_leaves_a_whole_workbook(name: str) -> None:
    (trials,) = kill.main(times=2, seed=5, on="sqlite", names=[name])
    assert trials.faults == []
    assert trials.outcomes["killed"] + trials.outcomes["over before"] == 2


@pytest.mark.parametrize("name", ["import", "review answers", "migration", "restore"])
def test_the_same_on_postgresql(name: str, postgresql: str) -> None:
    (trials,) = kill.main(times=2, seed=6, on="postgres", names=[name], server=postgresql)
    assert trials.faults == []

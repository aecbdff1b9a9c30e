import os
import shutil
import sys
from pathlib import Path

import power_cut
import pytest

from coalition.settings import PASSPHRASE_FILE


@pytest.mark.skipif(sys.platform != "linux", reason="writes are recorded on Linux only")
def test_when_the_power_is_cut_nothing_acknowledged_is_lost_and_no_file_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if shutil.which("gcc") is None:
        assert not os.environ.get("CI")
        pytest.skip("there is no gcc to compile the recorder with")
    monkeypatch.setenv(PASSPHRASE_FILE, "")
    events = power_cut.recorded(tmp_path)
    outcomes, faults = power_cut.tried(events, images=60, seed=3)
    assert faults == []
    assert outcomes.total() == 60
    assert outcomes["as acknowledged"] > 0

"""Bad luck with the file or the disk: one sentence, and nothing lost."""

import os
import resource
import shutil
import signal
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
import trial_workbook

from coalition.errors import CoalitionError, WorkbookError
from coalition.workbook import changes
from coalition.workbook.models import Note, Source
from coalition.workbook.opening import open_workbook
from coalition.workbook.schema import version
from tests.workbook.filling import in_file
from tests.workbook.told import ada, bea, reading, record

_DAY = date(2026, 11, 2)
_OF_NOTES = ("Note", "Source", "Term")


def said(act: Callable[[], object]) -> str:
    """The sentence with which something is refused."""
    with pytest.raises(CoalitionError) as refused:
        act()
    sentence = str(refused.value)
    assert "\n" not in sentence
    assert sentence.endswith((".", "!"))
    return sentence


def opened(path: Path) -> None:
    with open_workbook(str(path), create=False) as workbook:
        workbook.space()


def noted(path: Path, times: int = 1) -> None:
    with open_workbook(str(path), create=False) as workbook:
        for _ in range(times):
            changes.note(workbook.space(), 1, "x" * 50_000, _DAY)


@contextmanager
def small_files(most: int) -> Iterator[None]:
    """No file grows over ``most`` bytes, as where a quota or a disk is full."""
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)


@pytest.fixture
def full_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    if os.geteuid() or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("only root may mount a small disk here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def others(path: Path) -> dict[str, int]:
    """How much is in a workbook beside notes, after a check that finds nothing wrong."""
    with open_workbook(str(path), create=False) as workbook:
        assert trial_workbook.wrong_with(workbook, derived=False) == []
        counted = trial_workbook.counts(workbook.space())
    return {table: number for table, number in counted.items() if table not in _OF_NOTES}


def test_a_full_disk_is_told_and_what_was_there_stays(full_disk: Path) -> None:
    path = full_disk / "own.coalition"
    with open_workbook(str(path)) as workbook:
        record(workbook.space(), reading(ada(), bea()))
    before = others(path)
    assert "the disk is full" in said(lambda: noted(path, 100))
    assert others(path) == before
    with open_workbook(str(path)) as workbook:
        texts = [len(row.text) for row in workbook.space().of(Note)]
        assert workbook.space().of(Source).count() == 1 + len(texts)
    assert texts
    assert set(texts) == {50_000}


def test_files_that_may_not_grow_are_told_and_nothing_is_half_done(path: Path) -> None:
    before = others(path)
    with small_files(path.stat().st_size + 30_000):
        sentence = said(lambda: noted(path, 20))
    assert "cannot be used" in sentence
    with open_workbook(str(path)) as workbook:
        assert workbook.space().of(Note).count() >= 1
    assert others(path) == before


def test_no_new_workbook_is_left_half_made_on_a_full_disk(tmp_path: Path) -> None:
    path = tmp_path / "new" / "own.coalition"
    with small_files(20_000):
        said(lambda: open_workbook(str(path)))
    assert not path.exists()
    open_workbook(str(path)).close()
    assert in_file(path)["people"] == []


def test_an_empty_file_is_no_workbook_and_stays(tmp_path: Path) -> None:
    path = tmp_path / "own.coalition"
    path.touch()
    assert "is an empty file" in said(lambda: open_workbook(str(path)))
    assert path.read_bytes() == b""


@pytest.mark.parametrize(
    "content", [b"Name,Title\nAda,Chief\n", b"\0" * 8192, os.urandom(4096), b"SQLite format 3\0"]
)
def test_a_foreign_file_is_refused_and_stays(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "own.coalition"
    path.write_bytes(content)
    said(lambda: open_workbook(str(path)))
    assert path.read_bytes() == content


def test_another_programs_database_is_refused_and_stays(tmp_path: Path) -> None:
    path = tmp_path / "own.coalition"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE songs (name)")
    connection.close()
    content = path.read_bytes()
    assert "no workbook of Coalition" in said(lambda: open_workbook(str(path)))
    assert path.read_bytes() == content


@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
def test_a_file_cut_short_is_refused_and_stays(path: Path, share: float) -> None:
    content = path.read_bytes()[: int(path.stat().st_size * share)]
    path.write_bytes(content)
    assert "restore" in said(lambda: opened(path)).lower()
    assert path.read_bytes() == content


def test_a_workbook_of_a_newer_version_is_refused_and_stays(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {version() + 1}")
    connection.close()
    assert "newer Coalition" in said(lambda: opened(path))
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (version() + 1,)
    connection.close()


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    assert "is a folder" in said(lambda: open_workbook(str(tmp_path)))


def test_links_that_lead_to_each_other_are_told(tmp_path: Path) -> None:
    one, other = tmp_path / "one.coalition", tmp_path / "other.coalition"
    one.symlink_to(other)
    other.symlink_to(one)
    said(lambda: open_workbook(str(one)))


def test_a_link_to_a_workbook_is_the_workbook(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.coalition"
    link.symlink_to(path)
    noted(link)
    assert link.is_symlink()
    assert others(path) == others(link)


@pytest.mark.skipif(os.name == "nt", reason="rights are kept otherwise there")
def test_a_file_that_may_only_be_read_is_read_and_refuses_changes(path: Path) -> None:
    before = in_file(path)
    code = _as_somebody(path, 0o444, 0o555)
    assert code == ""
    assert in_file(path) == before


def _as_somebody(path: Path, rights: int, of_folder: int) -> str:
    """Try to read and change it without any right to; what went otherwise than it should."""
    for folder in (path.parent, *path.parents):
        if folder != Path("/") and folder.is_relative_to("/tmp") and folder != Path("/tmp"):
            folder.chmod(0o755)
    path.chmod(rights)
    path.parent.chmod(of_folder)
    reading_end, writing_end = os.pipe()
    child = os.fork()
    if not child:
        told = "it did not come to an end"
        try:
            if not os.geteuid():
                os.setuid(65534)
            opened(path)
            try:
                noted(path)
                told = "it was changed"
            except WorkbookError as fault:
                told = "" if "with your rights" in str(fault) else str(fault)
        except BaseException as fault:
            told = f"{type(fault).__name__}: {fault}"
        finally:
            os.write(writing_end, told.encode())
            os._exit(0)
    os.close(writing_end)
    with os.fdopen(reading_end) as pipe:
        told = pipe.read()
    os.waitpid(child, 0)
    path.parent.chmod(0o755)
    path.chmod(0o600)
    return told


def test_who_writes_meanwhile_is_waited_for(path: Path) -> None:
    with open_workbook(str(path)) as one, open_workbook(str(path)) as other:
        with one.space().all_or_nothing():
            changes.note(one.space(), 1, "first", _DAY)
            assert other.space().of(Note).count() == 1  # reads on, as it was
        changes.note(other.space(), 1, "second", _DAY)
        assert one.space().of(Note).count() == 3


def test_a_file_deleted_while_it_is_open_is_made_anew_by_nobody(path: Path) -> None:
    saved = shutil.copy(path, path.with_name("copy"))
    with open_workbook(str(path)) as workbook:
        path.unlink()
        workbook.space()
    assert not path.exists()
    assert "There is no workbook" in said(lambda: opened(path))
    shutil.copy(saved, path)
    opened(path)

import os
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from coalition.model.person import Person
from coalition.workbook import changes, queries
from coalition.workbook import models as of
from coalition.workbook.checking import check, repair
from coalition.workbook.checks.finding import Finding
from coalition.workbook.opening import open_workbook
from coalition.workbook.protection import protect
from coalition.workbook.restoring import restore, verify
from tests.workbook.filling import READ, fill, names
from tests.workbook.told import NOON, ada, bea, met, noted, reading, record

PASSPHRASE = "a long passphrase"


def found(path: Path) -> list[Finding]:
    with open_workbook(str(path), ask=lambda _: PASSPHRASE, create=False) as workbook:
        return list(check(workbook))


def odd(path: Path) -> list[Finding]:
    """What is found beside what is derived, which rows that a test adds by hand put out of date."""
    return [finding for finding in found(path) if finding.check != "derived"]


def mended(path: Path) -> list[Finding]:
    """What is still found after repairing."""
    with open_workbook(str(path), ask=lambda _: PASSPHRASE) as workbook:
        done = repair(workbook, list(check(workbook)))
        assert done.findings
        for backup in done.backups:
            verify(backup, lambda _: PASSPHRASE)
    return [finding for finding in found(path) if finding.check != "kept"]


def execute(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_sound_workbook_is_found_sound(path: Path) -> None:
    assert found(path) == []
    protect(str(path), PASSPHRASE)
    assert found(path) == []


def test_an_encrypted_page_half_written_by_a_power_cut_is_whole_in_the_log(path: Path) -> None:
    protect(str(path), PASSPHRASE)
    with open_workbook(str(path), ask=lambda _: PASSPHRASE) as workbook:
        workbook.add_space("bob")
        log = Path(f"{path}-wal").read_bytes()
        page = int.from_bytes(log[32:36], "big")  # of the first frame (sqlite.org/fileformat2.html)
        with path.open("r+b") as file:
            file.seek(4096 * (page - 1) + 2048)
            file.write(b"half written")
        assert list(check(workbook)) == []
    assert found(path) == []


def test_an_encrypted_file_half_grown_by_a_power_cut_opens_as_its_log_is_whole(
    path: Path, tmp_path: Path
) -> None:
    protect(str(path), PASSPHRASE)
    cut = tmp_path / "cut" / "own.coalition"
    cut.parent.mkdir()
    with open_workbook(str(path), ask=lambda _: PASSPHRASE) as workbook:
        workbook.add_space("bob")
        for ending in ("", "-wal", ".keys"):
            Path(f"{cut}{ending}").write_bytes(Path(f"{path}{ending}").read_bytes())
            Path(f"{cut}{ending}").chmod(0o600)
    with cut.open("ab") as file:
        file.write(b"x" * 512)
    assert found(cut) == []
    with open_workbook(str(cut), ask=lambda _: PASSPHRASE) as workbook:
        assert workbook.spaces() == ("bob", "main")


def test_a_workbook_that_is_sound_is_not_repaired(path: Path, tmp_path: Path) -> None:
    with open_workbook(str(path)) as workbook:
        assert repair(workbook, list(check(workbook))).backups == ()
    assert not [name for name in names(tmp_path) if "before-repair" in name]


def test_a_damaged_page_is_found(path: Path) -> None:
    connection = sqlite3.connect(path)
    query = "SELECT rootpage FROM sqlite_master WHERE name = 'people_in_order'"
    (page,) = connection.execute(query).fetchone()
    connection.close()
    content = bytearray(path.read_bytes())
    content[(page - 1) * 4096 : (page - 1) * 4096 + 8] = b"\xff" * 8
    path.write_bytes(content)
    findings = found(path)
    assert {finding.check for finding in findings} == {"database"}
    assert "Restore a backup: it keeps this file." in findings[0].what


def test_a_changed_page_of_an_encrypted_one_is_found(path: Path) -> None:
    protect(str(path), PASSPHRASE)
    content = bytearray(path.read_bytes())
    content[-2000] ^= 1
    path.write_bytes(content)
    findings = found(path)
    assert "changed from outside" in findings[0].what
    assert findings[0].mend is None


def test_rows_that_refer_to_nothing_are_found(path: Path) -> None:
    execute(path, "DELETE FROM workbook_source")
    findings = found(path)
    assert any("fact refers to a row of source that is gone" in one.what for one in findings)


def test_a_file_of_which_nothing_is_kept_is_found_and_removed(path: Path) -> None:
    with open_workbook(str(path)) as workbook:
        space = workbook.space()
        empty = {"workspace_id": space.id, "at": READ}
        space.add(
            [of.Source(**empty, kind="file", name="empty.csv", sha256="0"),
             of.Source(**empty, kind="typed", name="typed by me")]
        )  # fmt: skip
    (finding,) = found(path)
    assert finding.what == "Nothing is kept of 1 file that was read (empty.csv)."
    assert mended(path) == []
    with open_workbook(str(path)) as workbook:
        names = set(workbook.space().of(of.Source).values_list("name", flat=True))
    assert names == {"team.csv", "typed by me"}


def test_rows_that_reach_into_another_workspace_are_found(path: Path) -> None:
    with open_workbook(str(path)) as workbook:
        other = workbook.add_space("client")
        fill_other = of.Person(workspace_id=other.id, name="Gus Ito")
        other.add([fill_other])
        execute(path, f"UPDATE workbook_note SET person_id = {fill_other.pk}")
    (finding,) = odd(path)
    assert finding.what.startswith("1 row of note (person) refers to another workspace")


def test_chains_of_merged_people_are_shortened(path: Path) -> None:
    execute(
        path,
        "UPDATE workbook_person SET merged_into_id = 2 WHERE id = 1",
        "UPDATE workbook_person SET merged_into_id = 3 WHERE id = 2",
    )
    (finding,) = odd(path)
    assert finding.what.startswith("2 people were merged into somebody who was merged too")
    assert mended(path) == []
    with open_workbook(str(path)) as workbook:
        people = workbook.space().of(of.Person).filter(merged_into__isnull=False)
        assert set(people.values_list("pk", "merged_into")) == {(1, 3), (2, 3), (5, 3)}


def test_circles_of_merged_people_are_opened(path: Path) -> None:
    execute(
        path,
        "UPDATE workbook_person SET merged_into_id = 2 WHERE id = 1",
        "UPDATE workbook_person SET merged_into_id = 1 WHERE id = 2",
    )
    assert len(odd(path)) == 1
    assert mended(path) == []
    with open_workbook(str(path)) as workbook:
        people = workbook.space().of(of.Person).filter(merged_into__isnull=False)
        assert set(people.values_list("pk", "merged_into")) == {(2, 1), (5, 1)}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE workbook_person SET title = 'Clerk' WHERE id = 1",
        "DELETE FROM workbook_term WHERE person_id = 1",
        "UPDATE workbook_term SET person_id = 5 WHERE person_id = 1",
    ],
)
def test_what_is_derived_and_out_of_date_is_found_and_derived_anew(
    path: Path, statement: str
) -> None:
    execute(path, statement)
    (finding,) = found(path)
    assert finding.what.startswith("What lists show of ")
    assert mended(path) == []
    with open_workbook(str(path)) as workbook:
        assert workbook.space().of(of.Person).get(pk=1).title == "Director"


def test_what_changes_leave_behind_is_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "own"
    with open_workbook(str(path)) as workbook:
        space = workbook.space()
        remarks = (noted("ada", "chairs the board"),)
        talk = (met("ada", "bea", text="on budgets"),)
        record(space, reading(ada(), bea(), touchpoints=talk, remarks=remarks))
        one, other = (queries.one(space, name).id for name in ("Ada Testerson", "Bea Stonefield"))
        changes.note(space, one, "prefers short papers", NOON.date())
        changes.merge(space, one, other)
    assert [finding for finding in found(path) if finding.check == "derived"] == []


def test_odd_days_are_found(path: Path) -> None:
    late = datetime.now(UTC) + timedelta(days=400)
    with open_workbook(str(path)) as workbook:
        space = workbook.space()
        (source,) = space.of(of.Source)
        own = {"workspace_id": space.id, "source": source, "person_id": 1}
        space.add(
            [of.Fact(**own, field="title", value="Clerk", on=on) for on in ("1066", "2026-05", "")]
        )
        space.add([of.Note(**own, text="talked", on="2031-01-05")])
        space.add([of.Source(workspace_id=space.id, kind="typed", name="typed", at=late)])
    told = " ".join(finding.what for finding in odd(path))
    assert "1 row of fact from team.csv speaks of a day before 1900 (the first 1066)" in told
    assert "A row of note from team.csv speaks of 2031-01-05, after it was read" in told
    assert f"typed seems to have been read on {late:%Y-%m-%d}, which is still to come" in told
    assert len(odd(path)) == 3


def test_days_in_line_are_no_finding(path: Path) -> None:
    """A meeting to come, and a day that is still the one before elsewhere, are in order."""
    with open_workbook(str(path)) as workbook:
        space = workbook.space()
        (source,) = space.of(of.Source)
        own = {"workspace_id": space.id, "source": source}
        space.add([of.Fact(**own, person_id=1, field="title", value="Clerk", on="2026-05-05")])
        day = (datetime.now(UTC) + timedelta(days=30)).date()
        space.add([of.Touchpoint(**own, at=day.isoformat(), day=day, channel="talk")])
    assert odd(path) == []


@pytest.mark.skipif(os.name != "posix", reason="rights are told in another way here")
def test_rights_of_others_are_found_and_taken_away(path: Path) -> None:
    protect(str(path), PASSPHRASE)
    keys = Path(f"{path}.keys")
    keys.chmod(0o644)
    path.chmod(0o660)
    told = [finding.what for finding in found(path)]
    assert any("own.coalition can be read or written by others" in what for what in told)
    assert any("own.coalition.keys can be read" in what for what in told)
    assert mended(path) == []
    assert keys.stat().st_mode & 0o777 == 0o600
    assert path.stat().st_mode & 0o777 == 0o600


def test_what_a_stop_left_is_named_and_removed(path: Path, tmp_path: Path) -> None:
    lone = tmp_path / f".{path.name}.new-0a"
    copy, recent = (tmp_path / f".{path.name}.copy-{name}" for name in ("0", "1"))
    written = tmp_path / ".coalition-0123456789ab"
    for file in (lone, copy, recent, written):
        file.touch()
        os.utime(file, (1, 1) if file is not recent else None)
    findings = found(path)
    assert len(findings) == 3
    assert not any(finding.grave for finding in findings)
    assert mended(path) == []
    assert recent.exists()  # a backup may be at it
    assert not any(file.exists() for file in (lone, copy, written))


def test_what_is_kept_is_named_and_grows_old(path: Path, tmp_path: Path) -> None:
    for day in ("2020-01-01", f"{datetime.now(UTC):%Y-%m-%d}"):
        kept = tmp_path / f"{path.name}.before-restore-{day}-101010"
        kept.write_bytes(path.read_bytes())
        kept.chmod(0o600)
    old, new = found(path)
    assert "people who were erased since are still in it" in old.what
    assert "0.3 MB" in old.what
    assert (old.grave, new.grave) == (True, False)
    protect(str(path), PASSPHRASE)
    assert "is not encrypted as the workbook is" in found(path)[1].what


def test_a_backup_made_before_repairing_is_named_too(path: Path) -> None:
    path.chmod(0o644)
    mended(path)
    (kept,) = found(path)
    assert ".before-repair-2" in kept.what


def test_keys_are_looked_at(path: Path, tmp_path: Path) -> None:
    keys = Path(f"{path}.keys")
    protect(str(path), PASSPHRASE)
    plain = tmp_path / "plain.coalition"
    with open_workbook(str(plain)) as workbook:
        fill(workbook.space())
    Path(f"{plain}.keys").write_bytes(keys.read_bytes())
    Path(f"{plain}.keys").chmod(0o600)
    (finding,) = found(plain)
    assert "the workbook is not encrypted" in finding.what
    assert not finding.grave
    Path(f"{plain}.keys").write_text("nonsense")
    assert any("holds no keys" in finding.what for finding in found(plain))
    text = keys.read_text("utf-8").replace('"recovery key"', '"passphrase"')
    keys.write_text(text, "utf-8")
    (finding,) = found(path)
    assert "has no wrap for the recovery key" in finding.what


def test_the_backup_before_a_repair_brings_back_what_was(path: Path) -> None:
    execute(path, "UPDATE workbook_person SET merged_into_id = 2 WHERE id = 1")
    with open_workbook(str(path)) as workbook:
        done = repair(workbook, list(check(workbook)))
    restore(str(path), done.backups[0])
    assert any(finding.check == "merges" for finding in found(path))


def test_an_sqlite_too_old_for_a_log_is_named(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from coalition.workbook.checks import files

    monkeypatch.setattr(files, "is_sound_in_wal", lambda: False)
    (finding,) = found(path)
    assert "too old for a write-ahead log" in finding.what


def test_a_file_that_told_only_of_who_was_erased_is_no_damage(path: Path) -> None:
    with open_workbook(str(path)) as workbook:
        space = workbook.space()
        person = changes.add_person(space, Person("Zoe Quuxley", emails=("zoe@example.com",)))
        changes.erase(space, person)
        assert list(check(workbook)) == []
        record(space, reading(Person("Zoe Quuxley", key="z", emails=("zoe@example.com",))))
        assert [finding.grave for finding in check(workbook)] == [False]

import io
import zipfile
from pathlib import Path

from coalition.exchange.opening import material_from_bytes
from coalition.exchange.reading import read, read_material
from coalition.model.reading import Reading
from tests.exchange.mail_samples import mailbox, message, numbered, passed_over


def saved(folder: Path, files: dict[str, bytes]) -> Reading:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return read(folder, everything=True)


def test_messages_in_files_are_one_reading_with_each_file_named(tmp_path: Path) -> None:
    one, two = numbered(2)
    reading = saved(tmp_path, {"a/one.eml": one, "two.EML": two, "notes.txt": b"x"})
    assert reading.format == "mail-folder"
    assert [str(point.source) for point in reading.touchpoints] == [
        "a/one.eml, line 1",
        "two.EML, line 1",
    ]
    assert passed_over(reading) == ["Files that are no mail, passed over: 1."]


def test_a_maildir_is_read_without_its_bin_and_its_drafts(tmp_path: Path) -> None:
    names = [
        "cur/1772438400.M1P1.host:2,S",
        "new/1772438401.M1P1.host",
        "cur/1772438402.M1P1.host:2,ST",
        "cur/1772438403.M1P1.host:2,D",
        ".Junk/cur/1772438404.M1P1.host:2,S",
        ".Entwürfe/cur/1772438405.M1P1.host:2,S",
        "dovecot.index",
    ]
    reading = saved(tmp_path, dict(zip(names, numbered(7), strict=True)))
    assert {point.key for point in reading.touchpoints} == {"0@mail.example", "1@mail.example"}
    assert set(passed_over(reading)) == {
        "Messages passed over, in the bin: 1.",
        "Messages passed over, drafts: 2.",
        "Messages passed over, spam: 1.",
        "Files that are no mail, passed over: 1.",
    }


def test_mailboxes_of_apple_mail_and_takeout_are_read_and_who_sent_is_the_owner() -> None:
    one, two, three = numbered(3)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("Takeout/Mail/Inbox.mbox", mailbox(one))
        archive.writestr("Mail/Sent Messages.mbox/mbox", mailbox(two))
        archive.writestr("Mail/Deleted Messages.mbox/mbox", mailbox(three))
    reading = read_material(material_from_bytes("mail.zip", buffer.getvalue()), everything=True)
    assert {point.key for point in reading.touchpoints} == {"0@mail.example", "1@mail.example"}
    assert reading.owner == "noor@example.com"


def test_a_damaged_file_is_a_problem_and_the_others_are_read() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.eml", message())
        archive.writestr("b.eml", message(message_id="<b@x>", subject="Damaged"))
    content = buffer.getvalue().replace(b"Damaged", b"damaged")
    reading = read_material(material_from_bytes("mail.zip", content), everything=True)
    assert [point.about for point in reading.touchpoints] == ["Change plan"]
    assert [problem.file for problem in reading.problems] == ["b.eml"]

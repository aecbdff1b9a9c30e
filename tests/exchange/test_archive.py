import io
import struct
import zipfile
import zlib

import pytest

from coalition.errors import NothingFound, UnreadableInput
from coalition.exchange import archive
from coalition.exchange.material import Collection
from coalition.exchange.opening import material_from_bytes


def zipped(entries: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as opened:
        for name, content in entries.items():
            opened.writestr(name, content)
    return buffer.getvalue()


def opened(content: bytes) -> Collection:
    collection = material_from_bytes("export.zip", content)
    assert isinstance(collection, Collection)
    return collection


def test_entries_are_read_whether_in_a_top_folder_or_not() -> None:
    collection = opened(zipped({"Top/Skills.csv": b"Name\nLaw\n", "Top/Jobs/a.csv": b""}))
    assert collection.entries == ("Top/Skills.csv", "Top/Jobs/a.csv")
    assert collection.open("Top/Skills.csv").content == b"Name\nLaw\n"


def test_names_as_old_windows_programs_write_them_are_read() -> None:
    collection = opened(
        zipped({"Top\\": b"", "Top\\Jobs\\": b"", "Top\\Skills.csv": b"Name\nLaw\n"})
    )
    assert collection.entries == ("Top/Skills.csv",)
    assert collection.open("Top/Skills.csv").content == b"Name\nLaw\n"


def test_a_small_repetitive_table_is_no_bomb() -> None:
    table = b"tag,weight\n" * 50_000
    assert opened(zipped({"a.csv": table})).open("a.csv").content == table


def test_an_entry_that_inflates_without_measure_is_refused() -> None:
    collection = opened(zipped({"a.csv": bytes(5_000_000)}))
    with pytest.raises(UnreadableInput, match="inflates without measure, as zip bombs do"):
        collection.open("a.csv")


def test_a_bomb_that_lies_about_its_size_is_refused_too() -> None:
    content = bytearray(zipped({"a.csv": bytes(5_000_000)}))
    size = struct.pack("<L", 5_000_000)
    lie = bytes(content).replace(size, struct.pack("<L", 100))
    with pytest.raises(UnreadableInput):
        opened(lie).open("a.csv")


def test_an_entry_larger_than_the_bound_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_BYTES", 1000)
    collection = opened(zipped({"a.csv": bytes(range(250)) * 8}, zipfile.ZIP_STORED))
    with pytest.raises(UnreadableInput, match="inflates without measure"):
        collection.open("a.csv")


def test_entries_that_share_their_bytes_are_refused() -> None:
    with pytest.raises(UnreadableInput, match="entries that overlap, as zip bombs do"):
        opened(_overlapping())


@pytest.mark.parametrize(
    "name",
    [
        *("../../outside.csv", "/etc/outside.csv", "C:\\outside.csv", "a\\..\\b.csv", "a/../b"),
        *("\\\\server\\share", "..\\b.csv", "d:b.csv", "\\b.csv"),
    ],
)
def test_entries_that_lead_outside_are_refused(name: str) -> None:
    content = zipped({"x" * len(name): b"a", "Skills.csv": b"b"})
    harmful = content.replace(b"x" * len(name), name.encode())
    with pytest.raises(UnreadableInput, match="an entry that leads outside of it"):
        opened(harmful)


def test_symbolic_links_are_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as written:
        link = zipfile.ZipInfo("Skills.csv")
        link.external_attr = 0o120777 << 16
        written.writestr(link, "/etc/hostname")
    with pytest.raises(UnreadableInput, match="leads outside"):
        opened(buffer.getvalue())


def test_an_encrypted_archive_says_what_to_do() -> None:
    content = bytearray(zipped({"Skills.csv": b"Name"}))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(UnreadableInput, match="encrypted with a password: unpack it"):
        opened(bytes(content))


@pytest.mark.parametrize("kept", [10, 60, -1])
def test_a_truncated_archive_says_so(kept: int) -> None:
    with pytest.raises(UnreadableInput, match="damaged or incomplete zip archive"):
        opened(zipped({"Skills.csv": b"Name\nCoaching\n" * 9})[:kept])


def test_a_damaged_entry_is_named() -> None:
    content = bytearray(zipped({"Skills.csv": b"Name\nCoaching\n"}, zipfile.ZIP_STORED))
    content[content.index(b"Coaching")] ^= 1
    with pytest.raises(UnreadableInput, match=r"^Skills\.csv in export\.zip is damaged"):
        opened(bytes(content)).open("Skills.csv")


def test_a_method_that_is_not_read_is_named() -> None:
    content = zipped({"Skills.csv": b"Name"}, zipfile.ZIP_BZIP2)
    with pytest.raises(UnreadableInput, match="compressed in a way that is not read"):
        opened(content).open("Skills.csv")


def test_too_many_entries_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_ENTRIES", 2)
    with pytest.raises(UnreadableInput, match="more than 2 files"):
        opened(zipped(dict.fromkeys("abc", b"")))


def test_an_archive_without_files_says_so() -> None:
    with pytest.raises(NothingFound, match="no file in it"):
        opened(zipped({}))


@pytest.mark.parametrize("content", [b"this is not a zip", b"<html>log in</html>", b"\0\1\2" * 9])
def test_what_is_only_named_zip_says_so(content: bytes) -> None:
    with pytest.raises(UnreadableInput, match="is not a zip archive, although its name says so"):
        material_from_bytes("export.zip", content)


def _overlapping() -> bytes:
    """Two entries in the central directory that use the bytes of one (Fifield's simplest bomb)."""
    kernel = zlib.compress(b"a" * 100)[2:-4]
    checksum = zlib.crc32(b"a" * 100)
    fields = (20, 0, 8, 0, 0, checksum, len(kernel), 100, 1, 0)
    local = b"PK\x03\x04" + struct.pack("<5H3L2H", *fields) + b"x" + kernel
    directory = b"".join(
        b"PK\x01\x02"
        + struct.pack(
            "<6H3L5H2L", 20, 20, 0, 8, 0, 0, checksum, len(kernel), 100, 1, 0, 0, 0, 0, 0, 0
        )
        + name
        for name in (b"x", b"y")
    )
    end = struct.pack("<4H2LH", 0, 0, 2, 2, len(directory), len(local), 0)
    return local + directory + b"PK\x05\x06" + end


def test_an_archive_of_many_files_is_listed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    lists = []
    made = zipfile.ZipFile.__init__

    def counted(self: zipfile.ZipFile, *args: object) -> None:
        lists.append(1)
        made(self, *args)  # type: ignore[arg-type]

    content = zipped({f"{n}.csv": b"Name\nLaw\n" for n in range(50)})
    monkeypatch.setattr(zipfile.ZipFile, "__init__", counted)
    collection = opened(content)
    assert {collection.open(entry).content for entry in collection.entries} == {b"Name\nLaw\n"}
    assert len(lists) == 1

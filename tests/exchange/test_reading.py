import contextlib
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import coalition.exchange.reading
from coalition.errors import CoalitionError, NothingFound, UnknownFormat, UnreadableInput
from coalition.exchange.material import Collection, Document, Material
from coalition.exchange.opening import material_from_bytes
from coalition.exchange.plugins import Format, Formats, installed_formats
from coalition.exchange.reader import Match, Progress, silent
from coalition.exchange.reading import read, read_material
from coalition.model.evidence import Evidence, Kind
from coalition.model.person import Person
from coalition.model.reading import Problem, Reading
from coalition.model.source import Source
from tests.exchange.samples import read_bytes, read_text, skills


def test_a_path_is_opened_its_reader_found_and_read(tmp_path: Path) -> None:
    path = tmp_path / "without a telling name"
    path.write_text("tag,weight\nLaw,3\n")
    reading = read(path)
    assert (reading.format, reading.name, skills(reading)) == ("table", str(path), ["Law"])


def test_pasted_text_is_read_too() -> None:
    assert skills(read("Law\nArt\n")) == ["Law", "Art"]


def test_a_format_can_be_forced() -> None:
    text = "Law,12\nArt,3\n"
    assert read_text(text).format == "table"
    assert read_text(text, format="tag-list").format == "tag-list"
    with pytest.raises(UnknownFormat, match=r"no format named nonsense: choose one of .*tag-list"):
        read_text(text, format="nonsense")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG image"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF\0" + bytes(20), "a JPEG image"),
        (b"{\\rtf1 Law}", "a rich text (RTF) document"),
        (b"<!DOCTYPE html><html><body>Law</body></html>", "a web page"),
        (b"<svg xmlns='x'></svg>", "an SVG picture"),
        (b"\0\1\2\3" * 50, "binary data"),
    ],
)
def test_what_is_not_read_is_named(content: bytes, kind: str) -> None:
    with pytest.raises(UnknownFormat) as caught:
        read_bytes(content, "thing")
    assert str(caught.value).startswith(f"thing seems to be {kind}, which has no skills")
    assert "`coalition formats`" in str(caught.value)


def test_a_word_document_is_named() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", "x")
        archive.writestr("word/document.xml", "x")
    with pytest.raises(UnknownFormat, match="seems to be a Word document"):
        read_bytes(buffer.getvalue())


def test_a_folder_that_is_no_archive_says_what_is_missing(tmp_path: Path) -> None:
    (tmp_path / "holiday.txt").write_text("sun")
    with pytest.raises(UnknownFormat, match="holds no file of a LinkedIn archive"):
        read(tmp_path)


class _Fixed:
    """A reader that always says and gives the same."""

    title = "made up"

    def __init__(self, name: str, match: Match, reading: Reading) -> None:
        self.name = name
        self._match = match
        self._reading = reading

    def recognise(self, material: Material) -> Match:
        return self._match

    def read(self, material: Material, progress: Progress = silent) -> Reading:
        return self._reading


def install(monkeypatch: pytest.MonkeyPatch, *fixed: _Fixed) -> None:
    formats = Formats(tuple(Format(reader, "made-up") for reader in fixed), ())
    monkeypatch.setattr(coalition.exchange.reading, "installed_formats", lambda: formats)


def test_the_surest_reader_reads_and_of_equals_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    person = Person("Ada")
    made = [
        _Fixed(name, match, Reading(name, "x", person=person))
        for name, match in [("a", Match.PERHAPS), ("b", Match.LIKELY), ("c", Match.LIKELY)]
    ]
    install(monkeypatch, *made)
    assert read_text("anything").format == "b"


def test_an_input_that_yields_nothing_always_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, _Fixed("a", Match.SURE, Reading("a", "x.csv")))
    with pytest.raises(NothingFound, match=r"^x\.csv was read as a, and no skill was found in it"):
        read_text("anything")
    problem = Problem("x.csv", 3, "It is odd.")
    install(monkeypatch, _Fixed("a", Match.SURE, Reading("a", "x.csv", problems=(problem,))))
    with pytest.raises(NothingFound, match=r"^Nothing in x\.csv can be used: x\.csv, line 3: It"):
        read_text("anything")


class _Stranger:
    """A reader of another package that does what it is told, or leaves."""

    name = "stranger"
    title = "made up"

    def __init__(self, says: object, gives: object = None) -> None:
        self._says = says
        self._gives = gives

    def recognise(self, material: Material) -> object:
        return _done(self._says)

    def read(self, material: Material, progress: Progress = silent) -> object:
        return _done(self._gives)


def _done(what: object) -> object:
    if isinstance(what, BaseException):
        raise what
    return what


def install_beside_ours(monkeypatch: pytest.MonkeyPatch, stranger: _Stranger) -> None:
    ours = installed_formats()
    formats = Formats((Format(stranger, "odd-pack"), *ours.formats), ("Another is broken.",))
    monkeypatch.setattr(coalition.exchange.reading, "installed_formats", lambda: formats)


@pytest.mark.parametrize("says", [ValueError("no\nluck"), SystemExit(3), None, "sure", 17])
def test_a_plug_in_that_cannot_say_is_named_and_the_others_are_asked(
    monkeypatch: pytest.MonkeyPatch, says: object
) -> None:
    install_beside_ours(monkeypatch, _Stranger(says))
    warnings: list[str] = []
    material = material_from_bytes("given", b"Law\nArt\n")
    assert skills(read_material(material, warn=warnings.append)) == ["Law", "Art"]
    assert warnings[0] == "Another is broken."
    assert warnings[1].startswith("The reader stranger of the package odd-pack failed (")
    assert warnings[1].endswith("), so it was not asked: update or remove it.")
    assert "\n" not in warnings[1]


def test_in_python_a_broken_plug_in_is_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    install_beside_ours(monkeypatch, _Stranger(Match.NO))
    with pytest.warns(UserWarning, match=r"Another is broken\."):
        assert skills(read_text("Law\nArt\n")) == ["Law", "Art"]


@pytest.mark.parametrize("gives", [KeyError("x"), SystemExit(0), None, ["Law"]])
def test_a_plug_in_that_fails_on_its_own_input_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, gives: object
) -> None:
    install_beside_ours(monkeypatch, _Stranger(Match.SURE, gives))
    material = material_from_bytes("given", b"Law\nArt\n")
    with pytest.raises(
        UnreadableInput, match=r"^The reader stranger of the package odd-pack failed on given \("
    ):
        read_material(material, warn=lambda _: None)


def test_what_a_plug_in_gives_is_checked_as_ours_is(monkeypatch: pytest.MonkeyPatch) -> None:
    source = Source("given", 4)
    evidence = tuple(
        Evidence(name, Kind.COUNTED, source, amount)
        for name, amount in [("Law\u202e", 1), ("!!!", 1), ("Art", -1), ("Latin", float("nan"))]
    )
    certificates = (Evidence("x" * 10_000, Kind.CERTIFIED, source),)
    given = Reading("stranger", "given", evidence=evidence, certificates=certificates)
    install_beside_ours(monkeypatch, _Stranger(Match.SURE, given))
    reading = read_material(material_from_bytes("given", b"Law"), warn=lambda _: None)
    assert skills(reading) == ["Law"]
    assert reading.certificates == ()
    assert [problem.line for problem in reading.problems] == [4, 4, 4, 4]


def test_a_format_of_folders_is_not_read_from_a_file_nor_the_other_way_round(
    tmp_path: Path,
) -> None:
    (tmp_path / "Skills.csv").write_text("Name\nLaw\n")
    with pytest.raises(UnknownFormat, match="is a single file, and linkedin-archive is read from"):
        read(tmp_path / "Skills.csv", format="linkedin-archive")
    with pytest.raises(UnknownFormat, match="is a folder or an archive, and tag-list is read from"):
        read(tmp_path, format="tag-list")


BAD_NAMES = {"!!!": "punctuation alone", "x" * 10_000: "too long"}


@pytest.mark.parametrize(("bad", "why"), BAD_NAMES.items(), ids=["punctuation", "long"])
@pytest.mark.parametrize(
    "given",
    [
        lambda bad: [{"tag_name": "law", "answer_count": 4}, {"tag_name": bad, "answer_count": 0}],
        lambda bad: [{"tag_name": "law", "answer_count": 4}, {"tag_name": bad, "answer_count": 2}],
        lambda bad: {
            "id": "https://openalex.org/A1",
            "display_name": "Ada Sample",
            "topics": [{"display_name": "law", "count": 4}, {"display_name": bad}],
        },
        lambda bad: {"basics": {"name": "Ada Sample"}, "skills": [{"name": "law"}, {"name": bad}]},
        lambda bad: {"names": ["law", bad]},
        lambda bad: [["law", 4], [bad, 3]],
    ],
)
def test_one_bad_name_never_costs_the_good_ones(
    given: Callable[[str], object], bad: str, why: str
) -> None:
    reading = read_text(json.dumps(given(bad)))
    assert skills(reading) == ["law"]
    assert len(reading.problems) == 1
    assert why in str(reading.problems[0])


def test_a_topic_without_a_name_costs_nothing_else() -> None:
    topics = [{"display_name": "Law", "count": 4}, {"count": 2}, {"display_name": None}]
    author = {"id": "https://openalex.org/A1", "display_name": "Ada Sample", "topics": topics}
    assert skills(read_text(json.dumps(author))) == ["Law"]


@pytest.mark.parametrize("bad", BAD_NAMES, ids=["punctuation", "long"])
def test_certificates_are_held_to_what_tags_are(bad: str) -> None:
    csv = f"Name,Url,Authority,Started On\n{bad},,Nobody,\nCoach\u202e {{2}},,Nobody,\n"
    resume = {
        "basics": {"name": "Ada Sample"},
        "skills": [{"name": "!!!"}],
        "certificates": [{"name": bad}, {"name": "Coach\u202e {2}"}],
    }
    profile = (
        "Contact\nwww.linkedin.com/in/ada-sample (LinkedIn)\nTop Skills\nLaw\nCertifications\n"
    )
    profile += f"{bad}\nCoach\u202e {{2}}\nAda Sample\nPartner\nCork\nExperience\nSample LLP\n"
    for content in (csv, json.dumps(resume), profile):
        reading = read_text(content)
        assert [certificate.skill for certificate in reading.certificates] == ["Coach {2}"]
        assert any(BAD_NAMES[bad] in str(problem) for problem in reading.problems)


STARTS = st.sampled_from(
    [
        b"",
        b"tag,weight\n",
        b"Name,Skill\n",
        b"sep=;\n",
        b'[["Law", 3], ',
        b'{"basics": {}, "skills": [',
        b'{"items": [{"tag_name": ',
        b'<?xml version="1.0"?><Candidate xmlns="europass">',
        b"%PDF-1.4\n/EmbeddedFile",
        b"PK\x03\x04",
        b"PK\x03\x04xl/workbook.xml",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1W\0o\0r\0k\0b\0o\0o\0k\0",
        b"\xff\xfe",
        b"<html>",
        "Führung: 3\n".encode("utf-16"),
    ]
)


@given(STARTS, st.binary(max_size=200))
@settings(max_examples=300, deadline=None)
def test_any_bytes_give_a_reading_or_a_sentence(start: bytes, rest: bytes) -> None:
    with contextlib.suppress(CoalitionError):
        reading = read_bytes(start + rest)
        assert isinstance(reading, Reading)
        assert reading.evidence or reading.person or reading.people or reading.certificates


@given(STARTS, st.text(max_size=100))
@settings(max_examples=200, deadline=None)
def test_no_reader_fails_when_it_is_only_asked(start: bytes, rest: str) -> None:
    document = Document("given", start + rest.encode("utf-8", "surrogatepass"))
    collection = Collection("given", (rest or "x",), lambda _: b"")
    for found in installed_formats().formats:
        given_material = document if found.takes(document) else collection
        assert found.reader.recognise(given_material) in Match


@given(
    st.sampled_from([found.name for found in installed_formats().formats]),
    STARTS,
    st.binary(max_size=100),
)
@settings(max_examples=300, deadline=None)
def test_a_forced_format_fails_with_a_sentence_too(name: str, start: bytes, rest: bytes) -> None:
    with contextlib.suppress(CoalitionError):
        read_bytes(start + rest, format=name)


KEYS = [
    *("name", "tag", "weight", "count", "skills", "basics", "keywords", "keyword", "person"),
    *("items", "tag_name", "answer_count", "repos", "fork", "language", "languages", "topics"),
    *("names", "results", "display_name", "x_concepts", "words", "work", "affiliations", "years"),
]
JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(KEYS),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(JSON, st.sampled_from([found.name for found in installed_formats().formats]) | st.none())
@settings(max_examples=400, deadline=None)
def test_any_json_gives_a_reading_or_a_sentence(value: object, name: str | None) -> None:
    material = material_from_bytes("given.json", json.dumps(value).encode())
    with contextlib.suppress(CoalitionError):
        assert isinstance(read_material(material, format=name), Reading)

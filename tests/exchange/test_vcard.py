import pytest

from coalition.errors import NothingFound
from coalition.exchange.opening import material_from_bytes
from coalition.exchange.reading import read_material
from coalition.model.contact import Note, Tie, TieKind
from coalition.model.evidence import Evidence, Kind
from coalition.model.person import Name, NameForm, Person
from coalition.model.reading import Reading
from coalition.model.source import Source
from tests.exchange.samples import problems

ADA = """BEGIN:VCARD
VERSION:4.0
FN:Dr. Ada Example, PCC
N;SORT-AS="Example,Ada":Example;Ada;;Dr.;PCC
NICKNAME:Addy,Da
KIND:individual
ORG;SORT-AS="Invented":Invented\\, Made & Up;Research;Lab 2
TITLE:Head of Research
EMAIL;TYPE=work:second@example.org
EMAIL;TYPE=work;PREF=1:Ada@Example.org
EMAIL;TYPE=home:ada@example.net
LANG;PREF=2:nl
LANG;PREF=1:en
TZ:Europe/Amsterdam
ADR;TYPE=work:;;1 Made Up Street;Utrecht;;0000;Netherlands
URL:https://nl.linkedin.com/in/Ada-Example/
URL:https://example.org/ada
EXPERTISE;INDEX=2;LEVEL=average:Negotiation
EXPERTISE;INDEX=1;LEVEL=expert:Board Governance\\, Law
INTEREST;LEVEL=medium:Open Data
HOBBY;LEVEL=high:Choirs
NOTE:Likes numbers first.\\nSceptical\\; of decks.
BDAY:19700101
PHOTO:data:image/png;base64,AAAA
REV:20260301T090000Z
UID:urn:uuid:0A
END:VCARD
"""


def read_card(text: str | bytes, everything: bool = True) -> Reading:
    content = text.encode() if isinstance(text, str) else text
    return read_material(material_from_bytes("a.vcf", content), everything=everything)


def card(*lines: str, version: str = "3.0") -> str:
    return "\n".join(("BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""))


def person_of(*lines: str, version: str = "3.0") -> Person:
    (person,) = read_card(card(*lines, version=version)).people
    return person


def ties_of(reading: Reading) -> set[tuple[str, TieKind, str]]:
    names = {person.key: person.name for person in (*reading.people, *reading.mentioned)}
    return {(names[tie.one], tie.kind, names[tie.other]) for tie in reading.ties}


def test_a_card_tells_who_somebody_is_at_work() -> None:
    reading = read_card(ADA)
    assert reading.format == "vcard"
    assert reading.person == Person(
        "Ada Example",
        place="Utrecht, Netherlands",
        profile="https://www.linkedin.com/in/ada-example",
        profiles=("https://example.org/ada",),
        languages=("en", "nl"),
        key="0a",
        names=(
            Name("Example, Ada", NameForm.SORT),
            Name("Addy", NameForm.ALSO),
            Name("Da", NameForm.ALSO),
        ),
        emails=("ada@example.org", "second@example.org"),
        title="Head of Research",
        organisation="Invented, Made & Up",
        unit="Research, Lab 2",
        time_zone="Europe/Amsterdam",
        on="2026-03-01",
        source=Source("a.vcf", 1),
    )


def test_expertise_and_interests_are_skills_in_the_order_of_their_index() -> None:
    listed = [
        ("Board Governance, Law", "", 19),
        ("Negotiation", "", 18),
        ("Open Data", "Interests", 20),
    ]
    for everything in (True, False):
        assert read_card(ADA, everything).evidence == tuple(
            Evidence(
                skill, Kind.LISTED, Source("a.vcf", row), amount=0, group=group, holder_key="0a"
            )
            for skill, group, row in listed
        )


def test_a_note_is_kept_as_it_was_written() -> None:
    (remark,) = read_card(ADA).remarks
    assert remark == Note("0a", "Likes numbers first.\nSceptical; of decks.", Source("a.vcf", 1))


def test_what_is_private_is_not_kept_and_said_once() -> None:
    reading = read_card(ADA)
    assert reading.notes == (
        "Passed over: 1 e-mail address marked as private.",
        "Not kept, being private or of no use: birthdays, hobbies, photos.",
    )
    kept = repr((reading.person, reading.evidence, reading.remarks, reading.ties))
    assert not any(word in kept for word in ("1970", "Choirs", "example.net", "Street"))


def test_several_cards_tell_of_several_people_and_whose_each_skill_is() -> None:
    other = card("FN:Bo Invented", "EXPERTISE:Sailing Law", "EMAIL:bo@example.org")
    reading = read_card(ADA + "\n" + other + card("FN:Cy Nobody"))
    assert reading.person is None
    assert [person.name for person in reading.people] == [
        "Ada Example",
        "Bo Invented",
        "Cy Nobody",
    ]
    assert {(e.holder, e.holder_key) for e in reading.evidence} == {
        ("Ada Example", "0a"),
        ("Bo Invented", "bo@example.org"),
    }
    lean = read_card(ADA + "\n" + other + card("FN:Cy Nobody"), everything=False)
    assert [person.name for person in lean.people] == ["Ada Example", "Bo Invented"]
    assert (lean.remarks, lean.ties, lean.evidence) == ((), (), reading.evidence)


def test_a_cloud_of_cards_without_skills_is_refused_with_advice() -> None:
    with pytest.raises(NothingFound, match="`coalition import` keeps them in a workbook"):
        read_card(card("FN:Cy Nobody") * 2, everything=False)


def test_cards_of_2_1_are_read_with_soft_breaks_charsets_and_bare_types() -> None:
    content = (
        b"BEGIN:VCARD\r\nVERSION:2.1\r\n"
        b"N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCster;Ad=\r\n=C3=A1;;;\r\n"
        b"FN;CHARSET=ISO-8859-1:Ad\xe1 M\xfcster\r\n"
        b"ORG;QUOTED-PRINTABLE:Made Up=3B Ltd;Unit\r\n"
        b"EMAIL;INTERNET;HOME:ada@example.net\r\nEMAIL;PREF;INTERNET:ada@example.org\r\n"
        b"NOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0Atwo and=\r\n three\r\n"
        b"TITLE:Head of\r\n Law\r\n"
        b"PHOTO;JPEG;BASE64:\r\n AAAABBBB\r\n CCCC=\r\n\r\n"
        b"PHOTO;ENCODING=BASE64;JPEG:AAAA\r\nBBBBCCCC\r\nDDDD=\r\n\r\n"
        b"URL;WORK:https://example.org\r\nEND:VCARD\r\n"
    )
    reading = read_card(content)
    (person,) = reading.people
    assert problems(reading) == []
    assert (person.name, person.emails) == ("Adá Müster", ("ada@example.org",))
    assert (person.title, person.profiles) == ("Head of Law", ("https://example.org",))
    assert [remark.text for remark in reading.remarks] == ["one\ntwo and three"]


def test_an_agent_of_2_1_or_3_0_assists_the_person_of_the_card() -> None:
    nested = card("FN:Ada Example", "AGENT:", *card("N:Helper;Hal").split("\n"), "TITLE:Chief")
    valued = card("FN:Ada Example", r"AGENT:BEGIN:VCARD\nFN:Hal Helper\nEND:VCARD\n", "TITLE:Chief")
    for text in (nested, valued):
        reading = read_card(text)
        assert [(person.name, person.title) for person in reading.people] == [
            ("Ada Example", "Chief")
        ]
        assert ties_of(reading) == {("Hal Helper", TieKind.ASSISTS, "Ada Example")}


def test_apples_labels_say_which_address_is_private_and_who_is_who() -> None:
    reading = read_card(
        card(
            "FN:Ada Example",
            "item1.EMAIL;type=INTERNET:ada@example.net",
            "item1.X-ABLabel:_$!<Home>!$_",
            "item2.EMAIL;type=INTERNET:ada@example.org",
            "item2.X-ABLabel:Board",
            "item3.X-ABRELATEDNAMES:Bo Boss",
            "item3.X-ABLabel:_$!<Manager>!$_",
            "item4.X-ABRELATEDNAMES:Sam Spouse",
            "item4.X-ABLabel:_$!<Spouse>!$_",
            "X-SOCIALPROFILE;type=linkedin;x-user=ada-e:x-apple:ada-e",
        )
    )
    (person,) = reading.people
    assert person.emails == ("ada@example.org",)
    assert person.profile == "https://www.linkedin.com/in/ada-e"
    assert ties_of(reading) == {("Ada Example", TieKind.REPORTS_TO, "Bo Boss")}
    assert "relatives and friends" in reading.notes[-1]
    assert "Sam" not in repr(reading)


def test_relations_are_found_by_id_address_and_name() -> None:
    reading = read_card(
        card("FN:Ada Example", "UID:urn:uuid:AB", "EMAIL:ada@example.org")
        + card("FN:Bo Invented", "UID:cd", "X-MANAGER:ADA  example", "X-ASSISTANT:Hal Helper")
        + card(
            "FN:Cy Made-Up",
            "RELATED;TYPE=co-worker:urn:uuid:ab",
            "RELATED;TYPE=contact:mailto:ada@example.org",
            "RELATED;TYPE=colleague;VALUE=text:Bo Invented",
            "RELATED;TYPE=agent:mailto:Hal@example.org",
            "RELATED;TYPE=sibling;VALUE=text:Sy Made-Up",
            "RELATED;TYPE=me:urn:uuid:ef",
            "RELATED;TYPE=colleague:urn:uuid:gone",
            version="4.0",
        )
    )
    assert ties_of(reading) == {
        ("Bo Invented", TieKind.REPORTS_TO, "Ada Example"),
        ("Hal Helper", TieKind.ASSISTS, "Bo Invented"),
        ("Cy Made-Up", TieKind.WORKS_WITH, "Ada Example"),
        ("Cy Made-Up", TieKind.KNOWS, "Ada Example"),
        ("Cy Made-Up", TieKind.WORKS_WITH, "Bo Invented"),
        ("hal@example.org", TieKind.ASSISTS, "Cy Made-Up"),
    }
    assert reading.ties[0] == Tie("cd", "ab", TieKind.REPORTS_TO, Source("a.vcf", 11))
    assert [(p.name, p.emails) for p in reading.mentioned] == [
        ("Hal Helper", ()),
        ("hal@example.org", ("hal@example.org",)),
    ]
    assert "Passed over: 1 relation to people without an entry in this file." in reading.notes


def test_a_name_that_two_cards_have_means_neither_of_them() -> None:
    two = card("FN:Ada Example", "ORG:One") + card("FN:Ada Example", "ORG:Two")
    reading = read_card(two + card("FN:Bo Invented", "X-MANAGER:Ada Example"))
    assert len({person.key for person in (*reading.people, *reading.mentioned)}) == 4
    (tie,) = reading.ties
    assert tie.other == reading.mentioned[0].key


def test_of_two_cards_with_one_id_the_newest_is_taken() -> None:
    old = card("FN:Ada Old", "UID:x", "REV:2025-01-01T00:00:00Z")
    new = card("FN:Ada New", "UID:X", "REV:2026-01-01T00:00:00Z")
    for text in (old + new, new + old):
        reading = read_card(text)
        assert [person.name for person in reading.people] == ["Ada New"]
        assert reading.notes == (
            "Passed over: 1 entry with the id of another: the newest of each was taken.",
        )


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("N:Example;Ada;Bea;Dr.;PhD",), "Ada Bea Example"),
        (("FN:Prof. Dr. Ada Example MD, PhD", "N:Example;Ada;;Prof.,Dr.;MD,PhD"), "Ada Example"),
        (("FN:Example\\, Ada", "N:Example;Ada;;;"), "Ada Example"),
        (("N:山田;花;;;",), "山田 花"),
        (("FN:Ada",), "Ada"),
        (("FN:Drew Drake", "N:Drake;Drew;;Dr;"), "Drew Drake"),
        (("EMAIL:Ada@example.org",), "ada@example.org"),
        (("N:;;;;", "NICKNAME:Addy"), "Addy"),
        (("FN:Made Up\u202e Name\x07",), "Made Up Name"),
    ],
)
def test_the_name_is_the_one_they_go_by(lines: tuple[str, ...], name: str) -> None:
    assert person_of(*lines).name == name


@pytest.mark.parametrize(
    ("lines", "reading"),
    [
        (("X-PHONETIC-FIRST-NAME:はな", "X-PHONETIC-LAST-NAME:やまだ"), "やまだ はな"),
        (("SOUND;X-IRMC-N;CHARSET=UTF-8:ﾔﾏﾀﾞ;ﾊﾅ;;;",), "ﾔﾏﾀﾞ ﾊﾅ"),
        (("N;PHONETIC=piny;ALTID=1:Yamada;Hana;;;",), "Hana Yamada"),
    ],
)
def test_how_a_name_is_said_is_kept(lines: tuple[str, ...], reading: str) -> None:
    person = person_of("FN:山田 花", "N:山田;花;;;", *lines)
    assert person.name == "山田 花"
    assert person.names == (Name(reading, NameForm.READING),)


def test_other_names_and_how_they_are_filed_are_kept() -> None:
    person = person_of("FN:Ada Example", "FN:אדה", "SORT-STRING:Example", version="4.0")
    assert person.names == (Name("Example", NameForm.SORT), Name("אדה", NameForm.ALSO))


@pytest.mark.parametrize(
    "lines",
    [
        ("FN:Made Up Ltd", "KIND:org"),
        ("FN:The Team", "X-ADDRESSBOOKSERVER-KIND:group"),
        ("FN:Made Up Ltd", "N:Up;Made;;;", "X-ABShowAs:COMPANY"),
        ("FN:Made Up Ltd", "N:;;;;", "ORG:Made Up Ltd;"),
        ("ORG:Made Up Ltd", "EMAIL:desk@example.org"),
    ],
)
def test_organisations_and_groups_are_no_people(lines: tuple[str, ...]) -> None:
    reading = read_card(card("FN:Ada Example") + card(*lines))
    assert [person.name for person in reading.people] == ["Ada Example"]
    assert reading.notes == ("Passed over: 1 card of organisations, groups or things.",)
    with pytest.raises(NothingFound, match="describes no person"):
        read_card(card(*lines))


@pytest.mark.parametrize(
    ("zone", "understood"),
    [
        ("Asia/Tokyo", "Asia/Tokyo"),
        ("asia/tokyo", "Asia/Tokyo"),
        ("Tokyo Standard Time", "Asia/Tokyo"),
        ("-05:00; EST; America/New_York", "America/New_York"),
        ("+09:00", ""),
        ("-0500", ""),
        ("Middle Earth", ""),
    ],
)
def test_a_time_zone_is_one_that_has_a_name(zone: str, understood: str) -> None:
    reading = read_card(card("FN:Ada Example", f"TZ:{zone}"))
    assert reading.people[0].time_zone == understood
    assert bool(reading.notes) == (not understood)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_encoding_and_line_end_is_read(encoding: str, end: str) -> None:
    text = card("FN:Adá Exämple", "ORG:Müller") * 3
    reading = read_card(text.replace("\n", end).encode(encoding))
    assert {(person.name, person.organisation) for person in reading.people} == {
        ("Adá Exämple", "Müller")
    }
    rows = [person.source.row for person in reading.people if person.source]
    assert rows == [1, 6, 11]


def test_a_damaged_line_and_a_missing_end_are_told_and_the_rest_is_kept() -> None:
    text = "BEGIN:VCARD\nFN:Ada Example\nwhat is this\nTITLE:Chief\n" + card("FN:Bo Invented")
    reading = read_card(text + "BEGIN:VCARD\nFN:Cy")
    assert [(p.name, p.title) for p in reading.people] == [
        ("Ada Example", "Chief"),
        ("Bo Invented", ""),
        ("Cy", ""),
    ]
    assert problems(reading) == [
        "a.vcf, line 3: This line is no property of a card, so it is passed over.",
        "a.vcf, line 1: This card has no END:VCARD; what stands there was read.",
        "a.vcf, line 9: This card has no END:VCARD; what stands there was read.",
    ]


def test_hostile_cards_are_bounded() -> None:
    nested = read_card("BEGIN:VCARD\nFN:Ada\n" * 5000)
    assert len(nested.people) == 5000
    assert len(nested.problems) == 1001
    assert nested.problems[-1].what == "4,000 more rows could not be used."
    agents = read_card("BEGIN:VCARD\nFN:Ada\n" + "AGENT:\nBEGIN:VCARD\nFN:Bo\n" * 5000)
    assert [person.name for person in agents.people] == ["Ada"]
    long = read_card(card("FN:Ada", "NOTE:" + "x" * 100_001))
    assert long.remarks == ()
    assert "too long (100,001 characters" in long.problems[0].what
    name = read_card(card("FN:" + "x" * 1001) + card("FN:Ada", "X-MANAGER:" + "x" * 1001))
    assert [person.name for person in name.people] == ["Ada"]
    assert [problem.line for problem in name.problems] == [1, 8]
    many = read_card(card("FN:Ada", *["EMAIL:a@example.org"] * 10_001))
    assert many.people[0].emails == ("a@example.org",)
    assert "first 10,000 properties" in many.problems[0].what


@pytest.mark.parametrize("version", ["2.1", "3.0", "4.0", "5.0", "", "x"])
def test_the_version_may_be_wrong(version: str) -> None:
    assert person_of("FN:Ada Example", "ORG:One;Two", version=version).unit == "Two"


def test_japanese_telephones_need_not_say_their_encoding() -> None:
    lines = ("N:表示;花子;;;", "SOUND;X-IRMC-N:ﾋｮｳｼﾞ;ﾊﾅｺ;;;", "ORG:見本")
    said = ("N;CHARSET=SHIFT_JIS:表示;花子;;;", "ORG:見本", "SOUND;X-IRMC-N:ﾋｮｳｼﾞ;ﾊﾅｺ;;;")
    for told in (lines, said):
        (person,) = read_card(card(*told, version="2.1").encode("cp932")).people
        assert (person.name, person.organisation) == ("表示 花子", "見本")
        assert person.names == (Name("ﾋｮｳｼﾞ ﾊﾅｺ", NameForm.READING),)


def test_a_note_may_be_in_base64() -> None:
    reading = read_card(card("FN:Ada Example", "NOTE;ENCODING=b:TGlrZXMgbnVtYmVycw=="))
    assert [remark.text for remark in reading.remarks] == ["Likes numbers"]

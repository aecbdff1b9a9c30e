import pytest

from coalition.errors import NothingFound
from coalition.exchange.opening import material_from_bytes
from coalition.exchange.reading import read_material
from coalition.model.contact import Note, TieKind
from coalition.model.person import Name, NameForm, Person
from coalition.model.reading import Reading
from coalition.model.source import Source

NEW = (
    "First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,"
    "Phonetic Last Name,Name Prefix,Name Suffix,Nickname,File As,Organization Name,"
    "Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,"
    "E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,"
    "Address 1 - Label,Address 1 - City,Address 1 - Country,Address 2 - Label,Address 2 - City,"
    "Address 2 - Country,Website 1 - Label,Website 1 - Value,Relation 1 - Label,"
    "Relation 1 - Value,Custom Field 1 - Label,Custom Field 1 - Value\n"
)
ADA = (
    'Ada,Bea,Example,,,,Dr.,PhD,Addy,"Example, Ada",Made Up Ltd,Chief,Law,1970-01-01,'
    '"Likes numbers.\nNo decks",,* myContacts ::: Board,Home,ada@example.net,* Work,'
    "Ada@Example.org ::: chief@example.org,Mobile,+1,Home,Nowhere,NL,Work,Utrecht,Netherlands,"
    "LinkedIn,http://linkedin.com/in/ada-e ::: https://example.org,Manager,Bo Boss,Assistant,"
    "Hal Helper\n"
)
LEGACY = (
    "Name,Given Name,Additional Name,Family Name,Yomi Name,Given Name Yomi,Additional Name Yomi,"
    "Family Name Yomi,Name Prefix,Name Suffix,Initials,Nickname,Birthday,Gender,Location,"
    "Occupation,Hobby,Notes,Language,Photo,Group Membership,E-mail 1 - Type,E-mail 1 - Value,"
    "Relation 1 - Type,Relation 1 - Value,Organization 1 - Type,Organization 1 - Name,"
    "Organization 1 - Title,Organization 1 - Department\n"
)
HANA = (
    "山田 花,花,,山田,,はな,,やまだ,,,,,1970-01-01,Female,Kyoto,,Choirs,,ja,,* myContacts,* ,"
    "hana@example.jp,Spouse,Sam Spouse,,見本,部長 ::: 顧問,人事部\n"
)


def read_google(text: str, everything: bool = True) -> Reading:
    material = material_from_bytes("contacts.csv", text.encode("utf-8-sig"))
    return read_material(material, everything=everything)


def test_a_row_since_2024_tells_who_somebody_is_at_work() -> None:
    reading = read_google(NEW + ADA)
    assert reading.format == "google-contacts"
    assert reading.people == (
        Person(
            "Ada Bea Example",
            place="Utrecht, Netherlands",
            profile="https://www.linkedin.com/in/ada-e",
            profiles=("https://example.org",),
            key="ada@example.org",
            names=(Name("Example, Ada", NameForm.SORT), Name("Addy", NameForm.ALSO)),
            emails=("ada@example.org", "chief@example.org"),
            title="Chief",
            organisation="Made Up Ltd",
            unit="Law",
            source=Source("contacts.csv", 2),
        ),
    )
    assert reading.remarks == (
        Note("ada@example.org", "Likes numbers.\nNo decks", Source("contacts.csv", 2)),
    )


def test_managers_and_assistants_are_ties() -> None:
    reading = read_google(NEW + ADA)
    assert [person.name for person in reading.mentioned] == ["Bo Boss", "Hal Helper"]
    assert [(tie.one, tie.kind, tie.other) for tie in reading.ties] == [
        ("ada@example.org", TieKind.REPORTS_TO, "bo boss"),
        ("hal helper", TieKind.ASSISTS, "ada@example.org"),
    ]


def test_a_row_of_before_2024_tells_the_same() -> None:
    reading = read_google(LEGACY + HANA)
    (hana,) = reading.people
    assert (hana.name, hana.emails) == ("山田 花", ("hana@example.jp",))
    assert hana.names == (Name("やまだ はな", NameForm.READING),)
    assert (hana.organisation, hana.title, hana.unit) == ("見本", "部長", "人事部")
    assert hana.languages == ("ja",)


def test_what_is_private_is_not_kept_and_named() -> None:
    reading = read_google(NEW + ADA)
    assert reading.notes == (
        "Passed over: 1 e-mail address marked as private.",
        "Not kept, being private or of no use: Birthday, Labels, Phone 1 - Label, Phone 1 - Value.",
    )
    legacy = read_google(LEGACY + HANA)
    assert legacy.notes == (
        "Not kept, being private or of no use: Birthday, Gender, Group Membership, Hobby, "
        "Location, relatives and friends.",
    )
    kept = repr((reading.people, reading.mentioned, legacy.people, legacy.mentioned))
    assert not any(word in kept for word in ("1970", "Nowhere", "example.net", "Choirs", "Sam"))


def test_an_organisation_is_no_person_and_an_address_alone_is_one() -> None:
    row = LEGACY.replace("Name,Given", "Given").split(",")
    blank = [""] * (len(row) + 1)
    firm, mail, nothing = list(blank), list(blank), list(blank)
    firm[26], firm[22] = "Made Up Ltd", "desk@example.org"
    mail[22] = "ada@example.org"
    nothing[14] = "Utrecht"
    reading = read_google(
        LEGACY + "".join(",".join(cells) + "\n" for cells in (firm, mail, nothing))
    )
    assert [person.name for person in reading.people] == ["ada@example.org"]
    assert reading.notes[:2] == (
        "Passed over: 1 entry of organisations, without a person.",
        "Passed over: 1 entry without a name or an e-mail address.",
    )
    with pytest.raises(NothingFound, match="no person in it"):
        read_google(LEGACY + ",".join(firm) + "\n")


def test_a_cloud_of_it_is_refused_with_advice() -> None:
    with pytest.raises(NothingFound, match="`coalition import` keeps its people"):
        read_google(NEW + ADA, everything=False)


def test_linkedins_files_are_not_taken() -> None:
    header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    row = "Ada,Example,https://www.linkedin.com/in/ada-e,,Made Up Ltd,Chief,28 Feb 2026\n"
    assert read_google(header + row).format == "linkedin-csv"

"""What a plain table tells of its people, with tags beside them or without."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.errors import UnknownFormat
from coalition.exchange.opening import material_from_bytes
from coalition.exchange.people_columns import people_role
from coalition.exchange.people_names import is_vacant, written_name
from coalition.exchange.reading import read_material
from coalition.exchange.working_time import hours_in, zone_in
from coalition.model.contact import Channel
from coalition.model.reading import Reading
from tests.exchange.samples import problems, read_text


def everything(text: str, name: str = "t.csv") -> Reading:
    return read_material(material_from_bytes(name, text.encode()), everything=True)


def test_people_beside_tags_are_told_of_in_full_and_hold_the_evidence() -> None:
    reading = everything(
        "Name,Role,Organisation,Influence,Interest,Tags,Last contact,Notes\n"
        "架空 花子,部長,見本社,高,中,コーチング、交渉,2026年3月1日,\n"
        "نور المثالي,مديرة,شركة المثال,High,High,التغيير; القيادة,٠١/٠٣/٢٠٢٦,\n"
        "Ольга Примерная,Директор,ООО «Пример»,4/5,3/5,Переговоры | HR,01.03.2026,Likes figures\n"
        "Bo Sample,Boss,Fictive,5,4,Law;#Tax,1 Mar 2026,\n"
    )
    assert reading.format == "table"
    assert next((p.name, p.title, p.organisation) for p in reading.people) == (
        "架空 花子", "部長", "見本社",
    )  # fmt: skip
    keys = [person.key for person in reading.people]
    held = [(piece.holder_key, piece.holder, piece.skill) for piece in reading.evidence]
    assert held[:2] == [(keys[0], "架空 花子", "コーチング"), (keys[0], "架空 花子", "交渉")]
    assert len(held) == 8
    assert [(t.people, t.at, t.channel) for t in reading.touchpoints] == [
        ((key,), "2026-03-01", Channel.OTHER) for key in keys
    ]
    assert [(note.about, note.text) for note in reading.remarks] == [(keys[2], "Likes figures")]
    assert reading.notes == (
        "Passed over, because they belong to one of your goals: Influence, Interest.",
    )


def test_rows_of_one_person_in_a_long_table_are_one_person() -> None:
    reading = everything(
        "Employee ID,Name,Email,Title,Skill,Endorsements\n"
        "E1,Ada T,ada@example.com,Clerk,Law,3\nE1,Ada T,,,Art,2\n"
        "E2,Ada T,ada2@example.com,Cook,Law,1\n,Bo S,,,Law,4\n,Bo S,,,Tax,5\n"
    )
    assert [(p.name, p.title, p.emails) for p in reading.people] == [
        ("Ada T", "Clerk", ("ada@example.com",)),
        ("Ada T", "Cook", ("ada2@example.com",)),
        ("Bo S", "", ()),
    ]
    first, second, bo = (person.key for person in reading.people)
    assert [(e.holder_key, e.skill, e.amount) for e in reading.evidence] == [
        (first, "Law", 3), (first, "Art", 2), (second, "Law", 1), (bo, "Law", 4), (bo, "Tax", 5),
    ]  # fmt: skip
    assert problems(reading) == []


@pytest.mark.parametrize("tags", [("", "", ""), (",Tags", ",Law", ",Art")])
def test_one_name_with_two_roles_is_two_people(tags: tuple[str, str, str]) -> None:
    head, first, second = tags
    reading = everything(
        f"Name,Title,Company{head}\nAda T,Clerk,Fictive{first}\nAda T,Cook,Sham{first}\n"
        f"Ada T,Clerk,Fictive{second}\n"
    )
    assert [(p.title, p.organisation) for p in reading.people] == [
        ("Clerk", "Fictive"), ("Cook", "Sham"),
    ]  # fmt: skip


def test_clouds_are_given_what_they_were_given_before() -> None:
    reading = read_text("Name,Role,Tags,Last contact\nAda,Boss,Law,2026-03-01\nBo,Cook,Art,\n")
    assert reading.touchpoints == ()
    assert [(piece.holder, piece.holder_key) for piece in reading.evidence] == [
        ("Ada", ""), ("Bo", ""),
    ]  # fmt: skip


PEOPLE = "Name,Company,E-mail,Last contact\nAda T,Fictive,Ada@Example.com,2026-03-01\nBo S,Sham,,\n"


def test_a_table_of_people_without_tags_is_read_for_its_people() -> None:
    reading = everything(PEOPLE)
    assert [(p.name, p.organisation, p.emails) for p in reading.people] == [
        ("Ada T", "Fictive", ("ada@example.com",)),
        ("Bo S", "Sham", ()),
    ]
    assert len(reading.touchpoints) == 1
    assert (reading.evidence, problems(reading)) == ((), [])


def test_a_cloud_of_it_is_refused_with_what_it_is() -> None:
    with pytest.raises(UnknownFormat) as caught:
        read_text(PEOPLE, "who.csv")
    assert str(caught.value) == (
        "who.csv is a table of people without a column of tags (its columns: Name, Company, "
        "E-mail, Last contact): `coalition import` keeps its people; for a cloud, rename the "
        "column with the tags to `tag`."
    )


def test_numbers_beside_names_are_still_weights_of_tags() -> None:
    reading = everything("Name,Points\nLaw,3\nArt,5\n")
    assert [piece.skill for piece in reading.evidence] == ["Law", "Art"]
    assert reading.people == ()


def test_a_day_that_is_not_sure_is_no_contact() -> None:
    reading = everything("Name,Company,Last contact\nAda T,Fictive,03/04/2026\nBo S,Sham,soon\n")
    assert reading.touchpoints == ()
    assert problems(reading)[0] == (
        "t.csv, line 2: “03/04/2026” is no day that is sure: no contact was made of it."
    )


def test_a_title_that_is_a_salutation_is_none() -> None:
    reading = everything(
        "Title,Name,Company,Job Title\nMr,Bo S,Sham,Cook\nMs.,Ada T,Fictive,Boss\n"
    )
    assert [person.title for person in reading.people] == ["Cook", "Boss"]


def test_contacts_of_a_machine_are_addresses_where_they_look_like_it() -> None:
    reading = everything("Employee,Contact,Company\nAda T,ada@example.com,Fictive\n")
    assert [person.emails for person in reading.people] == [("ada@example.com",)]


def test_a_contact_is_a_name_where_there_is_no_other() -> None:
    reading = everything("Contact,Company,E-mail\nAda T,Fictive,ada@example.com\n")
    assert [person.name for person in reading.people] == ["Ada T"]


def test_managers_in_a_table_of_tags_are_ties_too() -> None:
    reading = everything(
        "Worker Name,Manager,Skills\nAda T (On Leave),Bo S,Law; Art\nBo S,,Tax\n(Vacant),Bo S,X\n"
    )
    assert [(tie.one, tie.other) for tie in reading.ties] == [("ada t", "bo s")]
    assert [(piece.skill, piece.holder) for piece in reading.evidence] == [
        ("Law", "Ada T"), ("Art", "Ada T"), ("Tax", "Bo S"),
    ]  # fmt: skip
    assert [problem.line for problem in reading.problems] == [4]


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("Testerson, Ada", "Ada Testerson"),
        ("Testerson, Ada (On Leave) [C]", "Ada Testerson"),
        ("Ada Testerson (Contractor)", "Ada Testerson"),
        ("Ada Testerson, PhD", "Ada Testerson, PhD"),
        ("Ada (Addie) Testerson", "Ada (Addie) Testerson"),
        ("Ada Testerson (Elternzeit)", "Ada Testerson"),
        ("架空 花子（休職中）", "架空 花子"),
        ("Ada Testerson (she/her)", "Ada Testerson"),
        ("Ada Testerson (0042)", "Ada Testerson"),
    ],
)
def test_names_lose_what_is_no_part_of_them(cell: str, name: str) -> None:
    assert written_name(cell).name == name


@given(st.text(max_size=300))
def test_no_cell_breaks_the_reading_of_names_and_headers(cell: str) -> None:
    written = written_name(cell)
    assert "\n" not in written.name
    assert not written.name.startswith(" ")
    assert is_vacant(cell) in {True, False}
    people_role(cell)
    hours_in(cell)


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("Manager's Name", "manager"),
        ("managerId", "manager id"),
        ("Manager E-Mail", "manager email"),
        ("Employee #", "employee"),
        ("First Name [Required]", "first"),
        ("Family name", "last"),
        ("Job_Family_Group", ""),
        ("Geburtsdatum", "private"),
        ("Age", "private"),
        ("Home Phone", "private"),
        ("給与（月額）", "private"),
        ("Package", ""),
    ],
)
def test_headers_say_what_a_column_is_for(header: str, role: str) -> None:
    assert people_role(header) == role


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("9-17", "09:00-17:00"),
        ("9:00 – 17:30", "09:00-17:30"),
        ("9am to 5 pm", "09:00-17:00"),
        ("12am-12pm", "00:00-12:00"),
        ("8h30 à 18h", "08:30-18:00"),
        ("25-26", None),
        ("flexible", None),
    ],
)
def test_working_hours_are_read_as_people_write_them(text: str, hours: str | None) -> None:
    assert hours_in(text) == hours


def test_zones_are_known_by_both_of_their_names() -> None:
    assert zone_in("Asia/Tokyo") == "Asia/Tokyo"
    assert zone_in("asia/tokyo") == "Asia/Tokyo"
    assert zone_in("Tokyo Standard Time") == "Asia/Tokyo"
    assert zone_in("somewhere") is None

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.errors import CoalitionError, NothingFound
from coalition.exchange.linkedin_csv import READER
from coalition.exchange.reader import Match
from coalition.model.reading import Reading
from tests.exchange.linkedin_samples import (
    CONNECTIONS,
    ENDORSEMENTS,
    NOTES,
    document,
    endorsed,
    listed,
)
from tests.exchange.samples import read_text


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_endorsements_alone_are_known_by_their_header_though_saved_by_a_spreadsheet(
    delimiter: str,
) -> None:
    row = "2025/03/01 08:00:00 UTC,Law,Bo,Fictive,www.linkedin.com/in/bo,ACCEPTED\n"
    text = (ENDORSEMENTS + row).replace(",", delimiter)
    material = document(text, "endorsements from ada.csv")
    assert READER.recognise(material) is Match.SURE
    assert endorsed(READER.read(material)) == {"Law": ["Bo Fictive"]}


def test_skills_alone_are_read() -> None:
    material = document("Name\nLaw\nM&A\n", "Skills.csv")
    assert READER.recognise(material) is Match.SURE
    assert listed(READER.read(material)) == ["Law", "M&A"]


@pytest.mark.parametrize("header", ["Name;;;", "Name,", '"Name"\t'])
def test_skills_that_a_spreadsheet_saved_with_empty_columns_are_read(header: str) -> None:
    end = header.removeprefix("Name") if header.startswith("Name") else "\t"
    material = document(f"{header}\nLaw{end}\nLatin{end}\n", "export.csv")
    assert READER.recognise(material) is Match.LIKELY
    assert listed(READER.read(material)) == ["Law", "Latin"]


def test_the_profile_alone_gives_the_person() -> None:
    text = "First Name,Last Name,Headline,Industry\nAda,Sample,Judge,Law\n"
    person = READER.read(document(text, "Profile.csv")).person
    assert person is not None
    assert (person.name, person.headline) == ("Ada Sample", "Judge")


def test_connections_alone_give_people_and_no_skills() -> None:
    material = document(NOTES + CONNECTIONS + "Bo,Fictive,,,Firm,Judge,28 Feb 2026\n")
    reading = READER.read(material)
    assert (len(reading.people), reading.evidence) == (1, ())


def test_what_the_owner_gave_to_others_is_not_taken_for_what_they_received() -> None:
    text = ENDORSEMENTS.replace("Endorser", "Endorsee") + ",Law,Bo,Fictive,,ACCEPTED\n"
    with pytest.raises(NothingFound, match="gave to others"):
        READER.read(document(text))


def test_a_file_that_names_no_skill_says_which_file_to_take() -> None:
    with pytest.raises(NothingFound, match=r"Skills\.csv"):
        READER.read(document("Name,Proficiency\nIrish,\n", "Languages.csv"))


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Extension,Number,Type\n,+44 20 7946 0000,Mobile\n", "phone numbers"),
        ("CONVERSATION ID,CONVERSATION TITLE,FROM,TO,DATE,CONTENT,FOLDER\n", "messages"),
        (
            "Email Address;Confirmed;Primary;Updated On\nbo@example.org;Yes;Yes;\n",
            "email addresses",
        ),
        ('"From","To","Sent At","Message","Direction"\nBo,Ada,,Hello,INCOMING\n', "invitations"),
        ("Organization,Followed On\nSample LLP,Wed Feb 11 2026\n", "company follows"),
        ('Profile Summary\n""\n', "profile summary"),
    ],
)
def test_a_file_about_something_else_is_refused_and_never_taken_for_tags(
    text: str, what: str
) -> None:
    with pytest.raises(NothingFound, match=rf"LinkedIn's {what} file.*Skills\.csv"):
        read_text(text, "export.csv")


@pytest.mark.parametrize(
    "text",
    [
        "skill,weight\nLaw,3\n",
        "tag;count\nLaw;3\n",
        "Law\nM&A\n",
        "type,number\nLaw,3\n",
        "Skill,Date,Type,Link\nLaw,2026-03-01,,\n",
        "Tag,Date\nLaw,2026-03-01\n",
        "Skills\nLaw\n",
        "Employee ID,Name,Manager\n1,Bo,Cy\n",
        "First Name,Middle Name,Last Name,E-mail 1 - Label\nBo,,Fictive,\n",
        '[["Law", 3]]',
        "| file | First Name,Last Name,Company,Position | a table about tables |\n",
        "",
    ],
)
def test_other_tables_and_lists_are_not_claimed(text: str) -> None:
    assert READER.recognise(document(text)) is Match.NO


@given(st.binary(max_size=200), st.sampled_from(["", ENDORSEMENTS, CONNECTIONS, "Name\n"]))
def test_any_bytes_give_a_reading_or_an_error_of_ours(content: bytes, header: str) -> None:
    material = document(header.encode() + content)
    assert READER.recognise(material) in Match
    with contextlib.suppress(CoalitionError):
        assert isinstance(READER.read(material), Reading)

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.errors import CoalitionError, NothingFound, UnreadableInput
from coalition.exchange.linkedin_archive import READER
from coalition.exchange.material import Collection
from coalition.exchange.reader import Match
from coalition.exchange.reading import read_material
from coalition.model.reading import Reading
from tests.exchange.linkedin_samples import (
    CONNECTIONS,
    ENDORSEMENTS,
    NOTES,
    archive,
    endorsed,
    listed,
)

WHOLE = {
    "Endorsement_Received_Info.csv": ENDORSEMENTS
    + "2025/03/01 08:00:00 UTC,Negotiation,Bo,Fictive,www.linkedin.com/in/bo-f,ACCEPTED\n"
    "2025/02/01 08:00:00 UTC,Negotiation,Cy,Fictive (He/Him),www.linkedin.com/in/cy,accepted\n"
    "2025/01/01 08:00:00 UTC,Negotiation,Dee,Fictive,www.linkedin.com/in/dee,REJECTED\n"
    "2025/01/01 08:00:00 UTC,M&A,Dee,Fictive,www.linkedin.com/in/dee,PENDING\n",
    "Skills.csv": 'Name\nNegotiation\n"Law, ""Applied"""\n',
    "Profile.csv": "First Name,Last Name,Birth Date,Headline,Summary,Industry,Geo Location\n"
    'Ada,Sample,Apr 3,Counsel,"I settle.\n\nQuietly.",Law Practice,"Cork, Ireland"\n',
    "Positions.csv": "Company Name,Title,Description,Location,Started On,Finished On\n"
    "Sample LLP,Partner,,Cork,Sep 2019,\nOld & Co,Clerk,,,2008,Jan 2012\n",
    "Certifications.csv": "Name,Url,Authority,Started On,Finished On,License Number\n"
    "Certified Mediator,,Board of Invented Mediators,Mar 2020,,\n",
    "Languages.csv": "Name,Proficiency\nIrish,Native\nfrançais,\n",
    "Recommendations_Received.csv": "First Name,Last Name,Company,Job Title,Text,"
    "Creation Date,Status\n"
    'Bo,Fictive,Firm,Judge,"Fair.\n\nFirm.","06/08/21, 09:15 AM",VISIBLE\n'
    'Cy,Fictive,Firm,Clerk,draft,"06/08/21, 09:15 AM",HIDDEN\n',
    "Connections.csv": NOTES
    + CONNECTIONS
    + "Bo,Fictive,https://www.linkedin.com/in/bo-f,,Firm,Judge,28 Feb 2026\n"
    ",,,,,,01 Oct 2024\n",
    "messages.csv": '"FROM","CONTENT"\n"x","y"\n',
    "Ad_Targeting.csv": "Company Names,Company Names\na,b\n",
    "Something New.csv": "A\n1\n",
}


def read(files: dict[str, str]) -> Reading:
    return read_material(archive(files), format=READER.name)


def test_only_accepted_endorsements_count_and_the_rest_is_told() -> None:
    reading = read(WHOLE)
    assert endorsed(reading) == {"Negotiation": ["Bo Fictive", "Cy Fictive (He/Him)"]}
    assert "2 endorsements not counted: 1 pending, 1 rejected." in reading.notes


def test_an_endorsement_knows_its_day_its_line_and_who_gave_it() -> None:
    first = read(WHOLE).evidence[0]
    assert (first.on, first.by_key, first.source.row) == ("2025-03-01", "bo-f", 2)
    assert first.source.file == "Endorsement_Received_Info.csv"


def test_the_owner_is_described_by_profile_positions_and_languages() -> None:
    person = read(WHOLE).person
    assert person is not None
    assert (person.name, person.headline, person.industry) == (
        "Ada Sample",
        "Counsel",
        "Law Practice",
    )
    held = [(role.organisation, role.title, role.started, role.ended) for role in person.positions]
    assert held == [
        ("Sample LLP", "Partner", "2019-09", None),
        ("Old & Co", "Clerk", "2008", "2012-01"),
    ]
    assert person.languages == ("Irish", "français")


def test_skills_certificates_and_visible_recommendations_are_read() -> None:
    reading = read(WHOLE)
    assert listed(reading) == ["Negotiation", 'Law, "Applied"']
    assert [item.skill for item in reading.certificates] == ["Certified Mediator"]
    assert [(item.by, item.on) for item in reading.recommendations] == [
        ("Bo Fictive", "2021-06-08")
    ]
    assert reading.recommendations[0].text == "Fair.\n\nFirm."


def test_people_are_the_connections_with_a_name() -> None:
    people = read(WHOLE).people
    assert [(person.name, person.profile) for person in people] == [
        ("Bo Fictive", "https://www.linkedin.com/in/bo-f")
    ]


def test_other_files_are_passed_over_by_name_and_unknown_ones_noted_without_a_problem() -> None:
    reading = read(WHOLE)
    assert "2 files known and passed over: Ad_Targeting.csv, messages.csv." in reading.notes
    assert "1 file not known, so passed over: Something New.csv." in reading.notes
    assert reading.problems == ()


@pytest.mark.parametrize(
    "name",
    [
        "Export/Endorsement_Received_Info.csv",
        "a/b/c/Endorsement Received Info.csv",
        "ENDORSEMENT_RECEIVED_INFO.CSV",
        "Endorsement_Received_Info (1).csv",
    ],
)
def test_a_file_is_known_in_any_folder_and_spelling(name: str) -> None:
    material = archive({name: WHOLE["Endorsement_Received_Info.csv"]})
    assert READER.recognise(material) is Match.SURE
    assert list(endorsed(READER.read(material))) == ["Negotiation"]


def test_of_two_archives_side_by_side_the_fuller_one_is_read() -> None:
    files = {f"complete/{name}": text for name, text in WHOLE.items()}
    files["basic/Skills.csv"] = "Name\nStale\n"
    assert listed(read(files)) == ["Negotiation", 'Law, "Applied"']


def test_one_endorser_counts_once_for_a_skill_however_their_address_is_written() -> None:
    rows = (
        ",Law,Łu,Fictive,www.linkedin.com/in/%C5%81u-fictive,ACCEPTED\n"
        ",law,Łu,Fictive,https://de.linkedin.com/in/łu-fictive/?x=1,ACCEPTED\n"
        ",Law,Łu,Fictive,www.linkedin.com/in/another-lu,ACCEPTED\n"
    )
    evidence = read({"Endorsement_Received_Info.csv": ENDORSEMENTS + rows}).evidence
    assert [(item.by_key, item.rows) for item in evidence] == [("łu-fictive", 2), ("another-lu", 1)]


def test_endorsers_without_name_and_address_are_not_taken_for_one() -> None:
    rows = ",Law,,,,ACCEPTED\n,Law,,,,ACCEPTED\n"
    reading = read({"Endorsement_Received_Info.csv": ENDORSEMENTS + rows})
    assert len(reading.evidence) == 2


def test_exports_without_a_status_column_have_only_accepted_endorsements() -> None:
    text = "Skill Name,Endorser First Name,Endorser Last Name\nLaw,Bo,Fictive\n"
    assert endorsed(read({"Endorsement_Received_Info.csv": text})) == {"Law": ["Bo Fictive"]}


def test_statuses_of_other_languages_are_understood() -> None:
    rows = ",Law,Bo,Fiktiv,,AKZEPTIERT\n,Law,Cy,Fiktiv,,ABGELEHNT\n,Law,Di,Fictive,,Acceptée\n"
    reading = read({"Endorsement_Received_Info.csv": ENDORSEMENTS + rows})
    assert endorsed(reading) == {"Law": ["Bo Fiktiv", "Di Fictive"]}
    assert "1 endorsement not counted: 1 abgelehnt." in reading.notes


def test_localised_headers_are_understood() -> None:
    text = "Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am\n"
    text += "Bo,Fiktiv,,,Firma,Rat,"
    person = read({"Connections.csv": text}).people[0]
    assert (person.name, person.positions[0].organisation) == ("Bo Fiktiv", "Firma")


def test_rows_of_commas_above_the_header_and_a_comma_below_it_do_no_harm() -> None:
    text = ",,,,,,\n" * 30 + CONNECTIONS.replace("On\n", "On,\n") + "Bo,Fictive,,,Firm,Judge,,\n"
    assert [person.name for person in read({"Connections.csv": text}).people] == ["Bo Fictive"]


def test_a_row_without_a_skill_is_a_problem_with_its_line_and_the_others_count() -> None:
    rows = ',"La\nw",Bo,Fictive,,ACCEPTED\n,,Cy,Fictive,,ACCEPTED\n'
    reading = read({"Endorsement_Received_Info.csv": ENDORSEMENTS + rows})
    assert list(endorsed(reading)) == ["La w"]
    assert [problem.line for problem in reading.problems] == [4]


def test_a_quote_that_nothing_closes_costs_one_row() -> None:
    text = 'Name\nLaw\n"Broken\nMediation\nArbitration\n'
    reading = read({"Skills.csv": text})
    assert listed(reading) == ["Law", "Mediation", "Arbitration"]
    assert [problem.line for problem in reading.problems] == [3]


def test_a_file_without_its_header_is_a_problem_not_a_failure() -> None:
    reading = read({"Skills.csv": WHOLE["Skills.csv"], "Positions.csv": "x,y\n1,2\n"})
    assert [problem.file for problem in reading.problems] == ["Positions.csv"]


def test_header_only_and_empty_files_are_no_problem() -> None:
    files = {"Skills.csv": "Name\nLaw\n", "Connections.csv": CONNECTIONS, "Languages.csv": ""}
    assert read(files).problems == ()


def test_one_damaged_file_is_a_problem_and_all_damaged_an_error() -> None:
    def open_entry(entry: str) -> bytes:
        if entry == "Skills.csv":
            return b"Name\nLaw\n"
        raise UnreadableInput(f"{entry} is damaged.")

    material = Collection("a.zip", ("Skills.csv", "Profile.csv"), open_entry)
    assert [problem.file for problem in READER.read(material).problems] == ["Profile.csv"]
    with pytest.raises(UnreadableInput):
        READER.read(Collection("a.zip", ("Profile.csv",), open_entry))


def test_an_archive_without_skills_or_people_says_so() -> None:
    with pytest.raises(NothingFound, match="without skills"):
        read({"Profile.csv": WHOLE["Profile.csv"]})


def test_other_collections_are_not_claimed() -> None:
    assert READER.recognise(archive({"users.json": "[]", "readme.txt": ""})) is Match.NO


@given(st.dictionaries(st.sampled_from(sorted(WHOLE)), st.binary(max_size=300)))
def test_any_bytes_give_a_reading_or_an_error_of_ours(files: dict[str, bytes]) -> None:
    with contextlib.suppress(CoalitionError):
        assert isinstance(READER.read(archive(files)), Reading)

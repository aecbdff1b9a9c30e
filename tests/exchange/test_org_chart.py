"""Org charts: who reports to whom, in tables of many systems and languages."""

import io

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.exchange.opening import material_from_bytes
from coalition.exchange.org_chart import READER
from coalition.exchange.reader import Match
from coalition.exchange.reading import read_material
from coalition.model.contact import TieKind
from coalition.model.person import Name, NameForm
from coalition.model.reading import Reading
from tests.exchange.samples import problems, read_bytes, read_text


def ties(reading: Reading) -> list[tuple[str, str, str]]:
    named = {person.key: person.name for person in (*reading.people, *reading.mentioned)}
    return [(named[tie.one], tie.kind.value, named[tie.other]) for tie in reading.ties]


def reports(reading: Reading) -> dict[str, str]:
    return {one: other for one, kind, other in ties(reading) if kind == TieKind.REPORTS_TO}


def test_a_manager_is_found_by_name_in_either_order_by_id_and_by_address() -> None:
    reading = read_text(
        'Employee #,"Last name, First name",Work Email,Reports To\n'
        '1,"Sample, Bo",bo@example.com,\n2,"Testerson, Ada",ada@example.com,"Sample, Bo"\n'
        '3,"Mock, Cy",cy@example.com,Ada Testerson\n4,"Dummy, Di",,cy@example.com\n'
        '5,"Fake, Ed",,4\n'
    )
    assert reading.format == "org-chart"
    assert reports(reading) == {
        "Ada Testerson": "Bo Sample",
        "Cy Mock": "Ada Testerson",
        "Di Dummy": "Cy Mock",
        "Ed Fake": "Di Dummy",
    }
    assert problems(reading) == []
    assert reading.people[0].names == (Name("Sample, Bo", NameForm.SORT),)


def test_a_report_of_workday_is_read_below_its_titles() -> None:
    reading = read_text(
        '"Report: All Workers"\n"Run by: HR","Run on: 03/14/2026 09:26 AM"\n\n'
        "Employee_ID,Worker,Preferred_Name,Business_Title,Job_Family_Group,"
        "Supervisory Organization,Manager_ID,Manager,Management_Chain_01,Location\n"
        "00007,Bo Sample,Bobby Sample,Chief,Office,Top (Bo Sample),,,,Leeds\n"
        "00008,Ada Testerson (On Leave) [C],Ada,Advisor,HR,People (Ada Testerson),00007,"
        "Bo Sample,Bo Sample (00007),Leeds\n"
        "00009,Cy Mock (Terminated),,Advisor,HR,People (Ada Testerson),00008,"
        "Ada Testerson (On Leave),Bo Sample (00007),Leeds\n"
    )
    bo, ada, cy = reading.people
    assert (ada.name, ada.employee, ada.title, ada.unit) == (
        "Ada Testerson", "00008", "Advisor", "People",
    )  # fmt: skip
    assert bo.names == (Name("Bobby Sample", NameForm.ALSO),)
    assert (ada.active, cy.active, cy.name) == (True, False, "Cy Mock")
    assert "Leave" not in repr(reading.people)
    assert reports(reading) == {"Ada Testerson": "Bo Sample", "Cy Mock": "Ada Testerson"}
    assert reading.notes == ()
    assert [problem.line for problem in reading.problems] == [7]
    assert "management chain of “Cy Mock” ends with “Bo Sample”" in str(reading.problems[0])


def test_the_second_row_of_headers_of_successfactors_is_no_person() -> None:
    reading = read_text(
        "STATUS,USERID,USERNAME,FIRSTNAME,LASTNAME,GENDER,EMAIL,MANAGER,DEPARTMENT,TIMEZONE,"
        "TITLE,MATRIX_MANAGER\n"
        "Status,User Sys ID,Username,First Name,Last Name,Gender,Email,Manager,Department,"
        "Timezone,Title,Matrix Manager\n"
        "active,u1,bsample,Bo,Sample,M,bo@example.com,NO_MANAGER,Office,US/Eastern,Chief,\n"
        "inactive,u2,atester,Ada,Testerson,F,ada@example.com,u1,HR,Nowhere/None,Advisor,u3\n"
        "active,u3,cmock,Cy,Mock,M,cy@example.com,bsample,IT,,Engineer,\n"
    )
    assert [(p.name, p.active, p.unit, p.time_zone) for p in reading.people] == [
        ("Bo Sample", True, "Office", "US/Eastern"),
        ("Ada Testerson", False, "HR", ""),
        ("Cy Mock", True, "IT", ""),
    ]
    assert ties(reading) == [
        ("Ada Testerson", "reports to", "Bo Sample"),
        ("Ada Testerson", "dotted line to", "Cy Mock"),
        ("Cy Mock", "reports to", "Bo Sample"),
    ]
    assert reading.notes == (
        "Columns that are nobody's business at work were passed over: GENDER.",
    )
    assert len(reading.problems) == 1
    assert "“Nowhere/None” is no time zone" in str(reading.problems[0])


@pytest.mark.parametrize(
    "header",
    [
        "Name,Title,Manager",
        "Worker,Business Title,Worker's Manager",
        "Name,Position,Vorgesetzter",
        "Mitarbeiter,Stelle,Führungskraft",
        "Nom complet,Poste,Supérieur hiérarchique",
        "Nom,Fonction,Responsable",
        "Nombre,Puesto,Jefe directo",
        "Nome,Ruolo,Responsabile",
        "Nome completo,Cargo,Gestor",
        "Naam,Functie,Leidinggevende",
        "氏名,役職,上司",
        "姓名,职位,直属上级",
        "ФИО,Должность,Руководитель",
        "Imię i nazwisko,Stanowisko,Przełożony",
    ],
)
def test_headers_are_known_in_many_languages(header: str) -> None:
    reading = read_text(f"{header}\nBo Sample,Chief,\nAda Testerson,Advisor,Bo Sample\n")
    assert reading.format == "org-chart"
    assert reports(reading) == {"Ada Testerson": "Bo Sample"}
    assert [person.title for person in reading.people] == ["Chief", "Advisor"]


def test_first_and_last_names_are_joined_in_the_order_of_their_script() -> None:
    reading = read_text(
        "姓,名,姓（カナ）,名（カナ）,上司\n架空,花子,カクウ,ハナコ,\n見本,太郎,,,架空 花子\n"
    )
    assert [person.name for person in reading.people] == ["架空 花子", "見本 太郎"]
    assert reading.people[0].names[0] == Name("カクウ ハナコ", NameForm.READING)
    assert reports(reading) == {"見本 太郎": "架空 花子"}


@pytest.mark.parametrize(
    "header",
    ["Name;Vorname;Vorgesetzter", "Nom;Prénom;N+1", "Cognome;Nome;Responsabile",
     "Apellidos;Nombre;Jefe directo", "Achternaam;Voornaam;Leidinggevende"],
)  # fmt: skip
def test_a_name_beside_a_first_name_is_a_last_name(header: str) -> None:
    reading = read_text(f"{header}\nMUSTER;Bo;\nSchön;Ada;MUSTER Bo\n")
    assert reports(reading) == {"Ada Schön": "Bo MUSTER"}


def test_a_managers_name_may_stand_in_two_columns() -> None:
    reading = read_text(
        "First Name,Last Name,Manager First Name,Manager Last Name\nBo,Sample,,\nAda,T,Bo,Sample\n"
    )
    assert reports(reading) == {"Ada T": "Bo Sample"}


def test_a_position_without_a_name_is_a_vacancy() -> None:
    reading = read_text(
        "Position ID,Position Title,Person ID,First Name,Last Name,Reports To Position ID\n"
        "P1,Chief,E1,Bo,S,\nP2,Cook,,,,P1\nP3,Clerk,E3,Ada,T,P2\nP4,Clerk,E4,Cy,M,P1\n",
        "c.csv",
    )
    assert [(p.name, p.employee) for p in reading.people] == [
        ("Bo S", "E1"), ("Ada T", "E3"), ("Cy M", "E4"),
    ]  # fmt: skip
    assert reports(reading) == {"Cy M": "Bo S"}
    assert problems(reading) == [
        "c.csv, line 3: “Cook” is a vacancy: no person was made of it.",
        "c.csv, line 4: “Ada T” reports to the vacancy of line 3: no tie was made.",
    ]


def test_two_people_of_one_name_stay_two_and_a_manager_so_named_is_unsure() -> None:
    reading = read_text(
        'ID,Name,Manager\nA1,"Testerson, Ada",\nA2,"Testerson, Ada",\nA3,"Mock, Cy",Ada Testerson\n'
        "A4,Bo Sample,A2\n",
        "chart.csv",
    )
    assert len({person.key for person in reading.people}) == 4
    assert reading.ties[0].other == reading.people[1].key
    assert len(reading.ties) == 1
    assert problems(reading) == [
        "chart.csv, line 4: The manager “Ada Testerson” of “Cy Mock” may be the one of line 2 or "
        "of line 3: no tie was made."
    ]


def test_without_ids_two_rows_of_one_name_are_two_people() -> None:
    reading = read_text("Name,Title,Manager\nAda T,Clerk,\nAda T,Cook,\nBo S,Boss,\n")
    assert len({person.key for person in reading.people}) == 3


def test_an_id_that_two_people_share_identifies_the_first_only() -> None:
    reading = read_text("ID,Name,Manager ID\n7,Ada T,\n7,Bo S,\n8,Cy M,7\n", "c.csv")
    assert [(p.name, p.employee) for p in reading.people] == [
        ("Ada T", "7"), ("Bo S", ""), ("Cy M", "8"),
    ]  # fmt: skip
    assert problems(reading) == [
        "c.csv, line 3: The id 7 of “Bo S” is that of “Ada T” in line 2 already: kept as two "
        "people, this one without it."
    ]


def test_a_person_in_two_rows_is_one_and_keeps_the_first_manager() -> None:
    reading = read_text("ID,Name,Manager ID\n71,Ada T,72\n72,Bo S,\n71,Ada T,73\n73,Cy M,\n")
    assert len(reading.people) == 3
    assert reports(reading) == {"Ada T": "Bo S"}
    assert [problem.line for problem in reading.problems] == [4, 4]


def test_an_empty_position_is_no_person_and_nobody_is_tied_to_it() -> None:
    reading = read_text(
        "ID,Name,Title,Manager ID\n11,Bo S,Boss,\n12,(Vacant),Cook,11\n13,Ada T,Clerk,12\n"
        "14,TBH - Sales,Clerk,11\n15,Open position,Clerk,11\n16,Vakanz 3,Clerk,11\n",
        "c.csv",
    )
    assert [person.name for person in reading.people] == ["Bo S", "Ada T"]
    assert reading.ties == ()
    assert problems(reading)[:2] == [
        "c.csv, line 3: “Cook” is a vacancy: no person was made of it.",
        "c.csv, line 4: “Ada T” reports to the vacancy of line 3: no tie was made.",
    ]
    assert [problem.line for problem in reading.problems] == [3, 4, 5, 6, 7]


@pytest.mark.parametrize("name", ["Openshaw, Bo", "Newman Hire", "Vaganova, Ada", "Nn Example"])
def test_a_name_that_only_begins_so_is_a_person(name: str) -> None:
    reading = read_text(f'ID,Name,Manager ID\n1,"{name}",\n')
    assert len(reading.people) == 1


def test_the_tie_that_closes_a_circle_is_left_out_and_told() -> None:
    reading = read_text("Name,Manager\nAda,Bo\nBo,Cy\nCy,Ada\nDi,Di\nEd,Ada\n", "c.csv")
    assert reports(reading) == {"Ada": "Bo", "Bo": "Cy", "Ed": "Ada"}
    assert problems(reading) == [
        "c.csv, line 4: “Cy” reports to “Ada”, who reports to “Cy” through 1 more: this tie was "
        "left out.",
        "c.csv, line 5: “Di” is named as their own manager: no tie was made.",
    ]


@given(st.lists(st.integers(0, 29), min_size=1, max_size=30))
def test_whatever_the_file_says_nobody_is_above_themselves(managers: list[int]) -> None:
    rows = [f"Person {chr(97 + n)}x,X{n},X{above}" for n, above in enumerate(managers)]
    reading = read_text("\n".join(["Name,Employee ID,Manager ID", *rows]) + "\n")
    above = {tie.one: tie.other for tie in reading.ties}
    for start in above:
        at, steps = start, 0
        while at in above:
            at, steps = above[at], steps + 1
            assert steps <= len(managers)
    left_out = len(managers) - len(reading.ties)
    assert left_out == len(reading.problems)


CELL = st.sampled_from(
    ["", "Ada T", "T, Ada", "Bo S (On Leave)", "(Vacant)", "7", "07", "ada (line 3)", "no row: 7",
     "a@example.com", "Cy M (7)", "=1+1", "-", "Ada T (a@example.com)", "Ada"]
)  # fmt: skip


@given(st.lists(st.tuples(*[CELL] * 7), max_size=8), st.sampled_from(["Skill", "Title"]))
def test_whatever_stands_in_the_cells_ties_are_of_people_who_are_told(
    rows: list[tuple[str, ...]], last: str
) -> None:
    header = f"Name,Employee ID,Email,Manager,Manager ID,Dotted line,{last}"
    lines = [header, "Di D,9,,,,,x", *('"' + '","'.join(row) + '"' for row in rows)]
    material = material_from_bytes("c.csv", "\n".join(lines).encode())
    reading = read_material(material, everything=True)
    keys = [person.key for person in (*reading.people, *reading.mentioned)]
    assert len(set(keys)) == len(keys)
    assert all(keys)
    for tie in reading.ties:
        assert {tie.one, tie.other} <= set(keys)
        assert tie.one != tie.other
    assert all(piece.holder_key in {"", *keys} for piece in reading.evidence)
    assert len({(tie.one, tie.other, tie.kind) for tie in reading.ties}) == len(reading.ties)


def test_a_zone_that_is_not_known_is_told_once() -> None:
    rows = "".join(f"Ada {one},,Mars/Base\n" for one in ("S", "T", "U"))
    reading = read_text(f"Name,Manager,Time zone\n{rows}")
    assert [problem.line for problem in reading.problems] == [2]


def test_two_keys_that_would_be_one_stay_two() -> None:
    reading = read_text("Name,Title,Manager\nAda (line 4),Cook,\nAda,Clerk,\nAda,Boss,\n")
    assert len({person.key for person in reading.people}) == 3


def test_a_manager_without_a_row_is_kept_as_a_name() -> None:
    reading = read_text(
        "Name,Email,Manager ID,Manager Email,Manager\n"
        'Ada T,ada@example.com,9,Boss@example.com,"Sample, Bo"\nCy M,,9,,"Sample, Bo"\n'
        "Di D,,777,,\n",
        "c.csv",
    )
    (boss,) = reading.mentioned
    assert (boss.name, boss.emails, boss.employee) == ("Bo Sample", ("boss@example.com",), "9")
    assert reports(reading) == {"Ada T": "Bo Sample", "Cy M": "Bo Sample"}
    assert problems(reading) == [
        "c.csv, line 2: The manager “Bo Sample” has no row: kept as a name only.",
        "c.csv, line 4: The manager 777 of “Di D” stands in no row: no tie was made.",
    ]


def test_two_ways_to_name_a_manager_that_disagree_are_told() -> None:
    reading = read_text("ID,Name,Manager ID,Manager\n71,Ada,,\n72,Bo,,\n73,Cy,71,Bo\n")
    assert reports(reading) == {"Cy": "Ada"}
    assert "“Cy” has two managers in one row, “71” and “Bo”" in str(reading.problems[0])


def test_zeros_that_a_spreadsheet_cut_off_do_not_part_people() -> None:
    reading = read_text("Employee ID,Name,Manager ID\n00071,Ada T,\n00072,Bo S,71\n")
    assert reports(reading) == {"Bo S": "Ada T"}
    assert [person.employee for person in reading.people] == ["00071", "00072"]


def test_numbers_of_rows_are_nobodys_number_at_work() -> None:
    reading = read_text("ID,Name,Manager ID\n1,Ada T,\n2,Bo S,1\n")
    assert reports(reading) == {"Bo S": "Ada T"}
    assert [person.employee for person in reading.people] == ["", ""]


def test_all_that_a_table_may_tell_of_work_is_kept_and_nothing_else() -> None:
    reading = read_text(
        "Name,Employee ID,Manager,Division,Job Level,Office,Company,Time zone,Working hours,"
        "Languages,LinkedIn,Team,Date of birth,Family name at birth,Home Address,Personal Email,"
        "Salary,Hire Date\n"
        "Ada T,E7,,Corporate,L5,Lyon,Fictive Ltd,W. Europe Standard Time,9am - 17.30,English; "
        "German,linkedin.com/in/Ada-T-x,Web,1990-01-01,Secret,1 Fiction St,x@example.net,90000,"
        "2020-01-01\n"
    )
    (ada,) = reading.people
    assert (ada.unit, ada.level, ada.place, ada.organisation) == (
        "Corporate", "L5", "Lyon", "Fictive Ltd",
    )  # fmt: skip
    assert (ada.time_zone, ada.hours) == ("Europe/Berlin", "09:00-17:30")
    assert (ada.languages, ada.teams) == (("English", "German"), ("Web",))
    assert ada.profile == "https://www.linkedin.com/in/ada-t-x"
    assert ada.emails == ()
    for secret in ("1990", "Secret", "Fiction", "x@example.net", "90000"):
        assert secret not in repr(reading)
    assert reading.notes == (
        "Columns that are nobody's business at work were passed over: Date of birth, Family name "
        "at birth, Home Address, Personal Email, Salary.",
    )


def test_formulas_are_text_and_endless_cells_are_left_out() -> None:
    reading = read_text(f"Name,Title,Manager\n=cmd|x!A1,{'t' * 9000},\nAda T,=1+1,=cmd|x!A1\n")
    assert [(p.name, p.title) for p in reading.people] == [("=cmd|x!A1", ""), ("Ada T", "=1+1")]
    assert reports(reading) == {"Ada T": "=cmd|x!A1"}
    assert "is too long" in str(reading.problems[0])


def test_a_workbook_is_read_by_the_first_sheet_that_has_people_and_managers() -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["About this file"])
    sheet = book.create_sheet("People")
    for row in (["ID", "Name", "Manager ID"], [4711, "Ada T", None], [4712, "Bo S", 4711]):
        sheet.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    reading = read_bytes(buffer.getvalue(), "chart.xlsx")
    assert (reading.format, reports(reading)) == ("org-chart", {"Bo S": "Ada T"})
    assert reading.notes == ("The sheet People was read; passed over: Sheet.",)


@pytest.mark.parametrize(
    "text",
    [
        "Name,Manager,Skills\nAda,Bo,Law\nBo,,Art\n",  # a table of tags
        "First Name,Last Name,Business Street,E-mail,Manager's Name\nAda,T,x,a@b.example,B\n",
        "manager, staff, job, planning\n",
        "Manager\nLeadership\nName\n",
        "Dear name, manager,\nplease report to us.\n",
        '{"name": 1, "manager": 2}',
    ],
)
def test_what_is_no_org_chart_is_not_taken_for_one(text: str) -> None:
    assert READER.recognise(material_from_bytes("x", text.encode())) is Match.NO


def test_a_chart_in_the_encoding_of_a_german_spreadsheet_is_read() -> None:
    text = "Vorname;Nachname;Führungskraft\r\nJörg;Muster;\r\nÄnne;Schön;Muster, Jörg\r\n"
    reading = read_bytes(text.encode("windows-1252"))
    assert reports(reading) == {"Änne Schön": "Jörg Muster"}

import io
import json

import pytest
from openpyxl import Workbook

from coalition.errors import CoalitionError, NothingFound, UnknownFormat
from coalition.exchange.kumu import READER
from coalition.exchange.material import Document
from coalition.exchange.reader import Match
from coalition.model.contact import TieKind
from coalition.model.evidence import Kind
from coalition.model.reading import Reading
from tests.exchange.samples import problems, read_bytes, read_json, read_text

ADA = {"label": "Ada Sample", "type": "Person", "tags": ["finance", "board"]}
BO = {"label": "Bo Fictive", "type": "stakeholder"}
CY = {"label": "Cy Invented"}


def blueprint(
    *connections: dict[str, object], elements: tuple[object, ...] = (ADA, BO, CY)
) -> Reading:
    return read_json({"elements": list(elements), "connections": list(connections)})


def named(reading: Reading) -> list[str]:
    return [person.name for person in reading.people]


def tied(reading: Reading) -> list[tuple[str, str, str, str]]:
    names = {person.key: person.name for person in reading.people}
    return [(names[tie.one], tie.kind.value, names[tie.other], tie.about) for tie in reading.ties]


def test_people_by_type_and_those_without_one_are_read_from_a_blueprint() -> None:
    reading = blueprint({"from": "Ada Sample", "to": "Bo Fictive"})
    assert reading.format == "kumu"
    assert named(reading) == ["Ada Sample", "Bo Fictive", "Cy Invented"]
    assert tied(reading) == [("Ada Sample", "knows", "Bo Fictive", "")]
    assert reading.problems == ()


def test_what_is_no_person_is_told_and_left_out_with_its_connections() -> None:
    firm = {"label": "Sample LLP", "type": "Organisation"}
    goal = {"label": "Open in Cork", "type": "Goal"}
    reading = blueprint({"from": "Ada Sample", "to": "Sample LLP"}, elements=(ADA, firm, goal))
    assert named(reading) == ["Ada Sample"]
    assert reading.ties == ()
    assert reading.notes == (
        "Passed over, as no people: 1 Organisation, 1 Goal.",
        "Connections with what is no person or has no name passed over: 1.",
    )
    assert reading.problems == ()


@pytest.mark.parametrize(
    "kind", ["Team member", "Interviewee", "Persons", ":Person", "DecisionMaker"]
)
def test_types_of_people_are_people(kind: str) -> None:
    assert named(blueprint(elements=({"label": "Ada Sample", "type": kind},))) == ["Ada Sample"]


@pytest.mark.parametrize("kind", ["Client organisation", "Human resources", "Phenomenon", "Team"])
def test_other_types_are_none(kind: str) -> None:
    with pytest.raises(NothingFound, match=r"Nothing in given\.json is a person by its type"):
        blueprint(elements=({"label": "Sample", "type": kind},))


def test_somebody_with_an_address_is_a_person_whatever_their_type() -> None:
    element = {"label": "Ada Sample", "type": "North", "email": "Ada@Example.org"}
    (person,) = blueprint(elements=(element,)).people
    assert (person.name, person.emails) == ("Ada Sample", ("ada@example.org",))


@pytest.mark.parametrize(
    ("words", "kind", "turned"),
    [
        ("reports to", TieKind.REPORTS_TO, False),
        ("Manages", TieKind.REPORTS_TO, True),
        ("dotted line to", TieKind.DOTTED_LINE, False),
        ("works with", TieKind.WORKS_WITH, False),
        ("Seeks advice from", TieKind.SEEKS_ADVICE, False),
        ("advises", TieKind.SEEKS_ADVICE, True),
    ],
)
def test_words_of_a_connection_say_what_tie_it_is(words: str, kind: TieKind, turned: bool) -> None:
    for field in ("type", "label"):
        (tie,) = blueprint({"from": "Ada Sample", "to": "Bo Fictive", field: words}).ties
        assert tie.kind is kind
        assert (tie.one == "Bo Fictive") is turned


def test_other_words_stay_with_the_tie() -> None:
    (tie,) = blueprint(
        {"from": "Ada Sample", "to": "Bo Fictive", "label": "mentors", "strength": "2,5"}
    ).ties
    assert (tie.kind, tie.about, tie.weight) == (TieKind.KNOWS, "mentors", 2.5)


def test_a_mutual_connection_with_a_direction_is_two_ties() -> None:
    def ties_of(label: str) -> list[tuple[str, str]]:
        connection = {"from": "Ada Sample", "to": "Bo Fictive", "direction": "mutual"}
        return [(t.one[:3], t.other[:2]) for t in blueprint(connection | {"label": label}).ties]

    assert ties_of("asks for advice") == [("Ada", "Bo"), ("Bo ", "Ad")]
    assert ties_of("works with") == [("Ada", "Bo")]


def test_family_friendship_and_conflict_are_no_ties() -> None:
    reading = blueprint(
        {"from": "Ada Sample", "to": "Bo Fictive", "type": "Family"},
        {"from": "Ada Sample", "to": "Cy Invented", "label": "avoids"},
    )
    assert reading.ties == ()
    assert reading.notes == (
        "Connections that are no matter of work (family, friendship, conflict) passed over: 2.",
    )


def test_tags_and_skills_are_listed_and_private_ones_are_not() -> None:
    element = ADA | {"Skills": "Mediation|Tax law", "tags": ["finance", "Female"]}
    reading = blueprint(elements=(element,))
    assert [(e.skill, e.group, e.kind, e.holder_key) for e in reading.evidence] == [
        ("Mediation", "", Kind.LISTED, "Ada Sample"),
        ("Tax law", "", Kind.LISTED, "Ada Sample"),
        ("finance", "Tags", Kind.LISTED, "Ada Sample"),
    ]


def test_fields_of_work_are_known_and_others_named() -> None:
    element = {
        "label": "Ada Sample",
        "Job title": "Director",
        "Organization": "Sample LLP",
        "LinkedIn": "https://de.linkedin.com/in/ada-s/",
        "description": "Decides on *budgets*.",
        "Birthday": "1970-01-01",
        "Favorite Dessert": "ice",
        "image": "https://example.org/ada.png",
    }
    reading = blueprint(elements=(element,))
    (person,) = reading.people
    assert (person.title, person.organisation) == ("Director", "Sample LLP")
    assert person.profile == "https://www.linkedin.com/in/ada-s"
    assert [(note.about, note.text) for note in reading.remarks] == [
        ("Ada Sample", "Decides on *budgets*.")
    ]
    assert reading.notes == (
        "Passed over, as no work facts: Birthday.",
        "Fields that were not used: Favorite Dessert.",
    )


def test_the_export_of_a_project_is_read_by_its_ids() -> None:
    def element(key: str, label: str, kind: str | None) -> dict[str, object]:
        return {"_id": key, "attributes": {"label": label, "element type": kind}}

    reading = read_json(
        {
            "name": "Made up",
            "attributes": [{"_id": "attr-x", "name": "Label"}],
            "elements": [
                element("elem-a", "Ada Sample", "Person"),
                element("elem-b", "Ada Sample", None),
            ],
            "connections": [
                {
                    "_id": "conn-a",
                    "direction": "directed",
                    "delayed": False,
                    "attributes": {"connection type": "reports to"},
                    "from": "elem-b",
                    "to": "elem-a",
                }
            ],
            "loops": [],
            "maps": [{"elements": [{"element": "elem-a"}]}],
        }
    )
    assert [(person.key, person.name) for person in reading.people] == [
        ("elem-a", "Ada Sample"),
        ("elem-b", "Ada Sample"),
    ]
    assert [(tie.one, tie.kind, tie.other) for tie in reading.ties] == [
        ("elem-b", TieKind.REPORTS_TO, "elem-a")
    ]


def test_bad_records_are_named_by_their_place_and_the_others_kept() -> None:
    twins = ({"id": "1", "label": "Dee Same"}, {"id": "2", "label": "Dee Same"})
    reading = blueprint(
        {"from": "Ada Sample"},
        {"from": "Ada Sample", "to": "Nobody"},
        {"from": "Ada Sample", "to": "Dee Same"},
        {"from": "Ada Sample", "to": "2", "strength": -3},
        elements=(ADA, 7, {"type": "Person"}, *twins, ADA),
    )
    assert named(reading) == ["Ada Sample", "Dee Same", "Dee Same"]
    assert [(tie.one, tie.other, tie.weight) for tie in reading.ties] == [("Ada Sample", "2", None)]
    assert problems(reading) == [
        "given.json: Element 2 is none: it has no fields.",
        "given.json: Element 3 has no label, so it is not used.",
        "given.json: Element 6 (“Ada Sample”) has the id of another one (Ada Sample): not used.",
        "given.json: Connection 1 does not say between whom it is.",
        "given.json: Connection 2 is with “Nobody”, and there is no such element.",
        "given.json: Connection 3 is with “Dee Same”, and several elements are called so.",
        "given.json: Connection 4 has the strength -3, which is not used.",
    ]


def workbook(sheets: dict[str, list[list[object]]]) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


ELEMENTS: list[list[object]] = [
    ["Label", "Type", "Tags", "Description"],
    ["Ada Sample", "Person", "Mapping|Tax", "Chairs the board"],
    ["Sample LLP", "Company", None, None],
    ["Bo Fictive", "Person", None, None],
]
CONNECTIONS: list[list[object]] = [
    ["From", "To", "Type", "Strength"],
    ["Ada Sample", "Bo Fictive|Sample LLP", "Works with", 3],
]


def test_a_workbook_with_elements_and_connections_is_read() -> None:
    sheets = {
        "Elements": ELEMENTS,
        "Connections": CONNECTIONS,
        "Old (ignore)": [["Label"], ["X Y"]],
    }
    reading = read_bytes(workbook(sheets), "map.xlsx")
    assert reading.format == "kumu"
    assert named(reading) == ["Ada Sample", "Bo Fictive"]
    assert tied(reading) == [("Ada Sample", "works with", "Bo Fictive", "")]
    assert reading.ties[0].weight == 3
    assert str(reading.ties[0].source) == "map.xlsx, line 2"
    assert [e.skill for e in reading.evidence] == ["Mapping", "Tax"]


def test_two_blank_rows_divide_elements_from_connections_in_one_sheet() -> None:
    rows = [*ELEMENTS, [None], [None], *CONNECTIONS]
    reading = read_bytes(workbook({"Elements": rows}), "map.xlsx")
    assert named(reading) == ["Ada Sample", "Bo Fictive"]
    assert tied(reading) == [("Ada Sample", "works with", "Bo Fictive", "")]


def test_a_sheet_of_connections_alone_names_the_people() -> None:
    reading = read_bytes(workbook({"Sheet1": CONNECTIONS}), "map.xlsx")
    assert reading.format == "kumu"
    assert named(reading) == ["Ada Sample", "Bo Fictive", "Sample LLP"]


def test_elements_with_ids_are_found_by_id_and_by_label() -> None:
    elements = [["ID", "Label"], ["e1", "Ada Sample"], ["e2", "Bo Fictive"]]
    connections = [["From", "To"], ["e1", "Bo Fictive"]]
    reading = read_bytes(workbook({"Elements": elements, "Connections": connections}), "map.xlsx")
    assert tied(reading) == [("Ada Sample", "knows", "Bo Fictive", "")]


def test_a_csv_of_elements_is_read() -> None:
    reading = read_text("Label,Type,Tags\nAda Sample,Person,Tax|Law\nSample LLP,Company,\n")
    assert reading.format == "kumu"
    assert named(reading) == ["Ada Sample"]
    assert [e.skill for e in reading.evidence] == ["Tax", "Law"]


def test_other_tables_and_workbooks_are_not_taken_for_maps() -> None:
    for content in (
        b"Label,Count\nLaw,3\n",
        b'{"elements": 3}',
        b'{"elements": ["a"]}',
        b"PK\x03\x04xl/",
    ):
        assert READER.recognise(Document("given", content)) is Match.NO
    table = workbook({"Skills": [["Skill", "Count"], ["Law", 3]]})
    assert READER.recognise(Document("given", table)) is Match.NO
    assert read_bytes(table, "skills.xlsx").format == "table"


def test_a_forced_format_says_what_is_missing() -> None:
    with pytest.raises(UnknownFormat, match="holds no elements and connections as Kumu has them"):
        read_text("[1]", format="kumu")
    table = workbook({"Skills": [["Skill", "Count"], ["Law", 3]]})
    with pytest.raises(UnknownFormat, match="has no sheet that starts with the column Label"):
        read_bytes(table, "skills.xlsx", format="kumu")


def test_hostile_values_never_give_more_than_a_sentence() -> None:
    odd: list[object] = [None, 1, "", [], {}, [[[]]], {"label": {}}, {"label": ["a", ["b"]]}, True]
    for value in odd:
        text = json.dumps(
            {"elements": [ADA, value], "connections": [value, {"from": value, "to": value}]}
        )
        try:
            assert named(read_text(text))[0] == "Ada Sample"
        except CoalitionError as fault:
            pytest.fail(str(fault))


def test_a_reversed_connection_goes_the_other_way() -> None:
    connection = {"from": "Ada Sample", "to": "Bo Fictive", "type": "reports to", "reversed": True}
    assert tied(blueprint(connection)) == [("Bo Fictive", "reports to", "Ada Sample", "")]

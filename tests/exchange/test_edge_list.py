import pytest

from coalition.errors import UnknownFormat
from coalition.exchange.edge_list import READER
from coalition.exchange.material import Document
from coalition.exchange.reader import Match
from coalition.model.contact import TieKind
from tests.exchange.samples import problems, read_text


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_row_is_a_tie_between_two_names(delimiter: str) -> None:
    text = "From,To,Type,Weight\nAda Sample,Bo Fictive,works with,3\nBo Fictive,Cy Made,mentors,\n"
    reading = read_text(text.replace(",", delimiter), "ties.csv")
    assert reading.format == "edge-list"
    assert [p.name for p in reading.people] == ["Ada Sample", "Bo Fictive", "Cy Made"]
    assert [(t.one, t.kind, t.other, t.weight, t.about) for t in reading.ties] == [
        ("Ada Sample", TieKind.WORKS_WITH, "Bo Fictive", 3, ""),
        ("Bo Fictive", TieKind.KNOWS, "Cy Made", None, "mentors"),
    ]
    assert [t.source.row for t in reading.ties] == [2, 3]


def test_addresses_are_the_same_person_in_any_case() -> None:
    ada, bo = "ada.sample@example.org", "bo@example.org"
    text = f"Source,Target\nAda.Sample@example.org,{bo}\n{bo},{ada}\n"
    reading = read_text(text)
    assert [(p.name, p.emails) for p in reading.people] == [
        ("Ada Sample", ("ada.sample@example.org",)),
        ("Bo", ("bo@example.org",)),
    ]
    assert len(reading.ties) == 2


def test_gephis_type_says_the_direction_and_its_label_the_tie() -> None:
    text = (
        "Source,Target,Type,Id,Label,timeset,Weight\n"
        "Ada Sample,Bo Fictive,Directed,0,reports to,,1.0\nBo Fictive,Cy Made,Undirected,1,,,2\n"
    )
    ties = read_text(text).ties
    assert [(t.kind, t.about, t.weight) for t in ties] == [
        (TieKind.REPORTS_TO, "", 1.0),
        (TieKind.KNOWS, "", 2.0),
    ]


def test_several_people_in_the_second_cell_are_several_ties() -> None:
    reading = read_text("From,To\nAda Sample,Bo Fictive|Cy Made\n")
    assert [t.other for t in reading.ties] == ["Bo Fictive", "Cy Made"]


def test_bad_rows_are_named_and_the_others_kept() -> None:
    rows = ["From,To,Weight", "Ada Sample,,1", "Ada Sample,Ada Sample,1"]
    text = "\n".join([*rows, "Ada Sample,Bo Fictive,-1", "Ada Sample,7,"])
    reading = read_text(text)
    assert [t.weight for t in reading.ties] == [None]
    assert problems(reading) == [
        "given, line 2: A connection that does not say, or not clearly, between whom.",
        "given, line 4: A connection has the strength -1, which is not used.",
        "given, line 5: “7” has no name, so it is not used.",
    ]
    assert "Connections of somebody with themselves passed over: 1." in reading.notes


@pytest.mark.parametrize(
    "text",
    [
        "Source,Target,Type,Weight\n1,2,Directed,1\n2,3,Directed,1\n",
        "from,to\n1,2\n2,3\n",
        "from,to,score\nU1,U2,3\n",
    ],
)
def test_numbers_in_place_of_names_are_refused(text: str) -> None:
    with pytest.raises(UnknownFormat, match=r"^There are no names in ties\.csv, only numbers"):
        read_text(text, "ties.csv")


@pytest.mark.parametrize(
    "text",
    [
        "From,To,Skill\n2019,2021,Law\n2020,2022,Tax\n",
        "From,To,Subject\nada@example.org,bo@example.org,Hello\n",
        "From,To,Sent At,Message,Direction\nAda Sample,Bo Fictive,1/2/24,,OUTGOING\n",
        "CONVERSATION ID,TITLE,FROM,SENDER PROFILE URL,TO\nx,,Ada Sample,,Bo Fictive\n",
        "Skill,Count\nFrom,3\n",
        "Source of law\nTarget practice\n",
        "",
    ],
)
def test_dates_messages_and_lists_are_not_taken_for_ties(text: str) -> None:
    assert READER.recognise(Document("given", text.encode())) is Match.NO


def test_a_forced_format_says_which_columns_are_missing() -> None:
    with pytest.raises(UnknownFormat, match="has no columns From and To in its first row"):
        read_text("a,b\n1,2\n", format="edge-list")

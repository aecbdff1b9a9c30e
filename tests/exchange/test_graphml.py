import contextlib
import subprocess
import sys
import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coalition.errors import CoalitionError, NothingFound, UnknownFormat, UnreadableInput
from coalition.exchange.graphml import READER
from coalition.exchange.material import Document
from coalition.exchange.reader import Match
from coalition.model.contact import TieKind
from coalition.model.reading import Reading
from tests.exchange.samples import problems, read_bytes, read_text

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
KEYS = """
<key id="d0" for="node" attr.name="label" attr.type="string"/>
<key id="d1" for="node" attr.name="email" attr.type="string"/>
<key id="d2" for="edge" attr.name="weight" attr.type="double"/>
<key id="d3" for="edge" attr.name="Edge Label" attr.type="string"/>
<key id="d4" for="node" attr.name="department" attr.type="string">
<default>Sales</default></key>
"""


def person(key: str, label: str, more: str = "") -> str:
    return f'<node id="{key}"><data key="d0">{label}</data>{more}</node>\n'


def tie(one: str, other: str, more: str = "") -> str:
    return f'<edge source="{one}" target="{other}">{more}</edge>\n'


def graph(inside: str, keys: str = KEYS) -> str:
    return f'{HEAD}{keys}<graph edgedefault="directed">\n{inside}</graph></graphml>'


def tied(reading: Reading) -> list[tuple[str, str, str]]:
    names = {person.key: person.name for person in reading.people}
    return [(names[tie.one], tie.kind.value, names[tie.other]) for tie in reading.ties]


TWO = person("n0", "Ada Sample") + person("n1", "Bo Fictive")


def test_people_and_ties_are_read_with_weights_and_lines() -> None:
    text = graph(TWO + tie("n0", "n1", '<data key="d2">2.5</data><data key="d3">reports to</data>'))
    reading = read_text(text, "team.graphml")
    assert reading.format == "graphml"
    assert [(p.key, p.name) for p in reading.people] == [("n0", "Ada Sample"), ("n1", "Bo Fictive")]
    (found,) = reading.ties
    assert (found.one, found.kind, found.other) == ("n0", TieKind.REPORTS_TO, "n1")
    assert (found.weight, str(found.source)) == (2.5, "team.graphml, line 12")
    assert reading.problems == ()


def test_a_default_holds_where_nothing_else_is_told() -> None:
    other = person("n1", "Bo Fictive", '<data key="d4">Legal</data>')
    reading = read_text(graph(person("n0", "Ada Sample") + other))
    assert [p.unit for p in reading.people] == ["Sales", "Legal"]


def test_ties_may_stand_before_the_people_they_tie() -> None:
    assert tied(read_text(graph(tie("n1", "n0") + TWO))) == [("Bo Fictive", "knows", "Ada Sample")]


@pytest.mark.parametrize(
    ("node", "name"),
    [
        ('<node id="Ada Sample"/>', "Ada Sample"),
        ('<node id="ada.sample@example.org"/>', "Ada Sample"),
        ('<node id="4"><data key="d1">ada_sample+x@example.org</data></node>', "Ada Sample"),
        ('<node id="4"><data key="d0">ada.sample@example.org</data></node>', "Ada Sample"),
        ('<node id="n0"><data key="d0"> 山田 太郎 </data></node>', "山田 太郎"),
    ],
)
def test_names_come_from_labels_addresses_and_ids_that_are_names(node: str, name: str) -> None:
    assert [p.name for p in read_text(graph(node)).people] == [name]


@pytest.mark.parametrize(
    "key", ["17", "n17", "node_17", "n0::n3", "0f8fad5b-d9cb-469f-a165-70867728950e"]
)
def test_a_network_of_numbers_is_refused_for_want_of_names(key: str) -> None:
    with pytest.raises(UnknownFormat, match=r"^There are no names in team\.graphml, only numbers"):
        read_text(graph(f'<node id="{key}"/><node id="1"/>'), "team.graphml")


def test_somebody_without_a_name_is_a_problem_and_the_others_are_kept() -> None:
    reading = read_text(graph(TWO + '<node id="n2"/>\n' + tie("n0", "n2") + tie("n0", "n1")))
    assert tied(reading) == [("Ada Sample", "knows", "Bo Fictive")]
    assert problems(reading) == ["given, line 12: A person has no name, so it is not used."]
    assert reading.notes == ("Connections with what is no person or has no name passed over: 1.",)


def test_bad_ties_are_named_by_their_lines() -> None:
    bad = '<edge source="n0"/>\n' + tie("n0", "n9") + tie("n0", "n1", '<data key="d2">NaN</data>')
    reading = read_text(graph(TWO + person("n0", "Cy Twice") + bad))
    assert [p.name for p in reading.people] == ["Ada Sample", "Bo Fictive"]
    assert [t.weight for t in reading.ties] == [None]
    assert problems(reading) == [
        "given, line 12: A person has the id of another one (n0): not used.",
        "given, line 13: A connection that does not say between whom.",
        "given, line 15: A connection has the strength NaN, which is not used.",
        "given, line 14: A connection with n9, which is not there.",
    ]


YED = """
<key for="node" id="d5" attr.name="description" attr.type="string"/>
<key for="node" id="d6" yfiles.type="nodegraphics"/>
<key for="edge" id="d10" yfiles.type="edgegraphics"/>
"""


def drawn(key: str, label: str) -> str:
    return f"""<node id="{key}"><data key="d5"><![CDATA[Chairs & decides]]></data>
<data key="d6"><y:ShapeNode xmlns:y="http://www.yworks.com/xml/graphml"><y:Geometry height="3"/>
<y:NodeLabel fontSize="12">{label}<y:LabelModel><y:Model/></y:LabelModel></y:NodeLabel>
</y:ShapeNode></data></node>"""


def test_what_yed_draws_is_read_and_its_groups_are_no_people() -> None:
    edge = """<edge id="e0" source="n0::n0" target="n1"><data key="d10">
<y:PolyLineEdge xmlns:y="http://www.yworks.com/xml/graphml"><y:Path sx="0"/>
<y:EdgeLabel>seeks advice<y:LabelModel/></y:EdgeLabel></y:PolyLineEdge></data></edge>"""
    member = drawn("n0::n0", "Ada Sample&#10;Chair")
    label = '<data key="d6"><y:GroupNode xmlns:y="x"><y:NodeLabel>Board</y:NodeLabel></y:GroupNode>'
    group = f'<node id="n0">{label}</data><graph id="n0:">{member}</graph></node>'
    reading = read_text(graph(group + drawn("n1", "Bo Fictive") + edge, YED))
    assert [(p.name, p.title) for p in reading.people] == [
        ("Ada Sample", "Chair"),
        ("Bo Fictive", ""),
    ]
    assert tied(reading) == [("Ada Sample", "seeks advice from", "Bo Fictive")]
    assert [note.text for note in reading.remarks] == ["Chairs & decides"] * 2
    assert reading.notes == ("Passed over, as no people: 1 group.",)


def test_connections_of_more_than_two_are_noted() -> None:
    hyper = '<hyperedge><endpoint node="n0"/><endpoint node="n1"/></hyperedge>'
    assert read_text(graph(TWO + hyper)).notes == (
        "Connections of more than two people passed over: 1.",
    )


def test_skills_and_fields_that_are_not_used_are_told() -> None:
    keys = (
        KEYS
        + '<key id="s" for="node" attr.name="skills"/><key id="g" for="node" attr.name="Gender"/>'
    )
    keys += '<key id="p" for="node" attr.name="PageRank"/><key id="x" for="node" attr.name="x"/>'
    more = '<data key="s">Law, Tax</data><data key="g">F</data><data key="p">0.1</data>'
    more += '<data key="x">3</data>'
    reading = read_text(graph(person("n0", "Ada Sample", more), keys))
    assert [(e.skill, e.holder_key) for e in reading.evidence] == [("Law", "n0"), ("Tax", "n0")]
    assert reading.notes == (
        "Passed over, as no work facts: Gender.",
        "Fields that were not used: PageRank.",
    )


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "iso-8859-1"])
def test_other_encodings_are_read_as_declared(encoding: str) -> None:
    text = graph(person("n0", "Zoë Sample")).replace("UTF-8", encoding.removesuffix("-sig"))
    content = text.encode(encoding)
    assert READER.recognise(Document("given", content)) is Match.SURE
    assert [p.name for p in read_bytes(content).people] == ["Zoë Sample"]


BOMB = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'


@pytest.mark.parametrize(
    "harm", [BOMB, '<!DOCTYPE graphml SYSTEM "http://example.org/graphml.dtd">']
)
def test_document_types_and_entities_are_refused(harm: str) -> None:
    text = graph(person("n0", "Ada")).replace("<graphml", harm + "<graphml", 1)
    with pytest.raises(UnreadableInput, match="declares a document type or entities"):
        read_text(text, format="graphml")


def test_elements_in_elements_without_end_are_refused() -> None:
    text = graph('<node id="a"><graph>' * 5000)
    with pytest.raises(UnreadableInput, match="nested too deeply"):
        read_text(text)


@pytest.mark.parametrize("cut", [60, 500, 700])
def test_a_file_that_was_cut_off_is_damaged(cut: int) -> None:
    text = graph(TWO)
    with pytest.raises(UnreadableInput, match=r"^given is damaged XML \(line \d+\)"):
        read_text(text[:cut] + "<", format="graphml")


def test_an_empty_network_says_that_nobody_is_in_it() -> None:
    with pytest.raises(NothingFound, match="There is nobody in given"):
        read_text(graph(""))


def test_other_xml_is_not_taken_for_a_network() -> None:
    for text in (
        "<gexf/>",
        "<!-- <graphml> --><html/>",
        "graphml",
        "<graphmlx/>",
        "Law: <graphml>",
    ):
        assert READER.recognise(Document("given", text.encode())) is Match.NO
    with pytest.raises(UnknownFormat, match="is XML, but no GraphML"):
        read_text("<svg/>", format="graphml")


@given(st.text(alphabet='<>/"= ndgrapheykt:!&;\n1', max_size=80))
@settings(max_examples=200, deadline=None)
def test_anything_inside_gives_a_reading_or_a_sentence(inside: str) -> None:
    with contextlib.suppress(CoalitionError):
        assert len(read_text(graph(TWO + inside), format="graphml").people) >= 2


def test_a_large_network_is_read_in_little_memory() -> None:
    """In 100,000 ties and 20,000 people: less than 1.5 kB a record on top of what is loaded."""
    script = textwrap.dedent("""
        import resource
        from coalition.exchange.graphml import READER
        from coalition.exchange.material import Document
        from tests.exchange.test_graphml import TWO, graph, person, tie
        READER.read(Document("small", graph(TWO).encode()))
        people = "".join(person(f"n{i}", f"Ada Sample{i}") for i in range(20_000))
        ties = "".join(tie(f"n{i % 19_000}", f"n{i % 17_000 + 1}") for i in range(100_000))
        content = graph(people + ties).encode()
        del people, ties
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        reading = READER.read(Document("large", content))
        assert len(reading.people) == 20_000
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
    """)
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert int(done.stdout) < 1.5 * 120_000

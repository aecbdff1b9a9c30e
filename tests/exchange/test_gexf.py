import pytest

from coalition.errors import UnknownFormat, UnreadableInput
from coalition.exchange.gexf import READER
from coalition.exchange.material import Document
from coalition.exchange.reader import Match
from tests.exchange.samples import problems, read_text

GEXF = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<meta><creator>made up</creator></meta>
<graph defaultedgetype="directed">
<attributes class="node"><attribute id="0" title="Department" type="string"><default>Sales</default>
</attribute><attribute id="1" title="Skills" type="string"/></attributes>
<attributes class="edge"><attribute id="0" title="kind" type="string"/></attributes>
<nodes>
<node id="0" label="Ada Sample"><attvalues><attvalue for="1" value="Law;Tax"/></attvalues>
<viz:position x="1" y="2"/></node>
<node id="1" label="Bo Fictive"><attvalues><attvalue for="0" value="Legal"/></attvalues></node>
<node id="2" label=""/>
</nodes>
<edges>
<edge id="0" source="0" target="1" weight="3.5"><attvalues><attvalue for="0" value="reports to"/>
</attvalues></edge>
<edge id="1" source="1" target="0" type="mutual" label="asks for advice"/>
<edge id="2" source="1"/>
</edges></graph></gexf>"""


def test_people_skills_and_ties_are_read() -> None:
    reading = read_text(GEXF, "team.gexf")
    assert reading.format == "gexf"
    assert [(p.name, p.unit) for p in reading.people] == [
        ("Ada Sample", "Sales"),
        ("Bo Fictive", "Legal"),
    ]
    assert [(e.skill, e.holder) for e in reading.evidence] == [
        ("Law", "Ada Sample"),
        ("Tax", "Ada Sample"),
    ]
    assert [(t.one, t.kind.value, t.other, t.weight) for t in reading.ties] == [
        ("0", "reports to", "1", 3.5),
        ("1", "seeks advice from", "0", None),
        ("0", "seeks advice from", "1", None),
    ]
    assert problems(reading) == [
        "team.gexf, line 12: A person has no name, so it is not used.",
        "team.gexf, line 18: A connection that does not say between whom.",
    ]


def test_people_inside_of_others_are_read_and_these_are_groups() -> None:
    inside = '<node id="g" label="Board"><nodes><node id="0" label="Ada Sample"/></nodes></node>'
    reading = read_text(f"<gexf><graph><nodes>{inside}</nodes></graph></gexf>")
    assert [p.name for p in reading.people] == ["Ada Sample"]
    assert reading.notes == ("Passed over, as no people: 1 group.",)


def test_harmful_and_other_xml_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="declares a document type"):
        read_text(
            '<!DOCTYPE gexf [<!ENTITY a "b">]>' + GEXF.partition("?>")[2].strip(), format="gexf"
        )
    with pytest.raises(UnknownFormat, match="is XML, but no GEXF"):
        read_text("<svg/>", format="gexf")
    assert READER.recognise(Document("given", b"<graphml/>")) is Match.NO

from hypothesis import given
from hypothesis import strategies as st

from coalition.exchange.address_book import Entry, Relation, for_clouds, read_book
from coalition.exchange.contact_relations import bond_named, is_private_place, is_work_place
from coalition.exchange.passed_over import PassedOver
from coalition.model.contact import TieKind
from coalition.model.evidence import Evidence, Kind
from coalition.model.person import Person
from coalition.model.source import Source

SOURCE = Source("book", 1)
NAMES = st.sampled_from(["Ada", "Bo", "ada@example.org", "bo#2", "Bo#2", "mentioned bo", "x"])
MAILS = st.sampled_from(["ada@example.org", "bo@example.org"])
BONDS = st.sampled_from([bond for label in ("manager", "assistant") if (bond := bond_named(label))])
RELATIONS = st.builds(
    Relation, BONDS, NAMES | MAILS.map("mailto:{}".format) | st.just("urn:uuid:x"), st.just(1)
)
ENTRIES = st.builds(
    Entry,
    st.builds(
        Person,
        NAMES,
        key=NAMES,
        emails=st.lists(MAILS, max_size=2).map(tuple),
        source=st.just(SOURCE),
    ),
    id=st.sampled_from(["", "", "x", "ada", "bo@example.org", "bo"]),
    relations=st.lists(RELATIONS, max_size=3).map(tuple),
    remark=st.sampled_from(["", "Likes numbers"]),
    evidence=st.sampled_from([(), (Evidence("Law", Kind.LISTED, SOURCE, amount=0),)]),
)


@given(st.lists(ENTRIES, max_size=6))
def test_every_key_is_one_person_s_and_known(entries: list[Entry]) -> None:
    reading = read_book("book", "book", entries, PassedOver("book"))
    people = (*reading.people, *reading.mentioned, *filter(None, [reading.person]))
    keys = {person.key for person in people}
    assert "" not in keys
    assert len(keys) == len(people)
    told = {key for tie in reading.ties for key in (tie.one, tie.other)}
    told |= {remark.about for remark in reading.remarks}
    told |= {piece.holder_key for piece in reading.evidence}
    assert told <= keys
    assert all(tie.one != tie.other for tie in reading.ties)
    ids = {entry.id for entry in entries if entry.id}
    without = sum(not entry.id for entry in entries)
    assert len(people) - len(reading.mentioned) == len(ids) + without


@given(st.lists(ENTRIES, max_size=6))
def test_clouds_get_the_same_skills(entries: list[Entry]) -> None:
    reading = read_book("book", "book", entries, PassedOver("book"))
    lean = for_clouds(reading)
    assert lean.evidence == reading.evidence
    holders = {person.key for person in (*lean.people, *filter(None, [lean.person]))}
    assert holders >= {piece.holder_key for piece in lean.evidence}


def test_relations_are_known_in_several_languages_and_relatives_are_none() -> None:
    for label in ("Manager", " vorgesetzter", "RESPONSABLE", "上司"):
        bond = bond_named(label)
        assert bond
        assert (bond.kind, bond.reverse) == (TieKind.REPORTS_TO, False)
    assistant = bond_named("Assistant")
    assert assistant
    assert (assistant.kind, assistant.reverse) == (TieKind.ASSISTS, True)
    report = bond_named("direct report")
    assert report
    assert (report.kind, report.reverse) == (TieKind.REPORTS_TO, True)
    assert not any(map(bond_named, ("spouse", "child", "friend", "partner", "parent", "")))


def test_places_are_at_home_or_at_work_or_neither() -> None:
    assert is_private_place("Privat")
    assert is_private_place("自宅")
    assert is_work_place("Geschäftlich")
    assert not any(map(is_private_place, ("Other", "")))
    assert not any(map(is_work_place, ("Other", "")))

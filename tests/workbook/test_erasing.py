from datetime import date
from pathlib import Path

from coalition.model.evidence import Kind
from coalition.model.person import Name, NameForm
from coalition.workbook import changes, queries
from coalition.workbook.opening import open_workbook
from coalition.workbook.queries import Wanted
from coalition.workbook.space import Space
from tests.workbook.told import ada, bea, met, noted, reading, record, reports, skill


def fill(space: Space) -> None:
    told = reading(
        ada(
            emails=("ada@example.com",),
            profile="https://www.linkedin.com/in/ada-testerson",
            names=(Name("Addie", NameForm.ALSO),),
        ),
        bea(unit="People & Culture (Ada Testerson)"),
        evidence=(
            skill("Coaching", "ada"),
            skill("Sales", "bea", kind=Kind.ENDORSED, amount=1, by="Ada Testerson"),
        ),
        ties=(reports("bea", "ada"),),
        touchpoints=(met("ada", "bea", about="Coffee with Ada"), met("ada")),
        remarks=(noted("bea", "Testerson, Ada asked for her; ada@example.com"),),
        name="talk with Ada Testerson.csv",
    )
    record(space, told)


def test_nothing_is_left_that_names_them(tmp_path: Path) -> None:
    path = tmp_path / "own.coalition"
    with open_workbook(str(path)) as workbook:
        fill(workbook.space())
        changes.erase(workbook.space(), queries.one(workbook.space(), "ada").id)
    left = b"".join(each.read_bytes() for each in tmp_path.iterdir()).lower()
    for trace in (b"testerson", b"ada@example.com", b"ada-testerson", b"addie", b"hr partner"):
        assert trace not in left
    assert b"stonefield" in left


def test_what_others_facts_said_of_them_is_told(space: Space) -> None:
    fill(space)
    gone = changes.erase(space, queries.one(space, "ada").id)
    told = {(mention.where, mention.text) for mention in gone.mentions}
    assert ("what is known of Bea Stonefield", "People & Culture ([erased])") in told
    assert ("a note on Bea Stonefield", "[erased] asked for her; [erased]") in told
    assert ("a touchpoint on 2026-10-01", "Coffee with [erased]") in told
    assert ("the name of a source", "talk with [erased].csv") in told


def test_an_endorsement_they_gave_stays_without_a_name(space: Space) -> None:
    fill(space)
    changes.erase(space, queries.one(space, "ada").id)
    held = queries.held_on(space, queries.one(space, "bea").id)
    assert [(one.skill, one.kind, one.by) for one in held.skills] == [("Sales", "endorsed", "")]
    assert [each.others for each in held.touchpoints] == [()]
    assert held.ties == ()


def test_who_only_shares_a_word_of_the_name_is_left_alone(space: Space) -> None:
    record(space, reading(ada(), bea(), remarks=(noted("bea", "works with Adam Testersonius"),)))
    gone = changes.erase(space, queries.one(space, "ada").id)
    assert gone.mentions == ()


def test_an_import_does_not_bring_them_back_unasked(space: Space) -> None:
    fill(space)
    changes.erase(space, queries.one(space, "ada").id)
    again = reading(ada(), bea(), touchpoints=(met("ada", "bea"),), name="again.csv")
    came = record(space, again)
    assert came.erased == ("Ada Testerson",)
    assert [one.name for one in queries.people(space, Wanted())] == ["Bea Stonefield"]


def test_they_come_back_when_that_is_wanted(space: Space) -> None:
    fill(space)
    changes.erase(space, queries.one(space, "ada").id)
    came = record(space, reading(ada(), name="again.csv"), bring_back=True)
    assert came.new == ("Ada Testerson",)
    once_more = record(space, reading(ada(title="Chief"), name="more.csv"))
    assert once_more.erased == ()


def test_a_merged_person_is_erased_with_all_their_names(space: Space) -> None:
    record(space, reading(ada(), bea()))
    changes.merge(space, queries.one(space, "ada").id, queries.one(space, "bea").id)
    changes.erase(space, queries.one(space, "ada").id)
    assert queries.count(space, Wanted()) == 0
    came = record(space, reading(bea(), name="again.csv"))
    assert came.erased == ("Bea Stonefield",)


def test_notes_the_user_wrote_on_them_go_too(space: Space) -> None:
    record(space, reading(ada()))
    number = queries.one(space, "ada").id
    changes.note(space, number, "asked for figures", date(2026, 11, 1))
    gone = changes.erase(space, number)
    assert gone.facts >= 4
    assert queries.find(space, "figures") == ()

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from coalition.model.evidence import Kind
from coalition.model.held import Field
from coalition.model.person import Name, NameForm, Person, Position
from coalition.model.reading import Reading
from coalition.model.source import Source
from coalition.workbook import changes, queries
from coalition.workbook.backend.base import connect
from coalition.workbook.changes.refreshing import out_of_date
from coalition.workbook.models import Evidence, Note, Touchpoint
from coalition.workbook.opening import open_workbook
from coalition.workbook.queries import Wanted
from coalition.workbook.space import Space
from tests.workbook.told import NOON, ada, bea, met, noted, reading, record, reports, skill


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


def test_a_namesake_keeps_their_name_and_what_may_be_about_either_is_told(space: Space) -> None:
    other = ada(key="other", organisation="Acme Ltd", title="Clerk", emails=("ada@acme.example",))
    told = reading(
        ada(emails=("ada@example.com",)),
        other,
        bea(),
        remarks=(noted("bea", "sits beside Ada Testerson (ada@example.com)"),),
    )
    record(space, told)
    gone = changes.erase(space, queries.one(space, "ada@example.com").id)
    left = queries.one(space, "ada@acme.example")
    assert left.name == "Ada Testerson"
    assert [one.id for one in queries.find(space, "Ada Testerson")] == [left.id]
    held = queries.held_on(space, left.id)
    assert {fact.value for fact in held.facts} >= {"Ada Testerson", "ada@acme.example"}
    assert [(each.text, each.shared) for each in gone.mentions] == [
        ("sits beside Ada Testerson ([erased])", False)
    ]


def test_a_name_that_somebody_else_has_too_is_left_and_told(space: Space) -> None:
    remarks = (noted("bea", "sits beside Ada Testerson"),)
    record(space, reading(ada(), ada(key="o", organisation="Acme Ltd"), bea(), remarks=remarks))
    gone = changes.erase(space, queries.people(space, Wanted("ada testerson"))[0].id)
    assert [(each.text, each.shared) for each in gone.mentions] == [
        ("sits beside Ada Testerson", True)
    ]


def test_a_longer_name_of_somebody_else_stays_whole(space: Space) -> None:
    longer = Person("Ada Testerson Smith", key="l", title="Clerk", organisation="Acme Ltd")
    record(space, reading(ada(), longer, bea(), remarks=(noted("bea", "met Ada Testerson Smith"),)))
    gone = changes.erase(space, of_title(space, "HR Partner"))
    assert gone.mentions == ()
    assert queries.one(space, "ada testerson").name == "Ada Testerson Smith"


def test_ordinary_words_stay_where_they_took_no_part(space: Space) -> None:
    mark = Person(
        "Mark Will",
        key="mark",
        profile="https://www.linkedin.com/in/coach",
        profiles=("https://brook.example/team/sales",),
        names=(Name("Chance", NameForm.ALSO),),
    )
    text = "mark each chance: we will coach sales"
    told = reading(
        mark,
        bea(positions=(Position("Sales", "will coach"),)),
        touchpoints=(met("bea", about=text), met("mark", "bea", about="Coffee with Mark")),
        remarks=(noted("bea", text),),
    )
    record(space, told)
    gone = changes.erase(space, queries.one(space, "mark will").id)
    assert [each.text for each in gone.mentions] == ["Coffee with [erased]"]


def test_a_word_of_the_name_of_who_took_part_too_stays(space: Space) -> None:
    bob = Person("Bob Testerson", key="bob")
    record(space, reading(ada(), bob, touchpoints=(met("ada", "bob", about="Bob Testerson, Ada"),)))
    changes.erase(space, queries.one(space, "ada testerson").id)
    held = queries.held_on(space, queries.one(space, "bob").id)
    assert [each.about for each in held.touchpoints] == ["Bob Testerson, [erased]"]


def test_details_stay_whole_where_a_name_is_a_word_of_their_form(space: Space) -> None:
    title = Person("Title Started", key="t")
    told = bea(positions=(Position("Acme Ltd", "PA to Title Started", started="2020"),))
    record(space, reading(title, told))
    changes.erase(space, queries.one(space, "title started").id)
    held = queries.held_on(space, queries.one(space, "bea").id)
    details = [fact.detail for fact in held.facts if fact.detail]
    assert details == [{"organisation": "Acme Ltd", "title": "PA to [erased]", "started": "2020"}]


def test_nobody_is_found_by_the_name_any_more(space: Space) -> None:
    told = reading(
        ada(),
        bea(title="Assistant to Ada Testerson"),
        remarks=(noted("bea", "asked Ada Testerson"),),
    )
    record(space, told)
    changes.erase(space, of_title(space, "HR Partner"))
    assert queries.one(space, "bea").title == "Assistant to [erased]"
    assert queries.people(space, Wanted("testerson")) == ()
    assert out_of_date(space) == []


def test_spellings_and_names_of_files_go_too(space: Space) -> None:
    jose = Person("José Álvarez-Łukasz", key="jose")
    told = reading(
        jose,
        bea(title="PA to Jose Alvarez-Lukasz", source=Source("mail/Jose_Alvarez-Lukasz.eml", 1)),
        evidence=(
            skill("Sales", "bea", kind=Kind.ENDORSED, amount=1, by="ÁLVAREZ-ŁUKASZ, Jose, PhD",
                  by_key="alvarez-lukasz jose"),
        ),
        name="mail.zip",
    )  # fmt: skip
    record(space, told)
    changes.erase(space, queries.one(space, "josé").id)
    held = queries.held_on(space, queries.one(space, "bea").id)
    assert [fact.value for fact in held.facts if fact.field is Field.TITLE] == ["PA to [erased]"]
    assert {fact.origin.file for fact in held.facts} == {"mail/[erased].eml"}
    assert [(one.by, one.by_key) for one in space.of(Evidence)] == [("", "")]


def test_meetings_they_took_no_part_in_stay(space: Space) -> None:
    record(space, reading(ada(), bea(), touchpoints=(met("bea", about="alone"),)), of_me=False)
    changes.be(space, queries.one(space, "bea").id)
    changes.erase(space, queries.one(space, "ada").id)
    assert [each.about for each in space.of(Touchpoint)] == ["alone"]


def test_a_file_of_which_nothing_is_left_is_forgotten(space: Space) -> None:
    record(space, reading(ada(), name="only her.csv"))
    record(space, reading(bea()))
    changes.erase(space, queries.one(space, "ada").id)
    assert [each.name for each in queries.sources(space)] == ["people.csv"]


def again() -> Reading:
    """A file that tells of who was erased in all that it says of others."""
    return reading(
        ada(emails=("ada@example.com",)),
        bea(title="PA to Ada Testerson", source=Source("mail/Ada Testerson.eml", 1)),
        evidence=(
            skill("Sales", "bea", kind=Kind.ENDORSED, amount=1, by="Ada Testerson",
                  by_key="ada testerson"),
        ),
        touchpoints=(met("bea", about="Lunch on Ada Testerson"),),
        remarks=(noted("bea", "asked ada@example.com"),),
        name="talk with Ada Testerson.csv",
    )  # fmt: skip


def test_who_is_left_out_of_an_import_is_not_named_by_it_either(space: Space) -> None:
    record(space, reading(ada(emails=("ada@example.com",)), bea(), name="first.csv"))
    changes.erase(space, queries.one(space, "ada").id)
    assert record(space, again()).erased == ("Ada Testerson",)
    held = queries.held_on(space, queries.one(space, "bea").id)
    assert "testerson" not in repr(held).lower()
    assert "ada@" not in repr(held)
    assert [(one.by, one.by_key) for one in space.of(Evidence)] == [("", "")]
    assert queries.sources(space)[0].name == "talk with [erased].csv"
    assert queries.people(space, Wanted("testerson")) == ()
    assert out_of_date(space) == []


def test_who_is_left_out_of_an_import_leaves_a_namesake_their_name(space: Space) -> None:
    other = ada(key="other", organisation="Acme Ltd", emails=("ada@acme.example",))
    record(space, reading(ada(), other, bea(), name="first.csv"))
    changes.erase(space, of_title(space, "HR Partner Brook"))
    remarks = (noted("bea", "met Ada Testerson"),)
    told = reading(ada(), replace(other, title="Chief"), bea(), remarks=remarks)
    came = record(space, told, at=NOON + timedelta(days=1))
    assert came.erased == ("Ada Testerson",)
    assert queries.one(space, "ada@acme.example").title == "Chief"
    assert [note.text for note in space.of(Note)] == ["met Ada Testerson"]


def test_that_another_program_keeps_traces_in_the_log_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coalition.workbook.space._PATIENCE", 1)
    path = tmp_path / "own.coalition"
    with open_workbook(str(path)) as workbook:
        space = workbook.space()
        record(space, reading(ada(), bea()))
        reader = connect(str(path))
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM workbook_person").fetchall()
        assert changes.erase(space, queries.one(space, "ada").id).in_log
        reader.close()
        assert not changes.erase(space, queries.one(space, "bea").id).in_log
    left = b"".join(each.read_bytes() for each in tmp_path.iterdir()).lower()
    assert b"testerson" not in left


def of_title(space: Space, words: str) -> int:
    """The number of the one person of whom this is told."""
    (found,) = queries.people(space, Wanted(words))
    return found.id

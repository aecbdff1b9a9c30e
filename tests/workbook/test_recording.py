from dataclasses import replace

import pytest

from coalition.errors import InputError
from coalition.model.evidence import Kind
from coalition.model.held import Field, SourceFile
from coalition.model.person import Person, Position
from coalition.model.source import Source
from coalition.workbook import changes, queries
from coalition.workbook.space import Space
from tests.workbook.told import FIRM, NOON, ada, bea, met, noted, reading, record, reports, skill


def names(space: Space) -> list[str]:
    return [one.name for one in queries.people(space, queries.Wanted())]


def test_people_of_a_file_are_in_the_workbook(space: Space) -> None:
    came = record(space, reading(ada(), bea()))
    assert came.new == ("Ada Testerson", "Bea Stonefield")
    assert names(space) == ["Bea Stonefield", "Ada Testerson"]


def test_every_fact_knows_its_file_its_line_and_its_day(space: Space) -> None:
    record(space, reading(ada(source=Source("people.csv", 7))))
    held = queries.held_on(space, queries.one(space, "ada").id)
    assert {(fact.field, fact.value) for fact in held.facts} == {
        (Field.NAME, "Ada Testerson"),
        (Field.TITLE, "HR Partner"),
        (Field.ORGANISATION, FIRM),
    }
    assert {str(fact.origin) for fact in held.facts} == {"people.csv, line 7, read on 2026-11-02"}


def test_the_path_of_a_file_is_not_kept(space: Space) -> None:
    place = Source("/home/somebody/private/people.csv", 7)
    told = reading(
        ada(source=place), remarks=(replace(noted("ada", "asked"), source=place),), name=place.file
    )
    digest = "0" * 64
    changes.record(space, told, SourceFile("people.csv", "table", digest, NOON))
    held = queries.held_on(space, queries.one(space, "ada").id)
    assert {str(fact.origin) for fact in held.facts} == {"people.csv, line 7, read on 2026-11-02"}
    assert "somebody" not in repr(held)


def test_the_same_file_again_changes_nothing(space: Space) -> None:
    told = reading(ada(), bea(), ties=(reports("ada", "bea"),))
    first = record(space, told)
    again = record(space, told)
    assert (again.source, again.new, again.facts_new) == (first.source, (), 0)
    assert again.since is not None
    assert len(queries.sources(space)) == 1


def test_a_later_file_says_what_is_new_and_what_was_known(space: Space) -> None:
    record(space, reading(ada()))
    came = record(space, reading(ada(title="Head of HR"), name="later.csv"))
    assert [match.described for match in came.matched] == ["Ada Testerson"]
    assert came.new == ()
    assert (came.facts_new, came.facts_known) == (1, 2)


def test_a_dry_run_tells_the_same_and_changes_nothing(space: Space) -> None:
    told = reading(ada(), bea(), evidence=(skill("Coaching", "ada"),))
    trial = record(space, told, dry_run=True)
    assert queries.count(space, queries.Wanted()) == 0
    assert queries.sources(space) == ()
    came = record(space, told)
    assert (trial.new, trial.facts_new) == (came.new, came.facts_new)


def test_nothing_is_kept_of_a_file_that_fails_half_way(
    space: Space, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("the power went")

    monkeypatch.setattr("coalition.workbook.changes.recording.refresh", fail)
    with pytest.raises(RuntimeError):
        record(space, reading(ada()))
    assert names(space) == []
    assert queries.sources(space) == ()


def test_skills_ties_touchpoints_and_notes_are_held_with_the_person(space: Space) -> None:
    told = reading(
        ada(),
        bea(),
        evidence=(skill("Coaching", "ada", kind=Kind.ENDORSED, amount=1, by="Bea Stonefield"),),
        ties=(reports("ada", "bea"),),
        touchpoints=(met("ada", "bea", about="Budget"),),
        remarks=(noted("ada", "asked for figures"),),
    )
    record(space, told)
    held = queries.held_on(space, queries.one(space, "ada").id)
    assert [(one.skill, one.by) for one in held.skills] == [("Coaching", "Bea Stonefield")]
    assert [(tie.kind, tie.forward, tie.name) for tie in held.ties] == [
        ("reports to", True, "Bea Stonefield")
    ]
    assert [(each.about, each.others) for each in held.touchpoints] == [
        ("Budget", ("Bea Stonefield",))
    ]
    assert [note.text for note in held.notes] == ["asked for figures"]


def test_what_a_touchpoint_says_of_unknown_keys_is_left_out(space: Space) -> None:
    record(space, reading(ada(), touchpoints=(met("ada", "nobody"),)))
    held = queries.held_on(space, queries.one(space, "ada").id)
    assert [each.others for each in held.touchpoints] == [()]


def test_skills_of_nobody_are_refused_until_it_is_said_whose_they_are(space: Space) -> None:
    told = reading(evidence=(skill("Coaching", ""),), name="list.txt")
    with pytest.raises(InputError, match="whose skills these are"):
        record(space, told)
    record(space, told, of="Ada Testerson")
    held = queries.held_on(space, queries.one(space, "ada").id)
    assert [one.skill for one in held.skills] == ["Coaching"]


def test_a_person_named_only_as_a_holder_is_a_person_too(space: Space) -> None:
    record(space, reading(evidence=(skill("Coaching", "", holder="Cai Marsh"),)))
    assert names(space) == ["Cai Marsh"]


def test_the_users_own_words_count_more_than_later_files(space: Space) -> None:
    record(space, reading(ada()))
    number = queries.one(space, "ada").id
    changes.say(space, number, (changes_title("Head of HR"),))
    record(space, reading(ada(title="Clerk"), name="later.csv"))
    assert queries.one(space, "ada").title == "Head of HR"


def changes_title(title: str) -> object:
    from coalition.workbook.facts import Said

    return Said(Field.TITLE, title)


def test_the_last_touch_counts_only_what_the_user_took_part_in(space: Space) -> None:
    told = reading(
        ada(),
        bea(),
        Person("Me Myself", key="me"),
        touchpoints=(met("me", "ada", on="2026-09-01"), met("ada", "bea", on="2026-10-01")),
        owner="me",
    )
    record(space, told, of_me=True)
    assert str(queries.one(space, "ada").last_touch) == "2026-09-01"
    assert queries.one(space, "bea").last_touch is None
    changes.be(space, queries.one(space, "bea").id)
    assert str(queries.one(space, "ada").last_touch) == "2026-10-01"


def test_planned_touchpoints_are_no_last_touch_yet(space: Space) -> None:
    record(space, reading(ada(), touchpoints=(met("ada", on="2999-01-01"),)))
    assert queries.one(space, "ada").last_touch is None


def test_who_left_is_shown_as_such_until_a_later_file_has_them_in_a_role(space: Space) -> None:
    record(space, reading(ada(active=False)))
    assert not queries.one(space, "ada").active
    later = replace(ada(title="Head of HR"), on="2026-11-03")
    record(space, reading(later, name="later.csv"))
    assert queries.one(space, "ada").active


def test_the_file_of_somebody_else_is_not_the_users(space: Space) -> None:
    record(space, reading(ada(), owner="ada"), of_me=True)
    with pytest.raises(InputError, match="the file of Bea Stonefield, and you are Ada Testerson"):
        record(space, reading(bea(), name="beas.zip", owner="bea"), of_me=True)
    assert names(space) == ["Ada Testerson"]


def test_a_position_knows_the_file_of_an_archive_it_stands_in(space: Space) -> None:
    place = Source("Positions.csv", 3)
    held = Position("Brook Ltd", "Clerk", "2019", source=place)
    told = ada(positions=(held,), source=Source("Profile.csv", 2), languages=("French",))
    record(space, reading(replace(told, spoken=Source("Languages.csv")), name="archive.zip"))
    facts = queries.held_on(space, queries.one(space, "ada").id).facts
    files = {str(fact.field): fact.origin.file for fact in facts}
    assert (files["position"], files["language"]) == ("Positions.csv", "Languages.csv")
    assert files["name"] == "Profile.csv"

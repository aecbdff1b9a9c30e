from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coalition.errors import WorkbookError
from coalition.model.held import Held
from coalition.model.person import Person
from coalition.workbook import changes, queries
from coalition.workbook.queries import Wanted
from coalition.workbook.space import Space
from tests.workbook.told import NOON, ada, bea, met, noted, reading, record, reports, skill


def everything(space: Space) -> list[Held]:
    return [queries.held_on(space, one.id) for one in queries.people(space, Wanted())]


def test_a_file_taken_out_leaves_nothing_of_it(space: Space) -> None:
    told = reading(
        ada(),
        bea(),
        evidence=(skill("Coaching", "ada"),),
        ties=(reports("ada", "bea"),),
        touchpoints=(met("ada", "bea"),),
        remarks=(noted("ada", "asked"),),
    )
    gone = changes.take_out(space, record(space, told).source)
    assert gone.people == ("Ada Testerson", "Bea Stonefield")
    assert everything(space) == []
    assert queries.sources(space) == ()


def test_only_the_facts_of_that_file_are_taken_out(space: Space) -> None:
    record(space, reading(ada(), remarks=(noted("ada", "first"),)))
    before = everything(space)
    second = record(space, reading(ada(title="Chief"), bea(), ties=(reports("ada", "bea"),)))
    assert everything(space) != before
    changes.take_out(space, second.source)
    assert everything(space) == before


def test_what_the_user_wrote_stays_and_still_says_of_whom(space: Space) -> None:
    source = record(space, reading(ada())).source
    changes.note(space, queries.one(space, "ada").id, "asked for figures", day())
    changes.take_out(space, source)
    held = queries.held_on(space, queries.one(space, "ada").id)
    assert [note.text for note in held.notes] == ["asked for figures"]
    assert held.summary.name == "Ada Testerson"
    assert held.summary.title == ""


def day() -> Any:
    return date(2026, 11, 1)


def test_a_merge_with_somebody_of_that_file_ends(space: Space) -> None:
    record(space, reading(ada()))
    source = record(space, reading(Person("Ada Byrne"), name="other.csv")).source
    one, other = queries.one(space, "testerson").id, queries.one(space, "byrne").id
    changes.merge(space, other, one)
    changes.take_out(space, source)
    assert [one.name for one in queries.people(space, Wanted())] == ["Ada Testerson"]


def test_a_name_only_a_merged_person_had_goes_with_their_file(space: Space) -> None:
    record(space, reading(ada(emails=("ada@example.com",))))
    later = NOON + timedelta(days=1)
    for name in ("2.csv", "3.csv"):
        source = record(space, reading(Person("Zebulon Quill"), name=name), at=later).source
    kept = queries.one(space, "testerson").id
    for one in queries.find(space, "zebulon"):
        changes.merge(space, kept, one.id)
    assert queries.find(space, "Zebulon")
    changes.take_out(space, source)
    changes.take_out(space, source - 1)
    assert queries.find(space, "Zebulon") == ()
    assert [one.name for one in queries.people(space, Wanted())] == ["Ada Testerson"]


def test_a_question_that_another_file_raises_too_stays(space: Space) -> None:
    record(space, reading(Person("Ada Testerson", organisation="Brook Ltd")))
    second = record(space, reading(Person("Ada Testerson", emails=("a@example.com",)), name="2"))
    third = Person("Ada Testerson", emails=("a@example.com",), title="Clerk")
    record(space, reading(third, name="3"))
    assert len(queries.doubts(space)) == 1
    changes.take_out(space, second.source)
    assert len(queries.doubts(space)) == 1


def test_a_question_that_only_that_file_raised_goes(space: Space) -> None:
    record(space, reading(ada(organisation="", emails=("a@example.com",))))
    other = Person("Zoe Fern", emails=("z@example.com",))
    record(space, reading(other, name="2"))
    named = Person("Ada Testerson", emails=("z@example.com",))
    source = record(space, reading(named, name="3")).source
    assert queries.doubts(space) != ()
    changes.take_out(space, source)
    assert queries.doubts(space) == ()


def test_the_stakes_of_another_file_in_a_goal_stay(space: Space) -> None:

    from coalition.workbook.models import Goal, Source, Stake

    record(space, reading(ada()))
    person = queries.one(space, "ada").id
    first, second = space.add(
        [Source(workspace_id=space.id, kind="file", name=name, at=NOON) for name in "12"]
    )
    (goal,) = space.add([Goal(workspace_id=space.id, source=first, name="A new office")])
    space.add(
        [
            Stake(
                workspace_id=space.id, source=source, goal=goal, person_id=person, on=date.today()
            )
            for source in (first, second)
        ]
    )
    assert changes.take_out(space, first.pk).facts == 1
    assert [stake.source_id for stake in space.of(Stake)] == [second.pk]
    changes.take_out(space, second.pk)
    assert not space.of(Goal).exists()


def test_a_trial_takes_nothing_out(space: Space) -> None:
    source = record(space, reading(ada())).source
    before = everything(space)
    assert changes.take_out(space, source, dry_run=True).people == ("Ada Testerson",)
    assert everything(space) == before


def test_a_source_that_is_not_there_is_named(space: Space) -> None:
    with pytest.raises(WorkbookError, match="no source 7"):
        changes.take_out(space, 7)


_NAMES = st.sampled_from(["Ada Testerson", "Bea Stonefield", "Cai Marsh", "Dov Hill"])
_PEOPLE = st.lists(
    st.builds(
        Person,
        _NAMES,
        title=st.sampled_from(["", "Head", "Clerk"]),
        organisation=st.sampled_from(["", "Brook Ltd", "Vale plc"]),
        emails=st.sampled_from([(), ("a@example.com",), ("b@example.com",)]),
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda person: person.name,
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(first=_PEOPLE, second=_PEOPLE)
def test_recording_and_taking_out_is_as_if_it_had_never_been(
    space: Space, first: list[Person], second: list[Person]
) -> None:
    for source in queries.sources(space):
        changes.take_out(space, source.id)
    assert everything(space) == []
    record(space, reading(*first, name="first.csv"))
    before, doubts = everything(space), queries.doubts(space)
    came = record(space, reading(*second, name="second.csv"))
    changes.take_out(space, came.source)
    assert everything(space) == before
    assert queries.doubts(space) == doubts

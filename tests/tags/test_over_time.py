"""What had been said by the end of each year."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.errors import NothingFound
from coalition.model.evidence import Evidence, Kind
from coalition.model.reading import Reading
from coalition.model.source import Source
from coalition.tags.over_time import by_year
from coalition.tags.weights import Profile, profile

ROW = Source("endorsements.csv", 2)


def endorsed(skill: str, by: str, on: str | None) -> Evidence:
    return Evidence(skill, Kind.ENDORSED, ROW, by=by, by_key=by, on=on)


def listed(skill: str) -> Evidence:
    return Evidence(skill, Kind.LISTED, Source("skills.csv", 2), 0)


def of(*evidence: Evidence, certificates: tuple[Evidence, ...] = ()) -> Profile:
    return profile([Reading("any", "a.zip", evidence=evidence, certificates=certificates)])


def weights(given: Profile) -> dict[int, dict[str, float]]:
    found = by_year(given)
    return {
        year: {skill.name: skill.weight for skill in skills if skill.weight}
        for year, skills in zip(found.years, found.skills, strict=True)
    }


def test_a_year_counts_what_was_said_by_its_end_and_no_year_is_left_out() -> None:
    assert weights(
        of(
            endorsed("Law", "Ada", "2021-12-31"),
            endorsed("Law", "Bo", "2022-01-01"),
            endorsed("Sales", "Ada", "2024-05"),
        )
    ) == {
        2021: {"Law": 1},
        2022: {"Law": 2},
        2023: {"Law": 2},
        2024: {"Law": 2, "Sales": 1},
    }


def test_a_year_alone_is_date_enough() -> None:
    degree = Evidence("Diploma", Kind.CERTIFIED, Source("certificates.csv", 2), on="2019")
    assert weights(of(endorsed("Law", "Ada", "2020-03-04"), certificates=(degree,))) == {
        2019: {"Diploma": 1},
        2020: {"Diploma": 1, "Law": 1},
    }


def test_what_has_no_date_is_counted_in_the_last_year_alone_and_told() -> None:
    given = of(
        endorsed("Law", "Ada", "2020-01-01"),
        endorsed("Law", "Bo", None),
        endorsed("Sales", "Ada", "2021-01-01"),
        listed("Law"),
        listed("Juggling"),
    )
    assert weights(given) == {
        2020: {"Law": 1},
        2021: {"Law": 2, "Sales": 1, "Juggling": 0.5},
    }
    assert (by_year(given).undated, by_year(given).pieces) == (3, 5)


def test_names_that_are_one_skill_in_the_end_are_one_in_every_year() -> None:
    given = of(
        endorsed("Customer Relationship Management", "Ada", "2020-01-01"),
        endorsed("Customer Relationship Management (CRM)", "Bo", "2021-01-01"),
    )
    assert [list(of_year) for of_year in weights(given).values()] == [
        [given.skills[0].name],
        [given.skills[0].name],
    ]


def test_without_any_date_there_are_no_years() -> None:
    with pytest.raises(NothingFound, match="none of the evidence has a date"):
        by_year(of(listed("Law")))


def test_with_a_half_life_each_year_is_as_it_was_at_its_end() -> None:
    said = (endorsed("Law", "Ada", "2020-12-31"), endorsed("Sales", "Bo", "2022-12-31"))
    given = profile(
        [Reading("any", "a.zip", evidence=said)],
        half_life=timedelta(days=365),
        today=date(2030, 1, 1),
    )
    found = weights(given)
    assert found[2020] == {"Law": 1}
    assert found[2021] == {"Law": 0.5}
    assert found[2022] == {"Law": 0.5, "Sales": 1}


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["Law", "law", "Sales", "Coaching"]),
            st.sampled_from(["Ada", "Bo", "Chi"]),
            st.none() | st.integers(1990, 2005).map(str),
        ),
        min_size=1,
    )
)
def test_weights_only_grow_and_end_as_they_are_in_the_profile(
    said: list[tuple[str, str, str | None]],
) -> None:
    given = of(endorsed("Hiring", "Dua", "2000"), *(endorsed(*one) for one in said))
    found = by_year(given)
    for earlier, later in zip(found.skills, found.skills[1:], strict=False):
        for before, after in zip(earlier, later, strict=True):
            assert before.name == after.name
            assert before.weight <= after.weight
    assert found.skills[-1] == given.skills

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.tags.wording import likeness

NAMES = st.lists(
    st.text(max_size=12) | st.sampled_from(["Law", "Change Management", "コーチング", "C++"]),
    max_size=8,
)


def alike(*names: str) -> dict[tuple[int, int], float]:
    return likeness([(name,) for name in names])


def test_names_with_a_word_in_common_are_alike() -> None:
    found = alike("Change Management", "Change Leadership", "Baking")
    assert set(found) == {(0, 1)}
    assert 0.2 < found[0, 1] < 0.9


def test_a_rare_word_says_more_than_a_common_one() -> None:
    found = alike("Risk Management", "Risk Analysis", "Time Management", "Project Management")
    assert found[0, 1] > found[0, 2]


def test_forms_of_a_word_are_alike() -> None:
    found = alike("Marketing", "Market Research", "Baking Bread")
    assert found[0, 1] > 0.1


def test_an_ending_in_common_says_next_to_nothing() -> None:
    assert alike("Observability", "Sustainability")[0, 1] < 0.05


def test_case_and_punctuation_make_no_difference() -> None:
    assert alike("change-management", "Change Management")[0, 1] == pytest.approx(1)


def test_connectives_are_no_common_word() -> None:
    assert alike("Wind and Weather", "Bread & Butter") == {}


def test_scripts_without_spaces_are_compared_by_their_signs() -> None:
    found = alike("项目管理", "变更管理", "烘焙")
    assert set(found) == {(0, 1)}


def test_other_names_of_a_skill_count_too() -> None:
    found = likeness([("CRM", "Customer Relationship Management"), ("Customer Care",)])
    assert found[0, 1] > 0.05


def test_languages_of_one_letter_are_not_alike() -> None:
    assert alike("C", "C++", "C#", "R") == {}


@given(NAMES)
def test_values_are_within_0_and_1_and_lower_positions_first(names: list[str]) -> None:
    for (i, j), value in alike(*names).items():
        assert 0 <= i < j < len(names)
        assert 0 < value < 1 + 1e-9

import pytest

from coalition.exchange.totals import is_total
from tests.exchange.samples import amounts, read_text


@pytest.mark.parametrize(
    "text", ["Total", "GRAND TOTAL:", "Summe", "Total général", "Итого", "合計", "المجموع"]
)
def test_a_row_of_totals_is_known_by_its_words(text: str) -> None:
    assert is_total(text)


@pytest.mark.parametrize("text", ["Total Quality Management", "Sum of Squares", "", "12"])
def test_a_tag_with_such_a_word_in_it_is_none(text: str) -> None:
    assert not is_total(text)


@pytest.mark.parametrize("text", ["Skill,Count\n{},12\n{},5\n{},17\n", "{}: 12\n{}: 5\n{}: 17\n"])
def test_totals_below_the_others_are_passed_over_with_a_note(text: str) -> None:
    reading = read_text(text.format("Planning", "Total Quality Management", "Total"))
    assert amounts(reading) == {"Planning": 12, "Total Quality Management": 5}
    assert not reading.problems
    assert "Totals" in reading.notes[0]


def test_a_total_may_stand_in_another_column_than_the_tags() -> None:
    reading = read_text("Area;Skill;Count\nLaw;Contracts;12\nLaw;Tax;5\nTotal;;17\n")
    assert amounts(reading) == {"Contracts": 12, "Tax": 5}
    assert not reading.problems

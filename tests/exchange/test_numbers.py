import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.exchange.numbers import decimal_mark, is_at_least, number_in


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("12", 12),
        (" 12.5 ", 12.5),
        ("1,204", 1204),
        ("1,204.5", 1204.5),
        ("1,20,400", 120400),
        ("1 204", 1204),
        ("1'204", 1204),
        ("80%", 80),
        ("80 %", 80),
        ("99+", 99),
        ("-3", -3),
        ("−3", -3),
        ("١٢", 12),
        ("١٢٫٥", 12.5),
        ("１２", 12),
    ],
)
def test_numbers_with_a_point(written: str, number: float) -> None:
    assert number_in(written) == number


@pytest.mark.parametrize(
    ("written", "number"), [("1.204,5", 1204.5), ("0,25", 0.25), ("1.204", 1204), ("7", 7)]
)
def test_numbers_with_a_comma(written: str, number: float) -> None:
    assert number_in(written, ",") == number


@pytest.mark.parametrize("written", ["", "abc", "1,2,3", "12.03.2026", "1/2", "0x10", "--3"])
@pytest.mark.parametrize("mark", [".", ","])
def test_what_is_no_number(written: str, mark: str) -> None:
    assert number_in(written, mark) is None


def test_nan_and_infinity_are_numbers_so_that_they_can_be_refused_by_name() -> None:
    assert math.isnan(number_in("NaN") or 0)
    assert number_in("-inf") == -math.inf


@pytest.mark.parametrize(
    ("column", "mark"),
    [
        (["12", "7,5"], ","),
        (["1.204,5"], ","),
        (["1,204.5"], "."),
        (["1,204"], "."),
        (["1.204.000"], ","),
        (["0.125", "1.204"], "."),
        (["3", "4"], "."),
    ],
)
def test_the_decimal_mark_is_told_by_the_column(column: list[str], mark: str) -> None:
    assert decimal_mark(column) == mark


def test_a_table_with_semicolons_settles_what_its_numbers_leave_open() -> None:
    assert decimal_mark(["1.204"], semicolons=True) == ","
    assert decimal_mark(["1.5"], semicolons=True) == "."


def test_a_number_with_a_plus_is_at_least_that() -> None:
    assert is_at_least("99+")
    assert not is_at_least("+99")


@given(st.integers(0, 10**12), st.sampled_from(["{:,}", "{}", "{:_}"]))
def test_grouping_never_changes_a_number(number: int, form: str) -> None:
    assert number_in(form.format(number)) == number

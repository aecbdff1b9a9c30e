from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.errors import InputError
from coalition.tags.recency import DAYS_A_MONTH, DAYS_A_YEAR, Recency, in_words, recency_of

TODAY = date(2026, 3, 14)
YEAR = Recency(timedelta(days=365), TODAY)


def test_evidence_of_a_half_life_counts_half_and_of_two_a_quarter() -> None:
    assert YEAR.share("2025-03-14") == 0.5
    assert YEAR.share("2024-03-14") == pytest.approx(0.25, rel=2e-3)  # a leap year's day more
    assert YEAR.share("2026-03-14") == 1


def test_a_month_or_a_year_counts_from_its_middle_as_far_as_it_is_past() -> None:
    assert YEAR.share("2024-01") == YEAR.share("2024-01-16")
    assert YEAR.share("2023") == YEAR.share("2023-07-02")
    assert YEAR.share("2023-12") == YEAR.share("2023-12-16")
    assert YEAR.share("2026-03") == 2 ** (-6.5 / 365)  # from the 1st to today


def test_a_day_to_come_counts_whole() -> None:
    assert [YEAR.share(on) for on in ("2026-03-15", "2027", "2026-04")] == [1, 1, 1]


@pytest.mark.parametrize("on", [None, "", "soon", "2019-13", "2019-02-30", "2019-1-1-1", "0"])
def test_what_is_no_date_has_no_age(on: str | None) -> None:
    assert YEAR.share(on) is None


def test_of_several_dates_the_latest_counts_and_a_missing_one_only_if_there_is_no_other() -> None:
    assert YEAR.latest(["2020", "2025-03-14", None]) == 0.5
    assert YEAR.latest([None, None]) == 1


@given(st.dates(date(1950, 1, 1), date(2050, 1, 1)), st.integers(1, 20_000), st.integers(1, 50))
def test_only_the_age_in_half_lives_counts(said: date, days: int, times: int) -> None:
    age = max(0, (TODAY - said).days)
    if age * times > 700_000:
        return
    once = Recency(timedelta(days=days), TODAY).share(said.isoformat())
    later = date.fromordinal(max(1, TODAY.toordinal() - age * times))
    longer = Recency(timedelta(days=days * times), TODAY).share(later.isoformat())
    assert once == pytest.approx(longer)


@given(st.dates(), st.dates(), st.integers(1, 100_000))
def test_what_was_said_later_never_counts_less(a: date, b: date, days: int) -> None:
    recency = Recency(timedelta(days=days), TODAY)
    earlier, later = (recency.share(on.isoformat()) for on in sorted((a, b)))
    assert earlier is not None
    assert later is not None
    assert 0 <= earlier <= later <= 1


def test_a_half_life_needs_a_length_and_a_day() -> None:
    assert recency_of(None, None) is None
    with pytest.raises(InputError, match="longer than nothing"):
        recency_of(timedelta(0), TODAY)
    with pytest.raises(InputError, match="needs the day"):
        recency_of(timedelta(days=1), None)


def test_a_half_life_is_told_in_the_largest_unit_that_divides_it() -> None:
    told = [DAYS_A_YEAR, 3 * DAYS_A_YEAR, 18 * DAYS_A_MONTH, 90, 0.5]
    assert [in_words(timedelta(days=days)) for days in told] == [
        "1 year", "3 years", "18 months", "90 days", "0.5 days",
    ]  # fmt: skip

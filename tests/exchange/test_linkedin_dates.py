import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.exchange.linkedin_dates import iso, moment


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2026/02/27 08:14:09 UTC", "2026-02-27"),
        ("2025-10-01 09:00 UTC", "2025-10-01"),
        ("06/08/21, 09:15 AM", "2021-06-08"),
        ("31/12/2020", "2020-12-31"),
        ("12.03.2021", "2021-03-12"),
        ("28 Feb 2026", "2026-02-28"),
        ("Jun 1, 2023", "2023-06-01"),
        ("Wed Feb 11 08:20:14 UTC 2026", "2026-02-11"),
        ("Sep 2019", "2019-09"),
        ("2008", "2008"),
        ("2019年9月", "2019-09"),
        ("2019년 9월", "2019-09"),
        ("März 2016", "2016-03"),
        ("août 2019", "2019-08"),
        ("juil. 2014", "2014-07"),
        ("setembro de 2019", "2019-09"),
        ("4 de mayo de 2021", "2021-05-04"),
        ("января 2020", "2020-01"),
    ],
)
def test_every_style_of_linkedin_is_read_as_exactly_as_it_tells(
    written: str, expected: str
) -> None:
    assert iso(written) == expected


@pytest.mark.parametrize(
    "written", ["", "N/A", "Present", "30 Feb 2020", "13 Febtober 2020", "20 people", "9999"]
)
def test_what_is_no_date_is_none(written: str) -> None:
    assert iso(written) is None


@given(st.text(max_size=40))
def test_any_text_gives_a_date_or_none(text: str) -> None:
    found = iso(text)
    assert found is None or found[:4].isdecimal()


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2026-03-02 08:01:15 UTC", "2026-03-02T08:01:15+00:00"),
        ("8/20/24, 8:13 AM", "2024-08-20T08:13:00"),
        ("8/20/24, 12:13 PM", "2024-08-20T12:13:00"),
        ("8/20/24, 12:05 AM", "2024-08-20T00:05:00"),
        ("2026-03-02", "2026-03-02"),
        ("2026-03-02 25:00:00", "2026-03-02"),
        ("March 2026", None),
        ("soon", None),
    ],
)
def test_a_moment_is_as_exact_as_it_is_told(written: str, expected: str | None) -> None:
    assert moment(written) == expected

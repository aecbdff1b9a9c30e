import pytest

from coalition.exchange.time_zones import iana


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("Europe/London", "Europe/London"),
        ("europe/london", "Europe/London"),
        ('"America/New_York"', "America/New_York"),
        ("America/New York", "America/New_York"),
        ("/freeassociation.sourceforge.net/Europe/London", "Europe/London"),
        ("/freeassociation.sourceforge.net/Tzfile/America/Argentina/Salta",
         "America/Argentina/Salta"),
        ("/mozilla.org/20050126_1/Asia/Tokyo", "Asia/Tokyo"),
        ("tzone://Microsoft/Utc", "UTC"),
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("W. Europe Standard Time 1", "Europe/Berlin"),
        ("GMT Standard Time", "Europe/London"),
        ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "Europe/Amsterdam"),
        ("(GMT-05.00) Eastern Time (US & Canada)", "America/New_York"),
        ("(UTC) Dublin, Edinburgh, Lisbon, London", "Europe/Dublin"),
        ("(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi", "Asia/Kolkata"),
        ("GMT+2", "Etc/GMT-2"),
        ("UTC-03:00", "Etc/GMT+3"),
        ("UTC", "UTC"),
    ],
)  # fmt: skip
def test_a_zone_is_known_by_every_name_that_files_give_it(name: str, zone: str) -> None:
    assert iana(name) == zone


@pytest.mark.parametrize(
    "name",
    ["", "Customized Time Zone", "Nowhere", "../../etc/passwd", "UTC+05:30", "GMT+99", "x" * 9999,
     "(UTC+09:00) Berlin", "\0", "Europe", "(UTC+01:00) "],
)  # fmt: skip
def test_what_is_no_known_zone_has_no_name(name: str) -> None:
    assert iana(name) == ""

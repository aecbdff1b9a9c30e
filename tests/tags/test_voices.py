"""The formula with a half-life: what must hold whatever the evidence is."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.model.evidence import Evidence, Kind
from coalition.model.source import Source
from coalition.tags.recency import Recency
from coalition.tags.voices import voices, voices_by_holder

ROW = Source("a.csv", 2)
TODAY = date(2026, 3, 14)
YEAR = Recency(timedelta(days=365), TODAY)

PEOPLE = st.sampled_from(["Ada", "Bo", "Chi", ""])
DATES = st.sampled_from(["2026-03-14", "2025-03-14", "2019", "1999-05", None])
EVIDENCE = st.builds(
    lambda kind, by, on, amount, name: Evidence(
        name if kind is Kind.CERTIFIED else "Law",
        kind,
        ROW,
        amount if kind is Kind.COUNTED else float(kind is not Kind.LISTED),
        by=by,
        by_key=by.casefold(),
        on=on,
    ),
    st.sampled_from(Kind),
    PEOPLE,
    DATES,
    st.sampled_from([0.0, 0.2, 3.0, 40.0]),
    st.sampled_from(["Law Diploma", "Bar Exam"]),
)


def endorsed(by: str, on: str | None, key: str = "") -> Evidence:
    return Evidence("Law", Kind.ENDORSED, ROW, by=by, by_key=key or by.casefold(), on=on)


def weight(evidence: list[Evidence], recency: Recency | None = YEAR) -> float:
    return sum(part.weight for part in voices_by_holder(evidence, recency).values())


def test_voices_count_by_their_age() -> None:
    assert weight([endorsed("Ada", "2025-03-14"), endorsed("Bo", "2026-03-14")]) == 1.5


def test_who_endorsed_twice_counts_once_by_the_latest() -> None:
    assert weight([endorsed("Ada", "2026-03-14"), endorsed("Ada", "2019")]) == 1


def test_a_date_that_one_source_tells_holds_for_the_same_voice_in_another() -> None:
    counted = Evidence("Law", Kind.COUNTED, ROW, 1.0)
    assert weight([endorsed("Ada", None), endorsed("Ada", "2025-03-14"), counted]) == 1.5
    by_profile = [endorsed("Ada", None, "ada-1"), endorsed("Ada", "2025-03-14"), counted]
    assert weight(by_profile) == 1.5


def test_a_dated_count_is_worth_its_age_and_one_without_a_date_all() -> None:
    count = Evidence("Law", Kind.COUNTED, ROW, 40.0, unit="papers")
    assert weight([replace(count, on="2025-03-14"), count]) == 60


def test_certificates_and_recommendations_age_as_well() -> None:
    certificate = Evidence("Bar Exam", Kind.CERTIFIED, ROW, on="2025-03-14")
    letter = Evidence("Law", Kind.RECOMMENDED, ROW, by="Ada", on="2025-03-14")
    assert weight([certificate, letter]) == 1


def test_who_was_ever_endorsed_keeps_as_much_as_who_only_lists() -> None:
    listing = Evidence("Law", Kind.LISTED, ROW, 0.0)
    assert weight([endorsed("Ada", "1999")]) == weight([listing]) == 0.5
    assert weight([endorsed("Ada", "1999"), listing]) == 0.5


def test_a_count_below_half_a_voice_is_kept_and_not_raised() -> None:
    assert weight([Evidence("Law", Kind.COUNTED, ROW, 0.2, on="1999")]) == 0.2


def test_each_persons_voices_age_for_themselves() -> None:
    old = [replace(endorsed("Bo", "1999"), holder=holder) for holder in ("Ada", "Chi")]
    assert weight(old) == 1


@given(st.lists(EVIDENCE))
def test_without_end_a_half_life_changes_nothing(evidence: list[Evidence]) -> None:
    endless = Recency(timedelta.max, TODAY)
    assert weight(evidence, endless) == pytest.approx(weight(evidence, None), rel=1e-4)
    assert weight(evidence, None) == voices(evidence).weight


@given(st.lists(EVIDENCE), st.integers(1, 10_000), st.integers(1, 10_000))
def test_a_longer_half_life_never_lowers_a_weight(
    evidence: list[Evidence], days: int, more: int
) -> None:
    shorter, longer = (Recency(timedelta(days=n), TODAY) for n in (days, days + more))
    assert weight(evidence, shorter) <= weight(evidence, longer) <= weight(evidence, None)


@given(st.lists(EVIDENCE), EVIDENCE)
def test_one_more_voice_never_lowers_a_weight(evidence: list[Evidence], one: Evidence) -> None:
    new = replace(one, by="Dua", by_key="dua", skill="New" if one.kind is Kind.CERTIFIED else "Law")
    for recency in (YEAR, None):
        assert weight([*evidence, new], recency) >= weight(evidence, recency)


@given(st.lists(EVIDENCE), st.randoms(use_true_random=False))
def test_the_order_of_the_evidence_makes_no_difference(
    evidence: list[Evidence], chance: Random
) -> None:
    shuffled = list(evidence)
    chance.shuffle(shuffled)
    assert weight(shuffled) == weight(evidence)


@given(st.lists(EVIDENCE, min_size=1))
def test_a_later_date_never_lowers_a_weight(evidence: list[Evidence]) -> None:
    first, *rest = evidence
    if first.on:
        assert weight([replace(first, on="2026-03-14"), *rest]) >= weight(evidence)


@given(st.lists(EVIDENCE))
def test_whoever_is_spoken_for_by_a_voice_weighs_as_much_as_a_listing(
    evidence: list[Evidence],
) -> None:
    if voices(evidence).spoken >= 0.5:
        assert weight(evidence) >= 0.5

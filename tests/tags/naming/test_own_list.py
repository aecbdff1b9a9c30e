from contextlib import suppress

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from coalition.errors import InputError
from coalition.tags.naming.alias_list import parse
from coalition.tags.naming.own_list import (
    HEAD,
    Answer,
    Held,
    can_be_written,
    held,
    with_answer,
    without,
)

DAY = "2026-11-28"
BY_HAND = """\
# What we call things here.
Change Management   # ours
  also   OCM; Project Phoenix   # as the PMO says

[Coaching]
# by hand
Executive Coaching
  not    Executive Search
"""


def said(text: str) -> list[Held]:
    return held(parse(text, "mine.txt"))


def yes(skill: str, other: str) -> Answer:
    return Answer("also", skill, other, DAY)


def no(skill: str, other: str) -> Answer:
    return Answer("not", skill, other, DAY)


def later(skill: str, other: str) -> Answer:
    return Answer("later", skill, other, DAY)


def test_an_answer_stands_in_the_list_with_its_day() -> None:
    text = with_answer("", yes("Executive Coaching", "Exec Mentor"), "mine.txt")
    assert text.startswith(HEAD)
    assert text.endswith("\nExecutive Coaching\n  also Exec Mentor  # answered on 2026-11-28\n")
    (answer,) = said(text)
    assert (answer.number, answer.line, answer.on, answer.remark) == (1, 6, DAY, "")
    assert str(answer) == '"Exec Mentor" is another name of "Executive Coaching"'


def test_an_answer_follows_what_is_said_of_its_skill() -> None:
    text = with_answer(BY_HAND, yes("executive coaching", "Exec Mentor"), "mine.txt")
    assert text == BY_HAND + "  also Exec Mentor  # answered on 2026-11-28\n"


def test_a_new_skill_falls_under_no_heading_of_the_list() -> None:
    text = with_answer(BY_HAND, no("Java", "JavaScript"), "mine.txt")
    assert [entry.group for entry in parse(text, "mine.txt").entries] == ["", "", "Coaching"]
    assert "# answered on 2026-11-28\n\n[Coaching]\n# by hand\n" in text


def test_the_ends_of_lines_stay_as_they_are() -> None:
    text = with_answer("\ufeffA Thing\r\n  also B Thing\r\n", no("C", "D"), "mine.txt")
    assert text.startswith("\ufeffA Thing\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert len(said(text)) == 2


def test_the_same_answer_is_written_once() -> None:
    text = with_answer(BY_HAND, no("Java", "JavaScript"), "mine.txt")
    assert with_answer(text, no("JavaScript", "java"), "mine.txt") == text


def test_an_answer_decides_what_was_left_for_later() -> None:
    text = with_answer(BY_HAND, later("Coaching", "Exec Mentor"), "mine.txt")
    decided = with_answer(text, yes("Exec Mentor", "Coaching"), "mine.txt")
    assert "later" not in decided
    assert with_answer(BY_HAND, yes("Exec Mentor", "Coaching"), "mine.txt") == decided


@pytest.mark.parametrize(
    ("answer", "lines"),
    [
        (yes("Executive Coaching", "Executive Search"), ("line 8", "line 10")),
        (yes("Executive Coaching", "OCM"), ("line 3", "line 10")),
        (no("OCM", "Change Management"), ("line 3", "line 10")),
        (yes("OCM", "Change Management"), ("lines 3 and 10",)),
    ],
)
def test_an_answer_that_contradicts_the_list_is_refused_with_both_lines(
    answer: Answer, lines: tuple[str, ...]
) -> None:
    with pytest.raises(InputError) as fault:
        with_answer(BY_HAND, answer, "mine.txt")
    told = str(fault.value)
    assert str(answer) in told
    assert all(line in told for line in lines), told
    assert "Line 10 would be the answer" in told


@pytest.mark.parametrize("name", ["A; B", "Track # 1", "[Group]", "x" * 201, "", "a\nb", " a"])
def test_a_name_that_a_list_cannot_hold_is_refused(name: str) -> None:
    assert not can_be_written(name)
    with pytest.raises(InputError, match="cannot stand in a list"):
        with_answer("", yes("Coaching", name), "mine.txt")


@pytest.mark.parametrize("name", ["C#", "F# & more", ".NET", "A/B", "変革管理", "إدارة", "R&D (x)"])
def test_signs_of_names_are_no_hindrance(name: str) -> None:
    assert can_be_written(name)
    assert said(with_answer("", yes("Coaching", name), "mine.txt"))[0].other == name


def test_one_name_is_taken_out_of_its_line() -> None:
    first, second, third = said(BY_HAND)
    assert "  also   Project Phoenix   # as the PMO says\n" in without(BY_HAND, [first], "mine.txt")
    assert "  also   OCM   # as the PMO says\n" in without(BY_HAND, [second], "mine.txt")
    nothing = without(BY_HAND, [first, second, third], "mine.txt")
    assert said(nothing) == []
    assert nothing == BY_HAND.replace(
        "  also   OCM; Project Phoenix   # as the PMO says\n", ""
    ).replace("  not    Executive Search\n", "")


def test_what_a_hand_wrote_beside_an_answer_stays() -> None:
    text = "Coaching  # mine\n  also Exec Mentor  # answered on 2026-11-28\n"
    assert without(text, said(text), "mine.txt") == "Coaching  # mine\n"


NAMES = st.sampled_from(["Alpha", "Beta Mgmt", "C#", "δ", "OCM", "Change Management", "Coaching"])
ANSWERS = st.builds(Answer, st.sampled_from(["also", "not", "later"]), NAMES, NAMES, st.just(DAY))
TEXTS = st.lists(
    st.sampled_from(
        ["# note\n", "\n", "Alpha\n", "  also Gamma\n", "[G]\n", "Beta Mgmt\n", "  not Z; Y # x\n"]
    ),
    max_size=8,
).map("".join)


@given(TEXTS, ANSWERS)
def test_an_answer_changes_no_line_and_is_taken_back_without_a_trace(
    text: str, answer: Answer
) -> None:
    with suppress(InputError):
        parse(text, "mine.txt")
        written = with_answer(text, answer, "mine.txt")
        assume(written != text and text)
        left = iter(written.splitlines())
        assert all(line in left for line in text.splitlines())
        new = [one for one in said(written) if one.on]
        assert len(new) == 1
        assert without(written, new, "mine.txt") == text


@given(TEXTS, st.lists(ANSWERS, max_size=6))
def test_many_answers_keep_the_list_sound(text: str, answers: list[Answer]) -> None:
    try:
        parse(text, "mine.txt")
    except InputError:
        return
    for answer in answers:
        with suppress(InputError):
            text = with_answer(text, answer, "mine.txt")
        parse(text, "mine.txt")
    for one in reversed([one for one in said(text) if one.on]):
        text = without(text, [one], "mine.txt")
        parse(text, "mine.txt")
    assert not any(one.on for one in said(text))

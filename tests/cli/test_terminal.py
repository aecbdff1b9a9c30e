import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.cli.terminal import bar, cells, fitted, in_lines, ranked, safe, say, wrapped
from coalition.tags.weights import WeightedSkill


@given(st.text())
def test_harmless_text_has_no_controls_and_no_overrides(text: str) -> None:
    shown = safe(text)
    assert not any(character in shown for character in "\x1b\x9b\r\n\u202e\u2066\u2028")
    assert safe(shown) == shown


def test_joined_letters_stay_joined() -> None:
    assert safe("می\u200cخواهم") == "می\u200cخواهم"


@given(st.text(st.characters(categories=["L", "N", "Zs", "Mn"])), st.integers(1, 40))
def test_a_fitted_text_fills_its_cells(text: str, width: int) -> None:
    assert cells(fitted(text, width)) == width


def test_wide_characters_take_two_cells() -> None:
    assert cells("コーチング") == 10
    assert fitted("コーチング", 12) == "コーチング  "
    assert fitted("コーチング", 6) == "コー… "


@given(st.floats(0, 1), st.integers(1, 80))
def test_a_bar_fits_and_is_never_empty(share: float, width: int) -> None:
    assert 1 <= len(bar(share, width)) <= width


def test_bars_are_in_proportion() -> None:
    assert (bar(1, 8), bar(0.5, 8), bar(0.5, 1)) == ("████████", "████", "▌")


def terminal_lines(monkeypatch: pytest.MonkeyPatch, **environment: str) -> list[str]:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", "40")
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    return list(
        ranked([WeightedSkill("Coaching", 99, at_least=True), WeightedSkill("コーチング", 33)])
    )


def test_a_terminal_gets_aligned_bars(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = terminal_lines(monkeypatch, NO_COLOR="1")
    assert first.startswith("Coaching   99+ █")
    assert second.startswith("コーチング  33 █")
    assert cells(first) <= 40
    assert first.count("█") == 3 * second.count("█")


def test_colour_is_for_those_who_want_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[36m" in terminal_lines(monkeypatch)[0]
    assert "\x1b" not in terminal_lines(monkeypatch, NO_COLOR="1")[0]
    assert "\x1b" not in terminal_lines(monkeypatch, TERM="dumb")[0]


@given(st.text(st.characters(categories=["L", "N", "Zs"])), st.integers(8, 60))
def test_wrapped_lines_keep_every_word_and_their_room(text: str, width: int) -> None:
    lines = list(wrapped(text, width, "- ", "  "))
    assert " ".join(line[2:] for line in lines).split() == text.split()
    assert all(cells(line) <= width or " " not in line[2:] for line in lines)


def test_without_a_width_a_text_is_one_line() -> None:
    assert list(wrapped("word " * 99, None)) == [("word " * 99).strip()]


def test_lines_are_parted_between_words_and_indented() -> None:
    assert list(wrapped("one two three", 9, "- ", "  ")) == ["- one two", "  three"]


@given(st.text(), st.integers(2, 40))
def test_in_lines_nothing_is_left_out_and_none_is_too_wide(text: str, width: int) -> None:
    lines = list(in_lines(safe(text), width))
    assert "".join("".join(lines).split()) == "".join(safe(text).split())
    assert all(cells(line) <= width for line in lines)


def test_a_sentence_is_parted_between_words_on_a_terminal_only(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    say("one  two three")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "9")
    say("one  two three\x1b[2J")
    assert capsys.readouterr().err == "one  two three\none two\nthree\n"

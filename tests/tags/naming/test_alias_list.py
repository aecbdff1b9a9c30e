import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.errors import InputError
from coalition.tags.naming.alias_list import parse

GOOD = """\
# What we call things here.
[Leadership]

Change Management
  also   Mgmt of Transformations; OCM   # as the PMO says
  fr     Conduite du changement
  under  Management
  not    Exchange Management

PM
  either Project Management; Product Management
"""


def told(text: str) -> str:
    with pytest.raises(InputError) as fault:
        parse(text, "ours.txt")
    return str(fault.value)


def test_a_list_says_what_a_skill_is_called_and_where_it_belongs() -> None:
    change, pm = parse(GOOD, "ours.txt").entries
    assert (change.name, change.group, change.line) == ("Change Management", "Leadership", 4)
    assert [(language, said.name, said.line) for language, said in change.names()] == [
        ("en", "Mgmt of Transformations", 5),
        ("en", "OCM", 5),
        ("fr", "Conduite du changement", 6),
    ]
    assert change.of("under") == ["Management"]
    assert change.of("not") == ["Exchange Management"]
    assert pm.of("either") == ["Project Management", "Product Management"]


def test_signs_of_numbers_inside_a_name_are_no_comment() -> None:
    (entry,) = parse("C#\n  also C-Sharp; F#-like # no\n", "ours.txt").entries
    assert entry.name == "C#"
    assert entry.of("also") == ["C-Sharp", "F#-like"]


def test_an_empty_list_says_nothing() -> None:
    assert parse("\ufeff\n# nothing yet\n", "ours.txt").entries == ()


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("A\n  also X\nB\n  also X\n", "line 2, and of"),
        ("A\n  also B\nB\n  also A\n", "lines 2 and 4 go in a circle"),
        ("A\n  also B\nB\n  also C\nC\n  also A\n", "lines 2 and 6 go in a circle"),
        ("A\n  under B\nB\n  under C\nC\n  under A\n", "lines 2 and 6 go in a circle"),
        ("A\n  under A\n", "lines 2 and 2 go in a circle"),
        ("A\n  also B\n  not B\n", "line 2, and are not in line 3"),
        ("A\n  also B\nB\n  not A\n", "line 2, and are not in line 4"),
        ("PM\n  either A; B\nA\n  also PM\n", "line 4, and ambiguous in line 1"),
        ("A\n  also B; C\nB\n  not C\n", '"C" are one skill in line 2, and are not in line 4'),
        ("A\n  also B\nB\n  also C\nC\n  not A\n", "in lines 2 and 4, and are not in line 6"),
        (
            "A\n  either B; C\nA\n  also D\n",
            'ambiguous in line 1, and one skill with "D" in line 4',
        ),
        ("A\n  either B; C\n  fr D\n", 'ambiguous in line 1, and one skill with "D" in line 3'),
        ("A\n  either B; C\n  under D\n", 'ambiguous in line 1, and under "D" in line 3'),
        ("A\n  either B; C\n  not b\n", 'stand for "b" in line 1, and is never it in line 3'),
        ("A\n  either B; a\n", "ambiguous in line 1, and one of its own meanings in line 2"),
        ("A\n\nA\n  either B; C\n", "a skill in line 1, and ambiguous in line 3"),
        ("A\n  under B\n  also B\n", "one skill in line 3, and one is under the other in line 2"),
        (
            "A\n  also B\nC\n  under A\nB\n  under C\n",
            'lines 4 and 6 go in a circle: "C" cannot be under itself, and "B" is "A" by line 2',
        ),
    ],
)
def test_a_contradiction_is_refused_with_both_lines(text: str, lines: str) -> None:
    assert lines in told(text)
    assert told(text).startswith("ours.txt")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("  also X\n", "line 1"),
        ("A\n  known as X\n", "line 2"),
        ("A\n  also ;\n", 'no name follows "also"'),
        ("A\n  also \u202e\n", "line 2"),
        ("A" * 10_000, "10,000 characters"),
    ],
)
def test_what_is_no_list_is_refused_with_its_line(text: str, what: str) -> None:
    assert what in told(text)


@pytest.mark.parametrize(
    "text", ["PM\n  either A; B\n  not C\n  later A\n", "A\n  also B; C\n  not D\n"]
)
def test_what_only_looks_like_a_contradiction_is_none(text: str) -> None:
    assert parse(text, "ours.txt").entries


@pytest.mark.parametrize("blank", ["\t", "  ", "\u00a0", " \t"])
def test_any_blank_may_follow_the_word(blank: str) -> None:
    (entry,) = parse(f"A\n\talso{blank}B;{blank}C\n", "ours.txt").entries
    assert entry.of("also") == ["B", "C"]


@pytest.mark.parametrize("no", ["no", "No"])
def test_no_is_taken_for_not_rather_than_for_norwegian(no: str) -> None:
    assert told(f"Coaching\n  {no} Executive Coaching\n") == (
        f'ours.txt, line 2: "{no} Executive Coaching" begins with "no": did you mean not? Names in '
        "Norwegian begin with nb or nn."
    )
    (entry,) = parse("Leadership\n  nb Ledelse\n", "ours.txt").entries
    assert [(language, said.name) for language, said in entry.names()] == [("nb", "Ledelse")]


@pytest.mark.parametrize("code", ["xx", "or", "as", "en-us"])
def test_what_is_no_language_is_refused(code: str) -> None:
    assert f'line 2: "{code} Foo" ' in told(f"Coaching\n  {code} Foo\n")


@given(st.text(max_size=80))
def test_any_text_is_a_list_or_refused(text: str) -> None:
    with contextlib.suppress(InputError):
        assert all(entry.name for entry in parse(text, "ours.txt").entries)

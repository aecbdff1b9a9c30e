import pytest

from coalition.errors import NothingFound
from tests.exchange.samples import amounts, problems, read_bytes, read_text, skills


def test_one_tag_a_line_is_one_mention_each() -> None:
    reading = read_text("Coaching\n\n  C++ \nCoaching\n", "mine.txt")
    assert reading.format == "tag-list"
    assert amounts(reading) == {"Coaching": 2, "C++": 1}
    assert {evidence.unit for evidence in reading.evidence} == {"mentions"}
    assert [evidence.source.row for evidence in reading.evidence] == [1, 3]


@pytest.mark.parametrize(
    "form",
    ["{0} {1}", "{0}: {1}", "{0} ({1})", "{0} x{1}", "{0} – {1}", "{0}×{1}", "{1} {0}", "{1}x {0}"],
)
def test_counts_in_any_form_that_all_lines_share(form: str) -> None:
    tags = {"Coaching": 12, "C++": 3, "Linux": 7, "Change Management": 1}
    text = "\n".join(form.format(tag, count) for tag, count in tags.items())
    assert amounts(read_text(text)) == tags


@pytest.mark.parametrize(
    "lines",
    [
        ["Web 2.0", "Industry 4.0", "Coaching"],
        ["ISO 27001", "ISO 9001", "Windows 10"],
        ["Six Sigma 2", "Law"],
        ["Web 2.0", "Industry 4.0"],
        ["5S", "5 Whys", "360 feedback", "C#"],
        ["Coaching 12"],
    ],
)
def test_numbers_that_belong_to_names_stay(lines: list[str]) -> None:
    assert skills(read_text("\n".join(lines))) == lines


def test_bullets_numbers_quotes_and_a_heading_go() -> None:
    assert skills(read_text("My skills:\n- Law\n* Art\n• R&D")) == ["Law", "Art", "R&D"]
    assert skills(read_text("1. Law\n2. Art\n10) Six Sigma 2")) == ["Law", "Art", "Six Sigma 2"]
    assert skills(read_text("1 Law\n2 Art\n3 Music")) == ["Law", "Art", "Music"]
    assert skills(read_text('"skill"\n"Law, old"\n"Art"')) == ["Law, old", "Art"]


@pytest.mark.parametrize("text", ["Law, Art, C++", "Law; Art; C++", "Skills: Law, Art, C++"])
def test_one_line_of_tags(text: str) -> None:
    assert skills(read_text(text)) == ["Law", "Art", "C++"]


def test_a_comma_inside_of_a_name_stays() -> None:
    lines = ["Planning, Budgeting and Forecasting", "Sales", "Law"]
    assert skills(read_text("\n".join(lines))) == lines


def test_bad_counts_are_told_by_line() -> None:
    reading = read_text("Law: 3\nArt: -1\nMusic: nan\n", "mine.txt")
    assert amounts(reading) == {"Law": 3}
    assert problems(reading) == [
        "mine.txt, line 2: The weight -1 of “Art” is negative, so it is not counted.",
        "mine.txt, line 3: The weight NaN of “Music” is not a number, so it is not counted.",
    ]


def test_a_line_without_a_count_among_counts_is_told() -> None:
    reading = read_text("\n".join(f"Skill {letter}: 2" for letter in "abcdefghijkl") + "\nLaw\n")
    assert len(reading.evidence) == 12
    assert problems(reading) == ["given, line 13: “Law” has no count, as the other lines have."]


def test_counts_may_be_grouped_or_at_least() -> None:
    reading = read_text("Law 1,204\nArt 99+\n")
    assert amounts(reading) == {"Law": 1204, "Art": 99}
    assert [evidence.at_least for evidence in reading.evidence] == [False, True]


def test_running_text_is_no_list() -> None:
    text = (
        "We met on Monday to talk about the plan for the next two quarters of the year.\n"
        "Everybody agreed that it was a good meeting, and that there should be another one soon.\n"
    )
    with pytest.raises(NothingFound, match=r"running text.*put the tags one a line"):
        read_text(text)


def test_a_sentence_in_a_list_is_told_and_passed_over() -> None:
    reading = read_text("These are the things that I think I am really very good at.\nLaw\nArt\n")
    assert skills(reading) == ["Law", "Art"]
    assert "seems to be a sentence" in problems(reading)[0]


def test_a_tag_that_looks_like_markup_or_a_formula_is_a_tag() -> None:
    lines = ["<script>alert(1)</script>", "=SUM(A1)", "Law & Order"]
    assert skills(read_text("\n".join(lines))) == lines


def test_columns_set_with_blanks_are_tags_and_counts() -> None:
    reading = read_text("Skill            Count\nProject Planning    12\nCoaching             5\n")
    assert amounts(reading) == {"Project Planning": 12, "Coaching": 5}


@pytest.mark.parametrize(
    "text",
    [
        "Planning (12 votes)\nCoaching (1 vote)\n",
        "Planning: 12 Stimmen\nCoaching: 1 Stimme\n",
        "Planning ........ 12\nCoaching ....... 1\n",
        "* **Planning** – 12\n* **Coaching** – 1\n",
        "- [x] Planning: 12\n- [ ] Coaching: 1\n",
        "> Planning - 12\n> Coaching - 1\n",
        "// from the survey\n`Planning` 12\n`Coaching` 1\n",
    ],
)
def test_counts_are_found_in_what_people_write_around_them(text: str) -> None:
    assert amounts(read_text(text)) == {"Planning": 12, "Coaching": 1}


def test_names_that_end_in_numbers_and_words_keep_them() -> None:
    assert skills(read_text("Level: 2 Diver\nLevel: 3 Nurse\nLevel: 4 Pilot\n")) == [
        "Level: 2 Diver",
        "Level: 3 Nurse",
        "Level: 4 Pilot",
    ]


def test_quoted_tags_between_commas_lose_their_quotes() -> None:
    assert skills(read_text('"Planning","Coaching","Law"\n')) == ["Planning", "Coaching", "Law"]


def test_a_heading_may_end_in_a_wide_colon() -> None:
    assert skills(read_text("スキル：交渉、計画、法律\n")) == ["交渉", "計画", "法律"]


@pytest.mark.parametrize(
    "written",
    [
        "{}: {} endorsements",
        "{} - {} endorsements",
        "{} ({} votes)",
        "{}\t{} votes",
        "{}, {} votes",
    ],
)
def test_counts_with_what_they_count_are_read_once(written: str) -> None:
    lines = [written.format(*item) for item in [("Law", 12), ("Ship Law", 3), ("Latin", 7)]]
    reading = read_text("\n".join(lines))
    assert reading.format == "tag-list"
    assert amounts(reading) == {"Law": 12, "Ship Law": 3, "Latin": 7}
    assert len(reading.evidence) == 3


@pytest.mark.parametrize(
    "letter",
    [
        "Dear Ana,\n\nthank you for your time, it was a pleasure.\n\nBest wishes,\nBen\n",
        "Dear Ana,\nthank you for the talk, it helped me a lot.\nSee you soon, I hope.\nBen\n",
        "Hello Ana!\n\nIt was good to see you in Cork last week.\n\nYours\nBen\n",
    ],
)
def test_a_letter_is_running_text_and_no_table(letter: str) -> None:
    with pytest.raises(NothingFound, match="seems to be running text"):
        read_text(letter)


def test_a_number_in_a_name_is_no_part_of_the_count_after_it() -> None:
    text = "Coaching 12\nWindows 10 3\nISO 9001 4\nMicrosoft 365 120\nWeb 2.0 5\nLaw 12 34\n"
    assert amounts(read_text(text)) == {
        "Coaching": 12,
        "Windows 10": 3,
        "ISO 9001": 4,
        "Microsoft 365": 120,
        "Web 2.0": 5,
        "Law 12": 34,
    }
    assert amounts(read_text("3 5 Whys\n4 Law\n")) == {"5 Whys": 3, "Law": 4}


@pytest.mark.parametrize("blank", [" ", "\u00a0", "\u202f"])
def test_blanks_group_the_thousands_of_a_count(blank: str) -> None:
    counts = {"Law": 1204567, "Windows 10": 12345}
    assert amounts(read_text(f"Law: 1{blank}204{blank}567\nWindows 10: 12{blank}345\n")) == counts
    if blank != " ":
        assert amounts(read_text(f"Law 1{blank}204{blank}567\nArt 12\n")) == {
            "Law": 1204567,
            "Art": 12,
        }


@pytest.mark.parametrize(
    "text",
    [
        "Law 12\nArt\nMusic 3\n",
        "Law (12)\nArt\nMusic (3)\n",
        "Law: 12\nArt\nMusic: 3\n",
        "Law ..... 12\nArt\nMusic ..... 3\n",
        "Law (12 votes)\nMusic (3 votes)\nArt\n",
    ],
)
def test_where_most_lines_have_a_count_one_without_is_a_mention(text: str) -> None:
    reading = read_text(text)
    assert amounts(reading) == {"Law": 12, "Art": 1, "Music": 3}
    assert problems(reading) == []


@pytest.mark.parametrize(
    "lines",
    [
        ["Windows 10", "Office 365", "Law"],
        ["ISO 27001", "Web 2.0", "Industry 4.0", "Law"],
        ["DIN 276", "Six Sigma 2", "Law"],
        ["Solvency 2", "IFRS 17", "Law", "Art"],
        ["Law (2)", "Art", "Music"],
        ["Law: 2", "Art"],
    ],
)
def test_a_few_numbers_are_no_counts(lines: list[str]) -> None:
    assert skills(read_text("\n".join(lines))) == lines


def test_a_line_of_bytes_that_no_encoding_has_is_told() -> None:
    reading = read_bytes(b"Coaching\n\x81\x8d\nSQL\n", "list.txt")
    assert skills(reading) == ["Coaching", "SQL"]
    assert "save the file as UTF-8" in reading.problems[0].what

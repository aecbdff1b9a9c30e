import pytest

from coalition.exchange.contact_names import (
    joined_name,
    known_by,
    mail_address,
    mail_address_within,
)


@pytest.mark.parametrize(
    ("name", "before", "after", "known"),
    [
        ("Dr. Ada Lee, PCC", ["Dr."], ["PCC"], "Ada Lee"),
        ("Ada Lee PhD MD", [], ["PhD", "MD"], "Ada Lee"),
        ("Drew Drake", ["Dr"], [], "Drew Drake"),
        ("Ada Blee", [], ["lee"], "Ada Blee"),
        ("PCC", [], ["PCC"], "PCC"),
        ("Dr.", ["Dr."], [""], "Dr."),
        ("Ada", [""], [""], "Ada"),
    ],
)
def test_titles_and_letters_are_no_part_of_the_name(
    name: str, before: list[str], after: list[str], known: str
) -> None:
    assert known_by(name, before, after) == known


def test_the_family_s_name_comes_first_in_east_asia() -> None:
    assert joined_name("花", "", "山田") == "山田 花"
    assert joined_name("영희", "", "김") == "김 영희"
    assert joined_name("Ada", "B.", "Lee") == "Ada B. Lee"


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Ada@Example.org", "ada@example.org"),
        ("mailto:ada@example.org?subject=x", "ada@example.org"),
        ("<ada@example.org>", "ada@example.org"),
        ("/o=Made Up/cn=ada", ""),
        ("ada at example", ""),
        ("a b@example.org", ""),
    ],
)
def test_an_e_mail_address_is_one_or_nothing(text: str, address: str) -> None:
    assert mail_address(text) == address


def test_the_address_within_a_shown_name_is_found() -> None:
    assert mail_address_within("Ada “x@y” Lee (Ada@example.org)") == "ada@example.org"
    assert mail_address_within("Ada Lee") == ""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.people.addresses import email_key, firm_domain, network, profile_key


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("https://www.linkedin.com/in/%C5%81ukasz-s/", "linkedin.com/in/łukasz-s"),
        ("de.linkedin.com/in/Łukasz-s?x=1", "linkedin.com/in/łukasz-s"),
        ("https://www.linkedin.com/in/ada-x/details/skills/", "linkedin.com/in/ada-x"),
        ("http://www.linkedin.com/pub/ada-x/1/2a/3b4", "linkedin.com/in/ada-x/1/2a/3b4"),
        ("https://www.linkedin.com/company/fable", ""),
        ("https://github.com/ada-x", "github.com/ada-x"),
        ("https://github.com/ada-x/project", ""),
        ("https://orcid.org/0000-0000-0000-000X", "orcid.org/0000-0000-0000-000x"),
        ("https://x.com/adax", "twitter.com/adax"),
        ("https://stackoverflow.com/users/123/ada", "stackoverflow.com/123"),
        ("https://fable.example.com/team", ""),
        ("", ""),
    ],
)
def test_the_address_of_a_profile_says_whose_it_is(address, key):
    assert profile_key(address) == key


def test_a_profile_is_of_a_network():
    assert network("linkedin.com/in/ada-x") == "linkedin.com"


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("Ada@Example.com", "ada@example.com"),
        ("ada+news@example.com", "ada@example.com"),
        ("info@example.com", ""),
        ("Reception@example.com", ""),
        ("board@example.com", ""),
        ("hr-leeds@example.com", ""),
        ("ceo@example.com", ""),
        ("no-reply@example.com", ""),
        ("sales2@example.com", ""),
        ("salesbury@example.com", "salesbury@example.com"),
        ("ada", ""),
        ("@example.com", ""),
    ],
)
def test_a_desk_is_no_person(address, key):
    assert email_key(address) == key


def test_a_mailbox_that_anybody_can_have_tells_no_firm():
    assert firm_domain("ada@gmail.com") == ""
    assert firm_domain("ada@Example.com") == "example.com"


@given(st.text())
def test_any_text_can_be_taken_for_an_address(text):
    assert email_key(text) is not None
    assert profile_key(text) is not None
    assert firm_domain(text) is not None

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coalition.people.identity import Identity, identity_of, keys, marks
from coalition.people.same_person import Sameness, judge, judge_marks
from tests.people.pairs import described, pairs


@pytest.mark.parametrize(("wanted", "one", "other"), pairs())
def test_two_descriptions_are_judged_as_a_careful_person_would(wanted, one, other):
    first, second = identity_of(described(one)), identity_of(described(other))
    verdict = judge(first, second)
    assert verdict.sameness == wanted, verdict.reason
    assert judge(second, first) == verdict
    assert verdict.sameness == "other" or keys(first) & keys(second)


def test_who_may_be_one_person_shares_a_key_and_hardly_anybody_may():
    judged: Counter[Sameness] = Counter()
    people = [identity_of(described(text)) for pair in pairs()[::3] for text in pair[1:]]
    known = [(marks(person), keys(person)) for person in people]
    for at, (one, keys_of_one) in enumerate(known):
        for other, keys_of_other in known[:at]:
            sameness = judge_marks(one, other).sameness
            judged[sameness] += 1
            assert sameness == Sameness.OTHER or keys_of_one & keys_of_other
    assert judged[Sameness.OTHER] > 0.95 * judged.total()


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Ada T; p=ada-x", "Ada T; p=ada-x", "the same profile address linkedin.com/in/ada-x"),
        ("A B; m=a@example.com", "A B; m=a@example.com", "the same e-mail address a@example.com"),
        ("Ada Test; o=Fable", "Test, Ada; o=Fable", "one name and firm"),
        ("Ада Т; o=F", "Ada T; o=F", "one name in Latin letters and firm"),
        (
            "Ada Test; o=Fable; p=x",
            "Ada Test; o=Fable; p=y",
            "one name and firm, but different profiles at linkedin.com",
        ),
        (
            "Ada Test; o=Fable; n=1",
            "Ada Test; o=Fable; n=2",
            "one name, but two employee numbers at one firm",
        ),
        ("Ada Test; o=Fable", "Ada Test", "one name, but no firm to compare"),
        (
            "Bob Test; o=Fable",
            "Robert Test; o=Fable",
            "alike names (one may be short for the other) and one firm",
        ),
    ],
)
def test_a_verdict_says_why(one, other, reason):
    assert judge(identity_of(described(one)), identity_of(described(other))).reason == reason


short = st.text("aAbö 'Ал王香カ-,(\"", max_size=8)
identities = st.builds(
    Identity,
    names=st.lists(short, max_size=2).map(tuple),
    readings=st.lists(short, max_size=1).map(tuple),
    emails=st.lists(
        st.sampled_from(["a@example.com", "b@example.com", "info@example.com", "a@gmail.com", "@"]),
        max_size=2,
    ).map(tuple),
    profiles=st.lists(
        st.sampled_from(["linkedin.com/in/a", "linkedin.com/in/b", "github.com/a"]), max_size=2
    ).map(tuple),
    organisations=st.lists(st.sampled_from(["A", "B Ltd", "А"]) | short, max_size=2).map(tuple),
    past=st.lists(st.sampled_from(["A", "B"]), max_size=1).map(tuple),
    employees=st.lists(
        st.tuples(st.sampled_from(["1", "01", "2", "ab1", ""]), st.sampled_from(["A", ""])),
        max_size=2,
    ).map(tuple),
)


@settings(max_examples=400)
@given(identities, identities)
def test_the_judgement_is_the_same_from_both_sides_and_found_by_keys(one, other):
    verdict = judge(one, other)
    assert judge(other, one) == verdict
    if verdict.sameness != Sameness.OTHER:
        assert keys(one) & keys(other)


@given(st.text(), st.text(), st.text())
def test_any_text_can_be_judged(name, firm, number):
    one = Identity((name,), (firm,), (name,), (firm,), (firm,), (name,), ((number, firm),))
    assert judge(one, one).reason
    assert judge(one, Identity(())).sameness == Sameness.OTHER

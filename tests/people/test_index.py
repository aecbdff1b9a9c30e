from hypothesis import given
from hypothesis import strategies as st

from coalition.people.identity import Identity, identity_of, keys
from coalition.people.index import MOST_NAMESAKES, Index, resolve
from coalition.people.same_person import Sameness
from tests.people.pairs import described, pairs


def index_of(*people: str) -> Index[str]:
    index: Index[str] = Index()
    for text in people:
        index.add(text, identity_of(described(text)))
    return index


def resolved(text: str, *people: str):
    return index_of(*people).resolve(identity_of(described(text)))


def test_the_one_person_is_found():
    found = resolved(
        "Ольга Выдуманная; o=ООО Пример", "Olga Vydumannaya; o=Primer", "Ada; o=Primer"
    )
    assert found.same == "Olga Vydumannaya; o=Primer"
    assert found.unsure == ()


def test_nobody_is_found_where_nobody_is():
    found = resolved("Ada Testerson; o=Fable", "Ruaridh MacTestan; o=Fable")
    assert (found.same, found.verdict, found.unsure) == (None, None, ())


def test_two_of_one_name_and_firm_are_asked_about():
    two = ("Ada Testerson; o=Fable; p=ada-1", "Ada Testerson; o=Fable; p=ada-2")
    found = resolved("Ada Testerson; o=Fable", *two)
    assert found.same is None
    assert {who for who, _ in found.unsure} == set(two)
    assert {verdict.sameness for _, verdict in found.unsure} == {Sameness.UNSURE}


def test_an_address_wins_over_a_name():
    found = resolved(
        "Ada Testerson; o=Fable; m=ada@example.com",
        "Ada Testerson; o=Fable",
        "Ada Meier; m=ada@example.com",
    )
    assert found.same == "Ada Meier; m=ada@example.com"


def test_two_addresses_of_two_people_are_asked_about():
    found = resolved("Ada T; p=x; m=a@example.com", "Ada T; p=x", "Ada T; m=a@example.com")
    assert found.same is None
    assert len(found.unsure) == 2


def test_the_best_comes_first():
    people = ("Ada Testerson", "Ada Testerson; p=ada-x", "A. Testerson; o=Fable")
    found = index_of(*people).candidates(identity_of(described("Ada Testerson; o=Fable; p=ada-x")))
    assert [who for who, _ in found] == [people[1], people[0], people[2]]


def test_a_person_added_twice_is_one_candidate():
    index: Index[int] = Index()
    index.add(1, Identity(("Ada Testerson",), organisations=("Fable",)))
    index.add(1, Identity(("Ada Testerson",), emails=("ada@example.com",)))
    found = index.resolve(Identity(("Ada Testerson",), organisations=("Fable",)))
    assert (len(index), found.same, found.unsure) == (2, 1, ())


def test_one_name_of_very_many_people_takes_no_quadratic_time():
    index: Index[int] = Index()
    same = Identity(("Ada Testerson",), organisations=("Fable",))
    for number in range(20_000):
        index.add(number, same)
    assert len(index.candidates(same)) <= MOST_NAMESAKES


def test_the_index_finds_what_a_look_at_all_finds():
    people = {text: identity_of(described(text)) for pair in pairs() for text in pair[1:]}
    index: Index[str] = Index()
    for text, identity in people.items():
        index.add(text, identity)
    for text, identity in list(people.items())[::20]:
        some = [pair for pair in people.items() if keys(pair[1]) & keys(identity)]
        assert resolve(identity, some) == resolve(identity, people.items()), text
        assert index.resolve(identity) == resolve(identity, people.items()), text


@given(st.lists(st.text(max_size=6), max_size=6))
def test_everybody_with_letters_finds_themselves(names):
    index: Index[int] = Index()
    people = [Identity((name,), emails=(f"p{at}@example.com",)) for at, name in enumerate(names)]
    for at, person in enumerate(people):
        index.add(at, person)
    assert [index.resolve(person).same for person in people] == list(range(len(people)))

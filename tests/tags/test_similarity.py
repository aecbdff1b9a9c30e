import os
import subprocess
import sys
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from coalition.tags.similarity import similarity, similarity_of_names
from coalition.tags.weights import WeightedSkill
from tests.tags.skills import endorsed, endorsed_by, held_by, skill

NAMES = ("Law", "Change Management", "Change Leadership", "Baking", "Sales", "Salesforce")
SKILLS = st.lists(
    st.tuples(st.sampled_from(NAMES), st.frozensets(st.sampled_from("abcdef"))),
    max_size=6,
    unique_by=lambda pair: pair[0],
).map(lambda pairs: endorsed_by({name: sorted(people) for name, people in pairs}))


def values(skills: list[WeightedSkill]) -> dict[tuple[str, str], float]:
    """The similarity by names, each pair in alphabetical order."""
    found = {}
    for i, j, value in similarity(skills):
        first, second = sorted((skills[i].name, skills[j].name))
        found[first, second] = value
    return found


def test_skills_endorsed_by_the_same_people_are_related() -> None:
    found = values(endorsed_by({"Law": "abc", "Poetry": "abc", "Baking": "def", "Sales": "dg"}))
    assert found["Law", "Poetry"] > 0.2
    assert ("Baking", "Law") not in found


def test_skills_held_by_the_same_people_are_related() -> None:
    found = values(held_by({"Law": "abc", "Poetry": "abc", "Baking": "def", "Sales": "dg"}))
    assert found["Law", "Poetry"] > 0.2
    assert ("Baking", "Law") not in found


def test_where_nobody_tells_anything_the_words_decide() -> None:
    skills = [skill("Change Management"), skill("Change Leadership"), skill("Baking")]
    assert similarity(skills) == similarity_of_names([skill.name for skill in skills])
    assert [pair[:2] for pair in similarity(skills)] == [(0, 1)]


def test_more_people_tell_more() -> None:
    few = values(endorsed_by({"Law": "ab", "Poetry": "ab", "Baking": "cd"}))
    many = values(endorsed_by({"Law": "abcdefgh", "Poetry": "abcdefgh", "Baking": "ijklmnop"}))
    assert few["Law", "Poetry"] < many["Law", "Poetry"]


def test_people_who_never_connect_two_names_part_them() -> None:
    alone = values([skill("Java"), skill("Java Coffee"), skill("Law")])
    apart = values(endorsed_by({"Java": "abcdefgh", "Java Coffee": "ijklmnop", "Law": ""}))
    assert apart["Java", "Java Coffee"] < alone["Java", "Java Coffee"] / 1.5


def test_who_endorses_everything_relates_nothing() -> None:
    quiet = {f"{letter * 3}": letter for letter in "abcdefgh"}
    loud = {name: people + "z" for name, people in quiet.items()}
    assert values(endorsed_by(loud)) == values(endorsed_by(quiet))


def test_endorsers_and_holders_add_up() -> None:
    table = {"Law": "abc", "Poetry": "abc", "Baking": "def", "Sales": "dg"}
    both = [
        skill(name, *endorsed_by({name: people})[0].evidence, *held_by({name: people})[0].evidence)
        for name, people in table.items()
    ]
    assert values(both)["Law", "Poetry"] > values(held_by(table))["Law", "Poetry"]


def test_nothing_is_related_to_nothing() -> None:
    assert similarity([]) == similarity_of_names([]) == ()
    assert similarity([skill("Law", endorsed("Law", "Ada"))]) == ()


@given(SKILLS)
def test_pairs_are_sorted_and_values_between_0_and_1(skills: list[WeightedSkill]) -> None:
    found = similarity(skills)
    assert list(found) == sorted(found)
    assert len({pair[:2] for pair in found}) == len(found)
    for first, second, value in found:
        assert 0 <= first < second < len(skills)
        assert 0 < value <= 1


@given(SKILLS, st.randoms())
def test_the_order_of_the_skills_never_matters(skills: list[WeightedSkill], chance: object) -> None:
    shuffled = list(skills)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert values(shuffled) == values(skills)


def test_every_hash_seed_gives_the_same() -> None:
    code = (
        "from tests.tags.skills import endorsed_by\n"
        "from coalition.tags.similarity import similarity\n"
        "print(similarity(endorsed_by({n: n.lower() for n in ('Abc', 'Bcd', 'Cde Abc', 'Xyz')})))"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path.cwd())},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(runs) == 1
    assert b"Related" in runs.pop()

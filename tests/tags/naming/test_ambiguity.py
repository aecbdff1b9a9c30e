import pytest

from coalition.tags import canonical


@pytest.mark.parametrize(
    ("others", "meant"),
    [
        (["Machine Learning", "Python", "Deep Learning"], "Natural Language Processing"),
        (["Life Coaching", "Hypnotherapy", "Coaching"], "Neuro-Linguistic Programming"),
        (["Neuro-Linguistic Programming"], "Neuro-Linguistic Programming"),
    ],
)
def test_the_other_skills_tell_what_an_acronym_means(others: list[str], meant: str) -> None:
    skill = canonical(["NLP", *others])["NLP"]
    assert skill.name == meant
    (reason,) = (alias.reason for alias in skill.aliases if alias.name == "NLP")
    assert any(f'"{other}"' in reason for other in (*others, meant))


@pytest.mark.parametrize(
    "others",
    [
        [],
        ["Cooking"],
        ["Machine Learning", "Coaching", "Deep Learning", "Life Coaching"],
        ["Natural Language Processing", "Neuro-Linguistic Programming"],
    ],
)
def test_where_they_do_not_it_stays_a_skill_of_its_own(others: list[str]) -> None:
    skill = canonical(["NLP", *others])["NLP"]
    assert skill.name == "NLP"

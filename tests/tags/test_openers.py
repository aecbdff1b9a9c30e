from coalition.model.evidence import Evidence, Kind
from coalition.model.reading import Reading
from coalition.tags.comparison import compare
from coalition.tags.openers import openers
from coalition.tags.weights import Profile, WeightedSkill, profile
from tests.tags.skills import FILE, endorsed


def known(**endorsements: int) -> Profile:
    """A profile with so many endorsements of each skill; 0 for one that is only listed."""
    evidence = []
    for name, count in endorsements.items():
        evidence.append(Evidence(name, Kind.LISTED, FILE, 0))
        evidence += [endorsed(name, f"Person {number}") for number in range(count)]
    return profile([Reading("test", "list", evidence=tuple(evidence))])


def counted(unit: str = "", at_least: bool = False, **weights: float) -> Profile:
    pieces = (
        Evidence(name, Kind.COUNTED, FILE, weight, at_least=at_least, unit=unit)
        for name, weight in weights.items()
    )
    return profile([Reading("test", "list", evidence=tuple(pieces))])


def said(a: Profile, b: Profile) -> tuple[str, ...]:
    return openers(compare(a, b), ("Ada", "Bo"))


def test_the_strongest_shared_skills_come_first_then_what_each_could_learn() -> None:
    ada, bo = known(Coaching=12, Law=3, Sales=2), known(Coaching=5, Law=4, Budgeting=6)
    assert said(ada, bo) == (
        "Both of you are known for Coaching (12 and 5 endorsements).",
        "Both of you are known for Law (3 and 4 endorsements).",
        "Ada could learn Budgeting from Bo (6 endorsements).",
        "Bo could learn Sales from Ada (2 endorsements).",
    )


def test_nobody_is_said_to_lack_what_an_ambiguous_name_may_be() -> None:
    ada = known(NLP=4, **{"Machine Learning": 6, "Deep Learning": 3})
    told = said(ada, known(NLP=9, Cooking=2))
    assert "Ada could learn Cooking from Bo (2 endorsements)." in told
    assert not any("learn NLP" in sentence for sentence in told)


def test_nobody_is_said_to_teach_what_only_they_themselves_say() -> None:
    assert said(known(Law=1), known(Law=1, Sales=0)) == (
        "Both of you are known for Law (1 endorsement each).",
    )


def test_what_one_side_only_lists_is_named_and_not_known() -> None:
    assert said(known(Law=12), known(Law=0)) == ("Both of you name Law (12 endorsements; listed).",)
    assert said(known(Law=0), known(Law=0)) == ("Both of you name Law.",)


def test_the_sizes_do_not_change_what_is_strongest_for_both() -> None:
    ada, bo = known(Law=9, Art=1, Sales=8), known(Law=1, Art=9, Sales=8)
    for by in ("smaller", "larger"):
        first, *_ = openers(compare(ada, bo, by=by))
        assert first == "Both of you are known for Sales (8 endorsements each)."


def test_no_more_than_three_of_a_kind() -> None:
    ada = known(A=1, B=1, C=1, D=1, E=1, F=1, G=1, H=1)
    bo = known(A=1, B=1, C=1, D=1, I=1, J=1, K=1, L=1)
    assert len(said(ada, bo)) == 9


def test_lower_bounds_and_other_units_are_told() -> None:
    many = counted("endorsements", at_least=True, Law=99)
    assert said(many, known(Law=5))[0] == (
        "Both of you are known for Law (at least 99 and 5 endorsements)."
    )
    assert said(counted("answers", Law=7), known(Law=5))[0] == (
        "Both of you are known for Law (7 answers; 5 endorsements)."
    )


def test_plain_weights_are_told_as_numbers() -> None:
    by_hand = Profile((WeightedSkill("Law", 5.0), WeightedSkill("Art", 2.5)))
    assert said(by_hand, counted(Law=12)) == (
        "Both of you are known for Law (5 and 12).",
        "Bo could learn Art from Ada (2.5).",
    )


def test_people_without_a_name_are_the_first_and_the_second() -> None:
    assert openers(compare(known(Law=2), known(Art=1))) == (
        "The first could learn Art from the second (1 endorsement).",
        "The second could learn Law from the first (2 endorsements).",
    )

from coalition.tags.suggesting.initialisms import SCORE, Initialisms


def test_a_short_name_stands_for_the_long_one_and_the_other_way_round() -> None:
    assert [at for at, _ in Initialisms(["Law", "Domain-driven design"]).of("DDD")] == [1]
    assert [at for at, _ in Initialisms(["Law", "css"]).of("Cascading Style Sheets")] == [1]


def test_two_letters_count_only_in_capitals() -> None:
    assert not list(Initialisms(["Human Resources"]).of("hr"))
    assert [at for at, _ in Initialisms(["Human Resources"]).of("H.R.")] == [0]


def test_several_with_the_same_initials_share_the_score() -> None:
    both = list(
        Initialisms(["natural language processing", "neuro linguistic programming"]).of("NLP")
    )
    assert len(both) == 2
    assert all(score < SCORE / 2 for _, score in both)


def test_among_very_many_names_equal_initials_say_little() -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    many = [f"{a}lpha {b}eta gamma" for a in letters for b in letters]
    few, among_many = Initialisms(["quick brown fox"]), Initialisms([*many, "quick brown fox"])
    assert dict(among_many.of("qbf"))[len(many)] < dict(few.of("qbf"))[0]

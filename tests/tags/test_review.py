from collections.abc import Mapping

from coalition.model.evidence import Evidence, Kind
from coalition.model.reading import Reading
from coalition.model.source import Source
from coalition.tags.naming.alias_list import AliasList, parse
from coalition.tags.naming.extending import extended
from coalition.tags.naming.own_list import Answer, with_answer
from coalition.tags.naming.recognition import Recognition
from coalition.tags.naming.vocabulary import Vocabulary
from coalition.tags.review import LEAST, Given, Pair, likely_pairs, still_open
from coalition.tags.weights import profile

LIST = """\
Executive Coaching
  also Exec Coaching
Coaching
Team Coaching
  under Coaching
PM
  either Project Management; Product Management
"""
BASE = extended(Vocabulary(), [parse(LIST, "known")])
DAY = "2026-11-28"


def reading(counts: Mapping[str, float]) -> Reading:
    source = Source("tags.csv", 1)
    evidence = tuple(Evidence(n, Kind.COUNTED, source, amount) for n, amount in counts.items())
    return Reading("table", "tags.csv", evidence=evidence)


def asked(counts: Mapping[str, float], own: str = "") -> tuple[Pair, ...]:
    lists: list[AliasList] = [parse(own, "mine.txt")] if own else []
    recognition = Recognition(extended(BASE, lists))
    return likely_pairs(profile([reading(counts)], recognition), recognition, lists)


def named(pairs: tuple[Pair, ...] | list[Pair]) -> list[tuple[str, str]]:
    return [(pair.larger.name, pair.smaller.name) for pair in pairs]


WIDGETS = {
    "Widget Polish": 9,
    "Widget Polishing Art": 4,
    "Gadget Repair": 7,
    "Gadgets Repairs X": 2,
}


def test_the_most_useful_pair_comes_first() -> None:
    pairs = asked(WIDGETS)
    assert named(pairs) == [
        ("Widget Polish", "Widget Polishing Art"),
        ("Gadget Repair", "Gadgets Repairs X"),
    ]
    for pair in pairs:
        assert pair.usefulness == pair.likelihood * pair.smaller.weight
        assert pair.likelihood >= LEAST
        assert pair.reason
    assert pairs[0].weight == 13


def test_a_skill_of_the_list_gives_the_name_even_if_it_is_smaller() -> None:
    (pair,) = asked({"Executive Coaching Art": 9, "Executive Coaching": 1})
    assert pair.name == "Executive Coaching"
    assert pair.answer("also", DAY) == Answer(
        "also", "Executive Coaching", "Executive Coaching Art", DAY
    )
    assert pair.answer("not", DAY)[1:3] == ("Executive Coaching Art", "Executive Coaching")


def test_what_is_certain_is_not_asked() -> None:
    assert asked({"Executive Coaching": 3, "Exec Coaching": 2}) == ()


def test_parent_and_child_are_not_asked_about() -> None:
    assert asked({"Team Coaching": 3, "Coaching": 2}) == ()


def test_a_name_of_several_skills_is_not_asked_about() -> None:
    assert not any("PM" in pair for pair in named(asked({"PM": 3, "PM Art": 2, "P M": 1})))


def test_a_name_that_no_list_can_hold_is_not_asked_about() -> None:
    assert asked({"Widget Polish": 9, "Widget; Polish": 4}) == ()


def test_what_was_answered_is_not_asked_again() -> None:
    (first, second) = asked(WIDGETS)
    for word in ("also", "not"):
        own = with_answer("", first.answer(word, DAY), "mine.txt")
        assert named(asked(WIDGETS, own)) == named([second])


def test_what_was_left_for_later_comes_last() -> None:
    (first, second) = asked(WIDGETS)
    own = with_answer("", first.answer("later", DAY), "mine.txt")
    pairs = asked(WIDGETS, own)
    assert named(pairs) == named([second, first])
    assert [pair.postponed for pair in pairs] == [False, True]


def test_after_a_yes_both_are_one_in_what_follows() -> None:
    counts = {"Widget Polish": 9, "Widget Polishing Art": 4, "Widget Polish Arts Course": 3}
    pairs = asked(counts)
    assert len(pairs) == 3
    opened = list(still_open(pairs, [Given(pairs[0], "also")]))
    assert named(opened) == [("Widget Polish", "Widget Polish Arts Course")]
    assert opened[0].larger.weight == 13
    assert opened[0].weight == 16
    assert list(still_open(pairs, [Given(pairs[0], "also"), Given(opened[0], "not")])) == []


def test_no_and_later_leave_the_other_pairs_as_they_are() -> None:
    pairs = asked(WIDGETS)
    for word in ("not", "later"):
        assert list(still_open(pairs, [Given(pairs[0], word)])) == list(pairs[1:])
    assert list(still_open(pairs, [])) == list(pairs)

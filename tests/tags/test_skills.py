import time

from hypothesis import given
from hypothesis import strategies as st

from coalition.tags.folding import fold
from coalition.tags.skills import Joining, canonical, rules

SPELLINGS = st.sampled_from(
    [
        *("Change Management", "change management", "Gestion du changement"),
        *("Gestion du changement (Change Management)", "Coaching & Mentoring", "Coaching"),
        *("Coaching and Mentoring", "C", "C++", "ETS", "Enneagram Type Survey (ETS)"),
        *("Java", "Java (Island)", "コーチング (Coaching)", "コーチング", "Mgmt of Change", "NLP"),
        *("Widgets", "Widget Skills", "Widget Mgmt", "Managing Widgets"),
    ]
)


def names(*spellings: str) -> dict[str, str]:
    return {spelling: skill.name for spelling, skill in canonical(spellings).items()}


def test_a_bilingual_spelling_joins_its_english_name() -> None:
    shown = names("Gestion du changement (Change Management)", "Change Management")
    assert set(shown.values()) == {"Change Management"}


def test_a_bilingual_spelling_alone_is_shown_in_english() -> None:
    (skill,) = canonical(["Organisationsentwicklung (Organizational Development)"]).values()
    assert skill.name == "Organizational Development"
    reasons = {alias.name: alias.reason for alias in skill.aliases}
    assert "another language" in reasons["Organisationsentwicklung (Organizational Development)"]


def test_the_foreign_name_alone_joins_too_once_a_source_has_translated_it() -> None:
    assert names("独楽回し")["独楽回し"] == "独楽回し"
    assert names("独楽回し", "独楽回し (Top Spinning)")["独楽回し"] == "Top Spinning"


def test_a_foreign_name_with_two_translations_joins_neither() -> None:
    shown = names("Dengeln", "Dengeln (Scythe Peening)", "Dengeln (Blade Hammering)")
    assert len(set(shown.values())) == 3


def test_connectives_are_one_but_a_part_is_not_the_whole() -> None:
    shown = names("Coaching & Mentoring", "Coaching and Mentoring", "Coaching", "Exec Coaching")
    assert shown["Coaching & Mentoring"] == shown["Coaching and Mentoring"]
    assert len(set(shown.values())) == 3


def test_a_qualified_name_is_not_the_bare_one() -> None:
    shown = names("Java", "Java (Island)", "Change Management", "Change Management (ITSM)")
    assert all(spelling == name for spelling, name in shown.items())


def test_a_qualifier_that_says_what_is_known_anyway_makes_no_other_skill() -> None:
    shown = names("Java (Programming Language)", "Executive Coaching (ICF)")
    assert set(shown.values()) == {"Java", "Executive Coaching"}


def test_an_acronym_joins_its_long_form() -> None:
    shown = names("ETS", "Enneagram Type Survey (ETS)", "enneagram type survey")
    assert len(set(shown.values())) == 1


def test_words_that_explain_an_acronym_are_the_skills_name() -> None:
    (skill,) = canonical(["WP (Widget Polishing)"]).values()
    assert (skill.name, skill.shown) == ("Widget Polishing", "Widget Polishing")
    assert {alias.name for alias in skill.aliases} == {"WP", "WP (Widget Polishing)"}
    assert {alias.reason for alias in skill.aliases} == {
        '"WP" is the acronym of "Widget Polishing"'
    }


def test_the_reason_is_what_was_said_of_the_two_names() -> None:
    (skill,) = set(canonical({"Widget Polishing (WP)": 3, "Polishing of Widgets": 1}).values())
    reasons = {alias.name: alias.reason for alias in skill.aliases}
    assert skill.name == "Widget Polishing (WP)"
    assert reasons["Widget Polishing"] == '"WP" is the acronym of "Widget Polishing"'


def test_of_a_name_in_two_languages_the_narrower_holds_and_the_reason_says_so() -> None:
    (skill,) = canonical(["Führung von Teams (Leadership)"]).values()
    assert (skill.name, skill.shown) == ("Team Leadership", "Team Leadership")
    assert skill.reason.startswith("of the names before and in the parentheses the narrower one")
    assert '"Team Leadership" is under "Leadership"' in skill.reason


def test_each_answer_has_its_reason() -> None:
    found = canonical(["Human Resources", "HR", "Human Resource", "Widgetry"])
    assert found["Human Resources"].reason == found["Widgetry"].reason == ""
    assert found["HR"].reason.startswith('"HR" is another name of "Human Resources"')
    assert found["Human Resource"].reason
    assert found["HR"] == found["Human Resources"]


def test_of_an_ambiguous_name_the_answer_says_what_it_may_stand_for() -> None:
    found = canonical(["NLP", "nlp"])
    may = 'may stand for "Neuro-Linguistic Programming" or "Natural Language Processing"'
    assert found["NLP"].reason == may
    assert found["nlp"].reason == f'differs only in case, spaces or punctuation, and "NLP" {may}'
    assert found["NLP"].meanings == (
        "Neuro-Linguistic Programming",
        "Natural Language Processing",
    )


def test_an_ambiguous_name_in_another_wording_is_no_less_so() -> None:
    found = canonical({"NLP Skills": 2, "NLP": 1})
    assert found["NLP"] == found["NLP Skills"]
    assert all(skill.meanings and "may stand for" in skill.reason for skill in found.values())
    found = canonical(["NLP Skills", "Machine Learning", "Deep Learning"])
    assert found["NLP Skills"].name == "Natural Language Processing"
    assert found["NLP Skills"].reason.startswith('"NLP Skills" is read as ')


def test_where_something_decides_the_answer_says_what() -> None:
    found = canonical(["NLP", "Machine Learning", "Deep Learning"])["NLP"]
    assert found.meanings == ()
    assert found.reason.startswith('"NLP" is read as "Natural Language Processing" beside ')
    told = Joining("NLP", "Nice Little Puzzles", "it is said at our table")
    found = canonical(["NLP", "Nice Little Puzzles"], (*rules(), lambda _: [told]))["NLP"]
    assert (found.name, found.meanings) == ("Nice Little Puzzles", ())
    assert found.reason == "it is said at our table"


def test_an_acronym_with_two_meanings_joins_none() -> None:
    shown = names("NLP", "Natural Language Processing (NLP)", "Neuro-Linguistic Programming")
    assert len(set(shown.values())) == 3


def test_the_most_frequent_spelling_is_shown_where_all_mean_one_name() -> None:
    counts = {"coaching": 5.0, "Coaching": 2.0}
    assert canonical(counts)["Coaching"].shown == "coaching"
    assert canonical(counts)["Coaching"].name == "Coaching"


def test_different_names_of_a_known_skill_are_shown_by_the_name_in_the_list() -> None:
    (skill,) = set(canonical({"HR": 9.0, "Human Resource": 1.0}).values())
    assert skill.shown == skill.name == "Human Resources"


def test_a_name_in_another_language_alone_is_shown_as_it_is() -> None:
    (skill,) = canonical(["Liderazgo"]).values()
    assert (skill.name, skill.shown) == ("Leadership", "Liderazgo")
    assert [alias.name for alias in skill.others()] == ["Leadership"]


def test_equally_frequent_spellings_are_decided_by_rule_and_not_by_order() -> None:
    for spellings in (("TOPSY", "topsy", "Topsy"), ("Topsy", "topsy", "TOPSY")):
        assert set(names(*spellings).values()) == {"Topsy"}


@given(st.lists(SPELLINGS, max_size=12))
def test_the_order_of_the_input_never_matters(spellings: list[str]) -> None:
    assert canonical(spellings) == canonical(sorted(spellings))


@given(st.lists(st.text(max_size=8) | SPELLINGS, max_size=12))
def test_every_spelling_has_a_skill_and_names_it(spellings: list[str]) -> None:
    skills = canonical(spellings)
    assert set(skills) == set(spellings)
    for spelling, skill in skills.items():
        assert spelling in {skill.name, *(alias.name for alias in skill.aliases)}
        assert bool(skill.reason) == (spelling != skill.name or bool(skill.meanings))


@given(st.lists(st.text(alphabet="xQ+# ", min_size=1, max_size=4), max_size=12))
def test_unknown_names_with_one_key_are_one(spellings: list[str]) -> None:
    for one in (skills := canonical(spellings)):
        for other in spellings:
            assert (skills[one] == skills[other]) or (fold(one) != fold(other))


def test_a_further_rule_plugs_in() -> None:
    def synonyms(uses: object) -> list[Joining]:
        return [Joining("Dengeln", "Scythe Peening", "a craft")]

    skills = canonical(["Dengeln", "Scythe Peening"], (*rules(), synonyms))
    assert skills["Dengeln"].name == "Scythe Peening"
    assert skills["Dengeln"].aliases[0].reason == "a craft"


def test_cost_grows_in_proportion_to_the_names() -> None:
    def seconds(count: int, area: str) -> float:
        spellings = [f"{area}-{n} & Co" if n % 9 else f"Skill {n} ({area})" for n in range(count)]
        start = time.process_time()
        canonical(spellings)
        return time.process_time() - start

    seconds(100, "Law")  # loads the rules
    small = max(seconds(1000, "Sales"), 0.01)
    assert seconds(10_000, "Trade") < 50 * small

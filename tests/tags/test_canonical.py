import time

from hypothesis import given
from hypothesis import strategies as st

from coalition.tags.canonical import Joining, by_parentheses, canonical
from coalition.tags.folding import fold

SPELLINGS = st.sampled_from(
    [
        *("Change Management", "change management", "Gestion du changement"),
        *("Gestion du changement (Change Management)", "Coaching & Mentoring", "Coaching"),
        *("Coaching and Mentoring", "C", "C++", "ETS", "Enneagram Type Survey (ETS)"),
        *("Java", "Java (Programming Language)", "コーチング (Coaching)", "コーチング"),
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
    assert "Organisationsentwicklung" in {alias.name for alias in skill.aliases}
    assert all("another language" in alias.reason for alias in skill.aliases)


def test_the_foreign_name_alone_joins_too_once_a_source_has_translated_it() -> None:
    assert names("コーチング")["コーチング"] == "コーチング"
    assert names("コーチング", "コーチング (Coaching)")["コーチング"] == "Coaching"


def test_a_foreign_name_with_two_translations_joins_neither() -> None:
    shown = names("Führung", "Führung (Leadership)", "Führung (Team Management)")
    assert len(set(shown.values())) == 3


def test_connectives_are_one_but_a_part_is_not_the_whole() -> None:
    shown = names("Coaching & Mentoring", "Coaching and Mentoring", "Coaching", "Exec Coaching")
    assert shown["Coaching & Mentoring"] == shown["Coaching and Mentoring"]
    assert len(set(shown.values())) == 3


def test_a_qualified_name_is_not_the_bare_one() -> None:
    shown = names("Java", "Java (Programming Language)", "Change Management (ITSM)")
    assert all(spelling == name for spelling, name in shown.items())


def test_an_acronym_joins_its_long_form() -> None:
    shown = names("ETS", "Enneagram Type Survey (ETS)", "enneagram type survey")
    assert len(set(shown.values())) == 1


def test_an_acronym_with_two_meanings_joins_none() -> None:
    shown = names("NLP", "Natural Language Processing (NLP)", "Neuro-Linguistic Programming")
    assert len(set(shown.values())) == 3


def test_the_most_frequent_spelling_is_shown() -> None:
    counts = {"coaching": 5.0, "Coaching": 2.0}
    assert canonical(counts)["Coaching"].name == "coaching"


def test_equally_frequent_spellings_are_decided_by_rule_and_not_by_order() -> None:
    for spellings in (("COACHING", "coaching", "Coaching"), ("Coaching", "coaching", "COACHING")):
        assert set(names(*spellings).values()) == {"Coaching"}


@given(st.lists(SPELLINGS, max_size=12))
def test_the_order_of_the_input_never_matters(spellings: list[str]) -> None:
    assert canonical(spellings) == canonical(sorted(spellings))


@given(st.lists(st.text(max_size=8) | SPELLINGS, max_size=12))
def test_every_spelling_has_a_skill_and_names_it(spellings: list[str]) -> None:
    skills = canonical(spellings)
    assert set(skills) == set(spellings)
    for spelling, skill in skills.items():
        assert spelling in {skill.name, *(alias.name for alias in skill.aliases)}


@given(st.lists(st.text(alphabet="abC+# ", min_size=1, max_size=4), max_size=12))
def test_without_parentheses_only_equal_keys_are_merged(spellings: list[str]) -> None:
    for one in (skills := canonical(spellings)):
        for other in spellings:
            assert (skills[one] is skills[other]) == (fold(one) == fold(other))


def test_a_further_rule_plugs_in() -> None:
    def synonyms(uses: object) -> list[Joining]:
        return [Joining("Exec Coaching", "Executive Coaching", "a short form")]

    skills = canonical(["Exec Coaching", "Executive Coaching"], (by_parentheses, synonyms))
    assert skills["Exec Coaching"].name == "Executive Coaching"
    assert skills["Exec Coaching"].aliases[0].reason == "a short form"


def test_cost_grows_in_proportion_to_the_names() -> None:
    def seconds(count: int, area: str) -> float:
        spellings = [f"{area}-{n} & Co" if n % 9 else f"Skill {n} ({area})" for n in range(count)]
        start = time.process_time()
        canonical(spellings)
        return time.process_time() - start

    seconds(100, "Law")  # loads the rules
    small = max(seconds(1000, "Sales"), 0.01)
    assert seconds(10_000, "Trade") < 50 * small

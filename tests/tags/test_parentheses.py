import pytest

from coalition.tags.parentheses import Reason, understood


@pytest.mark.parametrize(
    ("name", "long", "short"),
    [
        ("Enneagram Type Survey (ETS)", "Enneagram Type Survey", "ETS"),
        ("CRM (Customer Relationship Management)", "Customer Relationship Management", "CRM"),
        ("Mergers & Acquisitions (M&A)", "Mergers & Acquisitions", "M&A"),
        ("Learning and Development (L&D)", "Learning and Development", "L&D"),
        ("Return on Investment (ROI)", "Return on Investment", "ROI"),
        ("User Experience (UX)", "User Experience", "UX"),
        ("Key Performance Indicators (KPIs)", "Key Performance Indicators", "KPIs"),
        ("Künstliche Intelligenz (KI)", "Künstliche Intelligenz", "KI"),
        ("JavaScript (JS)", "JavaScript", "JS"),
        ("Cross-Team Planning（CTP）", "Cross-Team Planning", "CTP"),
    ],
)
def test_initials_in_parentheses_are_an_acronym(name: str, long: str, short: str) -> None:
    parts = understood(name)
    assert parts is not None
    assert (parts.reason, parts.name, parts.other) == (Reason.ACRONYM, long, short)


@pytest.mark.parametrize(
    ("name", "english", "foreign"),
    [
        ("Gestion du risque (Risk Management)", "Risk Management", "Gestion du risque"),
        ("Personalentwicklung (Talent Development)", "Talent Development", "Personalentwicklung"),
        ("コーチング (Coaching)", "Coaching", "コーチング"),
        ("機械学習（Machine Learning）", "Machine Learning", "機械学習"),
        ("Управление проектами (Project Management)", "Project Management", None),
        ("إدارة المشاريع (Project Management)", "Project Management", None),
        ("Recursos humanos (Human Resources)", "Human Resources", "Recursos humanos"),
        ("Liderança (Leadership)", "Leadership", "Liderança"),
        ("Vertrieb (Sales)", "Sales", "Vertrieb"),
        ("Leadership d’équipe (Team Leadership)", "Team Leadership", "Leadership d’équipe"),
        ("Verandermanagement (Change Management)", "Change Management", "Verandermanagement"),
        ("Coaching (コーチング)", "Coaching", None),
        ("Marketing digital (Digital Marketing)", "Digital Marketing", "Marketing digital"),
    ],
)
def test_the_english_part_names_the_skill(name: str, english: str, foreign: str | None) -> None:
    parts = understood(name)
    assert parts is not None
    assert (parts.reason, parts.name) == (Reason.BILINGUAL, english)
    assert parts.other == (foreign or name.replace(english, "").strip(" ()"))


@pytest.mark.parametrize(
    "name",
    [
        *("Java (Programming Language)", "Spring (Framework)", "Agile (Methodology)"),
        *("Word (Software)", "Communication (written)", "Change Management (ITSM)"),
        *(
            "Executive Coaching (ICF)",
            "Scrum (Project Management)",
            "Python (computer programming)",
        ),
        *("Change Management (CMM)", "プログラミング (Python)", "Deutsch (B2)", "Español (Native)"),
        *("Tabellenkalkulation (Microsoft Excel)", "Führung (agil)", "Situational Leadership (II)"),
        *("Gestion du risque (Conduite du changement)", "Résumé (Writing)"),
        *("Dokumentation (technisch)", "Programmieren mit MPI (Message Passing Interface)"),
    ],
)
def test_a_qualifier_stays_with_its_name(name: str) -> None:
    parts = understood(name)
    assert parts is not None
    assert (parts.reason, parts.name, parts.other) == (Reason.QUALIFIER, name, "")


def test_the_part_in_parentheses_may_be_the_name() -> None:
    before, inside = understood("Widget Polishing (WP)"), understood("WP (Widget Polishing)")
    assert before is not None
    assert inside is not None
    assert (before.inside, inside.inside) == (False, True)


def test_blanks_do_not_count() -> None:
    assert understood("  Widget   Polishing (\tWP ) ") == understood("Widget Polishing (WP)")


@pytest.mark.parametrize("blanks", [100, 100_000])
def test_very_many_blanks_are_read_at_once(blanks: int) -> None:
    assert understood("a (" + " " * blanks + ")") is None
    parts = understood("Enneagram Type Survey" + " " * blanks + "(ETS)")
    assert parts is not None
    assert parts.name == "Enneagram Type Survey"


def test_a_text_is_no_name() -> None:
    assert understood("word " * 100 + "(Coaching)") is None


@pytest.mark.parametrize("name", ["Coaching", "A (B) (C)", "(Coaching)", "Coaching ()", "f(x) = y"])
def test_other_forms_say_nothing(name: str) -> None:
    assert understood(name) is None


def test_the_reason_is_in_words() -> None:
    parts = understood("コーチング (Coaching)")
    assert parts is not None
    assert "written in Katakana letters" in parts.words


def test_a_name_of_very_many_connectives_is_understood_at_once():
    assert understood("a " * 90 + "(AAAAAAAB)") is not None

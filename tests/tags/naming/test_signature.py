import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.tags.folding import fold
from coalition.tags.naming.lexicon import english
from coalition.tags.naming.signature import Signatures, foreign

SIGNATURES = Signatures(english(), {"hr": "human resources"})


def signature(name: str) -> str:
    return SIGNATURES.of(fold(name))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Widget Mgmt", "Widget Management"),
        ("Proj. Mgmt.", "Project Management"),
        ("Management of Change", "Change Management"),
        ("Managing Change", "Change Management"),
        ("Change Manager", "Change Management"),
        ("Governance of the Boards", "Board Governance"),
        ("Facilitating Workshops", "Workshop Facilitation"),
        ("Solving Problems", "Problem Solving"),
        ("R&D Strategy", "Research and Development Strategy"),
        ("MS Excel", "Microsoft Excel"),
        ("Speaking in Public", "Public Speaking"),
        ("Leading Cross-functional Teams", "Cross Functional Team Leadership"),
        ("Organisational Behaviour", "Organizational Behavior"),
        ("Digitisation Programmes", "Digitization Program"),
        ("Strategies", "Strategy"),
        ("Business Processes", "Business Process"),
        ("Teambuilding", "Team Building"),
        ("Node JS", "Node.js"),
        ("H.R. Strategy", "Human Resources Strategy"),
        ("Mentoring & Coaching", "Coaching and Mentoring"),
        ("Coaching ⭐", "Coaching"),
        ("Executive Coaches", "Executive Coaching"),
    ],
)
def test_wordings_of_one_name_have_one_signature(one: str, other: str) -> None:
    assert signature(one) == signature(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Java", "JavaScript"),
        ("C", "C++"),
        ("C#", "C"),
        (".NET", "Net"),
        ("Securities", "Security"),
        ("Customs", "Custom"),
        ("Data Science", "Science Data"),
        ("Building Management", "Management Building"),
        ("Business Analysis", "Business Analytics"),
        ("Vitamin A", "Vitamin"),
        ("Sales", "Salesforce"),
        ("Skills", "Communication Skills"),
        ("Java 1.8", "Java 18"),
        ("School Bus", "School Business"),
        ("LC-MS", "LC Microsoft"),
        ("Adobe Illustrator", "Adobe Illustration"),
        ("LinkedIn Recruiter", "LinkedIn Recruiting"),
        ("Theory of Change", "Change Theory"),
        ("Building Materials", "Material Building"),
        ("Training Sales", "Sales Training Tools"),
    ],
)
def test_names_of_two_skills_have_two(one: str, other: str) -> None:
    assert signature(one) != signature(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gestion de projet", "Gestion des projets"),
        ("Gestión del cambio", "Gestion del cambio"),
        ("Führung", "Fuehrung"),
        ("Conduite du changement", "Conduite de changements"),
        ("Négociation d'affaires", "Negociation affaires"),
        ("プロジェクト 管理", "プロジェクト管理"),
        ("プロジェクトマネージャ", "プロジェクトマネージャー"),
        ("プロジェクトマネージメント", "プロジェクトマネジメント"),
        ("問題解決力", "問題解決スキル"),
        ("Lohn & Gehalt", "Lohn und Gehalt"),
        ("Führungskräfteentwicklungen", "Führungskräfteentwicklung"),
        ("Beraterinnen", "Berater"),
        ("Gestiones de proyectos", "Gestión de proyecto"),
    ],
)
def test_foreign_wordings_of_one_name_have_one_signature(one: str, other: str) -> None:
    assert foreign(fold(one)) == foreign(fold(other))


def test_japanese_sounds_stay_apart() -> None:
    assert foreign(fold("バス")) != foreign(fold("ハス"))


@given(st.text(max_size=40))
def test_any_text_has_a_signature(text: str) -> None:
    key = fold(text)
    assert signature(text) or not any(map(str.isalnum, key.replace("and", "")))
    foreign(key)

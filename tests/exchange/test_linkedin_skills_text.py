import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coalition.errors import CoalitionError, NothingFound
from coalition.exchange.linkedin_skills_text import READER
from coalition.exchange.reader import Match
from coalition.exchange.reading import read_material
from coalition.model.evidence import Kind
from coalition.model.reading import Reading
from tests.exchange.linkedin_samples import counted, document, listed
from tests.exchange.samples import read_text

ENGLISH = """Skip to main content
Ada Sample
Skills

All
Industry Knowledge
Tools & Technologies

Negotiation
Negotiation
Partner & Mediator at Sample LLP
Endorsed by Bo Fictive, PhD and 7 others who are highly skilled at this
Endorsed by 14 colleagues at Sample LLP
99+ endorsements
Endorse

M&A
2 experiences across Sample LLP and 1 other company
Show all 3 details
2,318 endorsements
Endorsed

Arbitration (ICC)

Working Well at Short Notice
Passed LinkedIn Skill Assessment
1 endorsement

Law & Practice at Sea
Diploma in Maritime Law, Institute of Invented Studies

Load more results
About
Accessibility
Help Center
LinkedIn Corporation © 2026
"""
SKILLS = ["Negotiation", "M&A", "Arbitration (ICC)", "Working Well at Short Notice"]
SKILLS += ["Law & Practice at Sea"]
COUNTS = {"Negotiation": "99+", "M&A": "2318", "Working Well at Short Notice": "1"}

LAYOUTS = {
    "as pasted": ENGLISH,
    "without blank lines": "\n".join(line for line in ENGLISH.split("\n") if line),
    "with a blank line after each": ENGLISH.replace("\n", "\n\n"),
    "with Windows line ends": ENGLISH.replace("\n", "\r\n"),
    "with every line twice": "".join(f"{line}\n{line}\n" for line in ENGLISH.split("\n")),
    "with bullets": "".join(f"· {line}\n" if line else "\n" for line in ENGLISH.split("\n")),
}


def read(text: str) -> Reading:
    return read_material(document(text), format=READER.name)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_page_reads_the_same_in_every_layout_of_a_paste(layout: str) -> None:
    assert READER.recognise(document(LAYOUTS[layout])) is Match.SURE
    reading = read(LAYOUTS[layout])
    assert (listed(reading), counted(reading)) == (SKILLS, COUNTS)
    assert reading.person is not None
    assert reading.person.name == "Ada Sample"


def test_named_endorsers_and_passed_tests_are_kept_and_lines_counted_as_in_an_editor() -> None:
    reading = read(ENGLISH)
    first = next(item for item in reading.evidence if item.kind is Kind.COUNTED)
    assert (first.by, first.source.row, first.unit) == ("Bo Fictive, PhD", 9, "endorsements")
    assert [item.skill for item in reading.certificates] == ["Working Well at Short Notice"]


PASTES = {
    "German": (
        "Kenntnisse\n\nAlle\nBranchenkenntnisse\n\nVerhandlung\n"
        "Bestätigt von Jörg Erdacht und 4 weiteren Personen mit ausgeprägten Kenntnissen\n"
        "2.318 Kenntnisbestätigungen\n\nSchlichtung\n1 Kenntnisbestätigung\n\nMediation\n",
        {"Verhandlung": "2318", "Schlichtung": "1"},
        "Mediation",
        "Jörg Erdacht",
    ),
    "French": (
        "Compétences\n\nTout\nConnaissances du secteur\n\nNégociation\n"
        "Recommandé(e) par Élise Inventée et 3 autres personnes très compétentes\n"
        "2\u202f318 recommandations de compétences\n\nDroit\n1 recommandation de compétence\n\n"
        "Médiation\n",
        {"Négociation": "2318", "Droit": "1"},
        "Médiation",
        "Élise Inventée",
    ),
    "Spanish": (
        "Conocimientos y aptitudes\n\nTodo\nConocimientos del sector\n\nNegociación\n"
        "Validado por Ana Ficticia y 7 personas más\n99+ validaciones de aptitudes\nValidar\n\n"
        "Derecho\n1 validación\n\nMediación\n",
        {"Negociación": "99+", "Derecho": "1"},
        "Mediación",
        "Ana Ficticia",
    ),
    "Portuguese": (
        "Competências\n\nTudo\nConhecimento do setor\n\nNegociação\n"
        "Recomendado(a) por Rui Fictício e mais 3 pessoas\n12 recomendações de competências\n\n"
        "Direito\n1 recomendação de competência\n\nMediação\n",
        {"Negociação": "12", "Direito": "1"},
        "Mediação",
        "Rui Fictício",
    ),
    "Japanese": (
        "スキル\n\nすべて\n業界知識\n\n交渉\n虚構 花子さん、他4人の高いスキルを持つ人が推薦\n"
        "スキル推薦 99+件\n\n法務\nスキル推薦 1件\n\n調停\n",
        {"交渉": "99+", "法務": "1"},
        "調停",
        "虚構 花子",
    ),
    "a language nobody listed": (
        "Készségek\n\nMinden\n\nTárgyalás\n12 megerősítés\n\nJog\n3 megerősítés\n\nKözvetítés\n",
        {"Tárgyalás": "12", "Jog": "3"},
        "Közvetítés",
        "",
    ),
}


@pytest.mark.parametrize("language", PASTES)
def test_other_languages_are_read_by_structure(language: str) -> None:
    text, counts, without, endorser = PASTES[language]
    reading = read(text)
    assert counted(reading) == counts
    assert listed(reading)[-1] == without
    assert [item.by for item in reading.evidence if item.by] == ([endorser] if endorser else [])


@pytest.mark.parametrize("language", [name for name in PASTES if not name.startswith("a ")])
def test_other_languages_are_recognised(language: str) -> None:
    assert READER.recognise(document(PASTES[language][0])) is Match.SURE


def test_a_section_pasted_as_one_line_is_cut_at_its_counts() -> None:
    text = (
        "Skills Negotiation Endorsed by Bo Fictive and 7 others who are highly skilled at this "
        "Endorsed by 14 colleagues at Sample LLP 99+ endorsements Microsoft 365 Passed LinkedIn "
        "Skill Assessment 12 endorsements Law Law 1 endorsement Show all 32 skills"
    )
    reading = read(text)
    assert READER.recognise(document(text)) is Match.SURE
    assert counted(reading) == {"Negotiation": "99+", "Microsoft 365": "12", "Law": "1"}


def test_a_skill_and_its_count_may_stand_on_one_line() -> None:
    assert counted(read("Law · 3 endorsements\nC++ - 12 endorsements\n")) == {
        "Law": "3",
        "C++": "12",
    }


def test_a_skill_under_several_tabs_counts_once_and_takes_the_tab_as_its_group() -> None:
    text = (
        "Skills\n\nAll\nIndustry Knowledge\n\nLaw\n12 endorsements\n\nIndustry Knowledge\n\n"
        "Law\n12 endorsements\n"
    )
    reading = read(text)
    assert counted(reading) == {"Law": "12"}
    assert reading.evidence[0].group == "Industry Knowledge"


def test_of_a_whole_profile_only_the_skills_are_taken() -> None:
    text = (
        "Ada Sample\nPartner at Sample LLP\nAbout\nI settle things.\nExperience\nPartner\n"
        "Jan 2020 - Present\nSkills\nLaw\n12 endorsements\nMediation\nShow all 12 skills\n"
        "Recommendations\nCy Fictive\n"
    )
    reading = read(text)
    assert listed(reading) == ["Law", "Mediation"]
    assert reading.person is not None
    assert reading.person.name == "Ada Sample"


def test_a_section_that_shows_a_few_skills_of_many_says_so() -> None:
    reading = read("Skills\nLaw\n12 endorsements\nMediation\nShow all 32 skills\n")
    assert reading.notes == (
        "The profile has 32 skills, 2 of them are here: Show all skills opens the others.",
    )


def test_older_pages_have_a_bare_number_beside_or_below_the_name() -> None:
    text = (
        "Skills & Endorsements\nLaw · 99+\nEndorsed by Bo Fictive and 7 others who are highly "
        "skilled at this\nMediation\nSee 33 endorsements for Mediation33\nIndustry Knowledge\n"
        "Arbitration\n4\n"
    )
    assert counted(read(text)) == {"Law": "99+", "Mediation": "33", "Arbitration": "4"}


def test_pronouns_are_no_part_of_the_name_above_the_heading() -> None:
    reading = read("Ada Sample (She/Her)\nSkills\nLaw\n12 endorsements\n")
    assert reading.person is not None
    assert reading.person.name == "Ada Sample"


def test_words_of_the_page_itself_may_be_skills() -> None:
    text = "Skills\nAll\nAccessibility\n4 endorsements\nLanguages\n2 endorsements\n"
    assert counted(read(text)) == {"Accessibility": "4", "Languages": "2"}


def test_words_of_the_page_among_endorsed_skills_are_skills_though_nobody_endorsed_them() -> None:
    text = "Skills\n\nLaw\n2 endorsements\n\nPublications\n\nShip Law\n1 endorsement\n"
    assert listed(read(text)) == ["Law", "Publications", "Ship Law"]


def test_labels_beside_a_skill_are_none_and_skills_that_read_like_labels_are() -> None:
    text = (
        "Skills\n\nLaw\nCompany logo\nShow all 3 endorsements\n3 endorsements\n\nEndorse\n\n"
        "Excel\nPassed LinkedIn Skill Assessment\nLinkedIn Skill Assessment badge\n"
        "5 endorsements\n\nShow Running\n2 endorsements\n\nSee More\n4 endorsements\n"
    )
    expected = {"Law": "3", "Excel": "5", "Show Running": "2", "See More": "4"}
    assert counted(read(text)) == expected
    assert counted(read(text.replace("\n\n", "\n"))) == expected


def test_below_the_last_endorsement_a_run_of_the_pages_own_words_is_its_footer() -> None:
    text = (
        "Skills\nLaw\n3 endorsements\nGreek\nLoad more results\nAbout\nAccessibility\n"
        "Get the app\nMore\nLinkedIn Corporation © 2026\n"
    )
    assert listed(read(text)) == ["Law", "Greek"]


def test_the_line_that_offers_all_skills_ends_them_whatever_stands_below() -> None:
    text = "スキル\n法務\nスキル推薦 17件\n32件のスキルをすべて表示\n推薦\nもらった推薦\n"
    assert listed(read(text)) == ["法務"]


def test_a_title_at_an_organisation_that_a_line_about_the_skill_names_is_no_skill() -> None:
    text = (
        "Kenntnisse\nRecht\nRichterin bei Beispiel & Co\n"
        "Bestätigt von 6 Kollegen bei Beispiel & Co\n3 Kenntnisbestätigungen\nLatein\n"
    )
    assert listed(read(text)) == ["Recht", "Latein"]


def test_pages_pasted_one_after_another_are_all_read() -> None:
    reading = read(ENGLISH + "Ada Sample\nSkills\n\nAll\n\nSailing\n4 endorsements\n\nLatin\n")
    assert listed(reading) == [*SKILLS, "Sailing", "Latin"]


def test_tabs_of_a_language_nobody_listed_are_no_skills() -> None:
    reading = read("Навыки\n\nВсе\nЗнания отрасли\n\nПраво\n17 подтверждений\n\nЛатынь\n")
    assert listed(reading) == ["Право", "Латынь"]


def test_pronouns_or_a_degree_of_connection_mark_the_name_above_them() -> None:
    reading = read(
        "Some New Button\nAda Sample, LL.M.\nShe/Her\n· 2nd\nSkills\nLaw\n12 endorsements\n"
    )
    assert reading.person is not None
    assert reading.person.name == "Ada Sample, LL.M."


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("Más de 99 validaciones", "99+"),
        ("Über 99 Bestätigungen", "99+"),
        ("Plus de 99 recommandations", "99+"),
        ("+99 recomendações de competências", "99+"),
        ("99件以上の推薦", "99+"),
        ("スキル推薦 99件以上", "99+"),
        ("Show all 3 endorsements", "3"),
        ("1,204\u00a0endorsements", "1204"),
    ],
)
def test_a_count_may_say_at_least_in_words(line: str, shown: str) -> None:
    assert counted(read(f"Law\n{line}\n\nLatin\n2 endorsements\n"))["Law"] == shown


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Endorsed by Bo Fictive, Prof. dr. and 2 others who are highly skilled", "Prof. dr."),
        ("Bo Fictive and 10 connections have given endorsements for this skill", ""),
        ("Bo Fictive has given an endorsement for this skill", ""),
        ("Bestätigt von Bo Fictive, der/die diese Kenntnis besonders gut beherrscht", ""),
        ("Recommandée par Bo Fictive, qui est très compétent dans ce domaine", ""),
    ],
)
def test_an_endorser_is_named_without_the_rest_of_the_sentence(line: str, names: str) -> None:
    reading = read(f"Skills\nLaw\n{line}\n12 endorsements\n")
    assert listed(reading) == ["Law"]
    assert reading.evidence[-1].by == ", ".join(filter(None, ["Bo Fictive", names]))


def test_buttons_in_a_section_on_one_line_are_no_part_of_names() -> None:
    text = "Skills (12) Law 99+ endorsements Endorse 3D Modeling 1 endorsement Endorse"
    assert counted(read(text)) == {"Law": "99+", "3D Modeling": "1"}


def test_a_list_on_a_phone_has_names_and_numbers_on_each_line() -> None:
    text = "Skills\n\nLaw · 99+\nEndorsed by Bo Fictive and 2 others\nLatin · 1\nGreek\n"
    reading = read(text)
    assert listed(reading) == ["Law", "Latin", "Greek"]
    assert counted(reading) == {"Law": "99+", "Latin": "1"}


@pytest.mark.parametrize(
    "text",
    [
        "Law\nM&A\nMediation\n",
        "Skills\nLaw\nMediation\n",
        "Recommendation Systems\n360 Feedback\nEndorsements\n",
        "Law 12\nMediation 3\n",
        "skill,endorsements\nLaw,12\n",
        "Law: 12 endorsements\nShip Law: 3 endorsements\n",
        "Skills\nLaw - 12 endorsements\nShip Law - 3 endorsements\n",
        "Law (12 Bestätigungen)\nShip Law (3 Bestätigungen)\n",
        "Law\t12 endorsements\nShip Law\t3 endorsements\n",
        "Group,Skill,Count\n" + "Skills endorsed by colleagues at one firm,Law,3\n" * 10,
        "Exported\n\nGroup;Skill;Endorsements\n" + "Endorsed by all;Law;3\n" * 3,
        '{"skills": "12 endorsements"}',
        f"{'A note on how pages write their counts. ' * 4} 12 endorsements and 3 endorsements\n",
        "<p>12 endorsements</p>",
        "",
    ],
)
def test_plain_lists_and_other_formats_are_not_claimed(text: str) -> None:
    assert READER.recognise(document(text)) is Match.NO


def test_a_page_on_one_line_keeps_its_counts_above_a_thousand() -> None:
    flat = "Skills Law 12 endorsements Mediation 1,204 endorsements Arbitration 3 endorsements"
    reading = read_text(f"{flat} Show all 14 skills")
    assert reading.format == "linkedin-skills-text"
    assert counted(reading) == {"Law": "12", "Mediation": "1204", "Arbitration": "3"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Lo han validado Ana Ficticia y 2 personas más con amplios conocimientos en la materia",
        "Ana Ficticia et 4 autres personnes l'ont fait",
        "Ana Ficticia und 3 weitere Personen",
    ],
)
def test_a_sentence_that_counts_other_people_is_no_skill(sentence: str) -> None:
    count = "31 validaciones de aptitudes"
    page = f"Gestión\n{sentence}\n{count}\nDerecho\n3 validaciones de aptitudes\n"
    assert counted(read_text(page)) == {"Gestión": "31", "Derecho": "3"}


def test_a_page_without_a_skill_says_how_to_copy_one_that_has() -> None:
    with pytest.raises(NothingFound, match="select everything"):
        read("Skills\n\nAll\nIndustry Knowledge\n")


@settings(max_examples=60)
@given(st.lists(st.sampled_from([*ENGLISH.split("\n"), "", "\x00", "99+", "é" * 130]), max_size=30))
def test_lines_in_any_order_give_each_skill_once(lines: list[str]) -> None:
    try:
        skills = listed(read("\n".join(lines)))
    except NothingFound:
        return
    assert len(skills) == len({skill.casefold() for skill in skills})
    assert not {"99+ endorsements", "Endorse", "Endorsed"}.intersection(skills)


@given(st.binary(max_size=300))
def test_any_bytes_give_a_reading_or_an_error_of_ours(content: bytes) -> None:
    assert READER.recognise(document(content)) in Match
    with contextlib.suppress(CoalitionError):
        assert isinstance(READER.read(document(content)), Reading)

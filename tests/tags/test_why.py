import pytest

from coalition.errors import InputError
from coalition.model.evidence import Evidence, Kind
from coalition.model.reading import Reading
from coalition.model.source import Source
from coalition.tags.weights import Profile, profile
from coalition.tags.why import in_words, why


def of(*evidence: Evidence, certificates: tuple[Evidence, ...] = ()) -> Profile:
    return profile([Reading("test", "input", evidence=evidence, certificates=certificates)])


def endorsed(skill: str, by: str, row: int) -> Evidence:
    return Evidence(
        skill,
        Kind.ENDORSED,
        Source("endorsements.csv", row),
        by=by,
        by_key=by,
        on="2025-07-14",
    )


def test_it_tells_the_arithmetic_the_names_and_every_piece_of_evidence() -> None:
    shown = why(
        of(
            endorsed("Risk Management", "Ada Byrne", 2),
            endorsed("Gestion du risque (Risk Management)", "Bo Diallo", 3),
            Evidence("risk management", Kind.LISTED, Source("skills.csv", 9), 0),
        ),
        "RISK  management",
    )
    assert shown[0] == "Risk Management weighs 2: 2 endorsers."
    assert 'Also known as "risk management": differs only in case, spaces or punctuation.' in shown
    assert any("another language" in sentence for sentence in shown)
    assert shown[-3:] == (
        'Ada Byrne endorsed "Risk Management" on 2025-07-14: endorsements.csv, line 2.',
        'Bo Diallo endorsed "Gestion du risque (Risk Management)" on 2025-07-14: '
        "endorsements.csv, line 3.",
        'Listed as "risk management": skills.csv, line 9.',
    )


def test_of_an_ambiguous_name_it_tells_what_it_may_stand_for() -> None:
    shown = why(of(endorsed("NLP", "Ada", 2)), "nlp")
    assert shown[1] == (
        '"NLP" may stand for "Neuro-Linguistic Programming" or "Natural Language Processing": '
        "nothing here tells which."
    )
    skills = ("NLP", "Hypnotherapy", "Life Coaching", "Executive Coaching")
    decided = why(of(*(endorsed(skill, "Ada", 2) for skill in skills)), "nlp")
    assert not any("nothing here tells" in sentence for sentence in decided)


def test_a_month_or_a_year_is_told_as_exactly_as_it_is_known() -> None:
    source = Source("Certifications.csv", 3)
    for on in ("2023-10", "2019"):
        shown = why(of(Evidence("Law", Kind.CERTIFIED, source, on=on)), "Law")
        assert shown[1] == f'Certificate "Law" in {on}: Certifications.csv, line 3.'


def test_an_alias_finds_the_skill() -> None:
    shown = why(of(endorsed("Gestion du risque (Risk Management)", "Ada", 2)), "gestion du risque")
    assert shown[0] == "Risk Management weighs 1: 1 endorser."


def test_counts_bounds_and_units_are_told() -> None:
    page = Source("page.txt", 4)
    shown = why(
        of(Evidence("Sales", Kind.COUNTED, page, 99, at_least=True, unit="endorsements")), "sales"
    )
    assert shown == (
        "Sales weighs at least 99: 99 endorsements.",
        'At least 99 endorsements for "Sales": page.txt, line 4.',
    )


def test_a_listed_skill_is_said_to_have_no_voice() -> None:
    shown = why(of(Evidence("Law", Kind.LISTED, Source("cv.pdf"), 0)), "Law")
    assert shown[0] == "Law weighs 0.5: listed, with no other voice (half a voice)."
    assert shown[1] == 'Listed as "Law": cv.pdf.'


def test_each_persons_part_is_told_where_there_are_several() -> None:
    team = Source("team.csv", 2)
    shown = why(
        of(
            Evidence("Law", Kind.LISTED, team, 0, holder="Ada"),
            Evidence("Law", Kind.COUNTED, team, 2, holder="Bo", unit="answers"),
        ),
        "law",
    )
    assert shown[0].startswith("Law weighs 2.5: Ada: listed")
    assert shown[0].endswith("; Bo: 2 answers.")


def test_an_unknown_tag_is_refused_with_the_nearest_names() -> None:
    known = of(endorsed("Facilitation", "Ada", 2), endorsed("Sales", "Ada", 3))
    with pytest.raises(InputError, match=r'No tag is called "Facilitatoin"\..*"Facilitation"'):
        why(known, "Facilitatoin")
    with pytest.raises(InputError, match='The tags begin with "Facilitation", "Sales"'):
        why(known, "zzz")
    with pytest.raises(InputError, match="There are no tags"):
        why(Profile(), "Sales")


def test_a_tag_kept_out_is_explained() -> None:
    with pytest.raises(InputError, match="its weight is 0"):
        why(of(Evidence("Sales", Kind.COUNTED, Source("a.csv", 2), 0)), "sales")


def test_a_skill_in_few_words() -> None:
    table = Source("a.csv", 2)
    skills = of(
        endorsed("Coaching", "Ada", 2),
        Evidence("Coaching", Kind.COUNTED, table, 2, unit="endorsements"),
        Evidence("Law", Kind.LISTED, table, 0),
        Evidence("Sales", Kind.COUNTED, table, 1, unit="answers"),
        Evidence("Trade", Kind.COUNTED, table, 2.5),
        certificates=(Evidence("Coaching diploma", Kind.CERTIFIED, table),),
    ).skills
    assert {skill.name: in_words(skill) for skill in skills} == {
        "Coaching": "3 endorsements, 1 certificate",
        "Trade": "2.5",
        "Sales": "1 answer",
        "Law": "listed",
    }

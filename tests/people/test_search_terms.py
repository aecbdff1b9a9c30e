import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.people.search_terms import MOST_TERMS, WEAK, query_terms, terms

PEOPLE = {
    "olga": (["Ольга Выдуманная"], []),
    "kaori": (["香織 架空山"], ["カオリ カクウヤマ"]),
    "noor": (["نور المثالي"], []),
    "ananya": (["अनन्या काल्पनिक"], []),
    "thi": (["Nguyễn Thị Ví-Dụ"], []),
    "joerg": (["Jörg Weißenthaler"], []),
    "lukasz": (["Łukasz Świderek-Test"], []),
    "kim": (["김견본"], []),
    "wang": (["王小样"], []),
    "siobhan": (["Siobhán Ó Dálaigh-Marsh"], []),
    "delphine": (["Delphine d'Aubrac-Exemple"], []),
    "ilias": (["Ηλίας Παπαδόπουλος"], []),
    "thana": (["ธนา ตัวอย่าง"], []),
}
FIRMS = {
    "olga": "ООО «Пример»",
    "kaori": "株式会社サンプル商事 人事部長",
    "joerg": "Müller, Schmidt & Co. KG",
    "lukasz": "Smith Ltd, Program Manager",
    "thana": "ผู้จัดการฝ่ายบุคคล",
}


def found(query: str, guess: bool = False) -> list[str]:
    held = {
        who: terms([FIRMS.get(who, "")], names, readings)
        for who, (names, readings) in PEOPLE.items()
    }
    wanted = [
        [start for start in starts if guess or not start.startswith(WEAK)]
        for starts in query_terms(query)
    ]
    return [
        who
        for who, kept in held.items()
        if all(any(term.startswith(tuple(starts)) for term in kept) for starts in wanted)
    ]


@pytest.mark.parametrize(
    ("query", "who"),
    [
        ("olga", "olga"),
        ("Ольга", "olga"),
        ("выдуман", "olga"),
        ("vydumannaia", "olga"),
        ("Wyduman", "olga"),
        ("primer", "olga"),
        ("kaori", "kaori"),
        ("カオリ", "kaori"),
        ("かおり", "kaori"),
        ("kakuuyama kaori", "kaori"),
        ("架空山香織", "kaori"),
        ("香織架空山", "kaori"),
        ("空山", "kaori"),
        ("サンプル", "kaori"),
        ("人事部", "kaori"),
        ("noor", "noor"),
        ("nur", "noor"),
        ("نور", "noor"),
        ("anany", "ananya"),
        ("अनन्या", "ananya"),
        ("nguyen thi", "thi"),
        ("Nguyễn", "thi"),
        ("weissenthaler", "joerg"),
        ("weißenthaler", "joerg"),
        ("joerg", "joerg"),
        ("JÖRG", "joerg"),
        ("muller schmidt", "joerg"),
        ("lukasz", "lukasz"),
        ("smith ltd", "lukasz"),
        ("kim gyeon", "kim"),
        ("견본", "kim"),
        ("xiaoyang", "wang"),
        ("小样", "wang"),
        ("o'dalaigh", "siobhan"),
        ("dalaigh marsh", "siobhan"),
        ("d’aubrac", "delphine"),
        ("aubrac", "delphine"),
        ("papadopoulos", "ilias"),
        ("παπαδο", "ilias"),
        ("บุคคล", "thana"),
    ],
)
def test_a_person_is_found_in_any_writing(query, who):
    assert found(query) == [who]


@pytest.mark.parametrize(
    ("query", "who"),
    [("mitali", "noor"), ("mithaly", "noor"), ("papadopulos", "ilias"), ("widumannaya", "olga")],
)
def test_another_spelling_is_found_by_a_guess(query, who):
    assert found(query) == []
    assert found(query, guess=True) == [who]


def test_who_is_not_meant_is_not_found():
    assert found("imogen") == []
    assert found("olga smith") == []


def test_a_long_text_is_kept_in_part():
    for text in ("".join(chr(0x4E00 + i % 9000) for i in range(90_000)), "ж" * 10**6):
        assert len(terms([text])) <= MOST_TERMS
    assert len(terms([" ".join(f"w{i}" for i in range(10**5))])) == MOST_TERMS
    assert "olga" in terms([" ".join(f"w{i}" for i in range(10**5))], ["Ольга"])


def test_signs_of_a_query_language_are_gone():
    assert query_terms('"olga" OR (a*) ^ : -') == (("olga", "~*lg"), ("or",), ("a",))
    assert query_terms(" *~ ") == ()


@given(st.text(), st.text())
def test_every_word_of_a_text_is_found(before, after):
    held = terms([f"{before} {after}"], [before], [after])
    assert all(0 < len(term) <= 33 for term in held)
    for starts in query_terms(after)[:8]:
        assert any(term.startswith(starts) for term in held)

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.people.organisations import organisation_key, organisation_token


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Müller, Schmidt & Co. KG", "müller schmidt"),
        ("The Brackenfield Group PLC.", "brackenfield group"),
        ("Zmyślona Spółka sp. z o.o.", "zmyślona spółka"),
        ("株式会社サンプル商事", "サンプル商事"),
        ("サンプル商事(株)", "サンプル商事"),
        ("㈱サンプル商事", "サンプル商事"),
        ("样例科技有限公司", "样例科技"),
        ("견본 주식회사", "견본"),
        ("ООО «Пример»", "пример"),
        ("Пример, ООО", "пример"),
        ("شركة المثال", "المثال"),
        ("Beispiel GmbH & Co. KG", "beispiel"),
        ("Exemple S.A.S.", "exemple"),
        ("Voorbeeld B.V.", "voorbeeld"),
        ("Ejemplo S.A. de C.V.", "ejemplo"),
        ("Esimerkki Oy", "esimerkki"),
        ("Exempel AB", "exempel"),
        ("Eksempel A/S", "eksempel"),
        ("Example Co., Ltd.", "example"),
        ("Fable, Inc", "fable"),
        ("Muster e.V.", "muster"),
        ("PT Contoh Tbk", "contoh"),
        ("उदाहरण लिमिटेड", "उदाहरण"),
        ("Fabler and Sons", "fabler sons"),
        ("KG", "kg"),
        ("The Company", "company"),
        ("", ""),
    ],
)
def test_the_legal_form_is_no_part_of_the_key(name, key):
    assert organisation_key(name) == key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ООО «Пример»", "Primer LLC"),
        ("Müller & Schmidt", "Mueller Schmidt KG"),
        ("Müller & Schmidt", "Muller Schmidt"),
        ("样例科技有限公司", "Yangli Keji Co., Ltd."),
        ("Company of Fables Ltd", "company of fables"),
    ],
)
def test_a_firm_is_recognised_in_another_script(one, other):
    assert organisation_token(one) == organisation_token(other)


@given(st.text())
def test_any_text_has_a_key_and_it_is_stable(text):
    assert organisation_token(text).isascii()
    assert organisation_key(organisation_key(text)) is not None

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.people.transliteration import latin_forms, skeleton, word_forms


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Ольга Выдуманная", "olga vydumannaya"),
        ("Ольга Выдуманная", "olga vydumannaia"),
        ("Юлия Щербакова", "yulia shcherbakova"),
        ("Юлия Щербакова", "iuliia shcherbakova"),
        ("Юлия Щербакова", "julia schtscherbakowa"),
        ("Дмитрий Хвыдумкин", "dmitry khvydumkin"),
        ("Алексей Примеров", "alexey primerov"),
        ("Олексій Їжачок", "oleksii yizhachok"),
        ("Ђорђе Примерић", "djordje primeric"),
        ("カオリ カクウヤマ", "kaori kakuuyama"),
        ("さとう こうじろう", "sato kojiro"),
        ("サトウ コウジロウ", "satoh kohjiroh"),
        ("キョウコ マッチ", "kyoko matchi"),
        ("しんぺい", "shimpei"),
        ("ジョン・スミス", "jon sumisu"),
        ("Jörg Weißenthaler", "jorg weissenthaler"),
        ("Jörg Weißenthaler", "joerg weissenthaler"),
        ("Łukasz Świderek-Test", "lukasz swiderektest"),
        ("Işıl Çağlar", "isil caglar"),
        ("Nguyễn Thị Đặng", "nguyen thi dang"),
        ("김견본", "kim gyeonbon"),
        ("박 예시", "park yesi"),
        ("王小样", "wang xiaoyang"),
        ("欧阳样例", "ouyang yangli"),
        ("曾样例", "zeng yangli"),
        ("अनन्या काल्पनिक", "ananya kalpanik"),
        ("कमला", "kamla"),
        ("విక్రమ", "vikrama"),
        ("Ηλίας Παπαδόπουλος", "ilias papadopoulos"),
        ("نور", "nur"),
        ("نور", "noor"),
        ("Finch-Okonjo, Bartholomew", "bartholomew finchokonjo"),
    ],
)
def test_a_name_has_the_latin_form_that_others_write(name, written):
    assert written in latin_forms(name)


def test_japanese_characters_are_read_only_as_the_source_says():
    told = latin_forms("香織 架空山", ["カオリ カクウヤマ"])
    assert told == ("kaori kakuyama", "kaori kakuuyama")
    assert "kaori kakuuyama" not in latin_forms("香織 架空山")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("نور المثالي", "Noor al-Mithali"),
        ("محمد", "Mohammed"),
        ("محمد", "Muhammad"),
        ("Юлия", "Julia"),
        ("Yulia", "Julia"),
        ("Mikhail", "Mihail"),
        ("Sarah", "Sara"),
        ("Vydumannaya", "Wydumannaja"),
        ("Shcherbakova", "Schtscherbakowa"),
        ("ראובן", "Reuven"),
        ("김민준", "Kim Minjoon"),
    ],
)
def test_a_skeleton_leaves_vowels_and_ways_of_writing_out(one, other):
    assert skeleton(one) == skeleton(other) != ""


@pytest.mark.parametrize(("one", "other"), [("Olga", "Helga"), ("Anna", "Nina"), ("نور", "Nadir")])
def test_other_consonants_make_another_skeleton(one, other):
    assert skeleton(one) != skeleton(other)


@given(st.text(), st.lists(st.text(), max_size=2))
def test_any_text_has_latin_forms_of_plain_letters(text, readings):
    for form in latin_forms(text, readings):
        assert form == form.lower().strip()
        assert all(letter.isascii() and letter.isalnum() for letter in form.replace(" ", ""))
    assert skeleton(text).isascii()
    assert all(" " in form or form.isalnum() for form in word_forms(text.replace(" ", "")))


@given(st.text(st.characters(min_codepoint=0x370, max_codepoint=0x1CFF), max_size=40))
def test_the_scripts_between_greek_and_georgian_raise_nothing(text):
    assert len(latin_forms(text)) <= 24

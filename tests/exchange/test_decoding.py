import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.exchange.decoding import decode, is_binary

RUSSIAN = "Управление изменениями\nЛидерство и наставничество"
JAPANESE = "リーダーシップ開発\nコーチング"
CHINESE = "领导力\n变革管理\n人力资源"
KOREAN = "리더십 개발\n변화 관리 코칭 조직 문화"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"],
)
@pytest.mark.parametrize("text", ["Führung\nR&D, 3", JAPANESE, RUSSIAN])
def test_unicode_is_read_in_any_form(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Führung für Größe\nQualité, 80 €", "windows-1252"),
        ("café", "latin-1"),
        ("MODERAÇÃO E GESTÃO", "windows-1252"),
        (RUSSIAN, "windows-1251"),
        (RUSSIAN, "koi8-r"),
        (JAPANESE, "shift_jis"),
        (CHINESE, "gb18030"),
        (KOREAN, "euc-kr"),
    ],
)
def test_legacy_encodings_are_told_by_their_letters(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("wrong", ["latin-1", "windows-1252"])
def test_utf_8_read_wrongly_by_another_program_is_put_right(wrong: str) -> None:
    misread = "Négociation — Führung".encode().decode(wrong, "replace")
    if "\ufffd" not in misread:
        assert decode(misread.encode()) == "Négociation — Führung"


@pytest.mark.parametrize("text", ["NESCAFÉ® und SÃO PAULO", "“MAÇÃ”", "Ãœbung für"])
def test_what_only_looks_misread_stays(text: str) -> None:
    assert decode(text.encode()) == text


def test_a_few_broken_bytes_do_not_spoil_the_rest() -> None:
    assert decode("Führung, Größe, Kür, ".encode() + b"Caf\xe9 x") == "Führung, Größe, Kür, Café x"


def test_a_character_cut_in_two_at_the_end_goes() -> None:
    assert decode("Führung 漢".encode()[:-1]) == "Führung "


def test_nuls_controls_and_foreign_line_ends_go() -> None:
    assert decode(b"a\0b\r\nc\rd\x1b[31m\te\n") == "ab\nc\nd\te\n"


@pytest.mark.parametrize("text", ["Coach\0ing\nSQL\n", "Füh\0rung\nC\n", "A\0\nB\n\n", "漢\0字\n"])
def test_stray_nuls_do_not_make_text_utf_16(text: str) -> None:
    for content in (text.encode(), b"x" + text.encode()):
        assert decode(content) == content.decode().replace("\0", "")


@given(st.binary(max_size=300))
def test_any_bytes_become_text_without_controls(content: bytes) -> None:
    text = decode(content)
    assert not any(character in text for character in "\0\r\x1b\x7f")
    text.encode("utf-8", "surrogatepass")


@given(st.text("abcüßñłжя漢かع 1,\n", min_size=1), st.sampled_from(["utf-8-sig", "utf-16"]))
def test_text_with_a_mark_is_never_guessed_at(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    "content", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0", bytes(1000), bytes(range(256)) * 4]
)
def test_pictures_and_programs_are_no_text(content: bytes) -> None:
    assert is_binary(content)


@pytest.mark.parametrize(
    "content",
    [b"", b"tag,weight\nPython\0,3\n", JAPANESE.encode("utf-16-le"), CHINESE.encode("gb18030")],
)
def test_text_is_text_in_any_encoding(content: bytes) -> None:
    assert not is_binary(content)


OLD_TEXTS = {
    "スキル,件数\nプロジェクト管理,12\nリーダーシップ,8\n": ("cp932", "euc_jp"),
    "技能,認可數\n專案管理,12\n領導力,8\n談判,3\n溝通技巧,4\n": ("big5",),
    "技能,点赞数\n项目管理,12\n领导力,8\n谈判,3\n": ("gb18030",),
    "УПРАВЛЕНИЕ;12\nПереговоры;3\n": ("windows-1251", "koi8-r"),
    "المهارة;عدد\nإدارة المشاريع;12\nالقيادة;8\n": ("windows-1256", "iso-8859-6"),
    "Δεξιότητα;Πλήθος\nΔιοίκηση έργων;12\n": ("windows-1253", "iso-8859-7"),
    "מיומנות,כמות\nניהול פרויקטים,12\nמנהיגות,8\n": ("windows-1255",),
    "Négociation;8\nÀ côté;2\nŒuvre créée;3\n": ("windows-1252",),
    "Führung;3\nÄrzte;2\nAußenhandel;3\nÄÖÜ;1\n": ("windows-1252",),
    "Gestão;3\nNegociação;2\nOrientações;5\n": ("windows-1252",),
}


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(text, encoding) for text, encodings in OLD_TEXTS.items() for encoding in encodings],
)
def test_encodings_from_before_unicode_are_told_by_their_letters(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text

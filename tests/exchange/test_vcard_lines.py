from hypothesis import given
from hypothesis import strategies as st

from coalition.exchange.vcard_cards import parts, unescaped
from coalition.exchange.vcard_lines import ContentLine, content_lines

NAMES = frozenset(("FN", "NOTE", "TEL", "EMAIL", "BEGIN"))


def lines_of(content: bytes) -> list[ContentLine]:
    return [line for line in content_lines(content, NAMES) if isinstance(line, ContentLine)]


VALUES = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=60)


@given(VALUES, st.lists(st.integers(0, 200), max_size=8), st.sampled_from([b"\n", b"\r\n"]))
def test_where_a_line_is_folded_makes_no_difference(
    value: str, places: list[int], end: bytes
) -> None:
    raw = value.encode()
    cuts = sorted({place for place in places if place <= len(raw)})
    pieces = [raw[a:b] for a, b in zip([0, *cuts], [*cuts, len(raw)], strict=True)]
    content = b"FN:" + (end + b" ").join(pieces) + end + b"NOTE:x" + end
    first, second = lines_of(content)
    assert first.value == value
    assert (second.value, second.line) == ("x", 2 + len(cuts))


@given(VALUES, st.integers(1, 40))
def test_quoted_printable_goes_on_after_soft_breaks(value: str, width: int) -> None:
    codes = [f"={byte:02X}" for byte in value.encode()]
    rows = ["".join(codes[at : at + width]) for at in range(0, len(codes), width)]
    content = "NOTE;ENCODING=QUOTED-PRINTABLE:" + "=\r\n".join(rows) + "\r\nFN:x\r\n"
    first, second = lines_of(content.encode())
    assert first.value == value
    assert second.value == "x"


@given(st.lists(VALUES, min_size=1, max_size=5), st.sampled_from([";", ","]))
def test_escaped_separators_divide_nothing(values: list[str], separator: str) -> None:
    escaped = [
        value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,") for value in values
    ]
    assert [unescaped(value) for value in escaped] == values
    assert len(parts(separator.join(escaped), separator)) == len(values)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_without_a_fault(content: bytes) -> None:
    for line in content_lines(b"FN:a\n" + content, NAMES):
        assert isinstance(line, ContentLine | int)


def test_parameters_may_be_quoted_repeated_and_bare() -> None:
    (line,) = lines_of(b'a1.tel;VALUE=uri;TYPE="voice,work";type=pref;X="a:b;^\'c^\'":tel:1\n')
    assert (line.name, line.group, line.value) == ("TEL", "a1", "tel:1")
    assert line.types == {"voice", "work", "pref"}
    assert line.parameters == {"value": "uri", "x": 'a:b;"c"'}
    (bare,) = lines_of(b"EMAIL;INTERNET;8BIT:a@example.org\n")
    assert (bare.types, bare.parameters) == ({"internet"}, {"encoding": "8bit"})


def test_a_soft_break_swallows_no_end_of_a_card() -> None:
    content = b"NOTE;QUOTED-PRINTABLE:cut off=\r\nEND:VCARD\r\n"
    (note, end) = content_lines(content, {"NOTE", "END"})
    assert isinstance(note, ContentLine)
    assert isinstance(end, ContentLine)
    assert (note.value, end.value) == ("cut off", "VCARD")


def test_a_codec_that_is_no_encoding_of_files_is_not_used() -> None:
    (line,) = lines_of(b"FN;CHARSET=punycode:abc-\n")
    assert line.value == "abc-"

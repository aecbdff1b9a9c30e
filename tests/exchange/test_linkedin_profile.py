import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coalition.errors import CoalitionError, NothingFound, UnreadableInput
from coalition.exchange import linkedin_profile_pdf, linkedin_profile_text
from coalition.exchange.reader import Match
from coalition.exchange.reading import read_material
from coalition.model.person import Person
from coalition.model.reading import Reading
from tests.exchange.linkedin_samples import document, listed, pdf

SIDEBAR = (
    ("Contact", 13),
    ("www.linkedin.com/in/ada-", 10.5),
    ("sample-invented (LinkedIn)", 10.5),
    ("Top Skills", 13),
    ("Negotiation", 10.5),
    ("International Commercial", 10.5),
    ("and Maritime Law", 10.5),
    ("Alternative Dispute Resolution", 10.5),
    ("(ADR)", 10.5),
    ("Languages", 13),
    ("Irish (Native or", 10.5),
    ("Bilingual)", 10.5),
    ("French", 10.5),
    ("Certifications", 13),
    ("Certified Mediator", 10.5),
)
WIDE = (
    ("Ada Sample, LLM", 26),
    ("Partner | Settles disputes at sea before they", 12),
    ("reach a court", 12),
    ("Cork, Ireland", 10.5),
    ("Summary", 15.75),
    ("I settle.", 12),
    ("Experience", 15.75),
    ("Sample LLP", 12),
    ("Partner", 11.5),
    ("May 2021\u00a0-\u00a0Present\u00a0(4 years 11 months)", 10.5),
    ("Cork, Ireland", 10.5),
    ("Led a team, of four.", 10.5),
    ("Old & Co", 12),
    ("5 years 2 months", 10.5),
    ("Senior Associate", 11.5),
    ("January 2019 - April 2021 (2 years 4 months)", 10.5),
    ("Associate", 11.5),
    ("March 2016 - January 2019 (2 years 11 months)", 10.5),
    ("Dublin, Ireland", 10.5),
    ("Invented Chambers", 12),
    ("Trainee", 11.5),
    ("2015 - 2016 (1 year)", 10.5),
    ("Education", 15.75),
    ("University of Nowhere", 12),
)
POSITIONS = [
    ("Sample LLP", "Partner", "2021-05", None, "Cork, Ireland"),
    ("Old & Co", "Senior Associate", "2019-01", "2021-04", ""),
    ("Old & Co", "Associate", "2016-03", "2019-01", "Dublin, Ireland"),
    ("Invented Chambers", "Trainee", "2015", "2016", ""),
]
TEXT = "\n".join(line for line, _ in (*SIDEBAR, *WIDE)).replace(
    "Old & Co", "  Page 1 of 2\f   \nOld & Co"
)


def column(x: float, lines: tuple[tuple[str, float], ...]) -> list[tuple[float, float, float, str]]:
    return [(x, 740 - 16 * place, size, text) for place, (text, size) in enumerate(lines)]


def profile_pdf(*, flipped: bool = False) -> bytes:
    second = WIDE[14:]
    foot = [(400.0, 24.0, 9.0, "Page 1 of 2")]
    first = column(22, SIDEBAR) + column(224, WIDE[:14]) + foot
    return pdf([first, column(224, second)], flipped=flipped)


def roles(person: Person | None) -> list[tuple[str, str, str | None, str | None, str]]:
    assert person is not None
    return [(p.organisation, p.title, p.started, p.ended, p.place) for p in person.positions]


READINGS = {
    "pdf": lambda: linkedin_profile_pdf.READER.read(document(profile_pdf())),
    "pdf with y from the top": lambda: linkedin_profile_pdf.READER.read(
        document(profile_pdf(flipped=True))
    ),
    "text": lambda: linkedin_profile_text.READER.read(document(TEXT)),
}


@pytest.mark.parametrize("form", READINGS)
def test_the_pdf_and_its_text_tell_the_same_person(form: str) -> None:
    reading = READINGS[form]()
    person = reading.person
    assert person is not None
    assert person.name == "Ada Sample, LLM"
    assert person.headline == "Partner | Settles disputes at sea before they reach a court"
    assert person.place == "Cork, Ireland"
    assert person.profile == "https://www.linkedin.com/in/ada-sample-invented"
    assert person.languages == ("Irish", "French")
    assert roles(person) == POSITIONS


@pytest.mark.parametrize("form", READINGS)
def test_only_top_skills_are_skills_and_wrapped_ones_are_put_together(form: str) -> None:
    reading = READINGS[form]()
    assert listed(reading) == [
        "Negotiation",
        "International Commercial and Maritime Law",
        "Alternative Dispute Resolution (ADR)",
    ]
    assert [item.skill for item in reading.certificates] == ["Certified Mediator"]


def test_text_whose_blocks_a_converter_mixed_tells_the_same() -> None:
    text = (
        "Contact\n\nAda Sample, LLM\n\nwww.linkedin.com/in/ada-sample-invented\n(LinkedIn)\n\n"
        "Partner | Settles disputes\nCork, Ireland\n\nExperience\n\nTop Skills\nNegotiation\n"
        "Shipping\nLaw\n\nSample LLP\nPartner\nMay 2021 - Present (4 years 11 months)\n\n"
        "Languages\nIrish (Native)\n\nPage 1 of 1\n"
    )
    reading = linkedin_profile_text.READER.read(document(text))
    person = reading.person
    assert listed(reading) == ["Negotiation", "Shipping", "Law"]
    assert person is not None
    assert (person.name, person.headline) == ("Ada Sample, LLM", "Partner | Settles disputes")
    assert (person.place, person.languages) == ("Cork, Ireland", ("Irish",))
    assert roles(person) == [("Sample LLP", "Partner", "2021-05", None, "")]


def test_text_with_the_columns_beside_each_other_tells_the_same() -> None:
    left = ("Contact", "", "www.linkedin.com/in/ada-sample-invented-address", "(LinkedIn)", "")
    left += ("Top Skills", "Negotiation", "Shipping", "Law", "", "Languages", "Irish (Native)", "")
    right = ("", "Ada Sample", "", "", "Partner | Settles disputes", "Cork, Ireland", "")
    right += ("Experience", "Sample LLP", "Partner", "May 2021 - Present (5 years)", "", "Law.")
    first = "\n".join(f"{a:36}{b}".rstrip() for a, b in zip(left, right, strict=True))
    second = "Education\nUniversity of Nowhere\n\n" + " " * 60 + "Page 2 of 2\n"
    material = document(f"{first}\n\f{second}\f")
    assert linkedin_profile_text.READER.recognise(material) is Match.SURE
    reading = linkedin_profile_text.READER.read(material)
    person = reading.person
    assert listed(reading) == ["Negotiation", "Shipping", "Law"]
    assert person is not None
    assert (person.name, person.headline) == ("Ada Sample", "Partner | Settles disputes")
    assert (person.place, person.languages) == ("Cork, Ireland", ("Irish",))
    assert roles(person) == [("Sample LLP", "Partner", "2021-05", None, "")]


def test_each_of_three_wrapped_skills_is_put_together() -> None:
    text = (
        "Contact\nwww.linkedin.com/in/ada-sample (LinkedIn)\nTop Skills\n"
        "Enterprise Resource Planning\nImplementation\nOrganizational Change\nLeadership\n"
        "Regulatory Compliance\nManagement\nAda Sample\nPartner\nCork\nExperience\n"
    )
    assert listed(linkedin_profile_text.READER.read(document(text))) == [
        "Enterprise Resource Planning Implementation",
        "Organizational Change Leadership",
        "Regulatory Compliance Management",
    ]


def test_a_sign_at_the_end_of_a_name_does_not_join_the_next() -> None:
    lines = [line for line in SIDEBAR if line[1] == 13 and line[0] != "Top Skills"]
    sidebar = (("Top Skills", 13), ("C++", 10.5), ("R", 10.5), ("C#", 10.5), *lines)
    content = pdf([column(22, sidebar) + column(224, WIDE[:14])])
    assert listed(linkedin_profile_pdf.READER.read(document(content))) == ["C++", "R", "C#"]


def test_the_place_is_the_last_line_above_the_summary_though_in_the_headlines_type() -> None:
    wide = (("Ada Sample", 26), ("Judge", 12), ("Cork, Ireland", 12), *WIDE[4:6])
    reading = linkedin_profile_pdf.READER.read(
        document(pdf([column(22, SIDEBAR) + column(224, wide)]))
    )
    assert reading.person is not None
    assert (reading.person.headline, reading.person.place) == ("Judge", "Cork, Ireland")


def test_both_forms_are_recognised() -> None:
    assert linkedin_profile_pdf.READER.recognise(document(profile_pdf())) is Match.SURE
    assert linkedin_profile_text.READER.recognise(document(TEXT)) is Match.SURE
    assert linkedin_profile_text.READER.recognise(document("Skills\nLaw\n")) is Match.NO


GERMAN = """Kontakt
www.linkedin.com/in/jx81 (LinkedIn)
Top-Kenntnisse
Verhandlung
Languages
Deutsch (Muttersprache)
Jörg Erdacht
Anwalt
Großraum München
Berufserfahrung
Kanzlei Erdacht GmbH
Anwalt
März 2016 - Heute (10 Jahre 1 Monat)
Amt der Erfindungen
Referendar
2013 - 2013 (weniger als ein Jahr)
Ausbildung
Universität Nirgendwo
  Seite 1 von 1
"""
JAPANESE = """連絡先
www.linkedin.com/in/x-1 (LinkedIn)
上位スキル
交渉
虚構 花子
弁護士
東京都
職歴
虚構法律事務所
弁護士
2019年9月 - 現在 (6年7ヶ月)
学歴
"""


def test_headings_and_months_of_other_languages_are_known_though_two_be_mixed() -> None:
    reading = linkedin_profile_text.READER.read(document(GERMAN))
    assert listed(reading) == ["Verhandlung"]
    assert reading.person is not None
    assert reading.person.name == "Jörg Erdacht"
    assert reading.person.languages == ("Deutsch",)
    assert roles(reading.person) == [
        ("Kanzlei Erdacht GmbH", "Anwalt", "2016-03", None, ""),
        ("Amt der Erfindungen", "Referendar", "2013", "2013", ""),
    ]


def test_a_profile_in_japanese_is_read() -> None:
    reading = linkedin_profile_text.READER.read(document(JAPANESE))
    assert reading.person is not None
    assert reading.person.name == "虚構 花子"
    assert roles(reading.person) == [("虚構法律事務所", "弁護士", "2019-09", None, "")]


def test_a_group_ends_where_its_positions_fill_its_length() -> None:
    text = TEXT.replace("5 years 2 months", "8 years")
    reading = linkedin_profile_text.READER.read(document(text))
    assert [role[0] for role in roles(reading.person)][-1] == "Old & Co"


def test_a_profile_without_top_skills_says_where_skills_are() -> None:
    with pytest.raises(NothingFound, match="Skills page"):
        read_material(
            document("Ada Sample\nExperience\nSample LLP\n"), format="linkedin-profile-text"
        )
    with pytest.raises(NothingFound, match="Skills page"):
        read_material(document(pdf([[(72, 700, 12, "A letter")]])), format="linkedin-profile-pdf")


@pytest.mark.parametrize("damage", [b"", b"\xff" * 50, b"%PDF-1.4 trailer << /Root 1 0 R >>"])
def test_a_damaged_pdf_is_one_sentence(damage: bytes) -> None:
    with pytest.raises(UnreadableInput, match="damaged"):
        linkedin_profile_pdf.READER.read(document(b"%PDF-1.4\n" + damage))


def test_a_pdf_with_a_password_says_so() -> None:
    import io

    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(profile_pdf())))
    writer.encrypt("secret", algorithm="RC4-128")
    locked = io.BytesIO()
    writer.write(locked)
    with pytest.raises(UnreadableInput, match="password"):
        linkedin_profile_pdf.READER.read(document(locked.getvalue()))


def test_a_pdf_of_many_pages_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="pages"):
        linkedin_profile_pdf.READER.read(document(pdf([[(72, 700, 12, "x")]] * 80)))


@settings(max_examples=40)
@given(st.integers(0, 5000), st.binary(min_size=1, max_size=20))
def test_a_pdf_with_any_bytes_overwritten_gives_a_reading_or_an_error(at: int, by: bytes) -> None:
    whole = profile_pdf()
    at %= len(whole)
    material = document(b"%PDF-" + whole[5:at] + by + whole[at + len(by) :])
    with contextlib.suppress(CoalitionError):
        assert isinstance(linkedin_profile_pdf.READER.read(material), Reading)


@settings(max_examples=60)
@given(st.lists(st.sampled_from([*TEXT.split("\n"), *GERMAN.split("\n"), ""]), max_size=40))
def test_lines_in_any_order_give_a_reading_or_an_error(lines: list[str]) -> None:
    material = document("\n".join(lines))
    with contextlib.suppress(CoalitionError):
        assert isinstance(linkedin_profile_text.READER.read(material), Reading)


@given(st.binary(max_size=300))
def test_any_bytes_give_a_reading_or_an_error_of_ours(content: bytes) -> None:
    for reader in (linkedin_profile_pdf.READER, linkedin_profile_text.READER):
        assert reader.recognise(document(content)) in Match
        with contextlib.suppress(CoalitionError):
            assert isinstance(reader.read(document(content)), Reading)

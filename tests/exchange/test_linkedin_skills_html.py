import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coalition.errors import CoalitionError, NothingFound, UnreadableInput
from coalition.exchange.linkedin_skills_html import READER
from coalition.exchange.material import Document
from coalition.exchange.reader import Match
from coalition.exchange.reading import read_material
from coalition.model.reading import Reading
from tests.exchange.linkedin_samples import (
    counted,
    document,
    keyed_item,
    list_item,
    listed,
    page,
)

BO = "Endorsed by Bo Fictive and 7 others who are highly skilled at this"
ASIDE = f"<aside><ul>{list_item('Sales', '12 endorsements')}</ul></aside>"

PAGES = {
    "2012 to 2016": page(
        '<span class="full-name">Ada Sample</span><ul class="skills-section">'
        '<li class="endorse-item has-endorsements" data-endorsed-item-name="M&amp;A">'
        '<span class="skill-pill"><a class="endorse-count"><span class="num-endorsements" '
        'data-count="99+">99+</span></a><span class="endorse-item-name">'
        '<a class="endorse-item-name-text">M&amp;A</a></span></span></li>'
        '<li class="endorse-item" data-endorsed-item-name="Law at Sea"><span '
        'class="endorse-item-name"><span class="endorse-item-name-text">Law at Sea</span></span>'
        "</li></ul>",
        "Ada Sample | LinkedIn",
    ),
    "2017 to 2021": page(
        '<section class="pv-skill-categories-section"><ol><li class="pv-skill-category-entity">'
        '<p class="pv-skill-category-entity__name"><a><span '
        'class="pv-skill-category-entity__name-text"> M&amp;A </span></a><a>'
        '<span class="visually-hidden">See 99+ endorsements for M&amp;A</span><span '
        'aria-hidden="true" class="pv-skill-category-entity__endorsement-count">99+</span></a></p>'
        f"<p>{BO}</p></li></ol>"
        '<div class="pv-skill-category-list"><h3>Industry Knowledge</h3><ol>'
        '<li class="pv-skill-category-entity"><p class="pv-skill-category-entity__name">'
        '<span class="pv-skill-category-entity__name-text">Law at Sea</span></p></li></ol></div>'
        "</section>",
        "(1) Ada Sample - Partner - Sample LLP | LinkedIn",
    ),
    "2022 to 2025": page(
        "<main><section><h2>Skills</h2><ul>"
        + list_item("M&amp;A", "Partner at Sample LLP", BO, "99+ endorsements")
        + list_item("Law at Sea", "Diploma, Institute of Invented Studies")
        + f"</ul></section></main>{ASIDE}"
    ),
    "since 2025": page(
        '<main><section componentkey="profileSkills"><h2>Skills</h2>'
        + keyed_item(4, "M&amp;A", "Partner at Sample LLP", BO, "99+ endorsements")
        + keyed_item(1760, "Law&nbsp;at Sea")
        + f"</section></main>{ASIDE}"
    ),
}


def read(material: Document) -> Reading:
    return read_material(material, format=READER.name)


@pytest.mark.parametrize("era", PAGES)
def test_every_generation_of_the_markup_reads_the_same(era: str) -> None:
    assert READER.recognise(PAGES[era]) is Match.SURE
    reading = read(PAGES[era])
    assert listed(reading) == ["M&A", "Law at Sea"]
    assert counted(reading) == {"M&A": "99+"}
    assert reading.person is not None
    assert reading.person.name == "Ada Sample"


@pytest.mark.parametrize("era", [era for era in PAGES if era != "2012 to 2016"])
def test_the_endorser_that_a_page_names_is_kept(era: str) -> None:
    assert [item.by for item in read(PAGES[era]).evidence if item.by] == ["Bo Fictive"]


def test_headings_of_categories_and_tabs_become_groups() -> None:
    tabs = (
        '<main><h2>Skills</h2><button id="t1">All</button><button id="t2">Other Skills</button>'
        f'<div role="tabpanel" aria-labelledby="t1"><ul>{list_item("Law", "3 endorsements")}</ul>'
        f'</div><div role="tabpanel" aria-labelledby="t2"><ul>{list_item("Law", "3 endorsements")}'
        "</ul></div></main>"
    )
    reading = read(page(tabs))
    assert [item.group for item in reading.evidence] == ["Other Skills", "Other Skills"]
    assert read(PAGES["2017 to 2021"]).evidence[-1].group == "Industry Knowledge"


def test_of_a_whole_profile_only_the_skills_are_taken() -> None:
    body = (
        f"<main><section><h2>Berufserfahrung</h2><ul>{list_item('Partnerin', 'Kanzlei')}</ul>"
        '</section><section><div id="skills"></div><h2>Kenntnisse</h2><ul>'
        + list_item(
            "Recht", "Bestätigt von Jörg Erdacht und 4 weiteren", "2.318 Kenntnisbestätigungen"
        )
        + "</ul><a>Alle 32 Kenntnisse anzeigen</a></section></main>"
    )
    reading = read(page(body, "Ada Sample | LinkedIn"))
    assert counted(reading) == {"Recht": "2318"}
    assert listed(reading) == ["Recht"]


def test_the_button_tells_the_name_where_the_first_line_is_something_else() -> None:
    item = keyed_item(1, "Law", "3 endorsements").replace("<p>Law</p>", "<p>New</p><p>Law</p>")
    assert listed(read(page(f"<main>{item}</main>"))) == ["Law"]


def test_a_skill_that_only_a_script_holds_is_read_once() -> None:
    script = (
        r'<script>["{\"componentKey\":\"com.linkedin.sdui.profile.skill(ACoINVENTED, 9)\",'
        r"\"children\":[\"Me\u0301diation\"]}{\"componentKey\":\"com.linkedin.sdui.profile."
        r'skill(ACoINVENTED, 1)\",\"children\":[\"Law\"]}"]</script>'
    )
    reading = read(page(f"<main>{keyed_item(1, 'Law', '3 endorsements')}</main>{script}"))
    assert len(listed(reading)) == 2
    assert listed(reading)[0] == "Law"


def test_markup_not_seen_before_is_read_by_its_text() -> None:
    body = "<main><h2>Skills</h2><q>Law</q><q>12 endorsements</q><q>M&amp;A</q>"
    body += "<q>1 endorsement</q></main>"
    assert counted(read(page(body))) == {"Law": "12", "M&A": "1"}


def test_a_page_saved_as_one_file_is_opened() -> None:
    html = PAGES["2022 to 2025"].content.replace(b"=", b"=3D")
    head = (
        b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="edge"\r\n'
        b"Snapshot-Content-Location: https://www.linkedin.com/in/ada/\r\n\r\n--edge\r\n"
        b"Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    )
    material = document(head + html + b"\r\n--edge--\r\n", "page.mhtml")
    assert READER.recognise(material) is Match.SURE
    assert counted(read(material)) == {"M&A": "99+"}


def test_of_the_frames_saved_in_one_file_the_page_itself_is_read() -> None:
    parts = [b"<html><body>an advertisement</body></html>", PAGES["since 2025"].content]
    edge = b"\r\n--edge\r\nContent-Type: text/html\r\n\r\n"
    head = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="edge"\r\n'
    material = document(head + edge + edge.join(parts) + b"\r\n--edge--\r\n")
    assert READER.recognise(material) is Match.SURE
    assert counted(read(material)) == {"M&A": "99+"}


def test_a_page_that_breaks_off_within_a_tag_loses_no_more_than_that() -> None:
    whole = page(f"<main>{keyed_item(1, 'Law', '3 endorsements')}{keyed_item(2, 'Latin')}")
    broken = document(whole.content[: whole.content.rindex(b"</p>") + 2])
    assert listed(read(broken)) == ["Law", "Latin"]


def test_a_page_in_utf_16_is_read() -> None:
    material = document(PAGES["since 2025"].content.decode().encode("utf-16"))
    assert READER.recognise(material) is Match.SURE
    assert counted(read(material)) == {"M&A": "99+"}


def test_a_profile_whose_classes_are_all_obfuscated_is_read_by_its_lists() -> None:
    items = list_item("Law", "Partner at Sample LLP", "12 endorsements") + list_item("Latin")
    items = items.replace("pvs-list__", "Xy").replace("artdeco-list__item", "Zq")
    body = f'<main><section><div id="skills"></div><h2>Skills</h2><ul>{items}</ul></section></main>'
    reading = read(page(body, "Ada Sample | LinkedIn"))
    assert (listed(reading), counted(reading)) == (["Law", "Latin"], {"Law": "12"})


def test_where_the_markup_marks_the_name_it_may_read_like_a_label() -> None:
    items = keyed_item(1, "See More Clearly", "7 endorsements") + keyed_item(2, "Endorse Brands")
    assert listed(read(page(f"<main>{items}</main>"))) == ["See More Clearly", "Endorse Brands"]


def test_an_endorser_beside_the_wrapper_of_an_older_page_is_kept() -> None:
    body = (
        '<ol><li class="pv-skill-category-entity">'
        '<div class="pv-skill-category-entity__skill-wrapper"><p '
        'class="pv-skill-category-entity__name"><span '
        'class="pv-skill-category-entity__name-text">Law</span><span '
        'class="pv-skill-category-entity__endorsement-count">12</span></p></div>'
        "<div><p><span>Endorsed by <b>Bo Fictive, who is highly skilled at this</b></span></p>"
        "</div></li></ol>"
    )
    assert [item.by for item in read(page(body)).evidence if item.by] == ["Bo Fictive"]


def test_a_page_of_linkedin_without_skills_says_which_page_to_save() -> None:
    material = page("<main><h1>Ada Sample</h1><p>Partner</p></main>", "Ada Sample | LinkedIn")
    assert READER.recognise(material) is Match.SURE
    with pytest.raises(NothingFound, match="scroll to the end"):
        read(material)


def test_pages_of_others_are_not_claimed() -> None:
    other = page('<a href="https://www.linkedin.com/in/ada">me</a>', "My own site")
    assert READER.recognise(other) is Match.NO
    assert READER.recognise(document("Law\nM&A\n")) is Match.NO


def test_tags_nested_without_end_are_refused_at_once() -> None:
    with pytest.raises(UnreadableInput):
        read(page("<div>" * 300_000))


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            [piece for era in PAGES.values() for piece in era.text.replace("<", "\0<").split("\0")]
        ),
        max_size=60,
    )
)
def test_pieces_of_pages_in_any_order_give_a_reading_or_an_error_of_ours(parts: list[str]) -> None:
    with contextlib.suppress(CoalitionError):
        assert isinstance(read(document("<html>" + "".join(parts))), Reading)


@given(st.binary(max_size=300))
def test_any_bytes_give_a_reading_or_an_error_of_ours(content: bytes) -> None:
    assert READER.recognise(document(content)) in Match
    with contextlib.suppress(CoalitionError):
        assert isinstance(READER.read(document(b"<html>" + content)), Reading)

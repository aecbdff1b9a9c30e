"""Files of a LinkedIn archive whose rows, headers or quotes are wrong."""

from collections.abc import Iterator

from hostile.case import Case, any_end, good, refused
from hostile.forms import GOOD_ROWS, connections, endorsements, messages

_HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"


def archive() -> dict[str, bytes]:
    """A small archive."""
    return {
        "Connections.csv": connections(GOOD_ROWS).encode(),
        "messages.csv": messages(GOOD_ROWS).encode(),
        "Endorsement_Received_Info.csv": endorsements(GOOD_ROWS).encode(),
        "Skills.csv": b"Name\nCoaching\nLaw\n",
        "Positions.csv": b"Company Name,Title,Description,Location,Started On,Finished On\n"
        b"Brook Ltd,HR Partner,,,Sep 2019,\n",
        "Profile.csv": b"First Name,Last Name,Headline\nMe,Myself,HR\n",
    }


def cases() -> Iterator[Case]:
    """Single files and folders."""
    good_lines = connections(GOOD_ROWS).splitlines()[4:]
    said = "linkedin-csv", "Connections.csv"

    def lines(*before: str, header: str = _HEADER, after: tuple[str, ...] = ()) -> str:
        return "\n".join((header, *before, *good_lines, *after)) + "\n"

    yield good(*said, "rows with too few cells", lines("Cai", "Cai,Short", ",,", "a,b,c"))
    yield good(*said, "rows with too many cells", lines("Cai,Long" + ",x" * 5_000))
    yield good(*said, "100,000 rows of commas", lines(*["," * 6] * 100_000))
    yield good(*said, "100,000 empty lines", lines(*[""] * 100_000))
    yield good(*said, "a quote without end at the end", lines(after=('Cai,"Open,x,,,,',)))
    yield good(
        *said,
        "quotes inside of cells",
        lines('Cai,O"Pen,,c@example.com,"B" Ltd,x,', 'D,"a""b"c,,d@example.com,,,'),
    )
    yield good(*said, "the header twice", lines(_HEADER))
    yield good(*said, "columns named twice", lines(header=_HEADER + ",Company,Position,URL"))
    yield good(
        *said, "a column more in front", "\n".join("x," + line for line in (_HEADER, *good_lines))
    )
    yield good(
        *said,
        "12 lines before the header",
        "\n".join(f"Note {at}, x" for at in range(12)) + "\n\n" + lines(),
    )
    yield good(
        *said,
        "addresses that are none",
        lines(
            "Cai,Bad,https://[::1,not an address,,,",
            "Dan,Bad,javascript:alert(1),a@b@c,,,",
            "Eva,Bad,file:///etc/passwd,@,,,",
        ),
    )
    yield good(
        *said, "a line of 40 MB", lines("Cai,Long,,c@example.com," + "x" * 40_000_000 + ",x,")
    )
    yield good(
        *said,
        "5,000 people of one name",
        lines(*(f"Cai,Same,,c{at}@example.com,,," for at in range(5_000))),
    )
    yield good(
        *said,
        "5,000 people of one address",
        lines(*(f"Cai,N{at},,same@example.com,,," for at in range(5_000))),
    )
    yield any_end(*said, "the header alone", _HEADER + "\n")
    yield any_end(*said, "only names of columns that are not known", "a,b,c\n1,2,3\n")
    yield refused(*said, "empty", "")
    yield refused(*said, "blanks alone", " \n\t\r\n" * 500)
    yield any_end(
        *said, "a column missing", "\n".join([_HEADER.replace("First Name,", ""), *good_lines])
    )
    yield any_end(*said, "20 MB of quotes", _HEADER + "\n" + '"' * 20_000_000)
    yield any_end(*said, "2,000,000 columns", _HEADER + "," * 2_000_000 + "\n" + "x," * 2_000_000)
    folder = archive()
    for name in folder:
        yield any_end(
            "linkedin-archive",
            "Archive",
            f"{name} is noise",
            {**folder, name: bytes(range(256)) * 9},
        )
        yield any_end(
            "linkedin-archive",
            "Archive",
            f"{name} is its header alone",
            {**folder, name: folder[name].splitlines()[0]},
        )
        yield any_end(
            "linkedin-archive",
            "Archive",
            f"{name} has formulas",
            {**folder, name: folder[name].replace(b",", b",=1+1|", 3)},
        )
    yield good(
        "linkedin-archive",
        "Archive",
        "files in folders 60 deep",
        {"/".join("d" * 60) + "/x.csv": b"a", **folder},
        2,
    )
    yield good(
        "linkedin-archive",
        "Archive",
        "3,000 files beside",
        {**{f"m{at}.html": b"x" for at in range(3_000)}, **folder},
        2,
    )
    yield refused("linkedin-archive", "Empty", "a folder without files", {"inner/.keep": b""})

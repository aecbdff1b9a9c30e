"""Text built to be slow costs no more than its length: a reader whose time grows with the square
of a line's length would take minutes on these, not a fraction of a second."""

import time
from contextlib import suppress

import pytest

from coalition.errors import CoalitionError
from coalition.exchange.opening import material_from_bytes
from coalition.exchange.reading import read_material

LENGTH = 150_000
MOST_SECONDS = 3.0
EUROPASS = (
    '<Candidate xmlns="http://www.europass.eu/1.0"><CandidateProfile><OtherSkill>{}</OtherSkill>'
    "</CandidateProfile></Candidate>"
)


def described(markup: str) -> str:
    return EUROPASS.format(f"<Description>{markup * LENGTH}</Description>")


SLOW = {
    "blanks in a line": f"a{' ' * LENGTH}b\nx\ny\nz\n",
    "tabs in a line": "a" + "\t" * LENGTH + "b\nx\ny\nz\n",
    "digits in a line": "a " + "1 " * LENGTH + "b\nx\ny\nz\n",
    "blanks in a cell": f'Skill,Count\n"a{" " * LENGTH}b;c",3\nx,2\n',
    "blanks between commas": f'Skill,Group\n"a{" " * LENGTH}b, c",3\nx,2\n',
    "list items left open": described("&lt;li "),
    "paragraphs left open": described("&lt;p "),
    "elements left open": described("&lt;a "),
    "ties to many people": "From,To\nAda," + "b|" * LENGTH + "\n",
    "defaults of many fields": "<graphml>"
    + "".join(f'<key id="{i}" for="node"><default>v</default></key>' for i in range(10_000))
    + "<graph>"
    + "<node id='Ada'/>" * 10_000
    + "</graph></graphml>",
    "lines of digits": ("a " + "1 " * 120 + "b\n") * 2000,
    "elements in elements": EUROPASS.format(
        "<CandidateProfile>" * 5000 + "</CandidateProfile>" * 5000
    ),
    "folds in a card": "BEGIN:VCARD\nFN:Ada\nNOTE:" + "x\n " * LENGTH + "\nEND:VCARD\n",
    "soft breaks in a card": "BEGIN:VCARD\nFN:Ada\nNOTE;QUOTED-PRINTABLE:" + "x=\n" * LENGTH,
    "parameters left open": "BEGIN:VCARD\nFN:Ada\nORG" + ';A="' * LENGTH + ":x\nEND:VCARD\n",
    "escapes in a card": "BEGIN:VCARD\nN:" + "\\;" * LENGTH + "\nFN:Ada\nEND:VCARD\n",
    "cards of one name": "BEGIN:VCARD\nFN:Ada\nEND:VCARD\n" * 5000,
    "a cell of Google's": "Given Name,Family Name,Labels,File As,E-mail 1 - Value\n"
    f"Ada,{' ' * LENGTH},x,y,{' ::: ' * LENGTH}{'a' * LENGTH}\n",
    "a cell of Outlook's": "First Name,Middle Name,Last Name,Suffix,E-mail Address,E-mail Type,"
    f"E-mail Display Name\nAda,{' ' * LENGTH},{'x ' * LENGTH},y,{'a@' * LENGTH},EX,"
    f"{'(' * LENGTH}\n",
}


@pytest.mark.parametrize("text", SLOW.values(), ids=SLOW.keys())
def test_hostile_text_is_read_in_time(text: str) -> None:
    begun = time.process_time()
    with suppress(CoalitionError):
        read_material(material_from_bytes("given", text.encode()))
    assert time.process_time() - begun < MOST_SECONDS

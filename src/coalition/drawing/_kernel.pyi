class Measured:
    """Measured words (a capsule; the class exists for type checkers alone)."""

def measure(
    words: bytes, glyphs: bytes, outlines: bytes, points: bytes, seconds: bytes = b"", /
) -> tuple[Measured, float]:
    """The words measured, and the area of their skylines in cells. They can be placed as often as
    wanted. Tables of 32-bit integers.

    words:    six each: first glyph, number of glyphs, size in 1/1024 cell per em, gap on either
              side (columns: 4 a cell), gap above and below (steps: 16 a cell), 1 if turned by 90
              degrees clockwise.
    glyphs:   three each: outline, x, y of its origin, in 1/1000 em, y down.
    outlines: two each: first point, number of points.
    points:   three each: x, y, 1 where a contour starts.
    seconds:  one for each word: from its baseline to that of its second line, in outline units; 0
              where it has none. Empty: no word has one.

    Raises ValueError where the tables do not fit together or a number is out of range.
    """

def inks(words: bytes, glyphs: bytes, outlines: bytes, points: bytes, /) -> bytes:
    """The box of each word's ink, turned as the word is, in outline units: left, top, right and
    bottom, 32-bit integers, all 0 where it has none. The tables are those of measure().
    """

def place(
    sheet: Measured,
    wants: bytes,
    pins: bytes,
    outside: bytes,
    width: int,
    height: int,
    across: int,
    down: int,
    covered: int,
    growth: int,
    phrase: int,
    nearest: int,
    related: bytes = b"",
    partners: int = 0,
    trades: int = 0,
    alike: int = 0,
    seed: int = 1,
    /,
) -> bytes | None:
    """Where each word's origin goes, as pairs of 32-bit columns and steps from the middle of a
    grid of ``width`` by ``height`` cells; None: no room.

    wants:   two each: where a word's middle is wanted, in cells from the grid's; empty: all there.
    pins:    four each: 1 if the word is to stand just there if it can, x, y of its origin in
             columns and steps from the grid's middle; and how many words go before it if it is not
             pinned or cannot stand there. Empty: none is pinned, and words come in turn. Pinned
             words have no partners and trade no places.
    outside: a byte a cell, not 0 where no word may stand; empty: words may stand everywhere.
    across, down: the proportion of the frame that the words fill. It begins ``covered`` cells
             wide, and grows by ``growth`` per mille where a word finds no room in it.
    phrase:  per mille of an em kept between two words of like size on one line, any of theirs;
             words that are turned are on one line with others that are.
    nearest: 1: each word goes to the free place nearest to where it is wanted; 0: to the first
             found in rows from there outward.
    related: three each: two words, the later one last, and how related they are, 0 to 10,000; in
             the order of the later one. partners: beside so many of those it is related to a word
             is tried first, the most related first.
    trades:  how often each word, once all have a place, tries to trade it with one whose box
             differs by ``alike`` per cent or less in either side, so that more that is related
             becomes neighbours; for at most 2,000 words, picked by random numbers of a ``seed``
             from 1.

    Raises ValueError where a table or a number is out of range.
    """

class Pen:
    """Takes what HarfBuzz draws (a capsule; the class exists for type checkers alone)."""

def pen() -> tuple[Pen, object, object, object, object, object]:
    """A pen, and its functions as HarfBuzz's draw functions take them: for moving, for lines,
    for quadratic and cubic curves, and for closing a contour.
    """

def pen_ink(pen: Pen, /) -> tuple[int, int, str, bytes]:
    """What was drawn since it was last asked, y down: where the first contour starts, SVG path
    data from there on (relative), and the flattened contours as rows of three 32-bit integers:
    x, y, 1 where a contour starts.
    """

def together(boxes: bytes, related: bytes, /) -> int:
    """The sum of how related neighbours are: words whose boxes are at most half the smaller one's
    height apart.

    boxes:   four 32-bit integers each: left, top, right and bottom of a word's ink.
    related: as for place().

    Raises ValueError where a table or a number is out of range.
    """

def place(
    words: bytes,
    glyphs: bytes,
    outlines: bytes,
    points: bytes,
    width: int,
    height: int,
    across: int,
    down: int,
    covered: int = 0,
    /,
) -> bytes | None:
    """Where each word goes, as pairs of 32-bit cells from the middle of a grid of ``width`` by
    ``height`` cells, that is filled in the proportion ``across`` to ``down``; None: no room.
    Within ``covered`` cells of width around the middle words may stand anywhere from the start;
    beyond, the rectangle grows as little as it can.

    words:    seven 32-bit integers each: first glyph, number of glyphs, size in 1/1024 cell per
              em, gap on either side and gap above in cells, wanted middle x and y in cells from the
              grid's.
    glyphs:   three each: outline, x, y of its origin, in 1/1000 em, y down.
    outlines: two each: first point, number of points.
    points:   three each: x, y, 1 where a contour starts.

    Raises ValueError where the tables do not fit together or a number is out of range.
    """

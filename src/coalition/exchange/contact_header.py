"""The header of a table of contacts, found fast enough to be asked of every file."""

_LONGEST = 30_000
_MOST_COLUMNS = 1000
_FEWEST_DELIMITERS = 4


def may_head_contacts(head: bytes) -> bool:
    """Whether one of the first two lines has as many columns as a table of contacts."""
    top = head[:_LONGEST].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \r\n")
    if top[:1] in (b"<", b"{", b"[", b"%"):
        return False
    lines = top.split(b"\n", 2)[:2]
    return any(line.count(mark) >= _FEWEST_DELIMITERS for line in lines for mark in b",;\t")


def header_in(text: str) -> tuple[list[str], str]:
    """The cells of the first row, and what divides them."""
    import csv

    lines = text.lstrip("\ufeff\n ")[:_LONGEST].split("\n", 2)
    line = lines[1] if lines[0][:4].lower() == "sep=" and len(lines) > 1 else lines[0]
    best, best_delimiter = [line], ","
    for delimiter in ",;\t":
        try:
            cells = next(csv.reader([line], delimiter=delimiter, skipinitialspace=True))
        except (csv.Error, StopIteration):
            continue
        if len(cells) > len(best):
            best, best_delimiter = cells, delimiter
    return best[:_MOST_COLUMNS], best_delimiter

"""Names of files as they stand in messages: what a terminal would act upon as escapes."""

import unicodedata

_LONGEST = 200


def escaped(name: str) -> str:
    """``name`` with control, bidirectional and undecodable characters written as escapes."""
    if len(name) > _LONGEST:
        name = name[: _LONGEST - 1] + "…"
    if name.isprintable():
        return name
    return "".join(map(_escaped, name))


def _escaped(character: str) -> str:
    if character.isprintable() or character in " \u3000\u200c\u200d":
        return character
    if unicodedata.category(character) == "Zs":
        return " "
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"

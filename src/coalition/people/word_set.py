"""Word lists, written as plain text."""


def word_set(text: str) -> frozenset[str]:
    """The words of ``text``, which stand between spaces or line ends."""
    return frozenset(text.split())


def word_list(text: str) -> list[str]:
    """The words of ``text`` in their order."""
    return text.split()

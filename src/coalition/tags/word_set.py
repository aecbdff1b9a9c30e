"""Word lists, written as plain text."""


def word_set(text: str) -> frozenset[str]:
    """The words of ``text``, which stand between spaces or line ends."""
    return frozenset(text.split())

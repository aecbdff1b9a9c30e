"""The vocabulary that comes along."""

from functools import cache
from pathlib import Path

from coalition.tags.recognition import Recognition
from coalition.tags.vocabulary import Vocabulary
from coalition.tags.word_set import word_set

COMPILED = "known.bin"
"""Where the build puts the compiled lists, beside this module or where it is installed."""


@cache
def shipped() -> Recognition:
    """Recognises names by the list that comes along."""
    return Recognition(vocabulary(), near_words)


def near_words() -> frozenset[str]:
    """English words that are one letter away from a known one, and no errors."""
    text = (Path(__file__).parent / "words" / "near.txt").read_text("utf-8")
    return word_set("\n".join(line for line in text.splitlines() if line[:1] != "#"))


@cache
def vocabulary() -> Vocabulary:
    """The list that comes along: as it was compiled at installation, or built from its texts
    where these are newer (Coalition is being changed) or it never was (it is not installed).
    """
    from coalition.tags.compiled import built_from, from_bytes

    here = Path(__file__).parent
    texts = here / "known"
    for folder in _folders():
        compiled = folder / COMPILED
        if compiled.exists() and (folder == here or _is_newer(compiled, here)):
            return from_bytes(compiled.read_bytes())
    return built_from(texts)


def _folders() -> list[Path]:
    """Where this package lies: in two places where it is installed to be changed."""
    import coalition.tags

    return list(map(Path, coalition.tags.__path__))


def _is_newer(compiled: Path, here: Path) -> bool:
    sources = [*(here / "known").glob("*.txt"), *(here / "words").glob("*.txt"), *here.glob("*.py")]
    return compiled.stat().st_mtime >= max(source.stat().st_mtime for source in sources)

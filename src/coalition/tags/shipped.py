"""The vocabulary that comes along."""

from functools import cache
from pathlib import Path

from coalition.tags.recognition import Recognition
from coalition.tags.vocabulary import Vocabulary
from coalition.tags.word_set import word_set

COMPILED = "known.bin"
"""Where the build puts the compiled lists, beside this module or where it is installed."""

_WHAT_IT_DEPENDS_ON = (
    *("alias_list.py", "compiled.py", "folding.py", "lexicon.py", "signature.py"),
    *("typing_error.py", "vocabulary.py", "words/english.txt"),
)


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
    if (compiled := here / COMPILED).exists():
        return from_bytes(compiled.read_bytes())
    if (compiled := _of_the_editable_install()).exists() and _is_newer(compiled, here):
        return from_bytes(compiled.read_bytes())
    return built_from(here / "known")


def _of_the_editable_install() -> Path:
    """Where an installation puts what it compiles if the sources stay where they are."""
    from sysconfig import get_path

    return Path(get_path("platlib")) / "coalition" / "tags" / COMPILED


def _is_newer(compiled: Path, here: Path) -> bool:
    sources = [*(here / "known").glob("*.txt"), *(here / name for name in _WHAT_IT_DEPENDS_ON)]
    return compiled.stat().st_mtime >= max(source.stat().st_mtime for source in sources)

"""Which known skills a text names: for certificates and written recommendations."""

import unicodedata
from collections.abc import Iterable, Sequence

from coalition.tags.folding import fold
from coalition.tags.visible import visible
from coalition.tags.word_set import word_set

# Names of products that are everyday words too: these must be written as the name is.
_EVERYDAY = word_set("""
    access excel word outlook project teams spring swift rust ruby python shell drive sketch
    slack zoom notion basic unity flash scratch chef salt sage ant dart julia less sass visio
    publisher keynote numbers pages windows office puppet ansible spark storm hive impala bamboo
    rancher helm postman cypress cucumber mocha jest jasmine eclipse groovy orange presto shiny
    maple octave celery hugo karma kong grunt gulp babel electron remix cassandra jenkins gemini
    stripe node rails express cloud servers switches email lever greenhouse workable gusto protocol
""")
# Scripts written without spaces, by the first word of their characters' Unicode names.
_SPACELESS = word_set("""
    CJK HIRAGANA THAI LAO KHMER MYANMAR
""")


class Mentions:
    """Finds the skills of a fixed list in texts.

    ``names``: for each skill the names it goes by.

    A name is found as whole words, whatever the case, width and punctuation (``fold``). Chinese,
    Japanese, Thai and the like have no spaces: there a name of two characters or more is found
    anywhere, save that a run of Katakana is one word. A name of one letter is never found in a
    longer text; names of two or three letters, and products that are everyday words ("Excel"),
    must be written exactly so.
    """

    def __init__(self, names: Iterable[Sequence[str]]) -> None:
        self._whole: dict[str, set[int]] = {}
        self._folded: list[tuple[int, str]] = []
        self._exact: list[tuple[int, str]] = []
        for skill, spellings in enumerate(names):
            for key, spelling in {fold(name): name for name in spellings}.items():
                self._whole.setdefault(key, set()).add(skill)
                if _needs_exact_case(key):
                    self._exact.append((skill, _as_written(spelling)))
                elif len(key) > 1:
                    self._folded.append((skill, key))

    def in_text(self, text: str) -> tuple[int, ...]:
        """The positions, in the list given, of the skills ``text`` names; ascending."""
        folded, written = fold(text), _as_written(text)
        found = set(self._whole.get(folded, ()))
        found.update(skill for skill, key in self._folded if occurs(key, folded))
        found.update(skill for skill, name in self._exact if _exact_name_in(name, written))
        return tuple(sorted(found))


def occurs(name: str, text: str) -> bool:
    """Whether ``name`` stands in ``text`` as whole words; both folded, or both as written."""
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        before, after = text[max(0, start - 2) : start][::-1], text[end : end + 2]
        if _parted(name[0], before) and _parted(name[-1], after) and after[:1] not in ("+", "#"):
            return True
        start = text.find(name, start + 1)
    return False


def _parted(edge: str, beyond: str) -> bool:
    """Whether a word ends between ``edge`` and what lies beyond it, nearest character first."""
    if not beyond or not _is_word(beyond[0]):
        # The dot of "Node.js" parts nothing, the one at the end of a sentence does.
        return not (beyond[:1] == "." and len(beyond) > 1 and _is_word(beyond[1]))
    scripts = {_script(edge), _script(beyond[0])}
    return not _SPACELESS.isdisjoint(scripts)


def _is_word(character: str) -> bool:
    return unicodedata.category(character)[0] in "LNM"


def _script(character: str) -> str:
    """The script; a prolonged sound mark counts as Katakana, whose words it lengthens."""
    return unicodedata.name(character, "").partition(" ")[0].partition("-")[0]


def _needs_exact_case(key: str) -> bool:
    return key in _EVERYDAY or (1 < len(key) <= 3 and key.isascii())


def _exact_name_in(name: str, text: str) -> bool:
    """As :func:`occurs`; a name of two letters needs two capitals or signs ("AI", "F#")."""
    telling = len(name) > 2 or not any(map(str.islower, name))
    return telling and occurs(name, text)


def _as_written(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", visible(text)).split())

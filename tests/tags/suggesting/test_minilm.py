"""The model on weights made here: small, random, the same each time."""

import struct
from collections.abc import Iterable

import numpy as np
import pytest

from coalition.tags.suggesting.minilm import HEADS, MiniLM
from coalition.tags.suggesting.onnx_weights import read_model

WIDE, INNER = 2 * HEADS, 4 * HEADS
PREFIX = "inner.encoder.layer.0"


def number(value: int) -> bytes:
    found = b""
    while value > 127:
        found, value = found + bytes([value & 127 | 128]), value >> 7
    return found + bytes([value])


def field(tag: int, value: bytes | int | str) -> bytes:
    if isinstance(value, int):
        return number(tag << 3) + number(value)
    data = value.encode() if isinstance(value, str) else value
    return number(tag << 3 | 2) + number(len(data)) + data


def tensor(name: str, shape: Iterable[int], kind: int, raw: bytes) -> bytes:
    dims = b"".join(field(1, size) for size in shape)
    return field(5, dims + field(2, kind) + field(8, name) + field(9, raw))


def small(name: str, rows: int, columns: int, scales: tuple[int, int]) -> bytes:
    """A matrix of bytes and its scales."""
    chance = np.random.default_rng(len(name) * rows + columns)
    values = chance.integers(-127, 128, (rows, columns), dtype=np.int8)
    count = scales[0] * scales[1]
    return tensor(f"{name}_q", (rows, columns), 3, values.tobytes()) + tensor(
        f"{name}_scale", scales, 1, struct.pack(f"<{count}f", *[0.01] * count)
    )


def floats(name: str, *shape: int, value: float = 0.1) -> bytes:
    count = int(np.prod(shape))
    return tensor(name, shape, 1, struct.pack(f"<{count}f", *[value] * count))


def linear(name: str, rows: int, columns: int) -> bytes:
    """A matrix that a state is multiplied by, and the bias added after it."""
    product = field(
        1, field(1, "state") + field(1, name) + field(2, f"{name}_out") + field(4, "MatMul")
    )
    added = field(1, field(1, f"{name}_out") + field(1, f"{name}.bias") + field(4, "Add"))
    return (
        small(name, rows, columns, (1, columns)) + floats(f"{name}.bias", columns) + product + added
    )


@pytest.fixture(scope="module")
def data() -> bytes:
    norms = ("inner.embeddings", f"{PREFIX}.attention.output", f"{PREFIX}.output")
    graph = [
        small("inner.embeddings.word_embeddings.weight", 30_522, WIDE, (30_522, 1)),
        small("inner.embeddings.position_embeddings.weight", 64, WIDE, (64, 1)),
        floats("inner.embeddings.token_type_embeddings.weight", 2, WIDE),
        *(floats(f"{norm}.LayerNorm.weight", WIDE, value=1.0) for norm in norms),
        *(floats(f"{norm}.LayerNorm.bias", WIDE, value=0.0) for norm in norms),
        *(
            linear(f"{PREFIX}.attention.self.{part}", WIDE, WIDE)
            for part in ("query", "key", "value")
        ),
        linear(f"{PREFIX}.attention.output.dense", WIDE, WIDE),
        linear(f"{PREFIX}.intermediate.dense", WIDE, INNER),
        linear(f"{PREFIX}.output.dense", INNER, WIDE),
    ]
    return field(1, 9) + field(7, b"".join(graph))


def test_tensors_and_steps_are_read_from_the_file(data: bytes) -> None:
    model = read_model(data)
    assert model.tensors["inner.embeddings.token_type_embeddings.weight"].shape == (2, WIDE)
    assert model.tensors[f"{PREFIX}.output.dense_q"].dtype == np.int8
    assert [node.operator for node in model.nodes] == ["MatMul", "Add"] * 6


def test_each_name_has_a_vector_of_length_1_whatever_it_is_asked_with(data: bytes) -> None:
    model = MiniLM(data)
    names = ["Coaching", "Change management", "", "🎯", "word " * 500]
    together = model.vectors(names)
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-5)
    for at, name in enumerate(names):
        assert np.allclose(model.vectors([name])[0], together[at], atol=1e-4)


def test_other_names_have_other_vectors_and_no_names_none(data: bytes) -> None:
    model = MiniLM(data)
    first, second = model.vectors(["Coaching", "Budgeting"])
    assert first @ second < 0.999
    assert model.vectors([]).shape == (0, WIDE)

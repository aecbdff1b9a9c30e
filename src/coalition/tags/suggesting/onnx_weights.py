"""The weights in an ONNX file, without a library for it.

An ONNX file is a protocol buffer (https://protobuf.dev/programming-guides/encoding): fields, each a
number and a value. Of its messages (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto) only
tensors with raw data and the names that nodes give and take are read.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]
Tensor = npt.NDArray[np.float32] | npt.NDArray[np.int8]

_GRAPH, _NODE, _TENSOR = 7, 1, 5
_DIMS, _TYPE, _NAME, _RAW = 1, 2, 8, 9
_INPUT, _OUTPUT, _OPERATOR = 1, 2, 4
_FLOATS, _BYTES = 1, 3


class Node(NamedTuple):
    """One step of the computation: what it does, with what, giving what."""

    operator: str
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]


class Model(NamedTuple):
    """The tensors of small integers and floats by name, and the steps in their order."""

    tensors: dict[str, Tensor]
    nodes: list[Node]


def read_model(data: bytes) -> Model:
    """The model in an ONNX file's ``data``; tensors share its memory."""
    model = Model({}, [])
    for number, graph in _fields(memoryview(data)):
        if number == _GRAPH and not isinstance(graph, int):
            for kind, message in _fields(graph):
                if kind == _TENSOR and not isinstance(message, int):
                    _add_tensor(model, message)
                elif kind == _NODE and not isinstance(message, int):
                    model.nodes.append(_node(message))
    return model


def _add_tensor(model: Model, message: memoryview) -> None:
    shape: list[int] = []
    name, kind, raw = "", 0, memoryview(b"")
    for number, value in _fields(message):
        if number == _DIMS:
            shape += [value] if isinstance(value, int) else _integers(value)
        elif number == _TYPE and isinstance(value, int):
            kind = value
        elif number == _NAME and not isinstance(value, int):
            name = str(value, "utf-8")
        elif number == _RAW and not isinstance(value, int):
            raw = value
    if kind == _FLOATS and len(raw):
        model.tensors[name] = np.frombuffer(raw, np.dtype("<f4")).reshape(shape)
    elif kind == _BYTES and len(raw):
        model.tensors[name] = np.frombuffer(raw, np.int8).reshape(shape)


def _node(message: memoryview) -> Node:
    texts: dict[int, list[str]] = {_INPUT: [], _OUTPUT: [], _OPERATOR: []}
    for number, value in _fields(message):
        if number in texts and not isinstance(value, int):
            texts[number].append(str(value, "utf-8"))
    return Node(texts[_OPERATOR][0], tuple(texts[_INPUT]), tuple(texts[_OUTPUT]))


def _fields(message: memoryview) -> Iterator[tuple[int, int | memoryview]]:
    """The fields of a message: numbers, and whatever has a length as the bytes it is."""
    at = 0
    while at < len(message):
        tag, at = _integer(message, at)
        if tag & 7 == 0:
            value, at = _integer(message, at)
            yield tag >> 3, value
            continue
        if tag & 7 == 2:
            length, at = _integer(message, at)
        else:
            length = 4 if tag & 7 == 5 else 8
        yield tag >> 3, message[at : at + length]
        at += length


def _integer(message: memoryview, at: int) -> tuple[int, int]:
    """An integer of variable length, seven bits a byte, and where it ends."""
    result = shift = 0
    while True:
        byte = message[at]
        at += 1
        result |= (byte & 127) << shift
        if byte < 128:
            return result, at
        shift += 7


def _integers(message: memoryview) -> list[int]:
    found, at = [], 0
    while at < len(message):
        value, at = _integer(message, at)
        found.append(value)
    return found

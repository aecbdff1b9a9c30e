"""What each element of GraphML says; see :mod:`coalition.exchange.graphml`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coalition.exchange.graph_xml import GraphHandler
from coalition.exchange.network import Network

if TYPE_CHECKING:
    from coalition.exchange.graph_xml import Attributes

_LABELS = {"NodeLabel": "node label", "EdgeLabel": "edge label"}


@dataclass(slots=True)
class _Record:
    """A node or an edge that has begun."""

    key: str
    line: int | None
    fields: dict[str, str] = field(default_factory=dict)
    other: str = ""
    is_edge: bool = False
    is_group: bool = False


class GraphmlHandler(GraphHandler):
    """What each element of GraphML says."""

    def __init__(self, network: Network) -> None:
        super().__init__(network)
        self._names: dict[str, str] = {}  # what a key calls a field
        self._key = ("", "")  # the key being declared: its id, and what it is for
        self._open: list[_Record] = []
        self._data = ""  # the field whose value is being told
        self._drawn = False  # whether that is a drawing and no text

    def begin(self, name: str, attributes: Attributes) -> None:
        """See :class:`GraphHandler`."""
        if name == "data":
            self._data = self._names.get(attributes.get("key", ""), "")
            self._drawn, self.hearing = False, True
        elif self.hearing:
            self._drawn = True
            if name in _LABELS:
                self.heard()
        elif name in {"node", "edge"}:
            self._open.append(self._record(name, attributes))
        elif name == "graph" and self._open:
            self._open[-1].is_group = True
        elif name == "key":
            self._declare(attributes)
        elif name == "default":
            self.hearing = True
        elif name == "hyperedge":
            self.network.pass_over("of more than two people")

    def end(self, name: str) -> None:
        """See :class:`GraphHandler`."""
        if name == "data":
            text = self.heard()
            self.hearing = False
            if self._open and self._data and not self._drawn:
                self._open[-1].fields.setdefault(self._data, text)
        elif name in _LABELS and self.hearing:
            text = self.heard().strip()
            if self._open and text:
                self._open[-1].fields.setdefault(_LABELS[name], text)
        elif name == "default":
            self._default(self.heard())
        elif name in {"node", "edge"} and self._open and not self.hearing:
            self._close(self._open.pop())

    def _declare(self, attributes: Attributes) -> None:
        key = attributes.get("id", "")
        self._key = (key, attributes.get("for", "all"))
        self._names[key] = attributes.get("attr.name", "") or (
            "" if "yfiles.type" in attributes else key
        )

    def _default(self, text: str) -> None:
        self.hearing = False
        key, kind = self._key
        for told in ("node", "edge"):
            if text.strip() and kind in {told, "all"}:
                self.keep_default(told, self._names.get(key, ""), text)

    def _record(self, name: str, attributes: Attributes) -> _Record:
        if name == "node":
            fields = {"labels": labels} if (labels := attributes.get("labels", "")) else {}
            return _Record(attributes.get("id", ""), self.line, fields)
        fields = {"label": label} if (label := attributes.get("label", "")) else {}
        one, other = attributes.get("source", ""), attributes.get("target", "")
        return _Record(one, self.line, fields, other, is_edge=True)

    def _close(self, record: _Record) -> None:
        fields = self.with_defaults("edge" if record.is_edge else "node", record.fields)
        if record.is_edge and not (record.key and record.other):
            self.network.problem("A connection that does not say between whom.", record.line)
        elif record.is_edge:
            self.network.tie(record.key, record.other, fields, record.line, "A connection")
        elif record.is_group:
            self.network.no_person(record.key, "group")
        elif not record.key:
            self.network.problem("A person without an id, so they are not used.", record.line)
        else:
            self.network.person(record.key, fields, record.line, "A person")

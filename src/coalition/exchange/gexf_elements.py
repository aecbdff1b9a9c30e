"""What each element of GEXF says; see :mod:`coalition.exchange.gexf`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition.exchange.graph_xml import GraphHandler
from coalition.exchange.network import Network

if TYPE_CHECKING:
    from coalition.exchange.graph_xml import Attributes

_OWN_FIELDS = {"node": ("label",), "edge": ("label", "weight", "kind", "start", "end")}


class GexfHandler(GraphHandler):
    """What each element of GEXF says."""

    def __init__(self, network: Network) -> None:
        super().__init__(network)
        self._class = "node"  # what the fields being declared belong to
        self._names: dict[tuple[str, str], str] = {}
        self._declared = ""
        self._open: list[tuple[str, Attributes, dict[str, str], int | None]] = []
        self._groups: set[int] = set()  # how deep those stand that have others inside

    def begin(self, name: str, attributes: Attributes) -> None:
        """See :class:`GraphHandler`."""
        if name == "attributes":
            self._class = attributes.get("class", "node")
        elif name == "attribute":
            self._declared = attributes.get("title", "") or attributes.get("id", "")
            self._names[self._class, attributes.get("id", "")] = self._declared
        elif name == "default":
            self.hearing = True
        elif name in _OWN_FIELDS:
            if name == "node" and self._open:
                self._groups.add(len(self._open))
            fields = {own: attributes.get(own, "") for own in _OWN_FIELDS[name]}
            self._open.append((name, attributes, fields, self.line))
        elif name == "attvalue" and self._open:
            kind, _, fields, _ = self._open[-1]
            declared = attributes.get("for", "") or attributes.get("id", "")
            field = self._names.get((kind, declared), declared)
            fields[field] = fields.get(field, "") or attributes.get("value", "")

    def end(self, name: str) -> None:
        """See :class:`GraphHandler`."""
        if name == "default":
            self.hearing = False
            if (text := self.heard()).strip() and self._class in _OWN_FIELDS:
                self.keep_default(self._class, self._declared, text)
        elif name in _OWN_FIELDS and self._open:
            kind, attributes, fields, line = self._open.pop()
            is_group = len(self._open) + 1 in self._groups
            self._groups.discard(len(self._open) + 1)
            fields = self.with_defaults(kind, {own: text for own, text in fields.items() if text})
            if is_group:
                self.network.no_person(attributes.get("id", ""), "group")
            elif kind == "node":
                self._person(attributes, fields, line)
            else:
                self._tie(attributes, fields, line)

    def _person(self, attributes: Attributes, fields: dict[str, str], line: int | None) -> None:
        if key := attributes.get("id", ""):
            self.network.person(key, fields, line, "A person")
        else:
            self.network.problem("A person without an id, so they are not used.", line)

    def _tie(self, attributes: Attributes, fields: dict[str, str], line: int | None) -> None:
        one, other = attributes.get("source", ""), attributes.get("target", "")
        if one and other:
            mutual = attributes.get("type", "") == "mutual"
            self.network.tie(one, other, fields, line, "A connection", mutual)
        else:
            self.network.problem("A connection that does not say between whom.", line)

"""Networks as XML, read as a stream: what is common to GraphML and GEXF.

Documents of hundreds of thousands of records are never held as a tree. Document types and with
them entities are refused, and elements may not stand in each other without end.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING
from xml.sax.handler import ContentHandler

from coalition.errors import UnreadableInput
from coalition.exchange.material import Document
from coalition.exchange.network import Network
from coalition.exchange.network_words import field_role, tie_field_role
from coalition.exchange.reader import Progress
from coalition.exchange.xml_tree import MOST_LEVELS

if TYPE_CHECKING:
    from xml.sax.xmlreader import AttributesImpl, Locator

    Attributes = AttributesImpl[str]

_CHUNK = 1 << 20
_LONGEST_TEXT = 1_000_000


class GraphHandler(ContentHandler, ABC):
    """Takes elements as they come, without the prefixes of their names.

    A format says what it does at the start and at the end of each in two methods, ``begin`` and
    ``end``, and asks for the text between them by setting ``hearing``.
    """

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network
        self.root = ""
        self.hearing = False
        self._defaults: dict[str, dict[str, str]] = {"node": {}, "edge": {}}
        self._defaulted: dict[str, set[str]] = {"node": set(), "edge": set()}
        self._levels = 0
        self._text: list[str] = []
        self._length = 0
        self._locator: Locator | None = None

    @property
    def line(self) -> int | None:
        """The line of the file that is being read."""
        return None if self._locator is None else self._locator.getLineNumber()

    def heard(self) -> str:
        """The text since the last call, at most a million characters of it."""
        text = "".join(self._text)
        self._text.clear()
        self._length = 0
        return text

    def keep_default(self, kind: str, field: str, text: str) -> None:
        """What a field of a person ("node") or a tie ("edge") holds where nothing else is told.

        One of each meaning is kept, however many are declared.
        """
        role = field_role(field[:200]) if kind == "node" else tie_field_role(field[:200])
        if role and role not in self._defaulted[kind]:
            self._defaulted[kind].add(role)
            self._defaults[kind][field] = text

    def with_defaults(self, kind: str, fields: dict[str, str]) -> dict[str, str]:
        """``fields``, and the defaults of those that are not among them."""
        defaults = self._defaults[kind]
        return defaults | fields if defaults else fields

    @abstractmethod
    def begin(self, name: str, attributes: Attributes) -> None:
        """An element starts."""

    @abstractmethod
    def end(self, name: str) -> None:
        """An element ends."""

    def setDocumentLocator(self, locator: Locator) -> None:
        """Called before all others: who knows the line."""
        self._locator = locator

    def startElement(self, name: str, attrs: Attributes) -> None:
        """Called by the parser."""
        self._levels += 1
        if self._levels > MOST_LEVELS:
            raise UnreadableInput(
                f"{self.network.name} is XML nested too deeply: export it again without groups."
            )
        local = name.rpartition(":")[2]
        self.root = self.root or local
        self.begin(local, attrs)

    def endElement(self, name: str) -> None:
        """Called by the parser."""
        self._levels -= 1
        self.end(name.rpartition(":")[2])

    def characters(self, content: str) -> None:
        """Called by the parser."""
        if self.hearing and self._length < _LONGEST_TEXT:
            self._text.append(content)
            self._length += len(content)


def parse_graph(material: Document, handler: GraphHandler, progress: Progress) -> None:
    """Hand every element of the document to ``handler``.

    Raises UnreadableInput where it is damaged, or declares a document type.
    """
    from xml.sax import SAXParseException

    from defusedxml.common import DefusedXmlException
    from defusedxml.sax import make_parser

    name, content = material.name, material.content
    parser = make_parser()
    parser.forbid_dtd = True
    parser.setContentHandler(handler)
    handler.setDocumentLocator(parser)
    try:
        for start in range(0, len(content), _CHUNK):
            parser.feed(content[start : start + _CHUNK])
            progress(min(start + _CHUNK, len(content)), len(content))
        parser.close()
    except SAXParseException as fault:
        raise UnreadableInput(
            f"{name} is damaged XML (line {fault.getLineNumber()}): save or export it again."
        ) from None
    except DefusedXmlException:
        raise UnreadableInput(
            f"{name} declares a document type or entities, as harmful XML does, so it is not "
            "read: export it again, or remove the line that starts with <!DOCTYPE."
        ) from None
    except (ValueError, LookupError):
        raise UnreadableInput(
            f"{name} is XML in an encoding that is not read: save it as UTF-8."
        ) from None

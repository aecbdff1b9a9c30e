"""XML without entities and without namespaces' prefixes, which vary by writer."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from coalition.errors import UnreadableInput

MOST_LEVELS = 100
"""How deep elements may stand in each other; documents of people stay below 20."""


def parse_xml(name: str, text: str) -> Element:
    """The root of an XML text; entities and external references are refused.

    Raises UnreadableInput where it is damaged or refused.
    """
    from xml.etree.ElementTree import ParseError

    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        # The text is decoded already, so that an encoding it declares no longer holds.
        root: Element = fromstring(_without_declaration(text).encode("utf-8", "ignore"))
    except ParseError as fault:
        raise UnreadableInput(
            f"{name} is damaged XML (line {fault.position[0]}): save or download it again."
        ) from None
    except DefusedXmlException:
        raise UnreadableInput(
            f"{name} declares entities, as harmful XML does, so it is not read: export it again."
        ) from None
    except (ValueError, LookupError):
        raise UnreadableInput(f"{name} is damaged XML: save or download it again.") from None
    if _is_deeper(root, MOST_LEVELS):
        raise UnreadableInput(f"{name} is XML nested too deeply: export it again.")
    return root


def _is_deeper(root: Element, levels: int) -> bool:
    level = [root]
    for _ in range(levels):
        level = [below for element in level for below in element]
    return bool(level)


def _without_declaration(text: str) -> str:
    start = text.lstrip("\ufeff \n\t")
    if not start.startswith("<?xml"):
        return start
    declaration, _, rest = start.partition("?>")
    return "\n" * declaration.count("\n") + rest


def local_name(element: Element) -> str:
    """The element's name without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def children(element: Element | None, *path: str) -> Iterator[Element]:
    """The elements that ``path`` leads to, by local names."""
    if element is None:
        return
    if not path:
        yield element
        return
    for child in element:
        if local_name(child) == path[0]:
            yield from children(child, *path[1:])


def child(element: Element | None, *path: str) -> Element | None:
    """The first of :func:`children`."""
    return next(children(element, *path), None)


def descendants(element: Element | None, name: str) -> Iterator[Element]:
    """Every element of that local name below ``element``."""
    if element is not None:
        yield from (found for found in element.iter() if local_name(found) == name)


def text_of(element: Element | None, *path: str) -> str:
    """The text of the first element that ``path`` leads to, with that of its children."""
    found = child(element, *path)
    return " ".join("".join(found.itertext()).split()) if found is not None else ""

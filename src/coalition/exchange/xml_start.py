"""What an XML document is, told by its first element; loaded by every command."""

from coalition.exchange.material import Document


def starts_with_element(material: Document, name: str) -> bool:
    """Whether the first element of an XML document is ``name``, with any prefix."""
    head = material.head
    if b"<" not in head[:64] and b"<\0" not in head[:64] and b"\0<" not in head[:64]:
        return False
    text = material.head_text[:8192].lstrip("\ufeff \n\t")
    while text.startswith(("<?", "<!")):
        end = "-->" if text.startswith("<!--") else ">"
        text = text.partition(end)[2].lstrip()
    first = text[1:100].replace("/", " ").replace(">", " ").split(maxsplit=1)[:1]
    return text[:1] == "<" and bool(first) and first[0].rpartition(":")[2] == name

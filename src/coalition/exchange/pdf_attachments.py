"""Files that travel inside of a PDF."""

from coalition.exchange.material import Document


def pdf_attachments(document: Document) -> dict[str, bytes]:
    """The attachments by name; none where the PDF is damaged or encrypted."""
    # An attachment is a stream of this type; its entry can never be compressed away.
    if b"EmbeddedFile" not in document.content:
        return {}
    import logging
    from io import BytesIO

    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it says is not for the user
    try:
        attached = PdfReader(BytesIO(document.content)).attachments
        return {name: contents[0] for name, contents in attached.items() if contents}
    except Exception:  # the library raises anything on damaged files
        return {}

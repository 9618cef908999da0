"""One door to every form a document can take."""

from typing import Literal

from sharebook.documents.model import Document

Form = Literal["pdf", "txt", "html"]


def render(document: Document, form: Form) -> bytes:
    """Return `document` in `form`; the same document gives the same bytes.

    Text and web page are UTF-8.
    """
    match form:
        case "pdf":
            from sharebook.documents.pdf.making import as_pdf  # heavy: loaded when first printed

            return as_pdf(document)
        case "txt":
            from sharebook.documents.plain import as_text

            return as_text(document).encode()
        case "html":
            from sharebook.documents.webpage import as_page

            return as_page(document).encode()

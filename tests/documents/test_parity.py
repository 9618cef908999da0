"""The PDF, the plain text and the web page say the same, in the same order."""

from html.parser import HTMLParser

import pytest

from sharebook.documents.plain import as_text, body
from sharebook.documents.webpage import as_page
from tests.documents.every import NAMES, every_document, pdf_of
from tests.documents.reading import opened, said, squeezed


class _Main(HTMLParser):
    """Collects the text between <main> and </main>."""

    def __init__(self) -> None:
        super().__init__()
        self.inside = False
        self.text = ""

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        self.inside = self.inside or tag == "main"

    def handle_endtag(self, tag: str) -> None:
        if tag == "main":
            self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.text += data


def _plain(text: str) -> str:
    return squeezed(text.replace("· ", " ").replace(" | ", " "))


@pytest.mark.parametrize("name", NAMES)
def test_pdf_and_plain_text_say_the_same(name: str) -> None:
    document = every_document()[name]

    from_pdf = said(opened(pdf_of(name)).tree)

    assert _plain(from_pdf) == _plain(body(document))


@pytest.mark.parametrize("name", NAMES)
def test_web_page_and_plain_text_say_the_same(name: str) -> None:
    document = every_document()[name]
    reader = _Main()

    reader.feed(as_page(document))

    assert _plain(reader.text) == _plain(body(document))


@pytest.mark.parametrize("name", NAMES)
def test_every_form_names_the_school_and_the_day_of_printing(name: str) -> None:
    document = every_document()[name]

    for text in (as_text(document), as_page(document)):
        assert document.school in text
        assert document.printed_on in text
        assert document.seal in text


def test_the_web_page_fetches_nothing_and_runs_nothing() -> None:
    for document in every_document().values():
        text = as_page(document)
        for sign in ("<script", "http:", "https:", "src=", "url(", "@import", "<img", "<link"):
            assert sign not in text

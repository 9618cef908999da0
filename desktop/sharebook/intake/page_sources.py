"""A sharing page in whatever file it comes, as lines of text; bullets keep a mark."""

import zipfile
from html.parser import HTMLParser
from io import BytesIO
from typing import Any

from sharebook.domain.errors import Refused
from sharebook.intake.folding import tidy
from sharebook.intake.page_columns import one_column
from sharebook.intake.text import decode

BULLET = "• "
_MOST_BYTES = 5_000_000
_MOST_LINES = 5_000
_MOST_TEXT = 200_000  # characters, once unpacked
_MOST_TAGS = 20_000  # in a web page
_MOST_MARKUP = 1_000_000
_LONGEST_TAG = 5_000
_MOST_UNPACKED = 30_000_000  # of a Word file
_MOST_WORDS = 8_000_000  # of the part of it that holds the text
_MOST_PARTS = 2_000
_WORDS = "word/document.xml"
_SILENT = frozenset({"script", "style", "head", "template", "svg"})
_BLOCKS = frozenset(
    (
        *("p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table", "br"),
        *("section", "article", "header", "footer", "main", "dt", "dd"),
    )
)


def lines_of(name: str, source: bytes | str) -> list[str]:
    """Return the lines of a page, from a file's bytes or from pasted text.

    Raises:
        Refused: no text, far too long, or a kind of file that is not read.
    """
    text = source if isinstance(source, str) else _text(name, source)
    if "\0" in text:
        raise Refused("file_not_text", file=name)
    if len(text) > _MOST_BYTES:
        raise Refused("file_too_long", file=name, most=f"{_MOST_BYTES // 1_000_000} MB")
    is_html = _is_html(text)
    if is_html and not _is_bearable(text):
        raise Refused("page_too_long", file=name)
    lines = _html_lines(text) if is_html else one_column(_text_lines(text))
    if len(lines) > _MOST_LINES or sum(map(len, lines)) > _MOST_TEXT:
        raise Refused("page_too_long", file=name)
    return lines


def _text_lines(text: str) -> list[str]:
    return text.replace("\f", "\n").splitlines()


def _text(name: str, data: bytes) -> str:
    if data.startswith(b"PK"):
        return "\n".join(_word_lines(name, data))
    if data.startswith(b"%PDF"):
        raise Refused("page_is_pdf", file=name)
    return decode(name, data, _MOST_BYTES).text


def _is_bearable(text: str) -> bool:
    """Say whether the parser, which goes back over unfinished tags, is done with it soon."""
    if text.count("<") > _MOST_TAGS or len(text) > _MOST_MARKUP:
        return False
    starts = ((part, part.find("<")) for part in text.split(">"))
    return all(start < 0 or len(part) - start <= _LONGEST_TAG for part, start in starts)


def _is_html(text: str) -> bool:
    start = text.lstrip()[:1_000].lower()
    return start.startswith("<") and any(mark in start for mark in ("<html", "<!doctype", "<body"))


class _Lines(HTMLParser):
    """Collects what a reader of the page would see, a block a line."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self._line = ""
        self._silent = 0
        self._bullet = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the parser's own signature
        self._silent += tag in _SILENT
        if tag in _BLOCKS:
            self.end_line(tag)
            self._bullet = self._bullet or tag == "li"

    def handle_endtag(self, tag: str) -> None:
        self._silent = max(0, self._silent - (tag in _SILENT))
        if tag in _BLOCKS:
            self.end_line(tag)

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._line += data

    def end_line(self, tag: str = "") -> None:
        """Finish the line; a paragraph within a list item belongs to the item."""
        said = tidy(self._line)
        self._line = ""
        if said:
            self.lines += [f"{BULLET}{said}"] if self._bullet else ["", said]
            self._bullet = False
        if tag in ("ul", "ol"):
            self.lines.append("")


def _html_lines(text: str) -> list[str]:
    parser = _Lines()
    parser.feed(text)
    parser.close()
    parser.end_line()
    return parser.lines


def _word_lines(name: str, data: bytes) -> list[str]:
    _refuse_bombs(name, data)
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError

    try:
        document = Document(BytesIO(data))
    except (PackageNotFoundError, KeyError, ValueError, SyntaxError, zipfile.BadZipFile) as error:
        raise Refused("page_word_broken", file=name) from error
    return [line for paragraph in document.paragraphs for line in _paragraph(paragraph)]


def _paragraph(paragraph: Any) -> list[str]:
    said = tidy(paragraph.text)
    if not said:
        return [""]
    style = (paragraph.style.name if paragraph.style is not None else "") or ""
    properties = paragraph._p.pPr  # noqa: SLF001 - python-docx shows numbering nowhere else
    numbered = properties is not None and properties.numPr is not None
    return [f"{BULLET}{said}"] if numbered or style.startswith("List") else ["", said]


def _refuse_bombs(name: str, data: bytes) -> None:
    """Look at a Word file's directory, and for a document type, before anything is unpacked."""
    if len(data) > _MOST_BYTES:
        raise Refused("file_too_long", file=name, most=f"{_MOST_BYTES // 1_000_000} MB")
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            parts = {part.filename: part.file_size for part in package.infolist()}
            too_much = len(parts) > _MOST_PARTS or sum(parts.values()) > _MOST_UNPACKED
            if _WORDS not in parts or too_much or parts[_WORDS] > _MOST_WORDS:
                raise Refused("page_word_broken", file=name)
            typed = b"<!DOCTYPE" in package.read(_WORDS)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError) as error:
        raise Refused("page_word_broken", file=name) from error
    if typed:
        raise Refused("page_word_broken", file=name)

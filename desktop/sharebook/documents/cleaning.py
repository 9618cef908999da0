"""The one gate between the register's text and paper.

No renderer reads mark-up: the PDF draws characters, the plain text writes them, and the web page
escapes them. So ``<img src="...">`` and ``&amp;`` print as they stand.
"""

import html
import re
import unicodedata

_CONTROLS = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u200b-\u200f\u202a-\u202e\u2066-\u2069"
    "\ufeff\ufffe\uffff\ud800-\udfff]"
)


def cleaned(text: str) -> str:
    """Return `text` composed (NFC), unprintable characters as spaces, line feeds kept.

    Direction overrides and zero-width characters go too: they can make printed text say
    something else than the register holds.
    """
    one_line_end = text.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROLS.sub(" ", unicodedata.normalize("NFC", one_line_end))


def escaped(text: str) -> str:
    """Return `text` cleaned and made safe inside a web page, attributes included."""
    return html.escape(cleaned(text), quote=True)

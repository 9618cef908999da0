"""Bytes into text, deliberately: never a guess that damages a name (intake.md 3)."""

import codecs
from dataclasses import dataclass

from sharebook.domain.errors import Refused

_MARKS = (
    (codecs.BOM_UTF8, "UTF-8", "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "UTF-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "UTF-16", "utf-16"),
)
_FOREIGN = (
    (b"PK\x03\x04", "file_is_workbook"),
    (b"\xd0\xcf\x11\xe0", "file_is_old_workbook"),
    (b"%PDF", "file_is_pdf"),
)
_MOST_NULS = 0.1  # a share; beyond it this is no text at all


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, and the name of the encoding it came in: "UTF-8", "UTF-16" or "Windows-1252"."""

    text: str
    encoding: str


def decode(name: str, data: bytes, most_bytes: int) -> Decoded:
    """Return the text of a file called `name`.

    Args:
        name: the file's own name, for the sentence.
        data: everything in it.
        most_bytes: refuse a longer file.

    Raises:
        Refused: too long, empty, not text at all, or bytes that fit no encoding we know.
    """
    _refuse_oddities(name, data, most_bytes)
    decoded = _decoded(name, data)
    if decoded.text.count("\0") > _MOST_NULS * len(decoded.text):
        raise Refused("file_not_text", file=name)
    return decoded


def _refuse_oddities(name: str, data: bytes, most_bytes: int) -> None:
    if len(data) > most_bytes:
        raise Refused("file_too_long", file=name, most=f"{most_bytes // 1_000_000} MB")
    if not data.strip():
        raise Refused("file_empty", file=name)
    for start, code in _FOREIGN:
        if data.startswith(start):
            raise Refused(code, file=name)


def _decoded(name: str, data: bytes) -> Decoded:
    try:
        for mark, said, codec in _MARKS:
            if data.startswith(mark):
                return Decoded(data.decode(codec), said)
    except UnicodeDecodeError as error:
        raise Refused("file_encoding_broken", file=name) from error
    try:
        return Decoded(data.decode("utf-8"), "UTF-8")
    except UnicodeDecodeError:
        return _windows(name, data)


def _windows(name: str, data: bytes) -> Decoded:
    try:
        return Decoded(data.decode("cp1252"), "Windows-1252")
    except UnicodeDecodeError as error:
        raise Refused("file_encoding_unknown", file=name) from error

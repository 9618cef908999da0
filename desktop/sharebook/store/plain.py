"""Values inside a record as JSON text that is the same each time it is written."""

import json
import unicodedata
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

_written = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode


def tidy(text: str) -> str:
    """Return `text` in the one Unicode form (NFC) the register stores."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def plain_text(value: object) -> str:
    """Return `value` as JSON: sorted keys, no spaces, fields at their default left out.

    Leaving defaults out lets a record grow a field later without changing what is stored.
    """
    return _written(_plain(value))


def _plain(value: object) -> object:
    plain: object = value
    match value:
        case Enum():
            plain = value.value
        case str():
            plain = tidy(value)
        case date():
            plain = value.isoformat()
        case tuple():
            plain = [_plain(part) for part in value]
        case _ if is_dataclass(value):
            plain = {
                part.name: _plain(getattr(value, part.name))
                for part in fields(value)
                if getattr(value, part.name) != _default(part)
            }
    return plain


def _default(part: "Field[Any]") -> object:
    if part.default_factory is not MISSING:
        return part.default_factory()
    return part.default

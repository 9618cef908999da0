"""One unambiguous text for a record, the same in twenty-five years.

A field that holds its empty value is left out, so that adding a field to a record later
does not change the text of records written before.
"""

import json
import unicodedata
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any

from sharebook.domain.cohorts import Cohort

_written = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode
_AS_IT_IS = frozenset({int, bool, type(None)})
_NUMBERS = frozenset({int, float})


def canonical(record: object) -> bytes:
    """Return `record` as UTF-8 JSON: sorted keys, NFC text, no spaces, empty values left out."""
    return _written(_plain(record)).encode()


def _plain(value: object) -> object:
    kind: Any = type(value)
    if kind is str:
        return _composed(value)
    return value if kind in _AS_IT_IS else _way(kind)(value)


def _composed(text: Any) -> str:
    return text if text.isascii() else unicodedata.normalize("NFC", text)


@cache
def _way(kind: type) -> Callable[[Any], object]:
    """Return how values of `kind` are told; found once, as a check asks it of every field."""
    if issubclass(kind, Enum):
        return attrgetter("value")
    if issubclass(kind, Cohort):
        return lambda cohort: cohort.digest.hex()
    if issubclass(kind, str):
        return _composed
    if issubclass(kind, date):
        return kind.isoformat
    if issubclass(kind, tuple | list):
        return lambda parts: [_plain(part) for part in parts]
    return _way_of_record(kind) if is_dataclass(kind) else lambda value: value


def _way_of_record(kind: type) -> Callable[[Any], object]:
    names = [part.name for part in fields(kind)]

    def plain_fields(record: object) -> dict[str, object]:
        told: dict[str, object] = {}
        for name in names:
            value = getattr(record, name)
            if type(value) is str:  # most are; the rest of the loop would do the same
                if value:
                    told[name] = _composed(value)
                continue
            plain = _plain(value)
            if plain or type(plain) in _NUMBERS:  # nought is told; no, nothing and empty are not
                told[name] = plain
        return told

    return plain_fields

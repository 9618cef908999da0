"""One unambiguous text for a record, the same in twenty-five years.

A field that holds its empty value is left out, so that adding a field to a record later
does not change the text of records written before.
"""

import json
import unicodedata
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum

from sharebook.domain.cohorts import Cohort


def canonical(record: object) -> bytes:
    """Return `record` as UTF-8 JSON: sorted keys, NFC text, no spaces, empty values left out."""
    text = json.dumps(_plain(record), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return text.encode()


def _plain(value: object) -> object:
    match value:
        case Enum():
            return value.value
        case Cohort():
            return value.digest.hex()
        case str():
            return unicodedata.normalize("NFC", value)
        case date() | datetime():
            return value.isoformat()
        case bytes():
            return value.hex()
        case tuple() | list():
            return [_plain(part) for part in value]
        case _ if is_dataclass(value):
            return _plain_fields(value)
        case _:
            return value


def _plain_fields(record: object) -> dict[str, object]:
    plain = {
        part.name: _plain(getattr(record, part.name))
        for part in fields(record)  # type: ignore[arg-type]  # only dataclasses come here
    }
    return {name: value for name, value in plain.items() if not _is_empty(value)}


def _is_empty(value: object) -> bool:
    return value is None or value is False or value in ("", [], {})

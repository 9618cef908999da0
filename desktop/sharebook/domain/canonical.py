"""One unambiguous text for a record, the same in twenty-five years.

A field that holds its empty value is left out, so that adding a field to a record later
does not change the text of records written before.
"""

import json
import unicodedata
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum

from sharebook.domain.cohorts import Cohort


def canonical(record: object) -> bytes:
    """Return `record` as UTF-8 JSON: sorted keys, NFC text, no spaces, empty values left out."""
    text = json.dumps(_plain(record), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return text.encode()


def _plain(value: object) -> object:
    plain: object = value
    match value:
        case Enum():
            plain = value.value
        case Cohort():
            plain = value.digest.hex()
        case str():
            plain = unicodedata.normalize("NFC", value)
        case date():
            plain = value.isoformat()
        case tuple() | list():
            plain = [_plain(part) for part in value]
        case _ if is_dataclass(value):
            plain = _plain_fields(value)
    return plain


def _plain_fields(record: object) -> dict[str, object]:
    plain = {
        part.name: _plain(getattr(record, part.name))
        for part in fields(record)  # type: ignore[arg-type]  # only dataclasses come here
    }
    return {name: value for name, value in plain.items() if not _is_empty(value)}


def _is_empty(value: object) -> bool:
    return value is None or value is False or value in ("", [], {})

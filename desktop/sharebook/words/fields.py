"""What the fields of a record are called, and where the words for their values stand."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sharebook import assets


@dataclass(frozen=True, slots=True)
class FieldWords:
    """One field in words.

    Attributes:
        label: what it is called.
        list: which catalogue or list explains its value, or "".
    """

    label: str
    list: str = ""


@cache
def fields_of(kind: str) -> Mapping[str, FieldWords]:
    """Return the fields of one kind of record that a person reads, in their order.

    Raises:
        KeyError: nobody wrote words for such records (a bug).
    """
    return {name: FieldWords(*words) for name, words in _file()[kind].items()}


@cache
def choices() -> Mapping[str, str]:
    """Return the words for values that are chosen from a few, by "field.value"."""
    return {str(name): str(words) for name, words in _file()["choices"].items()}


@cache
def _file() -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads(assets.read_text("history", "fields.toml"))

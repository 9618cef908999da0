"""Finding and changing one answer of a draft by its path: "considered.necessity"."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sharebook.domain.drafts import Draft


def read_from(draft: Draft, path: str) -> Any:
    """Return what stands at `path` of a draft."""
    found: Any = draft
    for part in path.split("."):
        found = getattr(found, part)
    return found


def put_into(draft: Draft, path: str, value: object) -> Draft:
    """Return `draft` with `value` at `path`."""
    return put_all(draft, {path: value})


def put_all(draft: Draft, values: Mapping[str, object]) -> Draft:
    """Return `draft` with each of `values` at its path; every part is made anew once at most.

    What stands there already is left alone: the form is read again after every key.
    """
    whole: dict[str, Any] = {}
    parts: dict[str, dict[str, object]] = {}
    for path, value in values.items():
        first, _, second = path.partition(".")
        if read_from(draft, path) == value:
            continue
        if second:
            parts.setdefault(first, {})[second] = value
        else:
            whole[first] = value
    for first, changes in parts.items():
        whole[first] = replace(getattr(draft, first), **changes)
    return replace(draft, **whole) if whole else draft

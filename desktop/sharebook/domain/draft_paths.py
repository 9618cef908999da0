"""Finding and changing one answer of a draft by its path: "considered.necessity"."""

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
    first, _, second = path.partition(".")
    inner: Any = getattr(draft, first)
    changes: dict[str, Any] = {first: replace(inner, **{second: value}) if second else value}
    return replace(draft, **changes)

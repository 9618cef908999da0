"""Whose data it is beside the pupil's: parents are data subjects as well (law.md 2.3, 9.4)."""

from collections.abc import Iterable

from sharebook.domain.catalogue import DataItem

_PARENT = "parent"


def about_parents(items: Iterable[DataItem]) -> tuple[DataItem, ...]:
    """Return those of `items` that tell of a parent, who may ask about them in their own right."""
    return tuple(item for item in items if item.subject == _PARENT)

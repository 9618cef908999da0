"""The structure of the document as a screen reader walks it.

The tree is built from the model, before anything is placed; drawing only adds marks to its leaves.
So page breaks and columns cannot disturb the reading order.
"""

from dataclasses import dataclass, field
from typing import NamedTuple


class Mark(NamedTuple):
    """One marked piece of one page's content."""

    page: int
    number: int


Box = tuple[float, float, float, float]


@dataclass(slots=True, eq=False)
class Node:
    """One structure element.

    Attributes:
        tag: a standard structure type ("H1", "TD").
        alt: words for a picture.
        scope: "Column" or "Row", for the head cells of a table.
        box: where a picture stands on its page: left, bottom, right, top, in points.
    """

    tag: str
    alt: str = ""
    scope: str = ""
    box: Box | None = None
    title: str = ""
    kids: list["Node | Mark"] = field(default_factory=list)

    def child(self, tag: str, *, alt: str = "", scope: str = "", title: str = "") -> "Node":
        """Add an element at the end of this one and return it."""
        made = Node(tag, alt=alt, scope=scope, title=title)
        self.kids.append(made)
        return made

"""What a document says, without a word on how it is drawn.

Everything is plain text: no renderer reads mark-up in it, so whatever stands in the register
prints as the characters it is made of. Structure, order, headings and the words for pictures are
decided here once; the PDF, the plain text and the web page all follow.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from sharebook.documents.charts import BarChart, Chart, ColumnChart


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text, ordinary or bold."""

    text: str
    bold: bool = False


Text: TypeAlias = str | tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Bulleted:
    """A cell of a table that holds a short list."""

    items: tuple[str, ...]


Cell: TypeAlias = Text | Bulleted


class Align(StrEnum):
    """Which edge of its column a cell keeps to."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading below the title; `level` 2 for parts, 3 for their parts."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph.

    Attributes:
        quiet: a note in the small grey face.
        clings: stays on the page of what stands before it.
    """

    text: Text
    quiet: bool = False
    clings: bool = False


@dataclass(frozen=True, slots=True)
class Lead:
    """The opening sentence, larger and grey."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A tinted panel with a coloured edge and a list in two balanced columns.

    Attributes:
        edge: a colour token of the look ("g_pi").
        subtitle: the sentence under the title.
        label: the line before the list.
        empty: what stands in place of the list when there is nothing in it.
    """

    title: str
    items: tuple[str, ...]
    subtitle: str = ""
    label: str = ""
    edge: str = "accent"
    empty: str = ""


@dataclass(frozen=True, slots=True)
class KeyValues:
    """Two columns: a name on a tinted ground, and what it is; line breaks in values are kept.

    Attributes:
        roomy: tall rows, to be filled in by hand.
    """

    rows: tuple[tuple[str, str], ...]
    roomy: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `share` is its part of the width, against the other columns' shares."""

    title: str
    share: float = 1.0
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings that come again on every page.

    Attributes:
        caption: a line above it.
        empty: the sentence that stands in its place when there are no rows.
        bold_first: the first column names the row.
        roomy: tall rows, with space to sign in.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""
    empty: str = ""
    bold_first: bool = True
    roomy: bool = False

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns):
                message = f"a row of {len(row)} cells under {len(self.columns)} headings"
                raise ValueError(message)


@dataclass(frozen=True, slots=True)
class Figure:
    """One large number and what it counts."""

    number: str
    label: str


@dataclass(frozen=True, slots=True)
class Figures:
    """Large numbers side by side."""

    tiles: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Two charts beside each other."""

    left: Chart
    right: Chart


@dataclass(frozen=True, slots=True)
class Code:
    """Something to be copied by hand, large, in groups, in the face that tells 0 from O."""

    groups: tuple[str, ...]
    in_a_row: int = 4


@dataclass(frozen=True, slots=True)
class CutLine:
    """A line of dashes to cut along."""

    text: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a page."""


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks on pages of their own, upright or lying."""

    blocks: tuple["Block", ...]
    landscape: bool = False


Block: TypeAlias = (
    Heading
    | Paragraph
    | Lead
    | Bullets
    | Card
    | KeyValues
    | Table
    | Figures
    | BarChart
    | ColumnChart
    | SideBySide
    | Code
    | CutLine
    | PageBreak
    | Section
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole document.

    Attributes:
        eyebrow: the small line above the title: what kind of document, its date and version.
        marking: the word in the outlined box at the top of every page, or "".
        language: a BCP 47 tag.
        seal: the register's seal as printed in the foot, or "" for none.
        printed_on: the foot's date, in words: "1 September 2026".
        subject: one sentence on what it is, for the file's own description.
        text_scale: 1.0 ordinary; 1.5 large print.
    """

    title: str
    school: str
    blocks: tuple[Block, ...]
    eyebrow: str = ""
    marking: str = ""
    language: str = "en-GB"
    seal: str = ""
    printed_on: str = ""
    subject: str = ""
    text_scale: float = 1.0


def spans(text: Text) -> tuple[Span, ...]:
    """Return `text` as runs."""
    return (Span(text),) if isinstance(text, str) else text


def words(cell: Cell) -> str:
    """Return what a paragraph or a cell says, list items on lines of their own."""
    if isinstance(cell, Bulleted):
        return "\n".join(cell.items)
    return "".join(span.text for span in spans(cell))

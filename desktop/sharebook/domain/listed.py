"""One line of a list of pupils as somebody wrote it: told apart, but nobody looked up yet."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Listed:
    """What one line says.

    Attributes:
        row: line of the text or file, from 1.
        said: the line as written, shortened, to show a person.
        parts: words of a line without headings, cut where it changes over to something else.
        names: the name in whole, several where the line has a legal one and one people use;
            only under headings.
        about: year and class, only under headings.
        born: a date of birth on the line.
        upns: unique pupil numbers on the line, tidied.
        admission: only under a heading.
        table: stands between tabs, so that strange cells are other columns.
    """

    row: int
    said: str
    parts: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    born: date | None = None
    upns: tuple[str, ...] = ()
    admission: str = ""
    table: bool = False

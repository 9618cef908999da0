"""The part of the log that is on the screen, as a file for a spreadsheet."""

from collections.abc import Iterable

from sharebook.documents.sheets import Sheet, written

HEADINGS = (
    "Entry",
    "When",
    "Recipient",
    "Pupils",
    "What",
    "Lawful basis",
    "How",
    "By whom",
    "State",
)


def log_table(rows: Iterable[tuple[str, ...]], form: str) -> bytes:
    """Return rows of nine cells as a file of `form` ("xlsx" or "csv").

    Raises:
        Refused: there is no such form.
    """
    return written(Sheet("Log", HEADINGS, tuple(rows)), form)

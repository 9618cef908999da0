"""Saves rows of the open log as a table, and one child's sealed entries as a paper."""

from collections.abc import Callable, Sequence
from pathlib import Path

from sharebook.bootstrap.sealed_log import sealed_log
from sharebook.domain.errors import Trouble
from sharebook.domain.names import PupilId
from sharebook.services.log_table import log_table
from sharebook.ui.screens.base import Office
from sharebook.ui.screens.log.lines import LogLine

_TABLES = "Excel workbook (*.xlsx);;Table as text (*.csv)"
_PDF = "PDF (*.pdf)"


def save_rows(office: Office, lines: Sequence[LogLine]) -> None:
    """Ask where to, and save these rows of the open log."""
    path = office.ask.saves("Save what is shown", "Log.xlsx", _TABLES)
    if path is None:
        return
    form = "csv" if path.suffix.lower() == ".csv" else "xlsx"
    rows = [line.cells for line in lines]
    _save(office, path, lambda: log_table(rows, form))


def save_sealed(office: Office, pupil: PupilId) -> None:
    """Ask where to, and save one child's sealed entries for the safeguarding file."""
    path = office.ask.saves("Save for the safeguarding file", "Sealed log.pdf", _PDF)
    if path is None:
        return
    desk = office.desk

    def make() -> bytes:
        again = desk.again()
        try:
            return again.publishing.render(sealed_log(again).log(pupil), "pdf")
        finally:
            again.close()

    _save(office, path, make)


def _save(office: Office, path: Path, make: Callable[[], bytes]) -> None:
    def work(_progress: object) -> str:
        content = make()
        try:
            path.write_bytes(content)
        except OSError as error:
            raise Trouble("file_not_written", file=path.name, why=error.strerror) from error
        return path.name

    job = office.background.start(work)
    job.succeeded.connect(lambda name: office.toast.say(f"Saved as {name}"))
    job.failed.connect(office.telling.tell)

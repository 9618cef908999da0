"""Documents and an import: processor time, against the patience of whoever waits."""

import csv
import io
import tracemalloc
from collections.abc import Callable, Iterator
from statistics import median

from sharebook.bootstrap.benching.pairs import cost
from sharebook.bootstrap.benching.roll import FIRST_YEAR
from sharebook.bootstrap.benching.row import Row
from sharebook.bootstrap.benching.sides import Side
from sharebook.bootstrap.benching.sizes import Size
from sharebook.services.publishing.desk import Publishing

_A_SECOND, _IMPORT_SECONDS, _IMPORT_MEGABYTES = 1.0, 3.0, 300.0
_TURNS = 3
_LIMIT = "a limit of the office's patience"
_MEGABYTE = 2**20


def documents(ours: Side) -> Iterator[Row]:
    """Yield the making of each of the three papers, register to PDF."""
    publishing = Publishing(ours.sources())
    made: dict[str, Callable[[], bytes]] = {
        "notice": lambda: publishing.render(publishing.notice(), "pdf"),
        "one pupil's log": lambda: publishing.render(publishing.log(ours.pupil), "pdf"),
        "annual report": lambda: publishing.render(publishing.report(), "pdf"),
    }
    for name, make in made.items():
        pages = make().count(b"/Type /Page\n") or make().count(b"/Type /Page ")
        spent = median(cost(make).cpu for _ in range(_TURNS))
        said = f"{name}, {pages:,} pages" if pages else name
        yield Row(f"{said}, as PDF", spent, "s CPU", _A_SECOND, _LIMIT)


def preview(ours: Side, size: Size) -> Iterator[Row]:
    """Yield the preview of a pupil file: time, then in another turn memory."""
    data = _pupil_file(size)
    importing = ours.verbs.importing_pupils
    spent = median(cost(lambda: importing.preview("pupils.csv", data)).cpu for _ in range(_TURNS))
    tracemalloc.start()
    importing.preview("pupils.csv", data)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    name = f"preview of {size.imported:,} pupils to bring in"
    yield Row(name, spent, "s CPU", _IMPORT_SECONDS, _LIMIT)
    yield Row(f"{name}: memory", most / _MEGABYTE, "MB", _IMPORT_MEGABYTES, "what a PC can spare")


def _pupil_file(size: Size) -> bytes:
    out = io.StringIO()
    write = csv.writer(out).writerow
    write(["UPN", "Legal Surname", "Legal Forename", "Date of Birth", "Year Group", "Reg Group"])
    born = FIRST_YEAR + size.years - 13
    for number in range(size.imported):
        write(
            [
                "",
                f"Fileton{_letters(number)}",
                f"Juno{_letters(number // 7)}",
                f"{1 + number % 28:02d}/{1 + number % 12:02d}/{born}",
                "8",
                f"8{'ABCDEFGHIJ'[number % 10]}",
            ]
        )
    return out.getvalue().encode()


def _letters(number: int) -> str:
    """Return a number in letters, as names have no digits."""
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))

"""The practice school: an invented register, filled and printed."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sharebook.bootstrap.clocks import SetClock, SystemClock
from sharebook.bootstrap.desk import Desk
from sharebook.bootstrap.opening import new_empty_register, open_unfinished
from sharebook.domain.errors import Refused, Trouble
from sharebook.domain.names import Code
from sharebook.domain.people import Person, StaffRole
from sharebook.domain.pupils import Pupil
from sharebook.domain.recorded import known_at
from sharebook.domain.school import School
from sharebook.services.ports import Progress
from sharebook.services.practice.script import SchoolScript, read
from sharebook.services.practising import practise
from sharebook.services.publishing.desk import Document

USER = "Pat Inkwell"
PASSPHRASE = "paper lantern otter meadow kettle"  # noqa: S105  # everybody may know it
_REGISTER = "Practice school.sharebook"


@dataclass(frozen=True, slots=True)
class PracticeMade:
    """Where everything lies and how to get in."""

    school: str
    register: Path
    user: str
    passphrase: str
    documents: tuple[Path, ...]


def make_practice(folder: Path, progress: Progress, today: date | None = None) -> PracticeMade:
    """Make the practice school in `folder`, and its five documents in `folder/documents`.

    A practice school that stands there already is kept and printed again; one whose filling was
    stopped is filled now.

    Raises:
        Refused: the folder holds a register that is not the practice school's.
        Trouble: the disk would not have it.
    """
    clock = SystemClock() if today is None else SetClock(today)
    register = folder / _REGISTER
    desk = _open_again(register, clock) if os.path.lexists(register) else _make(register, clock)
    try:
        if not desk.register.current(School):
            practise(desk.register, desk.catalogues, progress, clock.today())
        documents = _print_all(desk, folder / "documents", progress)
        return PracticeMade(desk.school().name, register, USER, PASSPHRASE, documents)
    finally:
        desk.close()


def _make(register: Path, clock: SystemClock | SetClock) -> Desk:
    school = read("school", SchoolScript).school.name
    person = Person(USER, Code(StaffRole.OFFICE))
    return new_empty_register(register, school, person, PASSPHRASE, clock).desk


def _open_again(register: Path, clock: SystemClock | SetClock) -> Desk:
    try:
        return open_unfinished(register, USER, PASSPHRASE, clock)
    except Refused as wrong:
        raise Refused("not_the_practice_school", "folder", folder=register.name) from wrong


def _print_all(desk: Desk, folder: Path, progress: Progress) -> tuple[Path, ...]:
    publishing = desk.publishing
    child = _first_child(desk)
    makers: dict[str, Callable[[], Document]] = {
        "Privacy notice.pdf": publishing.notice,
        f"Disclosure log {child.full_name}.pdf": lambda: publishing.log(child.id),
        "Annual sharing report.pdf": publishing.report,
        "Article 30 record.pdf": publishing.ropa,
        "Sharing agreement.pdf": publishing.agreement,
    }
    _make_folder(folder)
    for done, (name, make) in enumerate(makers.items(), 1):
        _write(folder / name, publishing.render(make(), "pdf"))
        progress.report(done, len(makers), "Printing its documents")
    return tuple(folder / name for name in makers)


def _first_child(desk: Desk) -> Pupil:
    """Return the child whose log is printed; whoever practised may have renamed her."""
    return (desk.answering.find("Juno Sampleton") or known_at(desk.register.current(Pupil), None))[
        0
    ]


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Trouble("file_not_written", file=folder.name, why=error.strerror) from error


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise Trouble("file_not_written", file=path.name, why=error.strerror) from error

"""Registers and files that many tests begin with: made once in a process, copied for each test."""

import shutil
import tempfile
from collections.abc import Callable, Hashable
from dataclasses import replace
from itertools import count
from pathlib import Path

from sharebook.bootstrap.access import Access
from sharebook.bootstrap.desk import Desk
from tests.conftest import StillClock

_shelf = tempfile.TemporaryDirectory(prefix="sharebook-moulds-")
_made: dict[Hashable, Access] = {}
_files: dict[Hashable, Path] = {}
_numbers = count()


def copied(
    which: Hashable, make: Callable[[Path, StillClock], Desk], folder: Path, clock: StillClock
) -> Desk:
    """Open a register in `folder` that is as `make` makes it, without making it every time.

    Args:
        which: tells it from other moulds; the moment of `clock` counts too.
        make: makes the register in the folder it is given, and opens it.
        folder: where the copy goes; there is nothing yet.
        clock: the time it is, both there and when the mould was made.
    """
    key = (which, clock.moment)
    if key not in _made:
        desk = make(Path(_shelf.name) / str(len(_made)), StillClock(clock.moment))
        _made[key] = desk.access
        desk.close()
    shutil.copytree(_made[key].folder, folder)
    return Desk.opened(there(_made[key], folder), clock)


def there(access: Access, folder: Path) -> Access:
    """Return the same way in, to a copy in another folder."""
    sealed = access.sealed
    if sealed is not None:
        sealed = replace(sealed, database=folder / sealed.database.name)
    database = folder / access.database.name
    return replace(access, folder=folder, database=database, sealed=sealed)


def copied_file(which: Hashable, make: Callable[[Path], object], file: Path) -> Path:
    """Return `file`, which is now as `make` makes it, without making it every time.

    Args:
        which: tells it from other moulds.
        make: makes it at the path it is given, and closes it.
        file: where the copy goes.
    """
    if which not in _files:
        mould = Path(_shelf.name) / f"file-{next(_numbers)}{file.suffix}"
        make(mould)
        _files[which] = mould
    return Path(shutil.copy(_files[which], file))

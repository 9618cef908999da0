"""What SQLite leaves beside a file when the power goes, told by names and first bytes alone.

A change of both files at once has three journals: each file's own, and a third one that names the
two, `<file>-mj` and eight letters. While it stands, and a journal names it, the change did not
happen and SQLite undoes it in each file; once it is gone the change holds. So a third journal is
only ever removed when no journal is left that could name it.
"""

from pathlib import Path

_JOURNAL = "-journal"
_JOINING = "*.db-mj*"


def has_journal(file: Path) -> bool:
    """Tell whether a transaction is under way in the file, or was interrupted.

    A journal that begins with a zero was never used, or is done with.
    """
    try:
        with file.with_name(file.name + _JOURNAL).open("rb") as journal:
            return journal.read(1) not in {b"", b"\0"}
    except FileNotFoundError:
        return False
    except OSError:  # it is there and cannot be looked at
        return True


def joining_journals(folder: Path) -> list[Path]:
    """Return third journals that no longer mean anything; none while any file has a journal."""
    found = list(folder.glob(_JOINING))
    if not found:
        return []
    files = (each.with_name(each.name.removesuffix(_JOURNAL)) for each in folder.glob("*-journal"))
    return [] if any(has_journal(file) for file in files) else found

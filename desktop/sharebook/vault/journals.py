"""Whether a transaction is under way in a data file, told by the journal beside it; no key."""

from pathlib import Path

_JOURNAL = "-journal"


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

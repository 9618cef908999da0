"""One folder in the place of another, the old one kept beside it."""

import contextlib
import secrets
from datetime import datetime
from pathlib import Path

from sharebook.vault.bundle import SUFFIX
from sharebook.vault.replacing import flush_folder, rename_patiently

_OWNER_ONLY = 0o700
_OURS = ("register.keys", "register-", "sealed-", "writer.lock")


def new_folder_beside(live: Path) -> Path:
    """Make an empty folder on the same disk as `live`, for a register that is being unpacked.

    What an earlier restore left behind when its computer was switched off is removed.

    Raises:
        OSError: the folder above is read-only or gone.
    """
    live.parent.mkdir(parents=True, exist_ok=True)
    for left in live.parent.glob(f"{_escaped(live.stem)}.restoring-????????"):
        remove_folder(left)
    folder = live.with_name(f"{live.stem}.restoring-{secrets.token_hex(4)}")
    folder.mkdir(mode=_OWNER_ONLY)
    return folder


def remove_folder(folder: Path) -> None:
    """Remove an unfinished register; anything that is not a register's own file stays."""
    with contextlib.suppress(OSError):
        for file in list(folder.iterdir()):
            if file.name.startswith(_OURS):
                file.unlink()
        folder.rmdir()


def kept_name(live: Path, moment: datetime) -> Path:
    """Return the free name under which the old register stays beside the new one."""
    stem = f"{live.stem} before restore {moment.astimezone():%Y-%m-%d %H%M}"
    target = live.with_name(stem + SUFFIX)
    number = 1
    while target.exists():
        number += 1
        target = live.with_name(f"{stem} ({number}){SUFFIX}")
    return target


def kept_beside(live: Path) -> list[Path]:
    """Return the registers that restores put aside beside `live`, newest first by name."""
    found = live.parent.glob(f"{_escaped(live.stem)} before restore *{SUFFIX}")
    return sorted((each for each in found if each.is_dir()), reverse=True)


def switch(live: Path, new: Path, kept: Path) -> Path | None:
    """Put `new` in the place of `live`, which is renamed to `kept`; return where it is now.

    Only names change: no byte of either register is written. If the computer stops between the
    two renames, both stand there under their own names and the restore can be done again.

    Raises:
        OSError: the system refused; everything stands where it stood.
    """
    there = live.exists()
    if there:
        rename_patiently(live, kept)
    try:
        rename_patiently(new, live)
    except OSError:
        if there:
            kept.rename(live)
        raise
    flush_folder(live.parent)
    return kept if there else None


def _escaped(text: str) -> str:
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in text)

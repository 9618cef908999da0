"""What the folder of backups remembers, in a small JSON file beside them."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from sharebook.vault.replacing import replace_file

NAME = "backups.json"


@dataclass(frozen=True, slots=True)
class BackupSettings:
    """What is remembered between two runs; nothing secret.

    Attributes:
        second_place: a folder on a share or a stick that gets a copy too; "" for none.
        thinning_paused_until: nothing is thinned before, ISO 8601 UTC; "" for no pause.
        failed_code: why the last automatic backup was not made; "" when it was.
        failed_at: when that was, ISO 8601 UTC.
        restored_seq: how far the chain of the newest restored backup went; 0 for never.
        restored_at: when that was, ISO 8601 UTC.
    """

    second_place: str = ""
    thinning_paused_until: str = ""
    failed_code: str = ""
    failed_at: str = ""
    restored_seq: int = 0
    restored_at: str = ""


def read_settings(folder: Path) -> BackupSettings:
    """Return what `folder` remembers; a missing or damaged file remembers nothing."""
    import msgspec

    try:
        return msgspec.json.decode((folder / NAME).read_bytes(), type=BackupSettings)
    except (OSError, ValueError):  # msgspec's errors are ValueErrors
        return BackupSettings()


def write_settings(folder: Path, settings: BackupSettings) -> None:
    """Remember `settings`.

    Raises:
        OSError: the disk is full or the folder read-only; what was remembered stays.
    """
    replace_file(folder / NAME, json.dumps(asdict(settings), indent=1).encode() + b"\n")

"""Small preferences of this computer, outside any register: look, window, registers used."""

import json
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

_FILE = "window.json"
_MOST = 8
LOCK_MINUTES = 5
LEAST_MINUTES, MOST_MINUTES = 1, 30


@dataclass(frozen=True, slots=True)
class Settings:
    """What is remembered.

    Attributes:
        scheme: "system", "light" or "dark".
        size: text size in per cent.
        registers: folders opened, newest first.
        person: who opened the newest one.
        lock_minutes: minutes without a key or the mouse until the window locks, 1 to 30.
    """

    scheme: str = "system"
    size: int = 100
    registers: tuple[str, ...] = field(default=())
    person: str = ""
    lock_minutes: int = LOCK_MINUTES

    def opened(self, folder: Path, person: str) -> "Settings":
        """Return the settings after `person` opened `folder`."""
        others = tuple(known for known in self.registers if known != str(folder))
        return replace(self, registers=(str(folder), *others)[:_MOST], person=person)


def folder() -> Path:
    """Return the folder of this computer's preferences."""
    from platformdirs import user_config_path

    return user_config_path("Sharebook", appauthor=False)


def load(where: Path) -> Settings:
    """Return the settings kept in `where`; the defaults where none, or damaged ones, are."""
    try:
        read: Any = json.loads((where / _FILE).read_text(encoding="utf-8"))
        minutes = int(read.get("lock_minutes", LOCK_MINUTES))
        return Settings(
            str(read["scheme"]),
            int(read["size"]),
            tuple(read["registers"]),
            str(read["person"]),
            min(max(minutes, LEAST_MINUTES), MOST_MINUTES),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Settings()  # preferences only: nothing is lost by starting afresh


def keep(where: Path, settings: Settings) -> None:
    """Write the settings; a full or read-only disk only means they are asked again."""
    try:
        where.mkdir(parents=True, exist_ok=True)
        (where / _FILE).write_text(json.dumps(asdict(settings), indent=2), encoding="utf-8")
    except OSError:
        return

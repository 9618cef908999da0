"""What kind of place a folder of this computer is."""

import os
from pathlib import Path

from sharebook.domain.places import Place
from sharebook.vault import places
from sharebook.vault.bundle import folder_name


def place_at(folder: Path) -> Place:
    """Return what is known about `folder`, which need not exist; takes a few milliseconds."""
    return places.place_of(folder, os.environ)


def register_in(folder: Path, school: str) -> Path:
    """Return the folder that a school's register has inside `folder`."""
    return folder / folder_name(school)


def refuse_unsafe(folder: Path) -> None:
    """Let a safe place for a new register pass.

    Raises:
        Refused: `place_synced`, `place_roaming`.
    """
    places.refuse_unsafe(folder, os.environ)

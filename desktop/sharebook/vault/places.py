"""Where a register may live: not in a folder that a sync program copies behind our back."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

from sharebook.domain.errors import Refused

_SYNC_FOLDERS = {  # how a folder's name begins -> who syncs it
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "mobile documents": "iCloud",
    "box sync": "Box",
    "nextcloud": "Nextcloud",
}
_NAME = re.compile(
    rf"({'|'.join(re.escape(name) for name in _SYNC_FOLDERS)})(?:$|[ (_-])", re.IGNORECASE
)
_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")  # set by Windows


@dataclass(frozen=True, slots=True)
class Place:
    """A folder and what is known about it.

    Attributes:
        synced_by: the program that copies the folder elsewhere, or "".
    """

    folder: Path
    synced_by: str


def place_of(folder: Path, environ: Mapping[str, str]) -> Place:
    """Tell what kind of place `folder` is; it need not exist.

    `environ` are the environment variables; OneDrive's name its folders, whatever they are called.
    """
    paths = {str(folder.absolute()), str(folder.resolve())}
    found = (_by_name(path) or _by_variable(path, environ) for path in sorted(paths))
    return Place(folder, next((who for who in found if who), ""))


def refuse_unsafe(folder: Path, environ: Mapping[str, str]) -> None:
    """Let a safe place for a live register pass.

    Raises:
        Refused: a sync program would tear the register apart (`place_synced`).
    """
    place = place_of(folder, environ)
    if place.synced_by:
        raise Refused("place_synced", "folder", folder=folder, who=place.synced_by)


def default_place() -> Path:
    """Return this person's own folder for registers on this computer; it stays off the network."""
    return user_data_path("Sharebook", appauthor=False, roaming=False)


def _by_name(path: str) -> str:
    found = (_NAME.match(part) for part in re.split(r"[\\/]", path))
    return next((_SYNC_FOLDERS[match[1].lower()] for match in found if match), "")


def _by_variable(path: str, environ: Mapping[str, str]) -> str:
    roots = (environ.get(name, "") for name in _VARIABLES)
    inside = any(root and _is_inside(path, root) for root in roots)
    return "OneDrive" if inside else ""


def _is_inside(path: str, root: str) -> bool:
    tidied, above = (text.replace("\\", "/").rstrip("/").casefold() for text in (path, root))
    return tidied == above or tidied.startswith(above + "/")

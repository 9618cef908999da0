"""Telling the folders that sync programs copy, by name, by mark and by what the programs note."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from sharebook.vault.places_around import Surroundings

_FOLDERS = {  # how a folder's name begins -> who syncs it
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "shared drives": "Google Drive",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "mobile documents": "iCloud",
    "box sync": "Box",
    "box-box": "Box",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pclouddrive": "pCloud",
}
_NAME = re.compile(
    rf"({'|'.join(re.escape(name) for name in _FOLDERS)})(?:$|[ (_-])", re.IGNORECASE
)
_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")  # set by Windows
_MARKS = {  # what sync programs leave in the folder they copy -> who
    ".849C9593-D756-4E56-8D6E-42412F2A707B": "OneDrive",
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".tmp.drivedownload": "Google Drive",
    ".tmp.driveupload": "Google Drive",
    ".owncloudsync.log": "Nextcloud",
    ".nextcloudsync.log": "Nextcloud",
    ".stfolder": "Syncthing",
    ".stignore": "Syncthing",
}
_NEXTCLOUD = re.compile(r"(?m)^\d+\\Folders\\\d+\\localPath=(.+)$")
_ONEDRIVE = re.compile(r'(?m)^\s*sync_dir\s*=\s*"(.+)"')


def synced_by(folder: Path, around: Surroundings) -> str:
    """Return the program that copies `folder`, or ""."""
    paths = {str(folder.absolute()), str(around.real(folder))}
    for path in sorted(paths):
        if who := _by_name(path) or _by_root(path, around):
            return who
    return _by_mark(folder, around) or around.drive(folder).synced_by


def is_inside(path: str, root: str) -> bool:
    """Tell whether `path` is `root` or lies in it, by Windows' rules of writing both."""
    tidied, above = (text.replace("\\", "/").rstrip("/").casefold() for text in (path, root))
    return bool(above) and (tidied == above or tidied.startswith(above + "/"))


def _by_name(path: str) -> str:
    found = (_NAME.match(part) for part in re.split(r"[\\/]", path))
    return next((_FOLDERS[match[1].lower()] for match in found if match), "")


def _by_root(path: str, around: Surroundings) -> str:
    return next((who for root, who in _roots(around) if is_inside(path, root)), "")


def _roots(around: Surroundings) -> Iterator[tuple[str, str]]:
    for name in _VARIABLES:
        yield around.environ.get(name, ""), "OneDrive"
    yield from around.sync_roots().items()
    yield str(around.home / "Box"), "Box"
    yield from ((root, "Dropbox") for root in _dropbox(around))
    nextcloud = around.read(around.home / ".config/Nextcloud/nextcloud.cfg")
    yield from ((root.strip(), "Nextcloud") for root in _NEXTCLOUD.findall(nextcloud))
    onedrive = around.read(around.home / ".config/onedrive/config")
    for root in _ONEDRIVE.findall(onedrive):
        yield root.replace("~", str(around.home), 1) if root.startswith("~") else root, "OneDrive"


def _dropbox(around: Surroundings) -> Iterator[str]:
    """Yield the folders that Dropbox notes in its `info.json`."""
    places = [around.home / ".dropbox"]
    places += [Path(around.environ[n]) / "Dropbox" for n in _APP_DATA if around.environ.get(n)]
    for place in places:
        try:
            accounts = json.loads(around.read(place / "info.json") or "{}")
        except ValueError:
            continue
        for account in accounts.values() if isinstance(accounts, dict) else ():
            if isinstance(account, dict) and account.get("path"):
                yield str(account["path"])


def _by_mark(folder: Path, around: Surroundings) -> str:
    real = around.real(folder)
    for each in [real, *real.parents]:
        if each == around.home:
            break  # programs keep their own notes there
        for mark, who in _MARKS.items():
            if around.holds(each, mark):
                return who
        if around.is_cloud_file(each):
            return "OneDrive or a program like it"
    return ""


_APP_DATA = ("APPDATA", "LOCALAPPDATA")

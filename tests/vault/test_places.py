"""A live register does not stand in a folder that is synced."""

import os
from pathlib import Path

import pytest

from sharebook.domain.errors import Refused
from sharebook.vault.places import default_place, place_of, refuse_unsafe
from sharebook.words.sentences import told


@pytest.mark.parametrize(
    ("path", "who"),
    [
        (r"C:\Users\office\OneDrive\School", "OneDrive"),
        (r"C:\Users\office\OneDrive - Example Lane Primary School\Documents", "OneDrive"),
        (r"C:\Users\office\Dropbox (Example Lane)\Office", "Dropbox"),
        ("/home/pat/Dropbox/registers", "Dropbox"),
        ("/Users/pat/Library/CloudStorage/OneDrive-ExampleLane/x", "OneDrive"),
        ("/Users/pat/Library/Mobile Documents/com~apple~CloudDocs/x", "iCloud"),
        (r"C:\Users\office\iCloudDrive", "iCloud"),
        (r"G:\My Drive\School", "Google Drive"),
        (r"C:\ProgramData\Sharebook", ""),
        (r"C:\Users\office\Onedriver school\x", ""),
        ("/srv/office/registers", ""),
    ],
)
def test_synced_folders_are_known_by_their_names(path: str, who: str) -> None:
    assert place_of(Path(path), {}).synced_by == who


def test_onedrive_is_known_by_its_variable_whatever_it_is_called(tmp_path: Path) -> None:
    environ = {"OneDriveCommercial": str(tmp_path / "Work")}
    assert place_of(tmp_path / "work" / "registers", environ).synced_by == "OneDrive"
    assert place_of(tmp_path / "Workshop", environ).synced_by == ""


@pytest.mark.skipif(os.name != "posix", reason="making links needs rights on Windows")
def test_a_link_into_a_synced_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "registers").symlink_to(tmp_path / "Dropbox")
    assert place_of(tmp_path / "registers" / "new", {}).synced_by == "Dropbox"


def test_a_register_is_refused_there_and_told_where_to_go(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        refuse_unsafe(tmp_path / "OneDrive" / "new", {})
    assert (refused.value.code, refused.value.field) == ("place_synced", "folder")
    assert "Backups are welcome in OneDrive." in told(refused.value)
    refuse_unsafe(tmp_path / "new", {})


def test_the_default_place_is_this_persons_own() -> None:
    assert default_place().name == "Sharebook"
    assert default_place().is_absolute()

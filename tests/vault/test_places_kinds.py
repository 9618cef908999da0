"""Every kind of place is told from the others, on this computer and on pretended ones."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from sharebook.domain.errors import Refused
from sharebook.domain.places import Place, PlaceKind
from sharebook.vault.places import place_of, refuse_unsafe, refuse_writing
from sharebook.vault.places_around import Drive
from sharebook.vault.places_mounts import drive_of, mount_of
from sharebook.vault.places_windows import WindowsComputer, is_cloud
from sharebook.words.places import kind_words
from sharebook.words.sentences import told
from tests.vault.fake_computer import FakeComputer, FakeWindows

REGISTER = Path("/home/pat/registers/Example Lane.sharebook")
MOUNTS = r"""
22 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw
30 22 0:25 / /scratch rw,nosuid shared:9 - tmpfs tmpfs rw
41 22 0:44 / /srv/office rw shared:11 - cifs //server/office rw,vers=3.1.1
42 22 0:45 / /srv/old rw shared:12 - nfs4 server:/old rw
43 22 0:46 / /home/pat/far rw shared:13 - fuse.sshfs pat@server:/ rw
44 22 8:17 / /media/pat/STICK\040ONE rw shared:14 - vfat /dev/sdb1 rw
45 22 0:47 / /home/pat/cloud rw shared:15 - fuse.onedriver onedriver rw
46 41 8:2 /x /srv/office/local rw shared:16 - ext4 /dev/sda2 rw
a line that is no mount
"""


def kind(computer: FakeComputer, folder: Path = REGISTER) -> PlaceKind:
    return place_of(folder, {}, computer).kind


@pytest.mark.parametrize(
    ("folder", "fs"),
    [
        ("/home/pat/registers", "ext4"),
        ("/scratch/x", "tmpfs"),
        ("/srv/office/Example.sharebook", "cifs"),
        ("/srv/office2", "ext4"),
        ("/srv/office/local/x", "ext4"),
        ("/media/pat/STICK ONE/x", "vfat"),
    ],
)
def test_the_longest_mount_point_says_what_is_mounted_there(folder: str, fs: str) -> None:
    mount = mount_of(folder, MOUNTS)
    assert mount is not None
    assert mount.kind == fs


@pytest.mark.parametrize(
    ("folder", "drive"),
    [
        ("/srv/office/x", Drive(network="cifs")),
        ("/srv/old/x", Drive(network="nfs4")),
        ("/home/pat/far/x", Drive(network="fuse.sshfs")),
        ("/home/pat/cloud/x", Drive(synced_by="OneDrive")),
        ("/scratch/x", Drive(in_memory=True)),
        ("/home/pat/x", Drive()),
    ],
)
def test_a_mount_says_whether_it_is_a_share_a_cloud_or_memory(folder: str, drive: Drive) -> None:
    assert drive_of(mount_of(folder, MOUNTS), removable=False) == drive


def test_nothing_is_known_without_a_list_of_mounts() -> None:
    assert mount_of("/home/pat", "") is None
    assert drive_of(None, removable=False) == Drive()


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux's own list of mounts")
def test_this_computers_memory_disk_is_a_place_that_may_be_emptied() -> None:
    shared = Path("/dev/shm")  # noqa: S108 - a real tmpfs, only looked at
    if not shared.is_dir() or shared.stat().st_dev == Path("/").stat().st_dev:
        pytest.skip("this computer has no memory disk there")
    assert place_of(shared / "Example.sharebook", {}).temporary


@pytest.mark.skipif(sys.platform != "linux", reason="makes a mount of its own")
def test_a_real_mount_is_seen_through_the_name_it_is_mounted_under(tmp_path: Path) -> None:
    script = (
        f"mount -t tmpfs tmpfs {tmp_path} && mkdir {tmp_path}/inner && "
        f'{sys.executable} -c "from pathlib import Path; from sharebook.vault.places_posix import '
        f"PosixComputer; print(PosixComputer({{}}).drive(Path('{tmp_path}/inner/x')))\""
    )
    ran = subprocess.run(
        ["unshare", "--mount", "--map-root-user", "sh", "-c", script],  # noqa: S607 - if it is there
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2] / "desktop")},
    )
    if ran.returncode:
        pytest.skip("this computer lets nobody mount anything")
    assert "in_memory=True" in ran.stdout


@pytest.mark.skipif(os.name != "posix", reason="rights of Unix")
def test_a_folder_others_may_look_into_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "Example.sharebook"
    folder.mkdir(mode=0o700)
    assert not place_of(folder, {}).open_to_others
    folder.chmod(stat.S_IRWXU | stat.S_IROTH | stat.S_IXOTH)
    assert place_of(folder, {}).open_to_others
    assert not place_of(tmp_path / "not made yet", {}).open_to_others


def test_dropbox_is_known_by_the_folder_it_notes(tmp_path: Path) -> None:
    note = '{"business": {"path": "/home/pat/Our files", "host": 1}}'
    computer = FakeComputer(files={"/home/pat/.dropbox/info.json": note})
    assert place_of(Path("/home/pat/our files/x"), {}, computer).synced_by == "Dropbox"
    assert kind(computer) is PlaceKind.OWN


@pytest.mark.parametrize("note", ["", "[]", "{", '{"personal": 3}', '{"personal": {}}'])
def test_a_strange_note_of_dropbox_is_passed_over(note: str) -> None:
    computer = FakeComputer(files={"/home/pat/.dropbox/info.json": note})
    assert kind(computer) is PlaceKind.OWN


@pytest.mark.parametrize(
    ("file", "text", "who"),
    [
        (
            "/home/pat/.config/Nextcloud/nextcloud.cfg",
            "[Accounts]\n0\\Folders\\1\\localPath=/home/pat/registers/\n",
            "Nextcloud",
        ),
        ("/home/pat/.config/onedrive/config", 'sync_dir = "~/registers"\n', "OneDrive"),
    ],
)
def test_other_programs_are_known_by_their_settings(file: str, text: str, who: str) -> None:
    assert place_of(REGISTER, {}, FakeComputer(files={file: text})).synced_by == who


@pytest.mark.parametrize(
    ("mark", "who"),
    [
        (".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"),
        (".dropbox.cache", "Dropbox"),
        (".tmp.drivedownload", "Google Drive"),
        (".stfolder", "Syncthing"),
    ],
)
def test_a_folder_is_known_by_what_the_program_leaves_in_it(mark: str, who: str) -> None:
    computer = FakeComputer(entries={f"/home/pat/registers/{mark}"})
    assert place_of(REGISTER, {}, computer).synced_by == who
    assert place_of(Path("/home/pat/other/x"), {}, computer).synced_by == ""


def test_dropbox_notes_in_the_persons_own_folder_mean_nothing_for_all_of_it() -> None:
    assert kind(FakeComputer(entries={"/home/pat/.dropbox"})) is PlaceKind.OWN


def test_a_folder_windows_marks_as_a_stand_in_is_synced() -> None:
    computer = FakeComputer(clouds={"/home/pat/registers"})
    assert kind(computer) is PlaceKind.SYNCED
    assert is_cloud(0x0040_0000, 0)
    assert is_cloud(0x10, 0x9000_601A)
    assert not is_cloud(0x10, 0xA000_0003)  # a junction is none


def windows(**parts: object) -> WindowsComputer:
    """Return a Windows computer whose registry a test filled in."""
    return WindowsComputer({}, FakeWindows(**parts))  # type: ignore[arg-type]


def test_every_program_that_told_windows_of_its_folder_is_known() -> None:
    told_to = {
        "OneDrive!S-1-5-21-1!Business1": {"S-1-5-21-1": r"C:\Users\pat\Example Lane"},
        "iCloudDrive!S-1-5-21-1": {"S-1-5-21-1": r"C:\Users\pat\Apple"},
    }
    accounts = {"Personal": {"UserFolder": r"D:\Mine"}, "Business2": {}}
    computer = windows(keys={("HKLM", "SyncRootManager"): told_to, ("HKCU", "Accounts"): accounts})
    roots = computer.sync_roots()
    assert roots[r"C:\Users\pat\Example Lane"] == "OneDrive"
    assert roots[r"C:\Users\pat\Apple"] == "iCloudDrive"
    assert roots[r"D:\Mine"] == "OneDrive"


def test_documents_that_were_moved_into_onedrive_are_known() -> None:
    computer = FakeComputer(roots={r"C:\Users\pat\Example Lane": "OneDrive"})
    moved = Path(r"C:\Users\pat\Example Lane\Documents\Example.sharebook")
    assert place_of(moved, {}, computer).synced_by == "OneDrive"


def test_a_profile_roams_only_for_whom_the_list_says_so() -> None:
    mine = {"ProfileImagePath": str(Path.home()), "CentralProfile": r"\\server\profiles\pat"}
    another = {"ProfileImagePath": "/home/kit", "CentralProfile": r"\\server\profiles\kit"}
    assert windows(keys={("HKLM", "ProfileList"): {"S-1": mine}}).profile_roams()
    assert not windows(keys={("HKLM", "ProfileList"): {"S-2": another}}).profile_roams()
    assert not windows().profile_roams()


def test_windows_drive_types_tell_shares_and_sticks(tmp_path: Path) -> None:
    anchor = tmp_path.anchor
    assert windows(types={anchor: 4}).drive(tmp_path) == Drive(network="SMB")
    assert windows(types={anchor: 2}).drive(tmp_path) == Drive(removable=True)
    assert windows(types={anchor: 3}).drive(tmp_path) == Drive()


def test_a_path_on_a_server_is_a_share_whatever_else_is_known() -> None:
    place = place_of(Path(r"\\server\office\Example.sharebook"), {}, FakeComputer())
    assert place.kind is PlaceKind.NETWORK


def test_the_roaming_folder_and_a_roaming_profile_are_no_place_for_a_register() -> None:
    local, roaming = r"C:\Users\pat\AppData\Local", r"C:\Users\pat\AppData\Roaming"
    at_home = {"APPDATA": roaming, "LOCALAPPDATA": local}
    one = FakeComputer(environ=at_home, home=Path(r"C:\Users\pat"))
    assert kind(one, Path(rf"{roaming}\Sharebook\x")) is PlaceKind.ROAMING
    assert kind(one, Path(rf"{local}\Sharebook\x")) is PlaceKind.OWN
    assert kind(one, Path(r"C:\Users\pat\Documents\x")) is PlaceKind.OWN
    one.roams = True
    assert kind(one, Path(r"C:\Users\pat\Documents\x")) is PlaceKind.ROAMING
    assert kind(one, Path(rf"{local}\Sharebook\x")) is PlaceKind.OWN
    with pytest.raises(Refused) as refused:
        refuse_unsafe(Path(rf"{roaming}\x"), {}, one)
    assert refused.value.code == "place_roaming"
    assert "Nothing was made." in told(refused.value)


def test_what_is_most_dangerous_is_told_first() -> None:
    everything = Place(REGISTER, "OneDrive", "nfs", removable=True, roaming=True, temporary=True)
    assert everything.kind is PlaceKind.SYNCED
    stick = FakeComputer(drives={"/home/pat": Drive(removable=True)})
    assert kind(stick) is PlaceKind.REMOVABLE
    assert kind(FakeComputer(temporary=[Path("/home/pat/registers")])) is PlaceKind.TEMPORARY


def test_a_share_a_stick_and_a_fixed_disk_may_hold_a_register() -> None:
    for drive in (Drive(network="nfs4"), Drive(removable=True), Drive()):
        refuse_unsafe(REGISTER, {}, FakeComputer(drives={"/": drive}))
        refuse_writing(REGISTER, {}, FakeComputer(drives={"/": drive}))


def test_writing_is_refused_where_a_cloud_is_mounted() -> None:
    cloud = FakeComputer(drives={"/home/pat": Drive(synced_by="Google Drive")})
    with pytest.raises(Refused) as refused:
        refuse_writing(REGISTER, {}, cloud)
    assert refused.value.code == "place_synced_read_only"
    assert "you can read, print and export" in told(refused.value)


@pytest.mark.parametrize("each", PlaceKind)
def test_every_kind_of_place_has_its_words(each: PlaceKind) -> None:
    facts = {
        PlaceKind.SYNCED: Place(REGISTER, synced_by="Dropbox"),
        PlaceKind.ROAMING: Place(REGISTER, roaming=True),
        PlaceKind.TEMPORARY: Place(REGISTER, temporary=True),
        PlaceKind.REMOVABLE: Place(REGISTER, removable=True),
        PlaceKind.NETWORK: Place(REGISTER, network="nfs4"),
        PlaceKind.OWN: Place(REGISTER),
    }
    assert facts[each].kind is each
    assert kind_words(facts[each]).startswith(("In ", "On "))
    assert "{" not in kind_words(facts[each])

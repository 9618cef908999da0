"""`backup`, `backups` and `restore`, as whoever looks after the computers uses them."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from sharebook.bootstrap.clocks import SetClock
from sharebook.bootstrap.opening import open_register
from sharebook.vault.backup_settings import BackupSettings, write_settings
from tests.builders import a_pupil
from tests.cli.conftest import PASSPHRASE, USER
from tests.cli.test_command_line_paper import fits, shape

pytestmark = pytest.mark.slow


@pytest.fixture
def place(tmp_path, monkeypatch):
    """Have backups go below here, and nowhere near this person's own."""
    monkeypatch.setattr("sharebook.bootstrap.backups.default_place", lambda: tmp_path / "own")
    return tmp_path / "own" / "Backups"


def more(folder, count):
    desk = open_register(folder, USER, PASSPHRASE, SetClock(date(2026, 9, 15)))
    for _ in range(count):
        with desk.register.writing(USER) as writer:
            writer.add(a_pupil(id=writer.next_id(type(a_pupil())), upn=""))
    desk.close()


def test_a_backup_answers_as_the_paper_says(sharebook, place, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()

    ran = sharebook("backup", "--to", stick, "--json")

    assert ran.code == 0
    assert fits(shape("backup"), ran.json)
    assert ran.json["verified"] is True
    assert ran.json["copies"][0]["file"].startswith(str(stick))
    assert ran.json["file"].startswith(str(place))


def test_backups_are_listed_and_read(sharebook, place):
    assert "no backup" in sharebook("backups").out
    made = sharebook("backup", "--json").json

    ran = sharebook("backups", "--json")

    assert ran.code == 0
    assert fits(shape("backups"), ran.json)
    assert [(each["file"], each["verified"]) for each in ran.json["backups"]] == [
        (made["file"], True)
    ]
    assert "whole" in sharebook("backups").out


def test_a_backup_that_failed_by_itself_is_told(sharebook, place):
    made = sharebook("backup", "--json").json
    write_settings(Path(made["file"]).parent, BackupSettings(failed_code="backup_no_room"))

    assert "could not be made" in sharebook("backups").out


def test_a_damaged_backup_is_a_finding(sharebook, place):
    file = sharebook("backup", "--json").json["file"]
    with open(file, "r+b") as content:  # noqa: PTH123 - changed in place
        content.seek(5000)
        content.write(b"x")

    ran = sharebook("backups", "--json")

    assert ran.code == 1
    assert ran.json["backups"][0]["verified"] is False
    assert "DAMAGED" in sharebook("backups").out


def test_a_second_place_is_remembered_and_given_up(sharebook, place, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    sharebook("backup", "--to", stick, "--remember")
    assert len(list(stick.iterdir())) == 1
    assert sharebook("backups", "--json").json["second_place"] == str(stick)

    shutil.rmtree(stick)
    ran = sharebook("backup", "--json")
    assert ran.code == 1
    assert ran.json["copies"][0]["code"] == "backup_place_missing"
    assert ran.json["copies"][0]["file"] is None

    assert sharebook("backup", "--forget").code == 0
    assert sharebook("backups", "--json").json["second_place"] == ""


def test_remembering_nothing_is_a_wrong_call(sharebook, place):
    assert sharebook("backup", "--remember").code == 2


def test_a_preview_and_a_restore_answer_as_the_paper_says(sharebook, place, folder):
    made = sharebook("backup", "--json").json
    more(folder, 2)

    looked = sharebook("restore", made["file"], "--preview", "--json")
    told = sharebook("restore", made["file"], "--preview")
    done = sharebook("restore", made["file"], "--json")

    lost = looked.json["lost"]
    assert fits(shape("restore"), {**looked.json, "newer": None, "kept_as": None})
    assert (looked.json["outcome"], lost["count"]) == ("ready", 2)
    assert lost["first"] == made["entries"] + 1
    assert "2 entries that are not in it" in told.out
    assert "15 Sep 2026" in told.out
    assert done.json["outcome"] == "restored"
    assert done.json["kept_as"]
    assert sharebook("restore", done.json["kept_as"], "--preview", "--json").json["lost"] == {
        "count": 0,
        "first": 0,
        "last": 0,
        "since": None,
        "until": None,
    }


def test_what_was_restored_can_be_read_and_gone_back_from(sharebook, place, folder):
    made = sharebook("backup", "--json").json
    more(folder, 1)
    said = sharebook("restore", made["file"])
    kept = next(folder.parent.glob("*before restore*.sharebook"))

    assert said.code == 0
    assert f"kept as {kept}" in said.out
    assert "1 entries" not in said.out
    assert sharebook("check", "--json").json["ok"] is True
    assert sharebook("restore", kept).code == 0
    assert sharebook("backup", "--json").json["entries"] == made["entries"] + 1


def test_a_lost_register_is_found_among_the_backups_and_restored(sharebook, place, folder, capsys):
    from sharebook.cli.main import run

    made = sharebook("backup", "--json").json
    shutil.rmtree(folder)

    assert run(["backups"]) == 0
    assert made["file"] in capsys.readouterr().out
    said = sharebook("restore", made["file"])
    assert said.code == 0
    assert "nobody can say what it holds" in said.out
    assert sharebook("check").code == 0


def test_a_file_that_is_not_there_is_refused(sharebook, place, tmp_path):
    ran = sharebook("restore", tmp_path / "none.sharebook-backup", "--json")

    assert (ran.code, ran.json["code"]) == (1, "file_not_found")


def test_a_file_that_is_no_backup_is_trouble_and_changes_nothing(
    sharebook, place, folder, tmp_path
):
    stranger = tmp_path / "letter.sharebook-backup"
    stranger.write_bytes(b"Dear parents")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}

    ran = sharebook("restore", stranger, "--json")

    assert (ran.code, ran.json["code"]) == (3, "backup_damaged")
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_the_recovery_code_stands_in_for_a_forgotten_passphrase(sharebook, place, folder, tmp_path):
    file = sharebook("backup", "--json").json["file"]
    sheet = tmp_path / "sheet.txt"
    sheet.write_text("VJ84D-0WXH2", encoding="utf-8")

    ran = sharebook("restore", file, "--recovery-file", sheet, "--json")

    assert (ran.code, ran.json["code"]) == (1, "recovery_mistyped")

"""The whole check over a real register, in the program and on the command line."""

import json
import shutil
from typing import Any

import pytest
from typer.testing import CliRunner

from sharebook.cli.main import app
from sharebook.domain.errors import Cancelled, Refused
from sharebook.domain.findings import Severity
from sharebook.domain.pupils import Pupil
from sharebook.store.opening import open_database
from tests.builders import a_pupil
from tests.services.backups.backed_up import PASSPHRASE, PAT, backup_files, copy_of, opened, work


class Bar:
    """Remembers how far it went; stops where it is told to."""

    def __init__(self, stop_at: str = "never") -> None:
        self.steps: list[tuple[int, int, str]] = []
        self._stop_at = stop_at

    def report(self, done: int, total: int, doing: str = "") -> None:
        self.steps.append((done, total, doing))
        if doing.startswith(self._stop_at):
            raise Cancelled


def test_a_sound_register_is_well_and_the_check_is_remembered(desk, quiet, clock):
    assert desk.minding.last_checked() is None
    health = desk.minding.check(quiet)
    assert health.ok
    assert {each.severity for each in health.findings} <= {Severity.GAP}
    assert desk.minding.last_checked() == (clock.now(), True)


def test_the_bar_never_goes_back_and_ends_full(desk):
    bar = Bar()
    desk.minding.check(bar)
    done = [step[0] for step in bar.steps]
    assert done == sorted(done)
    assert bar.steps[-1][:2] == (100, 100)
    assert {step[1] for step in bar.steps} == {100}


@pytest.mark.parametrize("stop_at", ["Reading every page", "Looking for letters"])
def test_a_stopped_check_claims_nothing(desk, stop_at):
    with pytest.raises(Cancelled):
        desk.minding.check(Bar(stop_at))
    assert desk.minding.last_checked() is None


def test_a_changed_record_is_found_and_remembered_as_not_well(folder, clock, quiet):
    desk = opened(folder, clock)
    database, key = desk.access.database, desk.access.data_key
    desk.close()
    connection = open_database(database, key)
    for (name,) in connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    ).fetchall():
        connection.execute(f'DROP TRIGGER "{name}"')
    connection.execute("UPDATE pupil SET surname = 'Changed'")
    connection.commit()
    connection.close()
    desk = opened(folder, clock)
    health = desk.minding.check(quiet)
    last = desk.minding.last_checked()
    desk.close()
    assert not health.ok
    assert health.findings[0].severity is Severity.STOP
    assert "check_record_changed" in {each.code for each in health.findings}
    assert last is not None
    assert not last[1]


def test_a_damaged_newest_backup_is_found_only_by_the_whole_check(folder, clock, quiet, place):
    desk = opened(folder, clock)
    desk.backing_up.make(quiet)
    (backup,) = backup_files(place)
    content = bytearray(backup.read_bytes())
    content[len(content) // 2] ^= 1
    backup.write_bytes(content)
    assert desk.minding.urgent() == ()
    codes = [each.code for each in desk.minding.check(quiet).findings]
    desk.close()
    assert "backup_newest_damaged" in codes


def test_a_register_older_than_its_newest_backup_is_told(folder, clock, quiet, tmp_path, place):
    kept = copy_of(folder, tmp_path / "older")
    work(folder, clock, 2)
    desk = opened(folder, clock)
    desk.backing_up.make(quiet)
    desk.close()
    shutil.rmtree(place / "Remembered")  # this computer forgot; the backup did not
    shutil.rmtree(folder)
    shutil.copytree(kept, folder)
    desk = opened(folder, clock)
    codes = [each.code for each in desk.minding.urgent()]
    desk.close()
    assert codes == ["backup_holds_more"]


def test_a_register_moved_into_a_synced_folder_is_read_and_not_written(folder, clock, tmp_path):
    moved = tmp_path / "OneDrive - Example" / folder.name
    moved.parent.mkdir()
    folder.rename(moved)
    desk = opened(moved, clock)
    assert desk.register.current(Pupil)
    assert [each.code for each in desk.minding.urgent()] == ["place_is_synced"]
    with pytest.raises(Refused) as refused, desk.register.writing(PAT) as writer:
        writer.add(a_pupil())
    assert refused.value.code == "place_synced_read_only"
    assert desk.backing_up.make(Bar()).backup.file.is_file()
    desk.close()


def test_a_missing_and_a_stale_copy_of_the_keys_are_told(desk, folder):
    copy = folder / "register.keys.bak"
    copy.write_bytes(copy.read_bytes() + b"\n")
    assert "keys_copy_stale" in {each.code for each in desk.minding.quick()}
    copy.unlink()
    assert "keys_copy_missing" in {each.code for each in desk.minding.quick()}


def test_a_seal_is_known_however_it_is_typed(desk):
    seal = desk.checking.seal()
    ways = [
        str(seal),
        seal.code,
        seal.code.lower().replace("-", " "),
        f"Register seal {seal}",
        f"Register seal {seal.seq:,} {seal.code} Printed 14 September 2026, page 1 of 3",
    ]
    assert {desk.minding.does_seal_hold(typed).code for typed in ways} == {"seal_holds"}
    other = desk.minding.does_seal_hold("AAAA-BBBB-CCCC-DDDD-EEEE")
    assert (other.code, other.severity) == ("seal_unknown", Severity.STOP)


@pytest.fixture
def ask(folder, tmp_path, monkeypatch):
    monkeypatch.setenv("SHAREBOOK_PASSPHRASE", PASSPHRASE)

    def run(*words: str) -> Any:
        return CliRunner().invoke(app, ["--register", str(folder), "--json", "check", *words])

    return run


def test_the_command_line_says_ok_and_nothing_of_advice_unless_asked(ask):
    ran = ask()
    assert ran.exit_code == 0
    assert json.loads(ran.stdout) == {"ok": True, "findings": []}
    advised = ask("--advice")
    assert advised.exit_code == 0
    rows = json.loads(advised.stdout)["findings"]
    assert {row["severity"] for row in rows} == {"gap"}
    assert all(row["sentence"] and row["safe"] and row["do"] for row in rows)


def test_the_command_line_tells_an_older_copy_and_takes_a_persons_word(
    ask, folder, clock, tmp_path
):
    kept = copy_of(folder, tmp_path / "older")
    work(folder, clock, 2)
    shutil.rmtree(folder)
    shutil.copytree(kept, folder)
    ran = ask()
    assert ran.exit_code == 1
    told = json.loads(ran.stdout)
    assert [row["code"] for row in told["findings"]] == ["head_older"]
    assert set(told["findings"][0]) == {"code", "severity", "sentence"}
    assert ask("--accept").exit_code == 0
    assert ask().exit_code == 0

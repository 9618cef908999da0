"""An upgrade at opening: alone, after a copy, whole or not at all; a newer file is left alone."""

import shutil
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from sharebook.bootstrap.access import Access
from sharebook.bootstrap.desk import Desk
from sharebook.bootstrap.opening import access, open_register
from sharebook.domain.errors import Refused, Trouble
from sharebook.domain.pupils import Pupil
from sharebook.store import copies, migrations
from sharebook.store.migrations import Script
from sharebook.store.opening import open_database
from sharebook.store.sqlite import number
from sharebook.vault.writer_lock import WriterLock
from sharebook.words.sentences import told
from tests.reliability.processes import begin, kill, moments, rounds
from tests.reliability.school import CLOCK, FIRST, PASSPHRASE, PAT, opened

ROUNDS = rounds(5, 60)
LONGEST = 0.2  # seconds until the kill; the upgrade takes 0.1 to 0.3
NOW = migrations.newest()
STEPS, ROWS = 20, 2000
FILLING = (  # ROWS at a time
    "INSERT INTO extra WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n"
    " WHERE i < 2000) SELECT i, hex(randomblob(40)) FROM n;\n"
)
NEXT = Script(NOW + 1, "CREATE TABLE extra (a, b);\n" + FILLING * STEPS)


def with_next(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let this program be the next one, whose format is newer by one."""
    scripts = [*migrations.shipped(), NEXT]
    monkeypatch.setattr(migrations, "shipped", lambda: scripts)


def upgrade_as_the_next_program(told_file: Path, found: Access) -> None:
    with pytest.MonkeyPatch.context() as patch, told_file.open("ab", buffering=0) as lines:
        with_next(patch)
        lines.write(b"ready\n")
        Desk.opened(found, CLOCK).close()
        lines.write(b"done\n")


@dataclass
class Looked:
    """What stands in the folder, looked at without opening the register."""

    version: int
    rows: int
    copies: list[Path]


def look(found: Access) -> Looked:
    copies.look_into(found.database, found.data_key)  # every page is sound
    with copies.opened(found.database, found.data_key) as connection:
        version = number(connection, "PRAGMA user_version")
        there = number(connection, "SELECT count(*) FROM sqlite_master WHERE name = 'extra'")
        rows = number(connection, "SELECT count(*) FROM extra") if there else 0
        assert number(connection, "SELECT count(*) FROM pupil") == len(FIRST)
    return Looked(version, rows, sorted(found.folder.glob("register*before-upgrade*")))


def finished(found: Access, kept: str) -> None:
    looked = look(found)
    assert (looked.version, looked.rows) == (NOW + 1, STEPS * ROWS)
    assert [copy.name for copy in looked.copies] == [kept]
    with closing(open_database(looked.copies[0], found.data_key)) as copy:
        assert number(copy, "PRAGMA user_version") == NOW
        assert number(copy, "SELECT count(*) FROM pupil") == len(FIRST)


@pytest.mark.slow
def test_an_upgrade_that_is_killed_leaves_the_old_format_or_the_new_and_is_finished_later(
    made_once: Path, tmp_path: Path, forked: None, monkeypatch: pytest.MonkeyPatch
):
    random = moments(7)
    cut = 0
    for round_number in range(ROUNDS):
        folder = Path(shutil.copytree(made_once, tmp_path / f"{round_number}.sharebook"))
        found = access(folder, PAT, PASSPHRASE, CLOCK)
        process = begin(upgrade_as_the_next_program, tmp_path / "told", found)
        cut += kill(process, random.uniform(0, LONGEST))

        looked = look(found)
        assert (looked.version, looked.rows) in {(NOW, 0), (NOW + 1, STEPS * ROWS)}
        with monkeypatch.context() as patch:
            with_next(patch)
            opened(folder).close()
        finished(found, f"{found.database.stem}-before-upgrade-from-{NOW}.db")
        shutil.rmtree(folder)
    print(f"{ROUNDS} upgrades, {cut} cut short")  # noqa: T201  # the figure, for pytest -s
    assert cut


def test_nobody_upgrades_while_another_writes(
    folder: Path, tmp_path: Path, forked: None, monkeypatch: pytest.MonkeyPatch
):
    process = begin(hold, tmp_path / "told", folder)
    with_next(monkeypatch)

    with pytest.raises(Refused) as refused:
        opened(folder)
    kill(process, 0)

    assert refused.value.code == "upgrade_must_wait"
    assert "Anna Field on" in told(refused.value)
    assert not list(folder.glob("*before-upgrade*"))
    desk = opened(folder)
    assert desk.register.count(Pupil) == len(FIRST)
    assert not desk.lock.is_held
    desk.close()


def hold(told_file: Path, folder: Path) -> None:
    WriterLock(folder, "Anna Field", CLOCK).take()
    told_file.write_text("held")
    time.sleep(60)


def test_every_way_in_brings_it_up_to_date(folder: Path, monkeypatch: pytest.MonkeyPatch):
    with_next(monkeypatch)

    found = access(folder, PAT, PASSPHRASE, CLOCK)

    assert look(found).version == NOW + 1


def test_a_newer_register_is_refused_politely_and_not_touched(
    folder: Path, monkeypatch: pytest.MonkeyPatch
):
    with monkeypatch.context() as patch:
        with_next(patch)
        opened(folder).close()
    before = {each.name: each.read_bytes() for each in folder.iterdir()}

    with pytest.raises(Trouble) as trouble:
        open_register(folder, PAT, PASSPHRASE, CLOCK)

    assert trouble.value.code == "schema_newer"
    assert "Nothing was changed. Update Sharebook" in told(trouble.value)
    assert {each.name: each.read_bytes() for each in folder.iterdir()} == before

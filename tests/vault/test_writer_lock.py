"""One writer at a time, with real processes on a real file."""

import json
import signal
import sys
from datetime import UTC, datetime, timedelta

import pytest

from sharebook.domain.errors import Refused, Trouble
from sharebook.vault.lock_file import NOTE_BYTES
from sharebook.vault.writer_lock import NAME, WriterLock
from sharebook.vault.writer_note import WriterNote, read_note
from sharebook.words.sentences import told
from tests.vault.other_writers import ByHand, Other


@pytest.fixture
def others(tmp_path):
    made = []

    def start(person="Anna Field"):
        made.append(Other(tmp_path, person))
        return made[-1]

    yield start
    for each in made:
        each.end()


@pytest.fixture
def timer():
    return ByHand()


@pytest.fixture
def lock(tmp_path, clock, timer):
    made = WriterLock(tmp_path, "Pat Inkwell", clock, timer)
    yield made
    made.let_go()


def note_in(folder):
    return json.loads((folder / NAME).read_bytes())


def test_a_second_program_is_told_at_once_who_writes_and_where(lock, others, clock):
    clock.moment = datetime(2026, 9, 14, 8, 14, 4, tzinfo=UTC)
    assert others("Anna Field").asked("take") == "held"

    with pytest.raises(Refused) as refused:
        lock.take()

    assert refused.value.code == "register_being_written"
    assert refused.value.facts["who"] == "Anna Field"
    assert refused.value.facts["computer"]
    assert refused.value.facts["seen"] == "4 seconds ago"
    local = datetime(2026, 9, 14, 8, 14, tzinfo=UTC).astimezone()
    assert f"since {local:%H:%M} (last sign of life 4 seconds ago)" in told(refused.value)
    assert not lock.is_held


def test_the_lock_is_there_again_when_the_other_lets_go(lock, others):
    other = others()
    assert other.asked("take") == "held"
    assert other.asked("go") == "free"

    lock.take()

    assert lock.is_held
    assert other.asked("take") == "register_being_written"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")
def test_a_crash_frees_the_lock_at_once(lock, others):
    other = others()
    assert other.asked("take") == "held"

    other.process.send_signal(signal.SIGKILL)
    other.process.wait()

    lock.take()
    assert lock.is_held


def test_of_three_who_reach_for_it_one_has_it(others):
    three = [others(f"Person {number}") for number in range(3)]
    for _ in range(20):
        for each in three:
            each.says("take")
        heard = [each.hears() for each in three]

        assert heard.count("held") == 1, heard
        assert set(heard) <= {
            "held",
            "register_being_written",
            "register_being_written_by_somebody",
        }

        assert [each.asked("go") for each in three] == ["free"] * 3


def test_two_desks_of_one_program_share_it_and_the_last_frees_it(lock, others, tmp_path, clock):
    second = WriterLock(tmp_path, "Pat Inkwell", clock, ByHand())
    lock.take()
    second.take()
    second.take()
    other = others()

    lock.let_go()
    assert other.asked("take") == "register_being_written"

    second.let_go()
    second.let_go()
    assert other.asked("take") == "held"


def test_each_beat_is_a_sign_of_life(lock, timer, tmp_path, clock):
    lock.take()
    before = note_in(tmp_path)
    clock.moment += timedelta(seconds=10)
    for beat in timer.beats:
        beat()

    after = note_in(tmp_path)
    assert timer.every == 10
    assert before["since"] == after["since"] == before["alive"]
    assert after["alive"] == "2026-09-14T10:40:10+00:00"
    assert after["person"] == "Pat Inkwell"


def test_whoever_let_go_is_not_named_any_more(lock, timer, tmp_path):
    lock.take()
    lock.let_go()

    assert (tmp_path / NAME).read_bytes().strip() == b""
    assert timer.beats == []
    assert not lock.is_held


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a held file where it is")
def test_a_folder_replaced_underneath_is_noticed(lock, tmp_path):
    lock.take()
    (tmp_path / NAME).unlink()
    (tmp_path / NAME).touch()

    with pytest.raises(Trouble) as lost:
        lock.take()

    assert lost.value.code == "writer_lock_lost"


def test_a_lock_the_server_gave_to_another_is_noticed_and_left_to_them(lock, timer, tmp_path):
    lock.take()
    at = "2026-09-14T10:41:00+00:00"
    theirs = WriterNote("Anna Field", "OFFICE-2", at, at, "their own")
    with (tmp_path / NAME).open("r+b") as file:
        file.write(theirs.to_bytes().ljust(NOTE_BYTES))
        file.flush()

        with pytest.raises(Trouble) as lost:
            lock.take()
        for beat in timer.beats:
            beat()

    assert lost.value.code == "writer_lock_lost"
    assert read_note((tmp_path / NAME).read_bytes()) == theirs


def test_a_folder_that_is_gone_is_said_so(tmp_path, clock):
    lock = WriterLock(tmp_path / "gone", "Pat Inkwell", clock, ByHand())

    with pytest.raises(Trouble) as refused:
        lock.take()

    assert refused.value.code == "register_folder_gone"
    assert "gone" in told(refused.value)


def test_the_real_heartbeat_beats_until_it_is_stopped():
    import threading

    from sharebook.vault.heartbeat import Heartbeat

    beaten = threading.Event()
    stop = Heartbeat().start(0.001, beaten.set)

    assert beaten.wait(5)
    stop()
    assert "sign of life" not in {thread.name for thread in threading.enumerate()}

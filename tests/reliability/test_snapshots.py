"""While another program writes, the register is read from a copy of one moment."""

import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sharebook.bootstrap.access import Access
from sharebook.bootstrap.desk import Desk
from sharebook.bootstrap.opening import access, new_register
from sharebook.bootstrap.reading import Ready, open_snapshot, ready
from sharebook.domain.disclosures import Disclosure
from sharebook.domain.errors import Refused, Trouble
from sharebook.domain.names import Code, PupilId
from sharebook.domain.people import Person
from sharebook.domain.pupils import Pupil
from sharebook.services.recording import FlowChoice
from sharebook.store.opening import open_database
from sharebook.vault.reading_room import tidy_rooms
from sharebook.vault.strength import LEAST
from sharebook.words.sentences import told
from tests.builders import CATERER, a_pupil, a_recipient, a_school
from tests.conftest import Quiet
from tests.reliability.anna import Anna
from tests.reliability.processes import begin, kill, moments
from tests.reliability.school import CLOCK, FIRST, PASSPHRASE, PAT, Office


@pytest.fixture
def anna(folder: Path, forked: None) -> Iterator[Anna]:
    another = Anna(folder)
    yield another
    another.closes()


@pytest.fixture
def rooms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, forked: None) -> Path:
    """Where copies are kept, for this test alone."""
    place = tmp_path / "rooms"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    return place


@pytest.fixture
def found(folder: Path) -> Access:
    return access(folder, PAT, PASSPHRASE, CLOCK)


def test_nobody_writes_and_the_register_itself_is_opened(found, rooms):
    desk = ready(found, CLOCK, Quiet()).open()

    assert desk.as_at is None
    assert desk.reading_status == ""
    Office(desk, moments(1)).record(PupilId(1))
    desk.close()
    assert list(rooms.iterdir()) == []


def test_whoever_opens_it_meanwhile_reads_it_as_at_that_moment(found, rooms, anna):
    written = anna.writes()
    desk = ready(found, CLOCK, Quiet()).open()
    at = f"{CLOCK.now().astimezone():%H:%M}"

    assert desk.as_at == CLOCK.now()
    assert desk.register.head().seq == written
    assert desk.register.count(Pupil) == len(FIRST)
    assert desk.reading_status.startswith(f"As at {at}. Anna Field on ")
    assert desk.reading_status.endswith(" is writing.")
    assert anna.writes() == written + 1
    assert desk.register.head().seq == written
    desk.close()
    assert list(rooms.iterdir()) == []


def test_every_saving_is_refused_and_says_who_writes(found, rooms, anna):
    anna.writes()
    desk = ready(found, CLOCK, Quiet()).open()
    before = desk.register.count(Disclosure)

    for deed in Office(desk, moments(1)).deeds():
        with pytest.raises(Refused) as refused:
            deed.do()
        assert refused.value.code == "register_being_written", deed.name
        assert "Anna Field on" in told(refused.value)

    assert desk.register.count(Disclosure) == before
    desk.leave()
    assert list(rooms.iterdir()) == []


def test_looking_again_when_the_other_has_closed_gives_the_register_itself(found, rooms, anna):
    written = anna.writes()
    desk = ready(found, CLOCK, Quiet()).open()
    anna.closes()

    assert desk.reading_status.endswith("Nobody is writing any more.")
    with pytest.raises(Refused) as refused:
        Office(desk, moments(1)).record(PupilId(1))
    assert refused.value.code == "snapshot_is_old"
    assert "choose Look again" in told(refused.value)

    again = ready(desk.access, CLOCK, Quiet()).open()
    desk.close()
    assert again.as_at is None
    Office(again, moments(1)).record(PupilId(1))
    assert again.register.head().seq == written + 1
    again.close()


def test_the_copy_is_encrypted_under_a_key_of_its_own(found, rooms):
    desk = open_snapshot(found, CLOCK, Quiet())
    [copy] = rooms.glob("*/register-*.db")

    assert not copy.read_bytes().startswith(b"SQLite format 3")
    with pytest.raises(Trouble) as trouble:
        open_database(copy, found.data_key)
    assert trouble.value.code == "register_damaged"
    if sys.platform != "win32":
        assert copy.parent.stat().st_mode & 0o077 == 0
    desk.close()


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="only Linux tells what is open")
def test_the_register_itself_is_not_kept_open(found, rooms):
    desk = open_snapshot(found, CLOCK, Quiet())

    open_files = {each.resolve() for each in Path("/proc/self/fd").iterdir()}

    assert found.database.resolve() not in open_files
    assert any(rooms.resolve() in file.parents for file in open_files)
    desk.close()


def test_the_copy_stays_until_the_last_desk_at_it_is_closed(found, rooms):
    desk = open_snapshot(found, CLOCK, Quiet())
    second = desk.again()
    desk.close()
    desk.close()

    assert second.as_at == CLOCK.now()
    assert second.register.count(Pupil) == len(FIRST)
    second.close()
    assert list(rooms.iterdir()) == []


def test_a_register_made_ready_and_not_opened_leaves_nothing(found, rooms, anna):
    anna.writes()
    waiting: Ready = ready(found, CLOCK, Quiet())
    assert list(rooms.iterdir())

    waiting.forget()

    assert list(rooms.iterdir()) == []


def test_what_is_sealed_is_in_the_copy_for_its_holder_and_cannot_be_written(tmp_path, rooms):
    folder, head = tmp_path / "Sealed.sharebook", Person("Theo Placeholder", Code("head"))
    new_register(folder, a_school(), head, PASSPHRASE, CLOCK, LEAST).desk.close()
    found = access(folder, head.name, PASSPHRASE, CLOCK)
    live = Desk.opened(found, CLOCK)
    with live.register.writing(head.name) as writer:
        writer.add(a_pupil())
        writer.add(a_recipient())
    record_sealed(live)
    live.close()

    desk = open_snapshot(found, CLOCK, Quiet())

    assert desk.compartment is not None
    assert len(desk.compartment.about(PupilId(1))) == 1
    with pytest.raises(Refused, match="snapshot_is_old"):
        record_sealed(desk)
    with pytest.raises(Refused, match="snapshot_is_old"):
        desk.compartment.sealing.bring_out(1, "it may be seen", head.name)
    assert len(desk.compartment.about(PupilId(1))) == 1
    desk.close()
    assert list(rooms.iterdir()) == []


def record_sealed(desk: Desk) -> None:
    assert desk.compartment is not None
    recording = desk.compartment.recording
    draft = replace(
        recording.start(FlowChoice(CATERER, None, "", "")),
        pupils=(PupilId(1),),
        items=(Code("name"),),
        purpose="a sealed matter",
    )
    recording.save(draft, desk.person)


def read_for_ever(told_file: Path, found: Access, place: str) -> None:
    tempfile.tempdir = place
    desk = open_snapshot(found, CLOCK, Quiet())
    told_file.write_text(str(desk.register.head().seq))
    time.sleep(60)


def test_what_a_crash_leaves_is_removed_at_the_next_start_and_nothing_else(found, rooms, tmp_path):
    process = begin(read_for_ever, tmp_path / "told", found, str(rooms))
    mine = open_snapshot(found, CLOCK, Quiet())
    (rooms / "somebody-elses").mkdir()
    assert len(list(rooms.glob("sharebook-*"))) == 2
    assert tidy_rooms() == 0
    assert kill(process, 0)

    assert tidy_rooms() == 1
    assert mine.register.count(Pupil) == len(FIRST)
    mine.close()
    assert list(rooms.glob("sharebook-*")) == []
    assert (rooms / "somebody-elses").is_dir()


def test_no_room_for_the_copy_is_said_so(found, rooms):
    rooms.rmdir()

    with pytest.raises(Trouble) as trouble:
        open_snapshot(found, CLOCK, Quiet())

    assert trouble.value.code == "snapshot_not_made"
    assert "Nothing was changed" in told(trouble.value)

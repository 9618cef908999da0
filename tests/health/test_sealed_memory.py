"""The compartment is minded for its holders, and nothing outside tells what was written in it."""

import shutil

import pytest

from sharebook.bootstrap.opening import new_register, open_register
from sharebook.domain.names import Code
from sharebook.domain.people import Person
from sharebook.store.opening import open_database
from sharebook.vault.remembered_file import SIZE
from sharebook.vault.strength import LEAST
from tests.builders import a_disclosure, a_pupil, a_recipient, a_school
from tests.health.test_remembered_head import memories
from tests.services.backups.backed_up import PASSPHRASE, copy_of

THEO = "Theo Placeholder"


@pytest.fixture
def headed(tmp_path, clock, place):
    """A register whose head holds the compartment's key."""
    folder = tmp_path / "Headed.sharebook"
    made = new_register(folder, a_school(), Person(THEO, Code("head")), PASSPHRASE, clock, LEAST)
    with made.desk.register.writing(THEO) as writer:
        for record in (a_pupil(), a_recipient()):
            writer.add(record)
    made.desk.close()
    return folder


def opened(folder, clock):
    return open_register(folder, THEO, PASSPHRASE, clock)


def seal_one(folder, clock) -> None:
    desk = opened(folder, clock)
    with desk.compartment.register.writing(THEO) as writer:
        writer.add(a_disclosure(id=writer.next_id(type(a_disclosure()))))
    desk.close()


def codes(folder, clock) -> list[str]:
    desk = opened(folder, clock)
    try:
        return [each.code for each in desk.minding.urgent()]
    finally:
        desk.close()


def test_a_holder_has_two_memories_of_one_size(headed, clock, place):
    assert [each.stat().st_size for each in memories(place)] == [SIZE, SIZE]


def test_a_session_with_a_sealed_entry_changes_the_same_files_as_one_without(headed, clock, place):
    def changed_by(session) -> list[bool]:
        before = [each.read_bytes() for each in memories(place)]
        session()
        after = [each.read_bytes() for each in memories(place)]
        return [old != new for old, new in zip(before, after, strict=True)]

    without = changed_by(lambda: opened(headed, clock).close())
    sealed = changed_by(lambda: seal_one(headed, clock))
    assert without == sealed
    assert sorted(sealed) == [False, True]
    assert [each.stat().st_size for each in memories(place)] == [SIZE, SIZE]


def test_an_older_sealed_file_put_back_alone_is_told_to_its_holder(headed, clock, tmp_path):
    seal_one(headed, clock)
    kept = copy_of(headed, tmp_path / "older")
    seal_one(headed, clock)
    shutil.copy(kept / "sealed-1.db", headed / "sealed-1.db")
    desk = opened(headed, clock)
    (finding,) = desk.minding.urgent()
    desk.close()
    assert finding.code == "sealed_log_finding"
    assert "ends at entry 1, but it went up to entry 2" in str(finding.facts["what"])


def test_the_whole_check_goes_through_the_compartment(headed, clock, quiet):
    seal_one(headed, clock)
    desk = opened(headed, clock)
    assert desk.access.sealed is not None
    database, key = desk.access.sealed.database, desk.access.sealed.data_key
    assert desk.minding.check(quiet).ok
    seal = str(desk.compartment.checking.seal())
    assert desk.minding.does_seal_hold(seal).code == "seal_holds"
    desk.close()
    connection = open_database(database, key)
    for (name,) in connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    ).fetchall():
        connection.execute(f'DROP TRIGGER "{name}"')
    connection.execute("UPDATE disclosure SET purpose = 'changed'")
    connection.commit()
    connection.close()
    desk = opened(headed, clock)
    health = desk.minding.check(quiet)
    desk.close()
    assert not health.ok
    assert {each.code for each in health.findings if each.severity.value == "stop"} == {
        "sealed_log_finding"
    }

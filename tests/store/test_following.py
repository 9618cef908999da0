"""Following the chain takes short cuts, and follows it exactly all the same."""

import pytest
from sqlcipher3.dbapi2 import IntegrityError

from sharebook.domain.chain import Link, next_hash
from sharebook.domain.disclosures import Disclosure
from sharebook.store.chaining import beginning, register_id
from sharebook.store.checks import chain
from tests.store.samples import a_disclosure, a_pupil, write


def test_entries_by_people_with_any_name_at_any_moment_follow_each_other(register, connection):
    for number, name in enumerate(("Łukasz Ødegård", "N" * 300, "田" * 60, "Pat\tInkwell"), 1):
        with register.writing(name) as writer:
            writer.add(a_pupil(number))
    previous = beginning(register_id(connection))
    for *link, found in connection.execute(chain.LOG).fetchall():
        previous = next_hash(previous, Link(*link))
        assert previous == found

    assert list(chain.links(connection)) == []


def test_an_entry_has_one_current_version_and_finds_all_by_its_number(register, connection):
    [first] = write(register, a_disclosure(1, time="09:00"))
    with register.writing("Pat") as writer:
        writer.add(a_disclosure(1, time="10:00"), first, "the hour was wrong")

    assert [each.record.time for each in register.versions(Disclosure, 1)] == ["09:00", "10:00"]
    with pytest.raises(IntegrityError):
        write_as_it_is(connection, "UPDATE disclosure SET superseded_by = NULL WHERE seq = 1")


def write_as_it_is(connection, statement):
    """Run `statement` without the guard against it."""
    connection.execute("DROP TRIGGER disclosure_superseded_once")
    connection.execute(statement)

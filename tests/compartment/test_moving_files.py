"""What belongs to an entry moves with it, and its files leave the log they were in."""

import os
from dataclasses import replace

import pytest

from docs.exit_route import decrypted
from sharebook.domain.acknowledgements import About, Acknowledgement
from sharebook.domain.attachments import Attachment, Copy
from sharebook.domain.disposal import Disposal, Disposed
from sharebook.domain.errors import Refused, Trouble
from sharebook.domain.incidents import Incident
from sharebook.domain.names import AcknowledgementId, IncidentId
from sharebook.store import both_files
from sharebook.words.disposal import disposal_words
from sharebook.words.sentences import told
from tests.compartment.school import HUSHED, JUNO, PAT, QUINN, a_referral
from tests.disposal.school import order

SENTINEL = f"What {HUSHED} told the school. ".encode() * 1000
LETTER = Copy(f"{HUSHED}.txt", SENTINEL)
MIB = 1024 * 1024


def readable(access, *, sealed=False):
    found = access.sealed if sealed else access
    return decrypted(found.database.read_bytes(), found.data_key)


@pytest.fixture
def belongings(lead):
    """A file, an incident and a finding left as it is, all of entry 1 of the open log."""
    lead.attaching.attach(1, [LETTER], PAT)
    day = lead.clock.today()
    with lead.register.writing(PAT) as writer:
        writer.add(Incident(IncidentId(1), 1, day, "09:10", what=f"{HUSHED} rang"))
        left = Acknowledgement(AcknowledgementId(1), About.ENTRY, 1, "no_method", "By hand", day)
        writer.add(left)


def shown(log):
    return [(it.record.name, it.record.entry) for it in log.attaching.of(1)]


@pytest.mark.usefixtures("belongings")
def test_files_incidents_and_what_was_left_move_in(lead, sealed, quiet):
    sealed.sealing.move_in(1, "Recorded in the wrong place", QUINN)

    assert shown(sealed) == [(LETTER.name, 1)]
    assert sealed.attaching.read(1)[1] == SENTINEL
    (incident,) = sealed.incidents.open()
    assert (incident.incident.entry, incident.incident.what) == (1, f"{HUSHED} rang")
    (left,) = sealed.acknowledging.standing()
    assert (left.record.number, left.record.because) == (1, "By hand")
    assert lead.incidents.open() == []
    assert lead.acknowledging.standing() == []
    assert list(lead.register.verify(quiet)) == []
    assert list(sealed.register.verify(quiet)) == []


@pytest.mark.usefixtures("belongings")
def test_the_office_keeps_neither_name_nor_bytes_of_the_file(keys, lead, sealed):
    assert SENTINEL[:20] in readable(keys.office)

    sealed.sealing.move_in(1, "Recorded in the wrong place", QUINN)

    assert b"told the school" not in readable(keys.office)
    assert LETTER.name.encode() not in readable(keys.office)
    assert lead.attaching.of(1) == []
    (line,) = lead.register.current(Disposal)
    assert line.record.what is Disposed.FILES
    assert disposal_words(line.record) == "Files, entry 1, 1 record"
    (told_of,) = lead.retelling.told("disposal", lead.remembering.history("disposal", 1))
    assert "What: The files of an entry" in [change.sentence for change in told_of.changes]


@pytest.mark.usefixtures("belongings")
def test_brought_out_they_leave_the_compartment(keys, lead, sealed, quiet):
    sealed.sealing.move_in(1, "Recorded in the wrong place", QUINN)
    before = keys.lead.sealed.database.stat()

    moved = sealed.sealing.bring_out(1, "It was in the right place", QUINN)

    assert lead.attaching.of(moved.open_number)[0].record.name == LETTER.name
    assert lead.attaching.read(2)[1] == SENTINEL
    assert sealed.attaching.of(1) == []
    assert b"told the school" not in readable(keys.lead, sealed=True)
    after = keys.lead.sealed.database.stat()
    assert (after.st_size, after.st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    assert lead.incidents.open()[0].incident.entry == moved.open_number
    assert sealed.incidents.open() == []
    assert list(lead.register.verify(quiet)) == []
    assert list(sealed.register.verify(quiet)) == []


def test_the_file_of_the_entry_it_puts_right_comes_too(keys, lead, sealed):
    lead.attaching.attach(1, [LETTER], PAT)
    draft = lead.recording.reopen(lead.recording.entry(1).record)
    right = lead.recording.correct(1, replace(draft, note="by post"), "By post", PAT)

    sealed.sealing.move_in(right.number, "Recorded in the wrong place", QUINN)

    assert sealed.attaching.read(1)[1] == SENTINEL
    assert b"told the school" not in readable(keys.office)


def test_a_file_that_another_entry_has_too_stays_with_that_one(lead, sealed, quiet):
    lead.attaching.attach(1, [LETTER], PAT)
    lead.attaching.attach(2, [LETTER], PAT)

    sealed.sealing.move_in(1, "Recorded in the wrong place", QUINN)

    assert lead.attaching.read(2)[1] == SENTINEL
    assert list(lead.register.verify(quiet)) == []


def test_an_entry_whose_file_is_gone_stays_where_it_is(lead, sealed, monkeypatch):
    lead.attaching.attach(1, [LETTER], PAT)
    monkeypatch.setattr(type(lead.register), "attached", lambda *_: None)

    with pytest.raises(Trouble, match="attachment_gone"):
        sealed.sealing.move_in(1, "Recorded in the wrong place", QUINN)

    assert not lead.browsing.entry(1).mistake


@pytest.mark.usefixtures("belongings")
def test_where_one_file_cannot_be_written_nothing_moves(lead, sealed, monkeypatch, quiet):
    def full(*_args):
        raise Trouble("disk_full", cause="test")

    monkeypatch.setattr(both_files, "keep_room", full)

    with pytest.raises(Trouble, match="disk_full"):
        sealed.sealing.move_in(1, "Recorded in the wrong place", QUINN)

    assert shown(lead) == [(LETTER.name, 1)]
    assert sealed.register.history(Attachment) == []
    assert list(lead.register.verify(quiet)) == []


def test_a_large_file_moves_in_whole_and_the_compartment_stays_whole_steps(keys, lead, sealed):
    content = os.urandom(3 * MIB)
    lead.attaching.attach(1, [Copy("scan.pdf", content)], PAT)
    before = keys.lead.sealed.database.stat()

    sealed.sealing.move_in(1, "Recorded in the wrong place", QUINN)

    after = keys.lead.sealed.database.stat()
    assert sealed.attaching.read(1)[1] == content
    assert after.st_size % MIB == 0
    assert after.st_size - before.st_size in {3 * MIB, 4 * MIB}
    assert after.st_mtime_ns == before.st_mtime_ns


def test_a_sealed_file_makes_it_one_step_larger_at_most(keys, lead, sealed):
    sealed.recording.save(a_referral(lead), QUINN)
    largest = sealed.attaching.largest
    for turn in range(3):
        before = keys.lead.sealed.database.stat()
        sealed.attaching.attach(1, [Copy(f"{turn}.pdf", os.urandom(largest))], QUINN)
        after = keys.lead.sealed.database.stat()
        assert after.st_size - before.st_size in {0, MIB}
        assert after.st_mtime_ns == before.st_mtime_ns

    with pytest.raises(Refused, match="too_large_sealed") as refused:
        sealed.attaching.attach(1, [Copy("scan.pdf", bytes(largest + 1))], QUINN)
    assert "900 KB" in told(refused.value)


def test_a_small_sealed_file_shows_in_no_size_and_no_date(keys, lead, sealed, office):
    sealed.recording.save(a_referral(lead), QUINN)
    folder = keys.folder
    before = {file.name: file.stat() for file in folder.iterdir()}

    sealed.attaching.attach(1, [LETTER], QUINN)

    after = {file.name: file.stat() for file in folder.iterdir()}
    assert set(after) == set(before)
    assert [it.st_size for it in after.values()] == [it.st_size for it in before.values()]
    assert [it.st_mtime_ns for it in after.values()] == [it.st_mtime_ns for it in before.values()]
    assert office.register.history(Attachment) == []
    assert sealed.attaching.read(1)[1] == SENTINEL


def test_disposing_of_the_child_takes_the_sealed_file_too(keys, lead, sealed, quiet):
    sealed.recording.save(a_referral(lead), QUINN)
    sealed.attaching.attach(1, [LETTER], QUINN)
    lead.clock.moment = lead.clock.moment.replace(year=2060)
    with lead.register.writing(QUINN) as writer:
        for number in (1, 3):  # entries of the open log about her
            writer.dispose(order(Disposed.ENTRY, number))
        writer.dispose(order(Disposed.PUPIL, JUNO))

    assert sealed.letting_go.finish(QUINN)
    assert sealed.letting_go.sweep()

    assert b"told the school" not in readable(keys.lead, sealed=True)
    assert LETTER.name.encode() not in readable(keys.lead, sealed=True)
    assert list(sealed.register.verify(quiet)) == []

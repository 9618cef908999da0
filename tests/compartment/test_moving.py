"""Into the compartment and out of it: in both logs at once, with a reason, and nothing told."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from sharebook.bootstrap.sealed_writing import BothOnDisk, SealedTurn
from sharebook.domain.disclosures import Disclosure
from sharebook.domain.errors import Refused, Trouble
from sharebook.store import both_files
from sharebook.words.sentences import told
from tests.compartment.school import JUNO, QUINN, a_referral


def seen(desk):
    """What the ordinary services say of Juno."""
    return [entry.number for entry in desk.answering.events(JUNO)]


def test_an_entry_moves_in_and_is_struck_out_in_the_open_log(lead, sealed, quiet):
    moved = sealed.sealing.move_in(1, "Recorded in the wrong place", QUINN)

    assert (moved.open_number, moved.sealed_number) == (1, 1)
    assert seen(lead) == [3]
    row = lead.browsing.entry(1)
    assert (row.mistake, row.entry.reason) == (True, "Recorded in the wrong place")
    assert row.written.by == "Pat Inkwell"
    inside = sealed.recording.entry(1).record
    assert (inside.purpose, inside.cohort) == (row.entry.record.purpose, row.entry.record.cohort)
    assert not inside.is_mistake
    assert list(lead.register.verify(quiet)) == []
    assert list(sealed.register.verify(quiet)) == []


def test_the_sealed_entry_says_where_it_came_from(lead, sealed):
    sealed.sealing.move_in(1, "Recorded in the wrong place", QUINN)

    (first,) = sealed.history(1)

    assert first.reason == (
        "Moved here from entry 1 of the open log, written by Pat Inkwell on 14 September 2026. "
        "Recorded in the wrong place"
    )


def test_what_the_office_saw_stays_in_its_history(lead, sealed):
    sealed.sealing.move_in(1, "Recorded in the wrong place", QUINN)

    versions = lead.remembering.history("disclosure", 1)

    assert [version.happened.value for version in versions] == ["written", "mistake"]


def test_a_class_moves_in_whole(lead, sealed):
    sealed.sealing.move_in(3, "Recorded in the wrong place", QUINN)

    assert len(sealed.recording.entry(1).record.cohort) == len(
        lead.recording.entry(3).record.cohort
    )
    assert seen(lead) == [1]


def test_a_sealed_entry_comes_out_as_any_new_entry(lead, sealed, quiet):
    sealed.recording.save(a_referral(lead), QUINN)

    moved = sealed.sealing.bring_out(1, "The case is closed", QUINN)

    assert (moved.sealed_number, moved.open_number) == (1, 4)
    outside = lead.browsing.entry(4)
    assert outside.written.reason == ""
    assert outside.written.supersedes is None
    assert seen(lead) == [1, 3, 4]
    assert sealed.about(JUNO) == []
    assert "entry 4 of the open log" in sealed.browsing.entry(1).entry.reason
    assert list(lead.register.verify(quiet)) == []
    assert list(sealed.register.verify(quiet)) == []


def test_in_and_out_again_leaves_one_that_stands(lead, sealed):
    sealed.sealing.move_in(1, "Recorded in the wrong place", QUINN)
    sealed.sealing.bring_out(1, "It was in the right place", QUINN)

    assert seen(lead) == [3, 4]
    assert sealed.about(JUNO) == []


@pytest.mark.parametrize("verb", ["move_in", "bring_out"])
def test_both_ways_want_a_reason(lead, sealed, verb):
    sealed.recording.save(a_referral(lead), QUINN)

    with pytest.raises(Refused) as refused:
        getattr(sealed.sealing, verb)(1, "  ", QUINN)

    assert "Say why" in told(refused.value)
    assert seen(lead) == [1, 3]


def test_nobody_moves_what_is_struck_out_or_put_right(lead, sealed):
    lead.striking.strike_out(2, "Twice", QUINN)
    draft = lead.recording.reopen(lead.recording.entry(1).record)
    lead.recording.correct(1, draft, "A slip", QUINN)

    for number, code in (
        (2, "entry_by_mistake"),
        (1, "entry_put_right_already"),
        (9, "entry_unknown"),
    ):
        with pytest.raises(Refused, match=code):
            sealed.sealing.move_in(number, "Recorded in the wrong place", QUINN)

    with pytest.raises(Refused) as refused:
        sealed.sealing.bring_out(1, "The case is closed", QUINN)
    assert "S1" in told(refused.value)


def test_where_one_file_cannot_be_written_neither_is(lead, sealed, monkeypatch):
    def full(*_args):
        raise Trouble("disk_full", cause="test")

    monkeypatch.setattr(both_files, "keep_room", full)  # the last thing before both are kept
    before = lead.register.head(), sealed.register.head()

    with pytest.raises(Trouble, match="disk_full"):
        sealed.sealing.move_in(1, "Recorded in the wrong place", QUINN)

    assert (lead.register.head(), sealed.register.head()) == before
    assert lead.register.history(Disclosure)[0].superseded_by is None


def test_a_compartment_that_is_gone_is_called_so_and_nothing_moves(keys, lead, sealed):
    assert sealed.register.head().seq == 0
    both = BothOnDisk(keys.lead, keys.lead.sealed, lead.clock, NoTurn())
    keys.lead.sealed.database.rename(keys.folder / "elsewhere")

    with pytest.raises(Trouble, match="compartment_missing"), both.writing(QUINN):
        pass

    assert seen(lead) == [1, 3]


class NoTurn(SealedTurn):
    """Takes no lock: what is looked at is the file alone."""

    def __init__(self) -> None:
        pass

    @contextmanager
    def taken(self) -> Iterator[None]:
        yield


def test_a_second_writer_elsewhere_is_told_and_nothing_moves(keys, lead, sealed, office):
    holder = subprocess.Popen(
        [sys.executable, "-m", "tests.compartment.lock_holder", str(keys.folder)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        for deed in (
            lambda: sealed.sealing.move_in(1, "Recorded in the wrong place", QUINN),
            lambda: sealed.recording.save(a_referral(lead), QUINN),
        ):
            with pytest.raises(Refused, match="register_being_written"):
                deed()
        assert seen(lead) == [1, 3]
    finally:
        holder.communicate("")

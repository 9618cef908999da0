"""Proving the recovery sheet: what passes, what is remembered, and for which sheet."""

from contextlib import closing
from datetime import date, timedelta
from typing import cast

import pytest

from sharebook.bootstrap.desk import Desk
from sharebook.bootstrap.keys import KeyKeeping, new_code
from sharebook.bootstrap.opening import access, access_with_recovery
from sharebook.bootstrap.sheet_proof import SheetProof
from sharebook.domain.clock import Clock
from sharebook.domain.errors import Refused
from sharebook.services.ports import Progress
from sharebook.store.opening import open_database
from sharebook.vault.recovery import new_secret, printed
from sharebook.vault.strength import LEAST
from tests.conftest import Quiet, StillClock
from tests.vault.school import PASSPHRASES, PAT, QUINN, THEO, Small

TODAY = date(2026, 9, 14)


class Later(StillClock):
    """The same clock, some days on."""

    def __init__(self, clock: StillClock, days: int) -> None:
        super().__init__(clock.now() + timedelta(days=days))


def proof(small: Small, clock: Clock, who: str = PAT) -> SheetProof:
    return SheetProof(access(small.folder, who, PASSPHRASES[who], clock), clock)


def one_letter_wrong(code: str) -> str:
    return code[:-1] + ("2" if code[-1] != "2" else "3")


def test_a_sheet_nobody_tried_has_no_day(small: Small, clock: StillClock):
    assert proof(small, clock).proved_on() is None


def test_the_right_code_passes_and_changes_nothing(small: Small, clock: StillClock):
    sheet = proof(small, clock)

    sheet.prove(small.code.lower().replace("-", " "))

    assert sheet.proved_on() is None


def test_a_slip_and_another_sheet_are_told_apart(small: Small, clock: StillClock):
    sheet = proof(small, clock)
    with pytest.raises(Refused, match="recovery_mistyped"):
        sheet.prove(one_letter_wrong(small.code))
    with pytest.raises(Refused, match="recovery_wrong"):
        sheet.prove(printed(new_secret()))


def test_the_newest_proof_is_remembered_by_the_register(small: Small, clock: StillClock):
    proof(small, clock).remember()
    proof(small, Later(clock, 400), THEO).remember()

    with closing(Desk.opened(access(small.folder, PAT, PASSPHRASES[PAT], clock), clock)) as desk:
        assert desk.sheet_proved_on() == TODAY + timedelta(days=400)


def test_a_new_sheet_begins_unproved(small: Small, clock: StillClock):
    sheet = proof(small, clock)
    sheet.remember()

    KeyKeeping(access(small.folder, THEO, PASSPHRASES[THEO], clock), clock, LEAST).replace_sheet(
        new_code()
    )

    assert sheet.proved_on() is None


def test_a_proof_outlives_a_new_key(small: Small, clock: StillClock):
    proof(small, clock).remember()
    keys = KeyKeeping(access(small.folder, PAT, PASSPHRASES[PAT], clock), clock, LEAST)

    renewed = keys.remove(QUINN)

    assert SheetProof(renewed, clock).proved_on() == TODAY


def test_whoever_came_in_by_the_sheet_may_note_it(small: Small, clock: StillClock):
    sheet = SheetProof(access_with_recovery(small.folder, small.code, clock), clock)
    sheet.remember()
    assert sheet.proved_on() == TODAY


def test_who_only_reads_notes_nothing(small: Small, clock: StillClock):
    sheet = proof(small, clock, QUINN)
    sheet.prove(small.code)
    with pytest.raises(Refused, match="only_reads"):
        sheet.remember()


def test_a_check_finds_nothing_wrong_with_proofs(small: Small, clock: StillClock, quiet: Quiet):
    proof(small, clock).remember()
    assert findings(small, clock, quiet) == []


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("sheet-proved-2", "yesterday"),
        ("sheet-proved-02", "2026-09-14 0123456789abcdef"),
        ("sheet-proved-x", "2026-09-14 0123456789abcdef"),
    ],
)
def test_a_row_no_proof_would_leave_is_found(
    small: Small, clock: StillClock, quiet: Quiet, key: str, value: str
):
    found = access(small.folder, PAT, PASSPHRASES[PAT], clock)
    with closing(open_database(found.database, found.data_key)) as connection:
        connection.execute("INSERT INTO meta (key, value) VALUES (?, ?)", (key, value))
    assert findings(small, clock, quiet) == ["check_meta_changed"]


def findings(small: Small, clock: StillClock, quiet: Quiet) -> list[str]:
    with closing(Desk.opened(access(small.folder, PAT, PASSPHRASES[PAT], clock), clock)) as desk:
        return [each.code for each in desk.register.verify(cast("Progress", quiet))]

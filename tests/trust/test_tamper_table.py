"""Everything an insider with the key may try is found: by the check, by a seal, or by a memory.

What only a seal or a memory finds is asserted to be unseen without one, and stands in the manual
(docs/guide/trust.md).
"""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from sharebook.domain.chain import Head, commitment
from sharebook.domain.disclosures import Disclosure
from sharebook.domain.names import Seq
from sharebook.domain.seal import tidy_code
from sharebook.words.sentences import told
from tests.conftest import Quiet
from tests.trust.attacks import (
    CUT_OFF,
    SEEN,
    chain_anew,
    cut_off_the_newest,
    some,
    write_an_entry_with_yesterdays_date,
)
from tests.trust.insider import unguarded
from tests.trust.registers import Kept, opened


@dataclass(frozen=True)
class Seen:
    """What the check says without a seal and with one, and how the chain ends."""

    codes: set[str]
    codes_with_seal: set[str]
    ok: bool
    ok_with_seal: bool
    heads: list[Head]


def looked_at(folder: Path, seal: str) -> Seen:
    desk = opened(folder)
    try:
        alone, sealed = desk.checking.check(Quiet()), desk.checking.check(Quiet(), seal)
        assert all(told(each) for each in [*alone.findings, *sealed.findings])
        return Seen(
            {each.code for each in alone.findings},
            {each.code for each in sealed.findings},
            alone.ok,
            sealed.ok,
            list(desk.register.heads()),
        )
    finally:
        desk.close()


def remembered(template: Kept) -> Head:
    """Return the head a workstation saw last."""
    newest: Head = template.told["chain"][0]
    return newest


def test_nothing_is_found_where_nothing_was_done(template, folder):
    seen = looked_at(folder, template.seal)

    assert (seen.ok, seen.ok_with_seal) == (True, True)
    assert seen.codes_with_seal == {"seal_holds"}


def test_taking_the_guards_down_and_putting_them_back_leaves_no_trace(template, folder):
    """So what is found below is found in the records, not in the guards."""
    with unguarded(folder / "register-1.db", template.key):
        pass

    assert looked_at(folder, template.seal).codes_with_seal == {"seal_holds"}


@pytest.mark.parametrize("attack", SEEN, ids=lambda attack: attack.__name__)
def test_a_change_of_what_is_written_is_found_without_any_seal(attack, template, folder):
    with unguarded(folder / "register-1.db", template.key) as connection:
        attack(connection)

    seen = looked_at(folder, template.seal)

    assert not seen.ok
    assert not seen.ok_with_seal
    assert "check_schema_changed" not in seen.codes


def test_an_entry_dated_back_behind_the_one_before_is_pointed_out(template, folder):
    with unguarded(folder / "register-1.db", template.key) as connection:
        write_an_entry_with_yesterdays_date(connection)

    seen = looked_at(folder, template.seal)

    assert "check_clock_went_back" in seen.codes
    assert not seen.ok_with_seal


def only_outside_witnesses_know(template: Kept, folder: Path) -> None:
    seen = looked_at(folder, template.seal)
    assert seen.ok, "the manual says that this is not found"
    assert seen.codes == set()
    assert not seen.ok_with_seal
    assert seen.codes_with_seal == {"seal_unknown"}
    assert remembered(template) not in seen.heads


def test_cutting_off_the_newest_entries_is_found_by_a_seal_or_a_memory(template, folder):
    with unguarded(folder / "register-1.db", template.key) as connection:
        cut_off_the_newest(connection)

    only_outside_witnesses_know(template, folder)
    assert remembered(template).seq - looked_at(folder, "").heads[0].seq == CUT_OFF


def test_a_chain_written_anew_is_found_by_a_seal_or_a_memory(template, folder):
    database = folder / "register-1.db"
    with unguarded(database, template.key) as connection:
        seq = some(connection)
        connection.execute("UPDATE disclosure SET note = 'as agreed' WHERE seq = ?", (seq,))
    desk = opened(folder)
    record = desk.register.record_at(Disclosure, Seq(seq))
    salt = desk.register._connection.execute(
        "SELECT salt FROM disclosure WHERE seq = ?", (seq,)
    ).fetchone()[0]
    desk.close()
    forged = commitment(salt, record.record, record.supersedes, record.reason)
    with unguarded(database, template.key) as connection:
        connection.execute("UPDATE log SET commitment = ? WHERE seq = ?", (forged, seq))
        chain_anew(connection)

    only_outside_witnesses_know(template, folder)


def test_an_older_copy_put_back_is_found_by_a_seal_or_a_memory(two_ages, folder):
    earlier, later = two_ages
    shutil.copy(earlier.database, folder / "register-1.db")

    only_outside_witnesses_know(later, folder)


def test_an_older_copy_of_the_whole_folder_is_found_by_a_seal_or_a_memory(two_ages):
    earlier, later = two_ages

    only_outside_witnesses_know(later, earlier.folder)


def test_an_older_seal_still_holds_after_more_work(two_ages):
    earlier, later = two_ages
    seen = looked_at(later.folder, earlier.seal)

    assert seen.codes_with_seal == {"seal_holds"}


def test_each_letter_of_a_seal_counts(template, folder):
    letters = tidy_code(template.seal)
    places = [place for place, letter in enumerate(letters) if letter != "-"]
    for place in places[::3]:
        other = "7" if letters[place] != "7" else "8"
        seen = looked_at(folder, letters[:place] + other + letters[place + 1 :])
        assert seen.codes_with_seal == {"seal_unknown"}

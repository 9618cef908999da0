"""Each thing that can be wrong around a register is found, and nothing else is."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from sharebook.domain.backups import Proof
from sharebook.domain.chain import Head
from sharebook.domain.findings import Finding, Severity
from sharebook.domain.names import Code, Seq
from sharebook.domain.people import Person
from sharebook.domain.places import Place
from sharebook.domain.remembered import Fit, Memory, Seen
from sharebook.services.backing_up import STOPPED
from sharebook.services.health.advice import advice
from sharebook.services.health.ground import KeyCopy, Room
from sharebook.services.minding import Minding
from sharebook.words.sentences import told
from tests.conftest import StillClock
from tests.health.pretended import NOW, Pretended, a_backup, hash_of

STOP, WARNING, GAP, FINE = Severity
HERE = Path("/srv/office/Example.sharebook")
SEEN = Memory((Head(Seq(60), hash_of(60)),), NOW, "Pat Inkwell", str(HERE), 1)


def minding(ground: Pretended) -> Minding:
    nothing: Any = None
    return Minding(nothing, nothing, ground, StillClock(NOW))


def found(**wrong: Any) -> list[Finding]:
    return list(minding(Pretended(**wrong)).quick())


def test_a_well_kept_register_has_no_finding() -> None:
    assert found() == []
    assert minding(Pretended()).urgent() == ()


CASES: list[tuple[dict[str, Any], str, Severity]] = [
    ({"fits": Seen(Fit.OLDER, SEEN, 40)}, "head_older", STOP),
    ({"fits": Seen(Fit.REWRITTEN, SEEN, 12)}, "head_rewritten", STOP),
    ({"fits": Seen(Fit.OLD_KEYS, SEEN, 60)}, "keys_older_than_seen", STOP),
    ({"fits": Seen(Fit.OLD_KEYS)}, "keys_older_than_seen", STOP),
    ({"fits": Seen(Fit.UNREADABLE)}, "memory_unreadable", WARNING),
    ({"fits": Seen(Fit.REWRITTEN, SEEN, 12, elsewhere=True)}, "head_of_a_copy", GAP),
    ({"sealed": (Seen(Fit.OLDER, SEEN, 40), 40)}, "sealed_log_finding", STOP),
    ({"compartment": False}, "compartment_missing", STOP),
    ({"where": Place(HERE, synced_by="OneDrive")}, "place_is_synced", STOP),
    ({"where": Place(HERE, roaming=True)}, "place_is_roaming", WARNING),
    ({"where": Place(HERE, removable=True)}, "place_is_removable", GAP),
    ({"where": Place(HERE, temporary=True)}, "place_is_temporary", GAP),
    ({"where": Place(HERE, network="cifs")}, "place_is_network", FINE),
    ({"where": Place(HERE, open_to_others=True)}, "place_is_open", GAP),
    ({"own": [], "second": None}, "backups_none", GAP),
    ({"own": [a_backup(15, 30)], "second": NOW}, "backups_old", WARNING),
    ({"own": [a_backup(0, 50)]}, "backup_holds_more", STOP),
    ({"own": [a_backup(0, 30, hash_of(9))]}, "backup_holds_other", STOP),
    ({"failed_code": "backup_no_room"}, "backup_failed_last", WARNING),
    ({"second_place": None}, "second_place_none", GAP),
    ({"second": None}, "second_place_empty", GAP),
    ({"second": NOW - timedelta(days=20)}, "second_place_old", WARNING),
    ({"written": NOW + timedelta(days=2)}, "clock_behind", WARNING),
    ({"copy": KeyCopy.MISSING}, "keys_copy_missing", GAP),
    ({"copy": KeyCopy.STALE}, "keys_copy_stale", GAP),
    ({"space": Room(10, 20)}, "disk_nearly_full", GAP),
    ({"known": [Person("Pat Inkwell", Code("head"))]}, "only_one_person", GAP),
    ({"known": [Person(name, Code("office")) for name in "ab"]}, "nobody_is_head", GAP),
    ({"proved_on": None}, "sheet_never_proved", GAP),
    ({"proved_on": NOW.date() - timedelta(days=366)}, "sheet_proved_long_ago", GAP),
]


@pytest.mark.parametrize(("wrong", "code", "severity"), CASES, ids=[case[1] for case in CASES])
def test_what_is_wrong_is_found_and_nothing_else(
    wrong: dict[str, Any], code: str, severity: Severity
) -> None:
    assert [(each.code, each.severity) for each in found(**wrong)] == [(code, severity)]


@pytest.mark.parametrize(("wrong", "code", "severity"), CASES, ids=[case[1] for case in CASES])
def test_every_finding_says_what_is_safe_and_what_to_do(
    wrong: dict[str, Any], code: str, severity: Severity
) -> None:
    (finding,) = found(**wrong)
    more = advice(finding)
    assert told(finding).endswith((".", ")"))
    assert more.safe.endswith(".")
    assert more.do.endswith(".") or severity is FINE
    assert "{" not in told(finding) + more.safe + more.do


def test_only_what_is_wrong_is_urgent_and_the_worst_stands_first() -> None:
    ground = Pretended(
        failed_code="backup_no_room",
        space=Room(1, 2),
        where=Place(HERE, synced_by="Dropbox"),
        known=[],
    )
    assert [each.code for each in minding(ground).urgent()] == [
        "place_is_synced",
        "backup_failed_last",
    ]


def test_the_second_place_is_not_asked_at_opening() -> None:
    ground = Pretended(second=NOW - timedelta(days=90))
    assert minding(ground).urgent() == ()


def test_young_backups_and_ones_nothing_was_written_since_are_well() -> None:
    assert found(own=[a_backup(13, 30)]) == []
    assert found(own=[a_backup(400, 40)]) == []


def test_a_backup_that_somebody_stopped_is_no_failure() -> None:
    assert found(failed_code=STOPPED) == []


def test_a_damaged_backup_proves_nothing_against_the_register() -> None:
    assert found(own=[a_backup(0, 50)], proved=Proof.DAMAGED) == []


def test_a_backup_under_an_earlier_key_still_counts() -> None:
    codes = [each.code for each in found(own=[a_backup(0, 50)], proved=Proof.OTHER_KEY)]
    assert codes == ["backup_holds_more"]


def test_backups_from_before_a_restore_count_no_more() -> None:
    newer, older = a_backup(2, 50), a_backup(3, 30)
    assert found(own=[newer, older], restored_at=NOW - timedelta(days=1)) == []
    later = a_backup(0.5, 50)
    codes = [each.code for each in found(own=[later], restored_at=NOW - timedelta(days=1))]
    assert codes == ["backup_holds_more"]


def test_two_clocks_of_one_school_may_differ_a_little() -> None:
    assert found(written=NOW + timedelta(minutes=20)) == []
    assert found(written=None) == []


def test_a_practice_register_is_not_nagged_about() -> None:
    ground = Pretended(
        is_practice=True,
        own=[],
        second_place=None,
        known=[Person("Pat Inkwell", Code("office"))],
        proved_on=None,
        where=Place(HERE, temporary=True, open_to_others=True),
        written=NOW + timedelta(days=9),
    )
    assert minding(ground).quick() == ()


def test_what_cannot_be_looked_at_is_a_finding_and_not_the_end() -> None:
    codes = {each.code for each in found(unreadable=True, copy=KeyCopy.MISSING)}
    assert codes == {"check_step_unreadable", "keys_copy_missing"}


def test_the_sentence_says_when_it_was_seen_and_by_whom() -> None:
    (older,) = found(fits=Seen(Fit.OLDER, SEEN, 40))
    assert "ends at entry 40" in told(older)
    assert "entry 60 when Pat Inkwell" in told(older)
    (other,) = found(fits=Seen(Fit.REWRITTEN, SEEN, 12))
    assert "from entry 13 on" in told(other)


def test_traces_that_the_next_unlocking_clears_are_no_damage() -> None:
    more = advice(Finding("check_disposal_unswept", Severity.WARNING))

    assert "as it was" in more.safe
    assert "Write nothing" not in more.do
    assert more.page == ""

"""To the office no sealed entry exists: not in a count, a search, a byte, a size or a time."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from sharebook.bootstrap.desk import Desk
from sharebook.domain.disclosures import Decision, Disclosure
from sharebook.domain.names import PupilId
from tests.compartment.office_eyes import documents, everything, exports, folder, services
from tests.compartment.school import HUSHED, JUNO, PUPILS, QUINN, Keys, a_referral, opened
from tests.conftest import StillClock

SEALED_FILE = "sealed-"


def record(desk: Desk, times: int) -> None:
    """Record, correct, strike out and put back sealed entries, about one child and about all."""
    sealed = desk.compartment
    assert sealed is not None
    everyone = tuple(PupilId(number) for number in range(1, PUPILS + 1))
    for turn in range(times):
        pupils = everyone if turn % 5 == 1 else (JUNO,)
        decision = Decision.REFUSED if turn % 7 == 2 else Decision.SHARED
        draft = a_referral(desk, pupils, decision=decision, reason=f"{HUSHED} {turn}")
        entry = sealed.recording.save(draft, QUINN)
        if turn % 3 == 1:
            entry = sealed.recording.correct(entry.number, draft, "The hour was wrong", QUINN)
        if turn % 4 == 2:
            sealed.striking.strike_out(entry.number, "Written twice", QUINN)
        if turn % 8 == 2:
            sealed.striking.put_back(entry.number, "Once after all", QUINN)


def session(keys: Keys, clock: StillClock, times: int) -> None:
    """Let the lead unlock, record, look and lock."""
    desk = opened(keys.lead, clock)
    try:
        record(desk, times)
        assert desk.compartment is not None
        desk.compartment.about(JUNO)
    finally:
        desk.close()


def differing(before: dict[str, object], after: dict[str, object]) -> list[str]:
    return sorted(
        name for name in before.keys() | after.keys() if before.get(name) != after.get(name)
    )


def of_any_session(name: str) -> bool:
    """Say whether every session of a holder changes it: leaving writes the sealed file anew."""
    return name.startswith((f"time of {SEALED_FILE}", "time of Example Lane"))


@pytest.mark.parametrize("times", [1, 50])
def test_sealed_entries_change_nothing_the_office_can_see_or_read(keys, clock, times):
    before = everything(keys, clock)

    session(keys, clock, times)
    after = everything(keys, clock)

    assert len(before) > 60
    assert [name for name in differing(before, after) if not of_any_session(name)] == []


@pytest.mark.parametrize("times", [1, 50])
def test_while_the_lead_is_at_work_not_even_a_time_moves(keys, clock, lead, times):
    assert lead.compartment is not None
    before = everything(keys, clock)

    record(lead, times)

    assert differing(before, everything(keys, clock)) == []


def test_a_session_with_sealed_work_leaves_the_files_a_session_without_leaves(
    template, clock, tmp_path
):
    looked, worked = (template.moved_to(tmp_path / name) for name in ("a", "b"))
    before = [folder(each.folder) for each in (looked, worked)]

    session(looked, clock, 0)
    session(worked, clock, 50)

    changed = [
        {name.removesuffix(each.folder.name) for name in differing(old, folder(each.folder))}
        for each, old in zip((looked, worked), before, strict=True)
    ]
    assert changed[0] == changed[1]


def test_this_computer_keeps_no_more_of_a_session_with_sealed_work(
    template, clock, tmp_path, monkeypatch
):
    kept = []
    for name, times in (("a", 0), ("b", 50)):
        place = tmp_path / f"computer {name}"
        monkeypatch.setattr("sharebook.bootstrap.remembered_head.default_place", lambda p=place: p)
        monkeypatch.setattr("sharebook.bootstrap.draft_box.default_place", lambda p=place: p)
        session(template.moved_to(tmp_path / name), clock, times)
        kept.append(sorted((str(it.relative_to(place)), it.stat().st_size) for it in files(place)))

    assert kept[0] == kept[1]
    assert kept[0]


def files(place: Path) -> list[Path]:
    return [each for each in place.rglob("*") if each.is_file()]


def test_the_office_writes_meanwhile_as_if_alone(keys, clock, lead, office):
    """The lock is free between two sealed entries, and says nothing of them."""
    record(lead, 3)
    note = (keys.folder / "writer.lock").read_bytes()

    office.striking.strike_out(2, "Twice", "Pat Inkwell")

    assert note.strip() == b""
    assert office.register.head().seq == lead.register.head().seq


def test_what_the_office_writes_is_numbered_and_chained_as_if_nothing_was_sealed(
    template, clock, tmp_path
):
    told = []
    for name, times in (("a", 0), ("b", 12)):
        keys = template.moved_to(tmp_path / name)
        session(keys, clock, times)
        desk = opened(keys.office, clock)
        draft = desk.recording.repeat(desk.recording.entry(1).record)
        desk.recording.save(draft, "Pat Inkwell")
        told.append([(each.record, each.seq) for each in desk.register.history(Disclosure)])
        desk.close()

    assert told[0] == told[1]


def test_nothing_of_a_sealed_entry_is_readable_in_the_folder(keys, clock):
    session(keys, clock, 12)

    for file in keys.folder.iterdir():
        content = file.read_bytes()
        for form in ("utf-8", "utf-16-le"):
            assert HUSHED.encode(form) not in content


def test_the_lead_s_own_screens_for_everybody_are_the_office_s(keys, clock, lead):
    """Also for a head or lead every answer, print and export is made from the open register."""

    def seen() -> Iterator[dict[str, object]]:
        for part in (services, documents, exports):
            yield {name: told for name, told in part(lead).items() if name != "compartment"}

    before = list(seen())
    record(lead, 12)
    clock.moment += timedelta(seconds=1)

    assert list(seen()) == before


def test_backups_are_as_many_and_as_large_whether_or_not_the_lead_sealed_anything(
    template, clock, tmp_path, monkeypatch
):
    made = []
    for name, times in (("a", 0), ("b", 50)):
        place = tmp_path / f"backups {name}"
        monkeypatch.setattr("sharebook.bootstrap.backups.default_place", lambda p=place: p)
        keys = template.moved_to(tmp_path / name)
        desk = opened(keys.lead, clock)
        record(desk, times)
        desk.leave()
        made.append(sorted((str(it.relative_to(place)), it.stat().st_size) for it in files(place)))

    assert made[0] == made[1]
    assert any(name.endswith(".sharebook-backup") for name, _ in made[0])

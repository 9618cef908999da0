"""The whole register, whatever a school does with it and in whatever order.

Record, correct, strike out, take back, seal, bring out, dispose, lock, change keys, back up,
restore: after each step the chain verifies, nothing vanished, and sealed work left the office's
view as it was.
"""

import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from sharebook.bootstrap.desk import Desk
from sharebook.bootstrap.keys import KeyKeeping
from sharebook.bootstrap.opening import new_register, open_register
from sharebook.bootstrap.restores import restoring, with_passphrase
from sharebook.domain.disclosures import Disclosure
from sharebook.domain.disposal import Disposed
from sharebook.domain.drafts import Draft
from sharebook.domain.names import Code, PupilId, SpellId
from sharebook.domain.people import Person
from sharebook.vault.strength import LEAST
from tests.builders import CATERER, a_flow, a_pupil, a_recipient, a_school, a_spell
from tests.conftest import Quiet, StillClock
from tests.disposal.school import order
from tests.whole.office_view import office_view
from tests.whole.paper import Paper, compare, skeleton, wrote

PAT, HANA = "Pat Inkwell", "Hana Testwell"
WORDS = {PAT: "teapot lantern walrus gravel comet", HANA: "paper meadow kettle otter violin"}
PUPILS = [PupilId(number) for number in range(1, 6)]
HOUR = timedelta(hours=1)
LONG = os.environ.get("SHAREBOOK_LONG") == "1"


class School(RuleBasedStateMachine):
    """One register, one person at it at a time."""

    folder: Path
    backups = Bundle("backups")

    def __init__(self) -> None:
        super().__init__()
        self.clock = StillClock(datetime(2026, 9, 14, 8, 0, tzinfo=UTC))
        self.open = Paper()
        self.sealed = Paper()
        self.written = 0
        self.kept: dict[Path, tuple[Paper, Paper]] = {}
        self.desk: Desk

    @initialize()
    def begin(self) -> None:
        School.number += 1
        self.register = self.folder / f"{School.number}" / "Example Lane.sharebook"
        head = Person(HANA, Code("head"))
        made = new_register(self.register, a_school(), head, WORDS[HANA], self.clock, LEAST)
        _fill(made.desk)
        KeyKeeping(made.desk.access, self.clock, LEAST).add(Person(PAT, Code("office")), WORDS[PAT])
        made.desk.close()
        self.desk = self._opened(PAT)

    number = 0

    # ------------------------------------------------------------------ the open log

    @rule(pupils=st.sets(st.sampled_from(PUPILS), min_size=1))
    def record(self, pupils: set[PupilId]) -> None:
        draft = self._draft(pupils)
        entry = self.desk.recording.save(draft, self.desk.person)
        wrote(self.open, entry)

    @precondition(lambda self: self.open.alive)
    @rule(data=st.data())
    def correct(self, data: st.DataObject) -> None:
        wrong = data.draw(st.sampled_from(self.open.alive))
        draft = self._draft({PUPILS[0]})
        entry = self.desk.recording.correct(wrong, draft, "It was another day.", self.desk.person)
        self.open.counts.discard(wrong)
        wrote(self.open, entry)

    @precondition(lambda self: self.open.alive)
    @rule(data=st.data())
    def strike_out(self, data: st.DataObject) -> None:
        number = data.draw(st.sampled_from(self.open.alive))
        self.desk.striking.strike_out(number, "Entered twice.", self.desk.person)
        self.open.counts.discard(number)
        self.open.struck.add(number)

    @precondition(lambda self: self.open.struck - self.open.blank)
    @rule(data=st.data())
    def take_back(self, data: st.DataObject) -> None:
        number = data.draw(st.sampled_from(sorted(self.open.struck - self.open.blank)))
        self.desk.striking.put_back(number, "It was not.", self.desk.person)
        self.open.struck.discard(number)
        self.open.counts.add(number)

    @precondition(lambda self: len(self.open.gone) < len(PUPILS) - 2)
    @rule()
    def dispose_of_a_child(self) -> None:
        child = PUPILS[-1 - len(self.open.gone)]
        before = self.desk.register.history(Disclosure)
        with self.desk.register.writing(self.desk.person) as writer:
            writer.dispose(order(Disposed.PUPIL, int(child)))
        self.desk.disposing.sweep()
        self.open.gone |= {child}
        after = self.desk.register.history(Disclosure)
        assert [skeleton(each) for each in after] == [skeleton(each) for each in before]
        assert self.desk.register.find_pupils(f"Child{child}") == []

    # ------------------------------------------------------------------ the compartment

    @precondition(lambda self: self.desk.person == HANA)
    @rule(pupils=st.sets(st.sampled_from(PUPILS), min_size=1))
    def seal(self, pupils: set[PupilId]) -> None:
        before = self._seen()
        entry = self._compartment().recording.save(self._draft(pupils), HANA)
        wrote(self.sealed, entry)
        assert self._seen() == before

    @precondition(lambda self: self.desk.person == HANA and self.sealed.counts)
    @rule(data=st.data())
    def correct_a_sealed_one(self, data: st.DataObject) -> None:
        before = self._seen()
        wrong = data.draw(st.sampled_from(sorted(self.sealed.counts)))
        draft = self._draft({PUPILS[1]})
        entry = self._compartment().recording.correct(wrong, draft, "Another hour.", HANA)
        self.sealed.counts.discard(wrong)
        wrote(self.sealed, entry)
        assert self._seen() == before

    @precondition(lambda self: self.desk.person == HANA and self.open.alive)
    @rule(data=st.data())
    def move_in(self, data: st.DataObject) -> None:
        number = data.draw(st.sampled_from(self.open.alive))
        moved = self._compartment().sealing.move_in(number, "Not for the office.", HANA)
        self.open.counts.discard(number)
        self.open.struck.add(number)
        self.sealed.counts.add(moved.sealed_number)
        self.sealed.words[moved.sealed_number] = self.open.words[number]
        self.sealed.about[moved.sealed_number] = self.open.about[number]

    @precondition(lambda self: self.desk.person == HANA and self.sealed.counts)
    @rule(data=st.data())
    def bring_out(self, data: st.DataObject) -> None:
        number = data.draw(st.sampled_from(sorted(self.sealed.counts)))
        moved = self._compartment().sealing.bring_out(number, "It may be known.", HANA)
        self.sealed.counts.discard(number)
        self.sealed.struck.add(number)
        self.open.counts.add(moved.open_number)
        self.open.words[moved.open_number] = self.sealed.words[number]
        self.open.about[moved.open_number] = self.sealed.about[number]

    # ------------------------------------------------------------------ the register itself

    @rule(who=st.sampled_from([PAT, HANA]))
    def lock_and_unlock(self, who: str) -> None:
        self.desk.leave(Quiet())
        self.desk = self._opened(who)

    @precondition(lambda self: self.desk.person == HANA)
    @rule()
    def renew_the_keys(self) -> None:
        keeping = KeyKeeping(self.desk.access, self.clock, LEAST)
        self.desk.close()
        keeping.remove(PAT)
        keeping.add(Person(PAT, Code("office")), WORDS[PAT])
        self.desk = self._opened(HANA)

    @rule(target=backups)
    def back_up(self) -> Path:
        made = self.desk.backing_up.make(Quiet())
        self.kept[made.backup.file] = (self.open.copy(), self.sealed.copy())
        return made.backup.file

    @rule(backup=backups, who=st.sampled_from([PAT, HANA]))
    def restore(self, backup: Path, who: str) -> None:
        if not backup.exists():  # let go since
            return
        self.desk.close()
        service = restoring(self.register, with_passphrase(who, WORDS[who]), self.clock)
        service.restore(backup, Quiet())
        self.open, self.sealed = (paper.copy() for paper in self.kept[backup])
        self.desk = self._opened(who)

    # ------------------------------------------------------------------ what always holds

    @invariant()
    def the_chain_verifies(self) -> None:
        found = self.desk.checking.check(Quiet())
        assert found.ok, found.findings

    @invariant()
    def nothing_vanished(self) -> None:
        compare(self.desk.register.history(Disclosure), self.open)
        compartment = self.desk.compartment
        assert (compartment is None) == (self.desk.person == PAT)
        if compartment is not None:
            compare(compartment.register.history(Disclosure), self.sealed)

    def teardown(self) -> None:
        if hasattr(self, "desk"):
            self.desk.close()

    # ------------------------------------------------------------------ hands

    def _opened(self, who: str) -> Desk:
        return open_register(self.register, who, WORDS[who], self.clock)

    def _compartment(self):
        found = self.desk.compartment
        assert found is not None
        return found

    def _seen(self) -> dict[str, object]:
        return office_view(self.desk, [each for each in PUPILS if each not in self.open.gone])

    def _draft(self, pupils: set[PupilId]) -> Draft:
        self.clock.moment += HOUR
        self.written += 1
        pupils = (pupils - self.open.gone) or {PUPILS[0]}
        return Draft(
            recipient=CATERER,
            pupils=tuple(sorted(pupils)),
            items=(Code("name"),),
            purpose=f"for the {self.written}th time",
            day=date(2026, 9, 14),
        )


def _fill(desk: Desk) -> None:
    with desk.register.writing(HANA) as writer:
        for pupil in PUPILS:
            writer.add(a_pupil(id=pupil, forename=f"Child{pupil}", upn="", upn_state="none"))
            writer.add(a_spell(id=SpellId(int(pupil)), pupil=pupil))
        writer.add(a_recipient())
        writer.add(a_flow())


@pytest.mark.slow
def test_whatever_a_school_does_its_register_holds(tmp_path, monkeypatch):
    own = tmp_path / "own"
    monkeypatch.setattr("sharebook.bootstrap.backups.default_place", lambda: own)
    School.folder = tmp_path
    run_state_machine_as_test(
        School,
        settings=settings(
            max_examples=100 if LONG else 6,
            stateful_step_count=25 if LONG else 12,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow],
        ),
    )

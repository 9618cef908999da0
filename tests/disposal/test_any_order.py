"""Whatever is written, put right, struck out and disposed of, and in whatever order."""

import os
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sharebook.domain.cohorts import Cohort
from sharebook.domain.disclosures import Decision, Disclosure
from sharebook.domain.disposal import Disposal, Disposed
from sharebook.domain.entries import standing
from sharebook.domain.errors import Refused
from sharebook.domain.names import PupilId, SpellId
from sharebook.domain.pupils import Pupil
from sharebook.store.creating import create_database
from sharebook.store.register import SqlRegister
from tests.builders import a_pupil, a_recipient, a_school, a_spell
from tests.conftest import Quiet, StillClock
from tests.disposal.school import KEY, PAT, about_juno, copies_of, order

CHILDREN = range(1, 5)
MARK = "Zzyxname"  # child 3 is called Zzyxname3, and so is all that is about that child alone

STEPS = st.lists(
    st.tuples(
        st.sampled_from(["record", "record", "correct", "mistake", "rename", "child", "entry"]),
        st.sets(st.sampled_from(CHILDREN), min_size=1, max_size=3),
    ),
    min_size=3,
    max_size=12,
)


class Small:
    """A register of four children, and what is done in it."""

    def __init__(self, path: Path) -> None:
        clock = StillClock(datetime(2026, 9, 14, 10, 40, tzinfo=UTC))
        self.path = path
        self.register = SqlRegister(create_database(path, KEY, "p" * 32), clock)
        self.register._connection.execute("PRAGMA synchronous = OFF")  # no power is cut here
        with self.register.writing(PAT) as writer:
            writer.add(a_school())
            writer.add(a_recipient())
            for number in CHILDREN:
                pupil = PupilId(number)
                writer.add(a_pupil(id=pupil, surname=f"{MARK}{number}", upn="", upn_state="none"))
                writer.add(a_spell(id=SpellId(number), pupil=pupil, last_day=date(2026, 7, 1)))

    def gone(self) -> set[int]:
        return {each.record.id for each in self.register.current(Pupil) if each.disposed}

    def do(self, what: str, children: set[int]) -> None:
        about = children - self.gone()
        steps = {
            "record": self.record,
            "correct": self.correct,
            "mistake": self.mistake,
            "rename": self.rename,
            "child": self.dispose_child,
            "entry": self.dispose_entry,
        }
        if about:
            steps[what](about)

    def entry(self, about: set[int], number: int) -> Disclosure:
        name = "".join(f"{MARK}{each}" for each in sorted(about))
        made: Disclosure = about_juno(number, cohort=Cohort.of(map(PupilId, about)))
        bare = replace(made, purpose="", reason="", emergency="", consent="")
        asker = replace(made.asker, name=name)
        return replace(bare, asker=asker, description=name, note=name, tracking=name)

    def record(self, about: set[int]) -> None:
        with self.register.writing(PAT) as writer:
            writer.add(self.entry(about, writer.next_id(Disclosure)))

    def correct(self, about: set[int]) -> None:
        for old in self.newest():
            with self.register.writing(PAT) as writer:
                new = self.entry(about, writer.next_id(Disclosure))
                writer.add(new, old.seq, "")
            return

    def mistake(self, _about: set[int]) -> None:
        for old in self.newest():
            with self.register.writing(PAT) as writer:
                writer.add(replace(old.record, decision=Decision.MISTAKE), old.seq, "")
            return

    def newest(self):
        stand = standing(self.register.history(Disclosure))
        return [each for each in stand if not each.disposed][-1:]

    def rename(self, about: set[int]) -> None:
        number = min(about)
        old = self.register.versions(Pupil, number)[-1]
        with self.register.writing(PAT) as writer:
            writer.add(replace(old.record, known_as=f"Kit{MARK}{number}"), old.seq, "")

    def dispose_child(self, about: set[int]) -> None:
        with self.register.writing(PAT) as writer:
            writer.dispose(order(number=min(about)))
        self.register.sweep()

    def dispose_entry(self, _about: set[int]) -> None:
        for each in self.newest():
            with self.register.writing(PAT) as writer:
                writer.dispose(order(Disposed.ENTRY, each.record.number))
            self.register.sweep()

    def totals(self) -> list[tuple[int, date, int, int]]:
        return [
            (each.record.number, each.record.day, each.record.recipient, len(each.record.cohort))
            for each in standing(self.register.history(Disclosure))
        ]

    def traces(self, number: int) -> int:
        """Count a child's name where nobody else's entry holds it."""
        shared = [
            each
            for each in self.register.history(Disclosure)
            if number in each.record.cohort and not each.disposed
        ]
        return 0 if shared else copies_of(self.path, f"{MARK}{number}")


@settings(
    max_examples=60 if os.environ.get("SHAREBOOK_LONG") else 6,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(STEPS)
def test_the_chain_holds_the_totals_stay_and_no_name_is_left(steps):
    with TemporaryDirectory() as folder:
        small = Small(Path(folder) / "register-1.db")
        try:
            for what, children in steps:
                before = small.totals()
                try:
                    small.do(what, children)
                except Refused as refused:
                    if refused.code not in {"disposal_nothing", "superseded_already"}:
                        raise
                if what in {"child", "entry", "rename"}:
                    assert small.totals() == before
                assert list(small.register.verify(Quiet())) == []
            for number in small.gone():
                assert small.traces(number) == 0
                assert small.register.find_pupils(f"{MARK}{number}") == []
            numbers = [each.record.id for each in small.register.current(Disposal)]
            assert numbers == list(range(1, len(numbers) + 1))
        finally:
            small.register.close()

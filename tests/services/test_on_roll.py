"""Leaving, coming back, changing class, two schools: one child's periods on roll."""

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sharebook.domain.errors import Refused
from sharebook.domain.flows import CohortRule, Reach
from sharebook.domain.names import NO_CODE, Code, PupilId, SpellId
from sharebook.domain.pupils import Pupil, Registered, Spell, spell_on
from sharebook.domain.reach import reached
from sharebook.domain.recorded import known_at
from sharebook.services.changing_class import ChangingClass
from sharebook.services.choosing import Choosing
from sharebook.services.dual_registering import DualRegistering, Elsewhere
from sharebook.services.leaving import Leaving
from sharebook.services.returning import Place, Returning
from sharebook.words.sentences import told
from tests.builders import JUNO, a_flow, a_pupil, a_spell, catalogues
from tests.conftest import StillClock
from tests.services.fakes import MemoryRegister, facts

PAT = "Pat Inkwell"
JULY, OCTOBER = date(2026, 7, 21), date(2026, 10, 5)
ELSEWHERE = Elsewhere(Code("subsidiary"), "Mock Hill School", OCTOBER)


class Roll:
    """The verbs around one register."""

    def __init__(self, clock: StillClock, *records: object) -> None:
        self.register = MemoryRegister(*(records or (a_pupil(), a_spell())))
        self.leaving = Leaving(self.register, clock)  # type: ignore[arg-type]
        self.returning = Returning(self.register)  # type: ignore[arg-type]
        self.changing = ChangingClass(self.register)  # type: ignore[arg-type]
        self.dual = DualRegistering(self.register, catalogues())  # type: ignore[arg-type]

    @property
    def spells(self) -> list[Spell]:
        return sorted(facts(self.register, Spell), key=lambda each: each.first_day)


@pytest.fixture
def roll(clock) -> Roll:
    return Roll(clock)


def refused(deed, *arguments) -> Refused:
    with pytest.raises(Refused) as problem:
        deed(*arguments)
    assert told(problem.value)
    return problem.value


def test_a_leaver_keeps_the_spell_with_its_end(roll):
    left = roll.leaving.leave(JUNO, JULY, " Sample Hill ", PAT)
    assert (left.last_day, left.left_for) == (JULY, "Sample Hill")
    assert roll.spells == [left]


def test_a_leaver_comes_back_into_a_new_spell(roll):
    left = roll.leaving.leave(JUNO, JULY, "Sample Hill", PAT)
    back = roll.returning.come_back(JUNO, Place("5", "Heron", OCTOBER), PAT)
    assert roll.spells == [left, back]
    assert spell_on(roll.spells, JULY + timedelta(days=1)) is None
    assert (back.id, back.first_day, back.last_day) == (SpellId(2), OCTOBER, None)


def test_a_leaving_to_come_is_put_off(roll):
    roll.leaving.leave(JUNO, date(2026, 12, 18), "", PAT)
    assert roll.leaving.leave(JUNO, date(2027, 1, 15), "", PAT).last_day == date(2027, 1, 15)
    assert len(roll.spells) == 1


def test_what_makes_no_sense_of_leaving_and_coming_is_refused(roll):
    assert refused(roll.leaving.leave, JUNO, date(2020, 1, 1), "", PAT).code == "leave_too_early"
    place = Place("5", "Heron", OCTOBER)
    assert refused(roll.returning.come_back, JUNO, place, PAT).code == "return_on_roll"
    roll.leaving.leave(JUNO, JULY, "", PAT)
    assert refused(roll.leaving.leave, JUNO, OCTOBER, "", PAT).code == "leave_not_here"
    unclassed = Place(" ", "Heron", OCTOBER)
    assert refused(roll.returning.come_back, JUNO, unclassed, PAT).field == "year"
    assert refused(roll.leaving.leave, PupilId(9), JULY, "", PAT).code == "pupil_unknown"


def test_a_class_changes_from_a_day_on(roll):
    now = roll.changing.change(JUNO, Place("4", "Heron", OCTOBER), PAT)
    before, after = roll.spells
    assert (before.class_name, before.last_day) == ("Kingfisher", date(2026, 10, 4))
    assert after == now
    assert refused(
        roll.changing.change, JUNO, Place("4", "Heron", date(2026, 11, 1)), PAT
    ).code == ("move_same_class")


def test_a_class_wrong_from_its_first_day_is_put_right(roll):
    roll.changing.change(JUNO, Place("4", "Heron", roll.spells[0].first_day), PAT)
    assert [each.class_name for each in roll.spells] == ["Heron"]
    assert len(roll.register.history(Spell)) == 2


def test_two_schools_are_said_with_the_other_one_s_name(roll):
    now = roll.dual.register(JUNO, ELSEWHERE, PAT)
    assert (now.enrolment, now.other_school, now.main) == ("subsidiary", "Mock Hill School", False)
    assert roll.spells[0].main
    alone = Elsewhere(NO_CODE, "", date(2026, 11, 2))
    back = roll.dual.register(JUNO, alone, PAT)
    assert (back.enrolment, back.other_school, back.main) == ("", "", True)
    assert refused(roll.dual.register, JUNO, alone, PAT).code == "dual_same"
    unnamed = Elsewhere(Code("guest"), " ", OCTOBER)
    assert refused(roll.dual.register, JUNO, unnamed, PAT).code == "dual_needs_school"


def test_the_catalogue_has_a_row_for_every_way_to_be_registered():
    rows = catalogues().enrolments
    assert set(rows) == set(map(Code, Registered))
    for row in rows.values():
        assert row.main is a_spell(enrolment=row.code).main


def test_the_main_registration_counts_where_two_run(clock):
    guest = a_spell(id=SpellId(2), first_day=OCTOBER, enrolment=Code("guest"), class_name="Wren")
    found = spell_on((a_spell(), guest), OCTOBER)
    assert found is not None
    assert found.class_name == "Kingfisher"
    register = MemoryRegister(a_pupil(), a_spell(), guest)
    (only,) = Choosing(register).everyone(OCTOBER)  # type: ignore[arg-type]
    assert only.spell == found


days = st.dates(date(2022, 9, 1), date(2027, 7, 31))
deeds = st.lists(
    st.tuples(
        st.sampled_from(["leave", "return", "change", "dual", "alone"]),
        days,
        st.sampled_from(["Kingfisher", "Heron", "Wren"]),
    ),
    max_size=12,
)
CLOCK = StillClock(datetime(2026, 9, 14, 10, tzinfo=UTC))


def lived(told_deeds) -> Roll:
    """Return a roll after the deeds that were not refused."""
    roll = Roll(CLOCK)
    for deed, day, class_name in told_deeds:
        place = Place("4", class_name, day)
        other = Elsewhere(Code("subsidiary") if deed == "dual" else NO_CODE, "Mock Hill", day)
        verbs = {
            "leave": lambda day=day: roll.leaving.leave(JUNO, day, "", PAT),
            "return": lambda place=place: roll.returning.come_back(JUNO, place, PAT),
            "change": lambda place=place: roll.changing.change(JUNO, place, PAT),
        }
        with suppress(Refused):
            verbs.get(deed, lambda other=other: roll.dual.register(JUNO, other, PAT))()
    return roll


@given(deeds)
@settings(max_examples=60, deadline=None)
def test_one_child_s_spells_never_overlap(told_deeds):
    spells = lived(told_deeds).spells
    for place, one in enumerate(spells):
        assert one.last_day is None or one.last_day >= one.first_day
        assert not any(one.meets(other) for other in spells[place + 1 :])


@given(deeds, days, st.sampled_from(["Kingfisher", "Heron", "Wren"]))
@settings(max_examples=60, deadline=None)
def test_a_rule_by_class_or_flag_takes_in_who_is_on_that_roll(told_deeds, day, class_name):
    roll = lived(told_deeds)
    (pupil,) = facts(roll.register, Pupil)
    roll.register = MemoryRegister(a_pupil(flags=("EHC plan",)), *roll.spells)
    choosing = Choosing(roll.register)  # type: ignore[arg-type]
    groups = {(it.kind, it.name): set(it.pupils) for it in choosing.groups(day)}
    (child,) = known_at(roll.register.current(Pupil), None)
    here = [(child, [each for each in roll.spells if each.covers(day)])]
    here = [each for each in here if each[1]]
    for kind, reach, value in (
        ("class", Reach.CLASSES, class_name),
        ("flag", Reach.FLAG, "EHC plan"),
        ("year", Reach.YEARS, "4"),
    ):
        flow = a_flow(covers=CohortRule(reach, (value,)))
        taken = reached(flow, here, (), day).pupils
        assert taken == groups.get((kind, value), set())
    assert pupil.id == JUNO

"""Pupils are brought in whole or not at all; the same file twice changes nothing."""

from datetime import date, timedelta

import pytest

from sharebook.catalogues.loading import load
from sharebook.domain.errors import Cancelled, Refused
from sharebook.domain.names import PupilId
from sharebook.domain.preview import Fate, Outcome
from sharebook.domain.pupils import Pupil, Spell
from sharebook.intake.dates import DateOrder
from sharebook.services.importing import ImportPupils
from sharebook.words.sentences import sentence
from tests.services.fakes import SCHOOL, MemoryRegister, StoppedAfter, facts

HEADINGS = "UPN,Surname,Forename,Date of Birth,Year,Class\r\n"
JUNO = "B801200005001,Sampleton,Juno,14/03/2017,4,Swift\r\n"
GUS = "R674123101121,Pretendby,Gus,21/05/2018,3,Heron\r\n"
ZOE = ",Madeup,Zoë,19/06/2021,R,Wren\r\n"


@pytest.fixture
def register() -> MemoryRegister:
    return MemoryRegister(SCHOOL)


@pytest.fixture
def importing(register, clock) -> ImportPupils:
    return ImportPupils(register, load(), clock)


@pytest.fixture
def bring_in(importing, quiet):
    def bring(rows: str, headings: str = HEADINGS):
        seen = importing.preview("pupils.csv", (headings + rows).encode())
        for warning in seen.warnings:
            assert sentence(warning.code, warning.facts)
        for held in seen.held:
            for code, told in zip(held.codes, held.facts, strict=True):
                assert sentence(code, told)
        return importing.apply(seen, "Pat Inkwell", quiet)

    return bring


def codes(preview) -> list[tuple[int, tuple[str, ...]]]:
    return [(held.row, held.codes) for held in preview.held]


def test_new_pupils_are_written_with_their_class(bring_in, register, clock):
    done = bring_in(JUNO + GUS)
    assert done.outcome is Outcome.APPLIED
    assert done.counts == {"new": 2, "changed": 0, "same": 0, "leaver": 0, "held": 0}
    assert [(pupil.id, pupil.full_name) for pupil in facts(register, Pupil)] == [
        (1, "Juno Sampleton"),
        (2, "Gus Pretendby"),
    ]
    spells = facts(register, Spell)
    assert [(each.pupil, each.year, each.class_name, each.first_day) for each in spells] == [
        (1, "4", "Swift", clock.today()),
        (2, "3", "Heron", clock.today()),
    ]


def test_a_preview_writes_nothing(importing, register):
    importing.preview("pupils.csv", (HEADINGS + JUNO).encode())
    assert facts(register, Pupil) == []


def test_the_same_file_again_is_all_the_same(bring_in, register, clock):
    bring_in(JUNO + GUS + ZOE)
    before = list(register.records)
    clock.moment += timedelta(days=400)
    again = bring_in(JUNO + GUS + ZOE)
    assert again.counts == {"new": 0, "changed": 0, "same": 3, "leaver": 0, "held": 0}
    assert register.records == before


def test_two_namesakes_without_numbers_are_the_same_two_again(bring_in):
    rows = ZOE + ZOE.replace("Wren", "Robin")
    assert bring_in(rows).counts["new"] == 2
    assert bring_in(rows).counts["same"] == 2


def test_held_rows_stay_out_and_stop_no_other(bring_in, register):
    done = bring_in(JUNO.replace("B801", "A801") + GUS)
    assert codes(done) == [(2, ("pupil_upn_letter",))]
    assert [pupil.forename for pupil in facts(register, Pupil)] == ["Gus"]


def test_a_name_put_right_supersedes_and_keeps_the_old_one(bring_in, register):
    bring_in(JUNO)
    done = bring_in(JUNO.replace("Sampleton", "Sampleton-Example"))
    assert done.plans[0].changes == ("legal surname",)
    (old, new) = register.versions(Pupil, 1)
    assert (new.supersedes, old.superseded_by) == (old.seq, new.seq)
    assert new.record.former_names == ("Sampleton",)
    assert "pupils.csv" in new.reason


def test_a_class_move_ends_one_spell_and_begins_another(bring_in, register, clock):
    bring_in(JUNO)
    clock.moment += timedelta(days=10)
    done = bring_in(JUNO.replace("Swift", "Kite"))
    assert (done.counts["changed"], done.plans[0].changes) == (1, ("class",))
    old, new = facts(register, Spell)
    assert (old.class_name, old.last_day) == ("Swift", clock.today() - timedelta(days=1))
    assert (new.class_name, new.first_day, new.last_day) == ("Kite", clock.today(), None)
    assert len(register.versions(Spell, 1)) == 2
    assert bring_in(JUNO.replace("Swift", "Kite")).counts["same"] == 1


def test_a_class_put_right_on_the_first_day_makes_no_second_spell(bring_in, register):
    bring_in(JUNO)
    bring_in(JUNO.replace("Swift", "Kite"))
    assert [spell.class_name for spell in facts(register, Spell)] == ["Kite"]


def test_pupils_not_in_the_file_are_counted_and_kept(bring_in, register):
    bring_in(JUNO + GUS)
    done = bring_in(GUS)
    assert done.counts == {"new": 0, "changed": 0, "same": 1, "leaver": 1, "held": 0}
    assert [pupil.full_name for pupil in done.leavers] == ["Juno Sampleton"]
    assert all(spell.last_day is None for spell in facts(register, Spell))


def test_a_held_row_is_not_taken_for_a_leaver(bring_in):
    bring_in(JUNO + GUS)
    done = bring_in(JUNO.replace("2017", "2081") + GUS)
    assert (done.counts["leaver"], done.counts["held"]) == (0, 1)


def test_a_leaving_date_ends_the_spell_and_a_return_begins_another(bring_in, register, clock):
    headings = "UPN,Surname,Forename,DOB,Year,Class,Leaving date\n"
    juno = "B801200005001,Sampleton,Juno,14/03/2017,4,Swift,"
    bring_in(f"{juno}\n", headings)
    clock.moment += timedelta(days=30)
    bring_in(f"{juno}30/09/2026\n", headings)
    assert [spell.last_day for spell in facts(register, Spell)] == [date(2026, 9, 30)]
    assert bring_in(f"{juno}30/09/2026\n", headings).counts["same"] == 1
    done = bring_in(f"{juno}\n", headings)
    assert [warning.code for warning in done.warnings] == ["pupil_returns"]
    assert [spell.last_day for spell in facts(register, Spell)] == [date(2026, 9, 30), None]


def test_a_missing_column_says_nothing(bring_in, register):
    bring_in(JUNO)
    done = bring_in(
        "B801200005001,Sampleton,Juno,14/03/2017\n", "UPN,Surname,Forename,Date of Birth\n"
    )
    assert done.counts["same"] == 1
    assert facts(register, Spell)[0].class_name == "Swift"


def test_another_child_of_the_same_name_and_birth_is_another_pupil(bring_in, register):
    bring_in(JUNO)
    done = bring_in(JUNO.replace("B801200005001", "R674123101121"))
    assert done.counts["new"] == 1
    assert [warning.code for warning in done.warnings] == ["pupil_namesake_known"]
    assert len(facts(register, Pupil)) == 2


def test_name_and_birth_alone_change_nothing(bring_in, register):
    bring_in(ZOE)
    assert codes(bring_in(ZOE.replace("Wren", "Kite"))) == [(2, ("pupil_maybe_known",))]
    assert [spell.class_name for spell in facts(register, Spell)] == ["Wren"]


def test_a_row_without_a_number_is_not_merged_with_a_pupil_who_has_one(bring_in):
    bring_in(JUNO)
    done = bring_in(JUNO.replace("B801200005001", ""))
    assert codes(done) == [(2, ("pupil_maybe_known",))]
    assert done.counts["leaver"] == 0


def test_the_admission_number_with_name_and_birth_is_enough(bring_in, register):
    headings = "Admission No,UPN,Surname,Forename,DOB\n"
    bring_in("00101,,Sampleton,Juno,14/03/2017\n", headings)
    done = bring_in("00101,B801200005001,Sampleton,Juno,14/03/2017\n", headings)
    assert done.counts["changed"] == 1
    assert facts(register, Pupil)[0].upn == "B801200005001"


def test_a_number_that_belongs_to_somebody_else_is_held(bring_in):
    bring_in(JUNO)
    done = bring_in("B801200005001,Pretendby,Gus,21/05/2018,3,Heron\r\n")
    assert codes(done) == [(2, ("pupil_upn_anothers",))]


def test_a_replaced_number_becomes_a_former_one(bring_in, register):
    bring_in(JUNO)
    headings = "UPN,Former UPN,Surname,Forename,DOB\n"
    row = "R674123101121,B801200005001,Sampleton,Juno,14/03/2017\n"
    assert bring_in(row, headings).counts["changed"] == 1
    (pupil,) = facts(register, Pupil)
    assert (pupil.upn, pupil.former_upns) == ("R674123101121", ("B801200005001",))
    assert bring_in(row, headings).counts["same"] == 1
    assert bring_in(JUNO).counts["same"] == 1  # an older file does not undo it


def test_stopping_half_way_leaves_nothing(importing, register):
    seen = importing.preview("pupils.csv", (HEADINGS + JUNO + GUS).encode())
    before = list(register.records)
    with pytest.raises(Cancelled):
        importing.apply(seen, "Pat Inkwell", StoppedAfter(1))
    assert register.records == before


def test_a_register_that_moved_on_wants_a_new_look(importing, register, quiet):
    seen = importing.preview("pupils.csv", (HEADINGS + JUNO).encode())
    with register.writing("Lee Ladle") as writer:
        writer.add(Pupil(PupilId(1), "Inventley", "Dot", date(2018, 1, 2)))
    with pytest.raises(Refused) as refused:
        importing.apply(seen, "Pat Inkwell", quiet)
    assert refused.value.code == "import_register_changed"
    assert len(facts(register, Pupil)) == 1


def test_an_open_question_is_answered_before_anything_is_written(importing, register, quiet):
    data = (HEADINGS + JUNO.replace("14/03", "04/03")).encode()
    seen = importing.preview("pupils.csv", data)
    assert (seen.outcome, seen.can_apply) == (Outcome.NEEDS_CONFIRMATION, False)
    with pytest.raises(Refused):
        importing.apply(seen, "Pat Inkwell", quiet)
    answered = importing.preview("pupils.csv", data, DateOrder.DAY_FIRST)
    importing.apply(answered, "Pat Inkwell", quiet)
    assert facts(register, Pupil)[0].born == date(2017, 3, 4)


def test_the_plan_of_a_new_row_names_no_pupil_of_the_register(importing):
    (plan,) = importing.preview("pupils.csv", (HEADINGS + JUNO).encode()).plans
    assert (plan.fate, plan.known, plan.pupil.id) == (Fate.NEW, None, 0)

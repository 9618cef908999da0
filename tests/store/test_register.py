# mypy: disable-error-code="arg-type"
# Because plain numbers and words stand for identifiers and codes.

from datetime import UTC, date, datetime, timedelta

import pytest

from sharebook.domain.cohorts import Cohort
from sharebook.domain.disclosures import Decision, Disclosure
from sharebook.domain.errors import Refused
from sharebook.domain.flows import Flow
from sharebook.domain.pupils import Pupil, Spell
from sharebook.domain.school import School
from sharebook.store.sqlite import number
from tests.store.samples import DAY, a_disclosure, a_pupil, a_spell, one_of_each, write

WHOLE_SCHOOL = range(1, 421)


def test_identifiers_count_from_one_without_gaps(register):
    with register.writing("Pat Inkwell") as writer:
        for expected in (1, 2, 3):
            assert writer.next_id(Pupil) == expected
            writer.add(a_pupil(expected))
        assert writer.next_id(Spell) == 1


def test_a_record_knows_who_wrote_it_and_when(register, clock):
    (seq,) = write(register, a_pupil(), person="Pat Inkwell")

    (recorded,) = register.current(Pupil)

    assert (recorded.seq, recorded.at, recorded.by) == (seq, clock.moment, "Pat Inkwell")
    assert (recorded.supersedes, recorded.superseded_by, recorded.superseded_at) == (None,) * 3


def test_a_correction_leaves_the_old_record_readable(register, clock):
    (old,) = write(register, a_pupil())
    clock.moment += timedelta(days=3)
    with register.writing("Lee Ladle") as writer:
        new = writer.add(a_pupil(surname="Quill"), supersedes=old, reason="spelling")

    first, second = register.versions(Pupil, 1)

    assert (first.record.surname, first.superseded_by, first.superseded_at) == (
        "Sampleton",
        new,
        clock.moment,
    )
    assert (second.supersedes, second.reason, second.by) == (old, "spelling", "Lee Ladle")
    assert [each.record.surname for each in register.current(Pupil)] == ["Quill"]
    assert register.history(Pupil) == [first, second]


def test_a_record_is_found_by_its_place_in_the_chain(register):
    pupil, spell = write(register, a_pupil(), a_spell())

    assert register.record_at(Spell, spell) == register.current(Spell)[0]
    with pytest.raises(LookupError):
        register.record_at(Spell, pupil)


def test_what_was_known_before_a_correction_can_be_asked(register, clock):
    (old,) = write(register, a_pupil())
    then = clock.moment
    clock.moment += timedelta(days=3)
    with register.writing("Pat") as writer:
        writer.add(a_pupil(surname="Quill"), supersedes=old)

    known = [each.record.surname for each in register.history(Pupil) if each.known_at(then)]

    assert known == ["Sampleton"]


def test_a_record_is_put_right_once_only(register):
    (old,) = write(register, a_pupil())
    with register.writing("Pat") as writer:
        writer.add(a_pupil(surname="Quill"), supersedes=old)

    with pytest.raises(Refused) as caught, register.writing("Pat") as writer:
        writer.add(a_pupil(surname="Fern"), supersedes=old)

    assert caught.value.code == "superseded_already"
    assert len(register.history(Pupil)) == 2


def test_what_is_not_there_cannot_be_put_right(register):
    (pupil,) = write(register, a_pupil())

    with pytest.raises(Refused) as caught, register.writing("Pat") as writer:
        writer.add(a_spell(), supersedes=pupil)

    assert caught.value.code == "no_such_record"


def test_two_versions_of_a_flow_stand_side_by_side(register):
    first = Flow(1, 1, 1, "so that", DAY)
    second = Flow(1, 2, 1, "so that", date(2027, 9, 1))
    write(register, first, second)

    assert [each.record for each in register.versions(Flow, 1)] == [first, second]


def test_one_thing_has_one_current_record(register):
    write(register, a_pupil())

    with pytest.raises(Exception, match="UNIQUE"):
        write(register, a_pupil())

    assert register.count(Pupil) == 1


def test_the_school_needs_no_number(register):
    school = one_of_each()[0]
    write(register, school)

    (recorded,) = register.versions(School, 1)

    assert recorded.record == school


def test_a_whole_school_event_is_one_row_and_one_shared_cohort(register, connection):
    write(register, *(a_disclosure(n, WHOLE_SCHOOL) for n in (1, 2)), a_disclosure(3, [5, 6]))

    rows = connection.execute("SELECT n_pupils, cohort FROM disclosure ORDER BY seq").fetchall()

    assert rows == [(420, 1), (420, 1), (2, None)]
    assert number(connection, "SELECT count(*) FROM cohort") == 1
    assert number(connection, "SELECT count(*) FROM disclosure_pupil") == 2


@pytest.mark.parametrize("size", [0, 1, 9, 10, 11])
def test_the_view_expands_small_and_large_cohorts_alike(register, connection, size):
    pupils = [3 + 7 * place for place in range(size)]
    write(register, a_disclosure(1, pupils))

    rows = connection.execute("SELECT pupil FROM disclosure_member ORDER BY 1").fetchall()

    assert [row[0] for row in rows] == pupils
    assert register.current(Disclosure)[0].record.cohort == Cohort.of(pupils)


def test_a_childs_log_holds_what_reached_the_child_and_nothing_else(register):
    write(
        register,
        a_disclosure(1, range(1, 31), day=date(2026, 9, 3)),
        a_disclosure(2, range(20, 60)),
        a_disclosure(3, [7]),
        a_disclosure(4, [8]),
        a_disclosure(5, range(100, 200)),
    )

    for pupil, expected in {7: [3, 1], 8: [4, 1], 25: [2, 1], 60: [], 100: [5], 199: [5]}.items():
        found = [each.record.number for each in register.disclosures_about(pupil)]
        assert found == expected, pupil


def test_a_childs_log_reads_no_other_childs_entries(register, connection):
    write(register, *(a_disclosure(n, [n]) for n in range(1, 50)))

    from sharebook.store.holding import HOLDS

    plan = connection.execute(
        "EXPLAIN QUERY PLAN SELECT r.seq FROM disclosure r " + HOLDS,  # noqa: S608 - the program's own text
        {"pupil": 3},
    ).fetchall()

    steps = [row[3] for row in plan]
    assert not [step for step in steps if step.startswith(("SCAN r", "SCAN d"))], steps


def test_disclosures_are_found_by_day(register):
    days = [date(2026, 9, 5), date(2026, 9, 1), date(2026, 9, 3)]
    write(register, *(a_disclosure(n, day=day) for n, day in enumerate(days, 1)))

    between = register.disclosures_between(date(2026, 9, 2), date(2026, 9, 5))

    assert [each.record.number for each in between] == [3, 1]
    assert [each.record.number for each in register.last_disclosures(2)] == [1, 3]


def test_a_recipients_disclosures_come_newest_first(register):
    write(register, a_disclosure(1), a_disclosure(2, recipient=2), a_disclosure(3))

    assert [each.record.number for each in register.disclosures_to(1)] == [3, 1]
    assert [each.record.number for each in register.disclosures_to(1, 1)] == [3]


def test_a_refusal_is_not_the_last_time_data_was_sent(register):
    (_, wrong) = write(
        register,
        a_disclosure(1),
        a_disclosure(2, day=date(2026, 9, 9)),
    )
    write(register, a_disclosure(3, day=date(2026, 9, 12), decision=Decision.REFUSED))
    assert register.last_sent(1) == date(2026, 9, 9)

    with register.writing("Pat") as writer:
        withdrawn = a_disclosure(2, day=date(2026, 9, 9), decision=Decision.WITHDRAWN)
        writer.add(withdrawn, supersedes=wrong)

    assert register.last_sent(1) == DAY
    assert register.last_sent(99) is None
    assert register.last_sent_by_flow(1) == {None: DAY}
    write(register, a_disclosure(4, day=date(2026, 9, 8), flow=7, flow_version=1))
    assert register.last_sent_by_flow(1) == {None: DAY, 7: date(2026, 9, 8)}


def test_spells_of_one_child_are_found(register):
    write(register, a_spell(1, 1), a_spell(2, 2), a_spell(3, 1))

    assert [each.record.id for each in register.about(Spell, 1)] == [1, 3]
    with pytest.raises(LookupError):
        register.about(School, 1)


def test_the_head_moves_with_every_record(register):
    empty = register.head()
    seqs = write(register, a_pupil(1), a_pupil(2))
    head = register.head()

    assert seqs == [1, 2]
    assert (empty.seq, head.seq) == (0, 2)
    assert head.hash != empty.hash
    assert [each.seq for each in register.heads()] == [2, 1]
    assert next(register.heads()) == head


def test_the_same_history_has_the_same_head(tmp_path, clock):
    from sharebook.store.creating import create_database
    from sharebook.store.register import SqlRegister
    from tests.store.samples import KEY

    heads = []
    for name in ("a", "b"):
        register = SqlRegister(create_database(tmp_path / name, KEY, "same"), clock, bytes)
        write(register, *one_of_each())
        heads.append(register.head())
        register.close()

    assert heads[0] == heads[1]


def test_salts_are_never_used_twice(made, clock):
    from sharebook.store.opening import open_database
    from sharebook.store.register import SqlRegister
    from tests.store.samples import KEY

    opened = open_database(made, KEY)
    register = SqlRegister(opened, clock)
    write(register, *(a_pupil(n) for n in range(1, 30)))

    assert number(opened, "SELECT count(DISTINCT salt) FROM pupil") == 29
    opened.close()


def test_times_are_kept_in_utc(register, clock):
    from datetime import timezone

    clock.moment = datetime(2026, 7, 1, 0, 30, tzinfo=timezone(timedelta(hours=1)))
    write(register, a_pupil())

    (recorded,) = register.current(Pupil)

    assert recorded.at == datetime(2026, 6, 30, 23, 30, tzinfo=UTC)
    assert recorded.at.tzinfo is UTC

"""Who has this child's data: regular sharing is computed, single acts are remembered."""

from datetime import UTC, date, datetime

from sharebook.domain.cohorts import Cohort
from sharebook.domain.disclosures import Decision
from sharebook.domain.flows import CohortRule, Reach, Standing
from sharebook.domain.names import Code, DisclosureId, FlowId, PupilId, RecipientId, Seq, SpellId
from sharebook.domain.recipients import FormerName
from sharebook.domain.recorded import Recorded, known_at
from tests.builders import (
    CATERER,
    JUNO,
    a_disclosure,
    a_flow,
    a_recipient,
    a_spell,
    an_exclusion,
    answered,
)


def test_a_regular_flow_is_one_line_from_the_day_the_child_was_first_covered():
    given = answered(spells=(a_spell(first_day=date(2023, 1, 9)),))

    (line,) = given.lines
    assert line.regular
    assert line.since == date(2023, 1, 9)
    assert line.until is None
    assert line.name == "Pretend Plates Catering"


def test_a_child_who_left_and_came_back_is_covered_from_the_first_day_and_still_is():
    spells = (
        a_spell(first_day=date(2022, 9, 1), last_day=date(2023, 7, 21)),
        a_spell(id=SpellId(2), first_day=date(2025, 9, 1)),
    )

    (line,) = answered(spells=spells).lines
    assert line.since == date(2022, 9, 1)
    assert line.until is None


def test_a_leaver_is_told_until_when():
    (line,) = answered(spells=(a_spell(last_day=date(2024, 7, 19)),)).lines

    assert line.until == date(2024, 7, 19)
    assert not answered(spells=(a_spell(last_day=date(2024, 7, 19)),)).regular


def test_a_class_flow_covers_only_the_time_in_that_class():
    robin = a_spell(class_name="Robin", first_day=date(2024, 9, 1), last_day=date(2025, 1, 10))
    heron = a_spell(id=SpellId(2), class_name="Heron", first_day=date(2025, 1, 11))
    swimming = a_flow(covers=CohortRule(Reach.CLASSES, ("Robin",)))

    (line,) = answered(spells=(robin, heron), flows=(swimming,)).lines
    assert (line.since, line.until) == (date(2024, 9, 1), date(2025, 1, 10))


def test_a_child_shut_out_of_a_recipient_is_not_said_to_go_there_any_more():
    (line,) = answered(exclusions=(an_exclusion(first_day=date(2025, 6, 2)),)).lines

    assert line.until == date(2025, 6, 1)


def test_a_child_shut_out_from_the_first_day_has_no_line():
    assert answered(exclusions=(an_exclusion(first_day=date(2020, 1, 1)),)).lines == ()


def test_a_renamed_recipient_is_one_line_under_the_name_of_its_day():
    renamed = a_recipient(former_names=(FormerName("Old Pretend Plates", date(2024, 3, 31)),))

    (now,) = answered(recipients={CATERER: renamed}).lines
    (then,) = answered(as_at=date(2024, 3, 1), recipients={CATERER: renamed}).lines
    assert now.name == "Pretend Plates Catering"
    assert then.name == "Old Pretend Plates"


def test_a_replaced_recipient_is_two_lines():
    other = RecipientId(2)
    ended = a_flow(valid_to=date(2024, 7, 31))
    begun = a_flow(id=FlowId(2), recipient=other, valid_from=date(2024, 9, 1))
    recipients = {CATERER: a_recipient(), other: a_recipient(id=other, name="Invented Dinners")}

    given = answered(flows=(ended, begun), recipients=recipients)
    assert {(line.name, line.until) for line in given.lines} == {
        ("Pretend Plates Catering", date(2024, 7, 31)),
        ("Invented Dinners", None),
    }


def test_a_flow_whose_basis_changed_is_one_line_with_the_basis_of_its_day():
    old = a_flow(valid_to=date(2025, 8, 31))
    new = a_flow(version=2, valid_from=date(2025, 9, 1), basis=a_disclosure().basis)

    (now,) = answered(flows=(old, new)).lines
    (then,) = answered(as_at=date(2025, 3, 1), flows=(old, new)).lines
    assert now.since == then.since == date(2022, 9, 1)
    assert now.basis == new.basis
    assert then.basis == old.basis


def test_two_flows_to_one_recipient_are_two_lines_and_one_organisation():
    second = a_flow(id=FlowId(2), purpose="so that accounts are settled")

    given = answered(flows=(a_flow(), second))
    assert len(given.lines) == 2
    assert len({line.recipient for line in given.lines}) == 1


def test_a_bulk_event_stands_on_every_child_in_it_and_on_no_other():
    census = a_disclosure(cohort=Cohort.of([PupilId(1), PupilId(3)]), purpose="for the census")

    assert len(answered(flows=(), disclosures=(census,)).lines) == 1
    left_out = a_disclosure(cohort=Cohort.of([PupilId(2), PupilId(3)]))
    assert answered(flows=(), disclosures=(left_out,)).lines == ()


def test_sendings_under_a_regular_flow_are_counted_on_its_line():
    sent = tuple(
        a_disclosure(
            id=DisclosureId(n), day=date(2026, n, 5), flow=FlowId(1), purpose=a_flow().purpose
        )
        for n in (1, 2, 3)
    )

    (line,) = answered(disclosures=sent).lines
    assert (line.times, line.last_sent) == (3, date(2026, 3, 5))


def test_the_same_thing_sent_twice_is_one_line_said_twice():
    twice = (
        a_disclosure(day=date(2026, 1, 5)),
        a_disclosure(id=DisclosureId(2), day=date(2026, 2, 5), items=(Code("dob"),)),
    )

    (line,) = answered(flows=(), disclosures=twice).lines
    assert (line.since, line.last_sent, line.times) == (date(2026, 1, 5), date(2026, 2, 5), 2)
    assert line.items == (Code("name"), Code("dob"))


def test_a_refusal_is_not_in_the_answer():
    refused = a_disclosure(decision=Decision.REFUSED)

    assert answered(flows=(), disclosures=(refused,)).lines == ()


def test_a_reserved_or_conditional_flow_carries_nothing_by_itself():
    for standing in (Standing.RESERVED, Standing.CONDITIONAL):
        assert answered(flows=(a_flow(standing=standing),)).lines == ()


def test_what_happened_later_is_not_in_an_answer_as_at_an_earlier_day():
    given = answered(as_at=date(2026, 3, 2), flows=(), disclosures=(a_disclosure(),))

    assert given.lines == ()


def test_a_log_of_a_period_leaves_out_what_ended_before_it():
    ended = a_flow(valid_to=date(2024, 7, 31))

    assert answered(since=date(2025, 9, 1), flows=(ended,)).lines == ()


def test_items_that_could_betray_a_whereabouts_are_never_named():
    flow = a_flow(items=(Code("name"), Code("refuge"), Code("protected_address")))

    (line,) = answered(flows=(flow,)).lines
    assert line.items == (Code("name"),)


def test_a_correction_counts_now_and_the_first_entry_counts_as_it_was_known_then():
    morning = datetime(2026, 3, 3, 9, tzinfo=UTC)
    evening = datetime(2026, 3, 3, 17, tzinfo=UTC)
    wrong = Recorded(
        a_disclosure(items=(Code("dob"),)),
        Seq(1),
        morning,
        "Pat Inkwell",
        superseded_by=Seq(2),
        superseded_at=evening,
    )
    right = Recorded(
        a_disclosure(id=DisclosureId(2), items=(Code("name"),)),
        Seq(2),
        evening,
        "Pat Inkwell",
        supersedes=Seq(1),
        reason="the wrong item was ticked",
    )

    def items(moment: datetime | None) -> tuple[Code, ...]:
        known = tuple(known_at([wrong, right], moment))
        (line,) = answered(flows=(), disclosures=known).lines
        return line.items

    assert items(None) == (Code("name"),)
    assert items(datetime(2026, 3, 3, 12, tzinfo=UTC)) == (Code("dob"),)


def test_a_late_entry_counts_as_at_its_day_but_was_not_known_then():
    late = Recorded(a_disclosure(), Seq(1), datetime(2026, 6, 1, tzinfo=UTC), "Pat Inkwell")

    assert known_at([late], datetime(2026, 4, 1, tzinfo=UTC)) == []
    (known,) = known_at([late], None)
    assert answered(as_at=date(2026, 3, 3), flows=(), disclosures=(known,)).lines


def test_a_picked_list_takes_only_the_picked():
    mine = a_flow(covers=CohortRule(Reach.PICKED, pupils=(JUNO,)))
    theirs = a_flow(covers=CohortRule(Reach.PICKED, pupils=(PupilId(9),)))

    assert len(answered(flows=(mine,)).lines) == 1
    assert answered(flows=(theirs,)).lines == ()


def test_a_recipient_renamed_between_two_occasions_is_called_by_its_newer_name():
    renamed = a_recipient(former_names=(FormerName("Old Pretend Plates", date(2026, 1, 31)),))
    twice = (
        a_disclosure(day=date(2026, 1, 5)),
        a_disclosure(id=DisclosureId(2), day=date(2026, 2, 5)),
    )

    (line,) = answered(flows=(), disclosures=twice, recipients={CATERER: renamed}).lines
    assert line.name == "Pretend Plates Catering"

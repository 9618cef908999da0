"""A renamed recipient is one recipient; a replaced one is two."""

from dataclasses import replace
from datetime import date

import pytest

from sharebook.catalogues.loading import load
from sharebook.domain.errors import Refused
from sharebook.domain.flows import Exclusion
from sharebook.domain.names import Code, ExclusionId, FlowId, PupilId, RecipientId
from sharebook.domain.recipients import Recipient
from tests.builders import CATERER, JUNO, a_flow

PAT = "Pat Inkwell"
LAST = date(2026, 8, 31)
NEW = Recipient(RecipientId(0), "Invented Dinners", Code("caterer"), Code("processor"))


def lines(office, day):
    return [line.name for line in office.answering.answer(JUNO, as_at=day).lines]


def test_a_renamed_recipient_is_one_recipient_with_a_former_name(office):
    office.map.replacing.rename(CATERER, "Invented Dinners", date(2026, 9, 1), PAT)

    caterer = office.book.recipients()[CATERER]
    assert caterer.name_on(date(2026, 8, 31)) == "Pretend Plates Catering"
    assert caterer.name_on(date(2026, 9, 1)) == "Invented Dinners"
    assert len(office.book.recipients()) == 2


def test_a_new_name_is_new_and_comes_after_the_last_change(office):
    rename = office.map.replacing.rename
    with pytest.raises(Refused, match="recipient_same_name"):
        rename(CATERER, "Pretend Plates Catering", date(2026, 9, 1), PAT)
    rename(CATERER, "Invented Dinners", date(2026, 9, 1), PAT)
    with pytest.raises(Refused, match="rename_too_early"):
        rename(CATERER, "Sample Suppers", date(2026, 9, 1), PAT)
    with pytest.raises(Refused, match="recipient_known"):
        rename(CATERER, "nhs", date(2026, 9, 2), PAT)


def test_another_firm_in_its_place_makes_two(office):
    made = office.map.replacing.take_over(CATERER, NEW, LAST, [FlowId(1)], PAT)

    old = office.book.recipients()[CATERER]
    assert (old.ended, made.replaces) == (LAST, CATERER)
    assert not old.used_on(date(2026, 9, 1))
    assert lines(office, LAST) == ["Pretend Plates Catering"]
    after = office.answering.answer(JUNO, as_at=date(2026, 9, 14)).lines
    assert {line.name: line.until for line in after} == {
        "Pretend Plates Catering": LAST,
        "Invented Dinners": None,
    }


def test_the_copied_purpose_says_the_same_without_the_old_firm_s_agreement(office):
    office.map.replacing.take_over(CATERER, replace(NEW), LAST, [FlowId(1)], PAT)

    (copied,) = (flow for flow in office.book.flows() if flow.id not in (1, 2))
    was = office.book.flow_on(FlowId(1), LAST)
    assert (copied.basis, copied.items, copied.covers) == (was.basis, was.items, was.covers)
    assert (copied.valid_from, copied.version, copied.agreement) == (date(2026, 9, 1), 1, None)


def test_a_purpose_that_is_not_chosen_only_ends(office):
    office.map.replacing.take_over(CATERER, NEW, LAST, [], PAT)
    assert [flow for flow in office.book.flows_on(date(2026, 9, 14)) if flow.id != 2] == []


def test_a_change_that_was_to_come_goes_to_the_new_firm(office):
    office.arranging.change_flow(a_flow(purpose="for hot lunches"), date(2026, 11, 2), PAT)
    made = office.map.replacing.take_over(CATERER, NEW, LAST, [FlowId(1)], PAT)

    mine = [flow for flow in office.book.flows() if flow.recipient == made.id]
    assert [(it.version, it.purpose, it.valid_from, it.valid_to) for it in mine] == [
        (1, "so that lunch is safe", date(2026, 9, 1), date(2026, 11, 1)),
        (2, "for hot lunches", date(2026, 11, 2), None),
    ]
    assert not [f for f in office.book.flows_on(date(2026, 12, 1)) if f.recipient == CATERER]


def test_a_child_shut_out_of_the_old_firm_stays_shut_out_of_the_new(office):
    shut = Exclusion(ExclusionId(0), JUNO, CATERER, "The family objects", date(2026, 1, 5))
    office.map.shutting_out.shut_out(shut, PAT)
    office.map.shutting_out.shut_out(replace(shut, pupil=PupilId(2), flow=FlowId(1)), PAT)

    made = office.map.replacing.take_over(CATERER, NEW, LAST, [FlowId(1)], PAT)

    kept = [each for each in office.book.exclusions() if each.recipient == made.id]
    assert [(each.pupil, each.flow) for each in kept] == [(1, None), (2, 3)]
    assert "Invented Dinners" not in lines(office, date(2026, 9, 14))


def test_one_that_has_ended_is_not_replaced_again_and_no_longer_offered(office):
    office.map.replacing.take_over(CATERER, NEW, LAST, [], PAT)
    with pytest.raises(Refused, match="recipient_replaced_already"):
        office.map.replacing.take_over(CATERER, replace(NEW, name="Sample Suppers"), LAST, [], PAT)
    offered = {each.name for each in office.recording.choices(date(2026, 9, 14))}
    assert "Pretend Plates Catering" not in offered
    assert "Invented Dinners" in offered


def test_ready_made_sharing_ticked_later_goes_to_the_firm_that_took_over(office):
    made = office.map.replacing.take_over(CATERER, NEW, LAST, [FlowId(1)], PAT)
    row = next(iter(load().starter_flows.values()))
    lunches = replace(row, code=Code("lunches"), words="Pretend Plates Catering", unit="")

    office.arranging.adopt([lunches], date(2026, 9, 1), PAT)

    assert [flow.recipient for flow in office.book.flows() if flow.starter == "lunches"] == [
        made.id
    ]

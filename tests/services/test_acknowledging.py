"""A finding may stay as it is for a reason: it is said no more, until something is new."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from sharebook.domain.acknowledgements import About, Acknowledgement
from sharebook.domain.bases import BasisChain
from sharebook.domain.clock import Clock
from sharebook.domain.considered import NotTold
from sharebook.domain.drafts import Draft
from sharebook.domain.errors import Refused
from sharebook.domain.findings import Finding, Severity
from sharebook.domain.flows import Flow
from sharebook.domain.names import NO_CODE, Code, FlowId
from sharebook.services.acknowledging import Acknowledging
from sharebook.services.reviewing import Gap
from tests.builders import CATERER, a_disclosure, a_flow, catalogues
from tests.services.conftest import Office

PAT = "Pat Inkwell"
DAY = date(2026, 9, 1)
BECAUSE = "the head knows and is content"


@pytest.fixture
def leaving(office: Office, clock: Clock) -> Acknowledging:
    return Acknowledging(office.register, catalogues(), clock)


def only(office: Office, code: str) -> Gap:
    (found,) = [gap for gap in office.reviewing.gaps() if gap.finding.code == code]
    return found


def said(office: Office) -> set[str]:
    return {gap.finding.code for gap in office.reviewing.gaps()}


def leave(leaving: Acknowledging, gap: Gap, because: str = BECAUSE) -> Acknowledgement:
    about = About(gap.about)
    return leaving.acknowledge(about, gap.number, gap.finding, because, PAT, version=gap.version)


def undecided(office: Office, **changes: Any) -> None:
    with office.register.writing(PAT) as writer:
        writer.add(a_disclosure(**{"day": DAY, "decided_by": "", **changes}))


def test_what_is_left_is_said_no_more_in_the_book_the_log_and_the_counts(office, leaving):
    undecided(office)
    leave(leaving, only(office, "decider_unnamed"))

    assert "decider_unnamed" not in said(office)
    assert office.browsing.entry(1).gaps == ()


def test_it_is_said_again_once_taken_back_and_the_reason_is_kept(office, leaving):
    undecided(office)
    made = leave(leaving, only(office, "decider_unnamed"))
    (kept,) = leaving.standing()
    assert (kept.record.because, kept.by, kept.record.day) == (BECAUSE, PAT, made.day)

    leaving.take_back(made.id, PAT)
    assert "decider_unnamed" in said(office)
    assert leaving.standing() == []
    assert len(office.register.history(Acknowledgement)) == 2
    with pytest.raises(Refused, match="left_unknown"):
        leaving.take_back(made.id, PAT)


def test_a_new_version_of_the_sharing_is_asked_anew(office, leaving):
    flow = office.arranging.add_flow(a_flow(purpose="for a coat", cycle=NO_CODE), PAT)
    gap = only(office, "cycle_unnamed")
    assert (gap.about, gap.number, gap.version) == ("flow", flow.id, flow.version)
    leave(leaving, gap)
    assert "cycle_unnamed" not in said(office)

    changed: Flow = replace(flow, purpose="for a warm coat")
    office.arranging.change_flow(changed, date(2026, 9, 10), PAT)
    assert "cycle_unnamed" in said(office)


def test_the_form_asks_no_more_what_its_flow_leaves_so(office, leaving):
    flow = office.arranging.add_flow(
        a_flow(purpose="for a coat", basis=BasisChain(Code("A6_E")), items=(Code("allergy"),)), PAT
    )
    draft = Draft(day=date(2026, 9, 14), recipient=CATERER, flow=FlowId(flow.id), items=flow.items)
    draft = replace(draft, basis=flow.basis)
    code = "special_needs_condition"
    assert code in {each.code for each in office.judging.draft(draft, DAY)}
    (mine,) = [
        gap
        for gap in office.reviewing.gaps()
        if gap.finding.code == code and gap.number == flow.id and gap.about == "flow"
    ]
    leave(leaving, mine)
    assert code not in {each.code for each in office.judging.draft(draft, DAY)}


def test_what_the_law_stops_cannot_be_left(office, leaving):
    stop = Finding("no_live_consent", Severity.STOP)
    with pytest.raises(Refused, match="finding_stops"):
        leaving.acknowledge(About.ENTRY, 1, stop, BECAUSE, PAT)


@pytest.mark.parametrize(
    ("finding", "because", "code"),
    [
        (Finding("decider_unnamed", Severity.GAP), "  ", "leaving_needs_reason"),
        (Finding("nobody_asks_this", Severity.GAP), BECAUSE, "finding_unknown"),
    ],
)
def test_a_reason_and_a_known_question_are_needed(leaving, finding, because, code):
    with pytest.raises(Refused, match=code):
        leaving.acknowledge(About.ENTRY, 1, finding, because, PAT)
    assert leaving.standing() == []


def test_the_same_is_not_left_twice(office, leaving):
    undecided(office)
    gap = only(office, "decider_unnamed")
    leave(leaving, gap)
    with pytest.raises(Refused, match="finding_left_already"):
        leave(leaving, gap)


def test_a_later_day_is_looked_at_again_though_an_earlier_one_was_left(office, leaving, clock):
    until = date(2026, 9, 5)
    told = {"family_told": Code("not_told_risk"), "not_told": NotTold(until, "the lead", "unsafe")}
    undecided(office, decided_by="Theo Placeholder", **told)
    leave(leaving, only(office, "not_told_look_again"))
    assert "not_told_look_again" not in said(office)

    (entry,) = office.register.versions(type(a_disclosure()), 1)
    later = replace(entry.record, not_told=NotTold(clock.today().replace(day=20), "the lead", "x"))
    with office.register.writing(PAT) as writer:
        writer.add(later, supersedes=entry.seq, reason="put off")
    found = office.judging.entry(later, date(2026, 9, 21))
    assert "not_told_look_again" in {each.code for each in found}


def test_an_emergency_is_looked_at_again_after_school_days(office, leaving):
    undecided(
        office,
        decided_by="Theo Placeholder",
        basis=BasisChain(Code("A6_D")),
        emergency="a fall in the hall",
    )
    gap = only(office, "emergency_look_again")
    assert gap.finding.facts["day"] == date(2026, 9, 8)  # five school days after Tuesday
    leave(leaving, gap, "Looked at with the head: it was right")
    assert "emergency_look_again" not in said(office)


def test_what_a_recipient_lacks_is_said_once_and_not_of_each_of_its_flows(office):
    found = [gap for gap in office.reviewing.gaps() if gap.finding.code == "contract_missing"]

    assert {gap.about for gap in found} == {"recipient"}


def test_what_a_recipient_may_lack_is_not_said_of_its_flows_instead(office, leaving):
    leave(leaving, only(office, "contract_missing"), "signed on paper, the head has it")

    assert "contract_missing" not in said(office)


def test_without_a_policy_document_the_book_says_so_once(office):
    for purpose in ("for a coat", "for a hat"):
        office.arranging.add_flow(a_flow(purpose=purpose), PAT)
    found = [g for g in office.reviewing.gaps() if g.finding.code == "policy_document_missing"]
    assert len(found) == 1

    basis = replace(a_flow().basis, policy_document="Policy of 2025")
    office.arranging.add_flow(a_flow(purpose="for a scarf", basis=basis), PAT)
    assert "policy_document_missing" not in said(office)

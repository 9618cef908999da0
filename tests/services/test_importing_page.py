"""A sharing page becomes headings, recipients and flows, once."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sharebook.catalogues.loading import load
from sharebook.domain.errors import Cancelled, Refused
from sharebook.domain.flows import Flow
from sharebook.domain.headings import Heading
from sharebook.domain.names import Code, FlowId, HeadingId, RecipientId
from sharebook.domain.preview import Fate, Outcome
from sharebook.domain.recipients import FormerName, Recipient
from sharebook.services.importing import ImportPage
from tests.services.fakes import SCHOOL, MemoryRegister, StoppedAfter, facts

SAMPLE = Path(__file__).parents[1] / "samples" / "sharing-page.txt"
SEED = Path(__file__).parents[3] / "shared" / "seeds" / "sharing-page.txt"


@pytest.fixture
def register() -> MemoryRegister:
    seeded = Heading(HeadingId(1), Code("PI"), "Public interest", "Seeded purpose.", "Seeded:")
    return MemoryRegister(SCHOOL, seeded)


@pytest.fixture
def importing(register, clock) -> ImportPage:
    return ImportPage(register, load(), clock)


@pytest.fixture
def bring_in(importing, quiet):
    def bring(source: bytes | str):
        return importing.apply(importing.preview("page.txt", source), "Pat Inkwell", quiet)

    return bring


def lines(register) -> dict[Code, list[str]]:
    """Return what the notice would print: each heading's distinct lines, in order."""
    headings = [heading.code for heading in facts(register, Heading)]
    flows = facts(register, Flow)
    return {
        code: list(dict.fromkeys(flow.notice_line for flow in flows if flow.heading == code))
        for code in headings
    }


def test_every_line_becomes_flows_under_its_heading(bring_in, register):
    done = bring_in(SAMPLE.read_bytes())
    assert done.outcome is Outcome.APPLIED
    assert done.counts == {"new": 13, "changed": 0, "same": 0, "leaver": 0, "held": 0}
    assert {code: len(found) for code, found in lines(register).items()} == {
        "PI": 6,
        "LO": 3,
        "VI": 2,
        "LC": 1,
        "CO": 1,
    }
    assert len(facts(register, Recipient)) == done.new_recipients
    assert len(facts(register, Flow)) == done.new_flows


def test_one_legal_body_is_one_recipient_with_its_units(bring_in, register):
    bring_in(SAMPLE.read_bytes())
    (nhs,) = [each for each in facts(register, Recipient) if each.name == "NHS"]
    assert nhs.units == ("school nurse", "speech and language therapy")
    under = [flow.heading for flow in facts(register, Flow) if flow.recipient == nhs.id]
    assert under == ["PI", "PI", "VI"]


def test_the_page_again_changes_nothing(bring_in, register):
    first = bring_in(SAMPLE.read_bytes())
    before = list(register.records)
    again = bring_in(SAMPLE.read_bytes())
    assert again.counts == {"new": 0, "changed": 0, "same": 13, "leaver": 0, "held": 0}
    assert (again.new_recipients, again.new_flows) == (0, 0)
    assert again.same_flows == first.new_flows
    assert register.records == before


def test_seeded_headings_take_the_schools_words_and_keep_what_the_page_omits(bring_in, register):
    bring_in("Public task\nWe share information with:\n· Bromcom\n")
    (heading,) = facts(register, Heading)
    assert (heading.id, heading.words) == (1, "Public task")
    assert (heading.purpose, heading.lead_in) == ("Seeded purpose.", "We share information with:")
    assert len(register.versions(Heading, 1)) == 2


def test_a_recipient_is_known_by_its_former_name(bring_in, register):
    with register.writing("Pat Inkwell") as writer:
        former = (FormerName("Lunch payment system", date(2026, 9, 1)),)
        writer.add(Recipient(RecipientId(1), "Pretend Pay", former_names=former))
    bring_in("Public interest\nWe share information with:\n· Lunch payments\n")
    assert [each.name for each in facts(register, Recipient)] == ["Pretend Pay"]
    assert [flow.recipient for flow in facts(register, Flow)] == [1]


def test_what_a_person_made_of_a_line_is_kept(bring_in, register):
    page = "Public interest\nWe share information with:\n· Lunch payments\n"
    bring_in(page)
    (known,) = register.current(Flow)
    with register.writing("Pat Inkwell") as writer:
        writer.add(replace(known.record, purpose="so that nobody queues"), known.seq, "better")
    assert bring_in(page).counts["same"] == 1
    assert [flow.purpose for flow in facts(register, Flow)] == ["so that nobody queues"]


def test_a_flow_picked_by_hand_takes_the_pages_line(bring_in, register, clock):
    starter = load().starter_flows[Code("R02_BROMCOM")]
    with register.writing("Pat Inkwell") as writer:
        writer.add(Recipient(RecipientId(1), starter.words))
        writer.add(
            Flow(
                FlowId(1),
                1,
                RecipientId(1),
                starter.purpose,
                clock.today(),
                heading=starter.heading,
                notice_line=starter.notice_line,
                starter=starter.code,
            )
        )
    page = "Public interest\nWe share information with:\n· Bromcom, where records live\n"
    done = bring_in(page)
    assert [plan.fate for plan in done.plans] == [Fate.CHANGED]
    assert [flow.notice_line for flow in facts(register, Flow)] == ["Bromcom, where records live"]
    assert bring_in(page).counts["same"] == 1


def test_what_needs_a_person_is_warned_of_by_its_row(importing):
    seen = importing.preview("page.txt", SAMPLE.read_bytes())
    warned = {(warning.row, warning.code) for warning in seen.warnings}
    assert (9, "page_recipient_unknown") in warned
    assert (10, "page_placeholder") in warned


def test_a_preview_writes_nothing(importing, register):
    before = list(register.records)
    importing.preview("page.txt", SAMPLE.read_bytes())
    assert register.records == before


def test_stopping_half_way_leaves_nothing(importing, register):
    before = list(register.records)
    with pytest.raises(Cancelled):
        importing.apply(
            importing.preview("page.txt", SAMPLE.read_bytes()), "Pat Inkwell", StoppedAfter(9)
        )
    assert register.records == before


def test_a_register_that_moved_on_wants_a_new_look(importing, bring_in, quiet):
    seen = importing.preview("page.txt", SAMPLE.read_bytes())
    bring_in("Public interest\nWe share information with:\n· Bromcom\n")
    with pytest.raises(Refused) as refused:
        importing.apply(seen, "Pat Inkwell", quiet)
    assert refused.value.code == "import_register_changed"


def test_page_to_register_to_text_to_page_is_the_same_set(bring_in, register):
    bring_in(SAMPLE.read_bytes())
    before = lines(register)
    assert bring_in(_notice(register)).counts["new"] == 0
    assert lines(register) == before


@pytest.mark.skipif(not SEED.exists(), reason="the school's real page is not part of the project")
def test_the_real_page_is_read_whole_and_reads_back_the_same(bring_in, register):
    done = bring_in(SEED.read_bytes())
    found = lines(register)
    assert {code: len(each) for code, each in found.items()} == {
        "PI": 13,
        "LO": 5,
        "VI": 2,
        "LC": 2,
        "CO": 2,
    }
    assert sum(each.name == "NHS" for each in facts(register, Recipient)) == 1
    assert done.not_understood == ()
    again = bring_in(_notice(register))
    assert (again.counts["new"], again.counts["same"]) == (0, 24)
    assert lines(register) == found


def _notice(register) -> str:
    told = ["Example Lane Primary School", "How we share information about pupils", ""]
    by_code = lines(register)
    for heading in facts(register, Heading):
        told += [heading.words, heading.purpose, heading.lead_in]
        told += [f"· {line}" for line in by_code[heading.code]] + [""]
    return "\n".join([*told, "Your rights", "You can ask to see what we have shared."])

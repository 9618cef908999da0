"""Sets of safeguards: said once, changed in one place, and what holds for a flow."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from sharebook.domain.agreements import Agreement
from sharebook.domain.errors import Refused
from sharebook.domain.names import AgreementId, Code, FlowId, SafeguardSetId
from sharebook.services.publishing.agreement_content import agreement_content
from sharebook.services.publishing.ropa_content import ropa_content
from sharebook.services.publishing.sources import Sources
from sharebook.services.safeguarding_sets import worded
from tests.builders import CATERER, a_flow, catalogues

PAT = "Pat Inkwell"
TODAY = date(2026, 9, 14)
THREE = (Code("encrypted"), Code("dbs_staff"), Code("role_access"))


@pytest.fixture
def council(office):
    """A set, and a flow that is "as the set, except"."""
    made = office.map.safeguarding.make("As the council asks", THREE, PAT)
    changed = a_flow(
        safeguard_set=made.id,
        safeguards_except=(Code("dbs_staff"),),
        safeguards=(Code("receipt"),),
        agreement=AgreementId(1),
    )
    office.arranging.change_flow(changed, date(2026, 9, 1), PAT)
    return made


def the_flow(office):
    return office.book.flow_on(FlowId(1), TODAY)


def test_what_holds_is_the_set_s_less_the_excepted_and_its_own(office, council):
    held = office.map.safeguarding.of(the_flow(office))
    assert held == ("encrypted", "role_access", "receipt")


def test_a_set_that_changes_changes_every_flow_that_names_it(office, council, clock):
    clock.moment += timedelta(days=2)
    fewer = replace(council, safeguards=(Code("encrypted"),))
    office.map.safeguarding.change(fewer, "The council asks for less", PAT)

    assert office.map.safeguarding.of(the_flow(office)) == ("encrypted", "receipt")
    then = office.map.safeguarding.of(the_flow(office), TODAY)
    assert then == ("encrypted", "role_access", "receipt")


def test_a_set_taken_out_is_offered_no_longer_and_kept_where_it_is_named(office, council):
    office.map.safeguarding.take_out(council.id, "No longer used", PAT)
    assert office.map.safeguarding.offered() == []
    assert office.map.safeguarding.of(the_flow(office)) == ("encrypted", "role_access", "receipt")


def test_a_set_has_a_name_of_its_own_and_something_in_it(office, council):
    sets = office.map.safeguarding
    with pytest.raises(Refused, match="safeguard_set_unnamed"):
        sets.make(" ", THREE, PAT)
    with pytest.raises(Refused, match="safeguard_set_empty"):
        sets.make("Nothing", (), PAT)
    with pytest.raises(Refused, match="safeguard_set_known"):
        sets.make("as the council ASKS", THREE, PAT)
    with pytest.raises(Refused, match="safeguard_set_needs_reason"):
        sets.take_out(council.id, " ", PAT)
    with pytest.raises(Refused, match="safeguard_set_unknown"):
        sets.take_out(SafeguardSetId(9), "gone", PAT)


def test_it_is_said_as_agreements_say_it(office, council):
    said = worded(the_flow(office), office.book.safeguard_sets(), catalogues())
    rows = catalogues().safeguards
    assert said == (
        f"As in “As the council asks”, except {rows[Code('dbs_staff')].words}. "
        f"Also: {rows[Code('receipt')].words}"
    )


def test_papers_and_entries_carry_what_holds(office, council, clock):
    agreed = Agreement(
        AgreementId(0), "Meals", (CATERER,), date(2025, 9, 1), kind=Code("processor")
    )
    office.map.agreeing.add(agreed, PAT, [FlowId(1)])
    sources = Sources(
        office.register, office.book, office.answering, office.reviewing, catalogues(), clock
    )

    sheet = agreement_content(sources)
    assert sheet.kind == "Processor contract"
    assert sheet.flows[0].safeguards.startswith("As in “As the council asks”, except")
    kept_safe = {it.name: it.security for it in ropa_content(sources).activities}
    assert len(kept_safe["Pretend Plates Catering"]) == 3
    choice = next(each for each in office.recording.choices() if each.flow == 1)
    assert office.recording.start(choice).safeguards == ("encrypted", "role_access", "receipt")

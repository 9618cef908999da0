"""What was the basis in March? The versions of a purpose on any day, and none beside another."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharebook.domain.bases import BasisChain
from sharebook.domain.errors import Refused
from sharebook.domain.names import Code, FlowId
from sharebook.services.arranging import Arranging
from sharebook.services.book import Book
from sharebook.services.ports import Register
from tests.builders import a_flow, a_recipient, catalogues
from tests.conftest import StillClock
from tests.services.fakes import SCHOOL, MemoryRegister

PAT = "Pat Inkwell"
TODAY = date(2026, 9, 14)
LUNCH = FlowId(1)


def test_the_versions_say_what_held_and_what_changed(office):
    changed = a_flow(
        basis=BasisChain(Code("A6_C"), gateway=Code("GW_CENSUS")), items=(Code("name"),)
    )
    office.arranging.change_flow(changed, date(2026, 4, 1), PAT)

    old, new = office.map.dating.versions(LUNCH)
    assert (old.flow.valid_to, new.flow.valid_from) == (date(2026, 3, 31), date(2026, 4, 1))
    assert dict(old.said)["Lawful basis"] == "Public task"
    assert old.changes == ()
    assert {each.label for each in new.changes} >= {"Lawful basis", "What", "The law that says so"}
    assert "Version" not in {each.label for each in new.changes}
    march = office.map.dating.on(LUNCH, date(2026, 3, 14))
    assert march is not None
    assert march.flow.basis == a_flow().basis
    assert office.map.dating.on(LUNCH, date(2020, 1, 1)) is None


def test_safeguards_are_told_as_they_stood_then(office, clock):
    made = office.map.safeguarding.make("Locked", (Code("encrypted"), Code("dbs_staff")), PAT)
    office.arranging.change_flow(a_flow(safeguard_set=made.id), date(2026, 9, 1), PAT)
    clock.moment += timedelta(days=3)
    office.map.safeguarding.change(
        replace(made, safeguards=(Code("encrypted"),)), "less is asked", PAT
    )

    then = dict(office.map.dating.on(LUNCH, TODAY).said)["Kept safe by"]
    now = dict(office.map.dating.on(LUNCH, date(2026, 9, 17)).said)["Kept safe by"]
    word = catalogues().safeguards[Code("dbs_staff")].words
    assert word in then
    assert word not in now
    assert now.startswith("As in “Locked”")


def test_a_version_that_began_today_is_put_right_not_doubled(office):
    office.arranging.change_flow(a_flow(purpose="for hot lunches"), TODAY, PAT)
    office.arranging.change_flow(a_flow(purpose="for warm lunches"), TODAY, PAT)
    assert [each.flow.purpose for each in office.map.dating.versions(LUNCH)] == [
        "so that lunch is safe",
        "for warm lunches",
    ]


def test_an_ended_purpose_stays_ended(office):
    office.arranging.end_flow(LUNCH, date(2026, 7, 21), "No more lunches", PAT)
    with pytest.raises(Refused, match="flow_ended_already"):
        office.arranging.end_flow(LUNCH, date(2026, 8, 21), "No more lunches", PAT)
    with pytest.raises(Refused, match="flow_end_needs_reason"):
        office.arranging.end_flow(LUNCH, date(2026, 7, 1), "", PAT)
    office.arranging.change_flow(a_flow(purpose="for teas"), date(2026, 9, 1), PAT)
    assert office.map.dating.on(LUNCH, date(2026, 8, 1)) is None


@given(st.lists(st.tuples(st.integers(-300, 300), st.booleans()), max_size=6), st.data())
def test_versions_never_overlap_and_each_day_has_the_basis_written_for_it(steps, data):
    register = cast("Register", MemoryRegister(SCHOOL, a_recipient(), a_flow()))  # as far as asked
    book = Book(register)
    clock = StillClock(datetime(2026, 9, 14, 10, 40, tzinfo=UTC))
    arranging = Arranging(register, book, catalogues(), clock)
    written = {a_flow().valid_from: "so that lunch is safe"}
    for place, (distance, ends) in enumerate(steps):
        day = TODAY + timedelta(days=distance)
        try:
            if ends:
                arranging.end_flow(LUNCH, day, "over", PAT)
                written = {first: it for first, it in written.items() if first <= day}
                written[day + timedelta(days=1)] = ""
            else:
                said = f"purpose {place}"
                arranging.change_flow(a_flow(purpose=said), day, PAT)
                written = {first: it for first, it in written.items() if first < day}
                written[day] = said
        except Refused:
            continue
    day = TODAY + timedelta(days=data.draw(st.integers(-400, 400)))
    valid = [flow for flow in book.flows() if flow.runs_on(day)]
    newest = max(first for first in written if first <= day)
    assert len(valid) <= 1
    assert [flow.purpose for flow in valid] == ([written[newest]] if written[newest] else [])

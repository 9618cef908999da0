"""A register with returns of every rhythm, some of them recorded, and a clock in October."""

from datetime import UTC, date, datetime

import pytest

from sharebook.bootstrap.desk import Desk
from sharebook.domain.disclosures import Receipt
from sharebook.domain.names import Code, DisclosureId, FlowId, RecipientId
from tests.builders import a_disclosure, a_flow, a_recipient
from tests.conftest import StillClock
from tests.ui.peopled import PAT, open_empty, peopled

COUNCIL, CENSUS, COPY, RESULTS, CLUB, COLLECT = RecipientId(9), 21, 22, 23, 24, RecipientId(10)
TERMS = (
    "Autumn term: 2 September 2026 – 18 December 2026; half term 26–30 October; INSET 2 Sept\n"
    "Spring term: 4 January 2027 to 25 March 2027; half term 15–19 February 2027\n"
    "Summer term: 12 April 2027 to 21 July 2027; half term 31 May – 4 June 2027"
)


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime(2026, 10, 14, 10, 40, tzinfo=UTC))


@pytest.fixture
def desk(tmp_path, clock):
    made = peopled(tmp_path, clock)
    fill(made)
    yield made
    made.close()


@pytest.fixture
def empty_desk(tmp_path, clock):
    made = open_empty(tmp_path / "empty", clock)
    yield made
    made.close()


def fill(desk: Desk) -> None:
    flows = (
        (CENSUS, COLLECT, "census_day", "the school census"),
        (COPY, COUNCIL, "after_census", "a copy of the census for funding and places"),
        (RESULTS, COUNCIL, "first_week_july", "how the borough’s children did"),
        (CLUB, COUNCIL, "termly", "the headcount of the nursery"),
    )
    with desk.register.writing(PAT) as writer:
        writer.add(a_recipient(id=COUNCIL, name="Islemere Council, as an example"))
        writer.add(a_recipient(id=COLLECT, name="Department for Example Education"))
        for number, recipient, cycle, purpose in flows:
            writer.add(
                a_flow(id=FlowId(number), recipient=recipient, cycle=Code(cycle), purpose=purpose)
            )
        number = writer.next_id(type(a_disclosure()))
        sent = a_disclosure(
            id=DisclosureId(number),
            recipient=COLLECT,
            day=date(2026, 10, 2),
            flow=FlowId(CENSUS),
            flow_version=1,
        )
        waits = a_disclosure(
            id=DisclosureId(number + 1),
            recipient=COUNCIL,
            day=date(2026, 9, 16),
            receipt=Receipt.EXPECTED,
        )
        writer.add(sent)
        writer.add(waits)


@pytest.fixture
def typed(desk):
    desk.calendar.keep(desk.calendar.read(TERMS).lines, PAT)
    return desk

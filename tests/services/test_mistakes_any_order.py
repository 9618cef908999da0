"""Recorded, put right, struck out and taken back in any order, the book tells the truth."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from sharebook.domain.answers import Answer, Lists, answer
from sharebook.domain.disclosures import Decision, Disclosure
from sharebook.domain.drafts import Draft
from sharebook.domain.names import Code, PupilId
from tests.builders import CATERER, catalogues
from tests.conftest import Quiet, StillClock
from tests.services.conftest import PAT, Office, filled_register, office_over

PUPILS = [PupilId(number) for number in range(1, 5)]
HOUR = timedelta(hours=1)
LISTS = Lists(catalogues().cycles, catalogues().items)


@dataclass
class Truth:
    """What a person with pencil and paper would hold to be true.

    Attributes:
        counts: the entries that count, by number.
        struck: those struck out.
        told: every moment with the answers that were right then.
    """

    counts: dict[int, Disclosure] = field(default_factory=dict)
    struck: dict[int, Disclosure] = field(default_factory=dict)
    told: list[tuple[datetime, dict[PupilId, Answer]]] = field(default_factory=list)
    written: int = 0


drafts = st.builds(
    lambda pupils, item, purpose, day, decision: Draft(
        recipient=CATERER,
        pupils=tuple(pupils),
        items=(Code(item),),
        purpose=purpose,
        day=day,
        decision=decision,
        reason="because it is so",
    ),
    pupils=st.sets(st.sampled_from(PUPILS), min_size=1),
    item=st.sampled_from(["name", "dob", "class"]),
    purpose=st.sampled_from(["for a coat", "for a bus"]),
    day=st.dates(date(2026, 9, 1), date(2026, 9, 10)),
    decision=st.sampled_from([Decision.SHARED, Decision.PART, Decision.REFUSED]),
)
steps = st.lists(
    st.tuples(
        st.sampled_from(["record", "record", "correct", "strike", "strike", "put back"]),
        st.integers(0, 9),
        drafts,
    ),
    min_size=1,
    max_size=12,
)


@settings(max_examples=30, deadline=None)
@given(steps)
def test_answers_hold_what_counts_and_the_chain_holds(tmp_path_factory, taken):
    clock = StillClock(datetime(2026, 9, 14, 10, 40, tzinfo=UTC))
    path = tmp_path_factory.mktemp("any") / "register-1.db"
    register = filled_register(path, clock)
    office, truth = office_over(register, clock), Truth()
    for step, pick, draft in taken:
        clock.moment += HOUR
        act(office, truth, step, pick, draft)
        truth.told.append((clock.moment, answers(office, truth)))
        check(office, truth)
    for moment, told in truth.told:
        assert {pupil: office.answering.answer(pupil, known=moment) for pupil in PUPILS} == told
    register.close()


def act(office: Office, truth: Truth, step: str, pick: int, draft: Draft) -> None:
    """Do one step to the register and to the truth, where there is an entry for it."""
    among = sorted(truth.struck if step == "put back" else truth.counts)
    if step == "record":
        truth.written += 1
        truth.counts[truth.written] = office.recording.save(draft, PAT)
    elif among:
        number = among[pick % len(among)]
        if step == "correct":
            truth.written += 1
            del truth.counts[number]
            truth.counts[truth.written] = office.recording.correct(number, draft, "wrong", PAT)
        elif step == "strike":
            office.striking.strike_out(number, "Entered twice.", PAT)
            truth.struck[number] = truth.counts.pop(number)
        else:
            office.striking.put_back(number, "It was not.", PAT)
            truth.counts[number] = truth.struck.pop(number)


def answers(office: Office, truth: Truth) -> dict[PupilId, Answer]:
    """Return the answers computed from what counts, and from nothing else."""
    return {
        pupil: answer(
            replace(
                office.answering.facts(pupil),
                disclosures=tuple(each for each in truth.counts.values() if pupil in each.cohort),
            ),
            LISTS,
            office.answering.answer(pupil).as_at,
        )
        for pupil in PUPILS
    }


def check(office: Office, truth: Truth) -> None:
    assert list(office.register.verify(Quiet())) == []
    told = truth.told[-1][1]
    for pupil in PUPILS:
        assert office.answering.answer(pupil) == told[pupil]
        counted = {each.number for each in truth.counts.values() if pupil in each.cohort}
        assert {each.number for each in office.answering.events(pupil)} == counted
    year = office.reviewing.entries_this_year()
    assert {each.record.number: each.record for each in year} == truth.counts
    rows = office.browsing.log(date.min, date.max)
    assert sorted(row.entry.record.number for row in rows) == list(range(1, truth.written + 1))
    assert {row.entry.record.number for row in rows if row.mistake} == set(truth.struck)
    gave = [each.day for each in truth.counts.values() if each.gave_data]
    assert office.register.last_sent(CATERER) == max(gave, default=None)

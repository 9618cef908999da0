"""What is sealed about a child goes with the child's record, and the office is told nothing."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from docs.exit_route import decrypted
from sharebook.domain.disclosures import Asker, Disclosure
from sharebook.domain.disposal import Disposed
from sharebook.domain.errors import Refused, Trouble
from sharebook.domain.holds import HoldReason
from sharebook.domain.names import RequestId
from sharebook.domain.pupils import Spell
from sharebook.domain.requests import Request
from sharebook.services.disposing import Word
from sharebook.store.sealed_file import rewrite
from tests.compartment.office_eyes import folder
from tests.compartment.school import (
    HUSHED,
    JUNO,
    KIT,
    PAT,
    POLICE,
    QUINN,
    Keys,
    a_referral,
    compartment_of,
    opened,
)
from tests.conftest import Quiet

LATER = datetime(2075, 9, 14, 10, 40, tzinfo=UTC)
LEFT = date(2029, 7, 20)


@pytest.fixture
def keys(keys: Keys, clock) -> Keys:
    """Juno and Kit left long ago; two entries about Juno are sealed, one about both."""
    desk = opened(keys.office, clock)
    for pupil in (JUNO, KIT):
        spell = desk.register.about(Spell, pupil)[0]
        with desk.register.writing(PAT) as writer:
            writer.add(replace(spell.record, last_day=LEFT), spell.seq)
    desk.close()
    desk = opened(keys.lead, clock)
    for pupils in ((JUNO,), (JUNO,), (JUNO, KIT)):
        compartment_of(desk).recording.save(a_referral(desk, pupils), QUINN)
    compartment_of(desk).recording.correct(2, a_referral(desk), "The hour was wrong", QUINN)
    desk.close()
    clock.moment = LATER
    return keys


def word(desk):
    return Word("its time has ended", "Theo Placeholder, head", desk.person, desk.role)


def go(desk, *pupils):
    made = desk.disposing.blank([(Disposed.PUPIL, each) for each in pupils], word(desk))
    assert desk.disposing.sweep()
    return made


def blank(desk):
    return {int(it.record.id) for it in compartment_of(desk)._file.history(Disclosure)
            if it.disposed}  # fmt: skip


def sound(desk):
    compartment = compartment_of(desk)
    return not [*compartment.checking.check(Quiet()).findings, *desk.register.verify(Quiet())]


def words_in(keys):
    sealed = keys.lead.sealed
    return decrypted(sealed.database.read_bytes(), sealed.data_key).count(HUSHED.encode())


def test_what_is_sealed_about_the_child_alone_goes_in_the_same_act(lead):
    made = go(lead, JUNO)

    assert len(made) == 1  # the open register's line names nothing sealed
    assert made[0].entries == (1,)
    assert blank(lead) == {1, 2, 4}
    assert not compartment_of(lead).letting_go.left()
    assert sound(lead)


def test_with_the_last_child_goes_what_is_about_both_and_no_word_is_left(lead, keys):
    size = keys.lead.sealed.database.stat().st_size
    assert words_in(keys)

    go(lead, JUNO)
    go(lead, KIT)

    assert blank(lead) == {1, 2, 3, 4}
    assert words_in(keys) == 0
    assert keys.lead.sealed.database.stat().st_size == size
    rewrite(keys.lead.sealed.database, keys.lead.sealed.data_key)
    assert sound(lead)


def test_two_at_once_take_what_is_about_both_of_them(lead):
    go(lead, KIT, JUNO)

    assert blank(lead) == {1, 2, 3, 4}
    assert sound(lead)


def test_the_office_disposes_of_the_child_and_learns_nothing(office, keys):
    before = keys.lead.sealed.database.read_bytes()

    made = go(office, JUNO)

    assert keys.lead.sealed.database.read_bytes() == before
    assert made[0].entries == (1,)


def test_what_the_office_left_is_offered_to_the_next_holder_and_finished(office, keys, clock):
    go(office, JUNO)
    office.close()
    lead = opened(keys.lead, clock)
    letting_go = compartment_of(lead).letting_go
    assert letting_go.left().entries == (1, 2, 4)

    made = letting_go.finish(QUINN)

    assert [each.because for each in made] == ["its time has ended"]
    assert letting_go.sweep()
    assert not letting_go.left()
    assert letting_go.finish(QUINN) == []
    assert blank(lead) == {1, 2, 4}
    assert sound(lead)
    lead.close()


def test_a_disk_that_fails_after_the_open_register_leaves_the_rest_to_be_finished(
    lead, monkeypatch
):
    letting_go = compartment_of(lead).letting_go

    def fails(_person):
        raise Trouble("disk_full")

    monkeypatch.setattr(letting_go._sealed, "writing", fails)
    lead.disposing.blank([(Disposed.PUPIL, JUNO)], word(lead))
    monkeypatch.undo()

    assert blank(lead) == set()
    assert letting_go.left().entries == (1, 2, 4)
    letting_go.finish(QUINN)
    assert blank(lead) == {1, 2, 4}


def test_a_sweep_that_was_cut_short_is_made_good_at_the_holder_s_next_visit(lead, keys, clock):
    lead.disposing.blank([(Disposed.PUPIL, JUNO), (Disposed.PUPIL, KIT)], word(lead))
    lead.close()
    lead = opened(keys.lead, clock)

    assert lead.disposing.sweep()

    assert words_in(keys) == 0
    assert sound(lead)
    lead.close()


def test_a_hold_on_what_was_sealed_keeps_the_whole_child(lead):
    lead.retaining.hold(HoldReason.INQUIRY, "the inquiry", QUINN, recipient=POLICE)

    with pytest.raises(Refused, match="disposal_held"):
        go(lead, JUNO)

    assert blank(lead) == set()
    assert lead.answering.pupil(JUNO).forename == "Juno"


def test_the_folder_is_the_same_whether_or_not_anything_sealed_went(
    keys, template, clock, tmp_path
):
    sizes = []
    for name, person in (("a", "office"), ("b", "lead")):
        mine = keys.moved_to(tmp_path / name / keys.folder.name)
        desk = opened(getattr(mine, person), clock)
        go(desk, JUNO)
        desk.close()
        seen = folder(mine.folder)
        sizes.append({name: size for name, size in seen.items() if name.startswith("size")})

    assert sizes[0] == sizes[1]


def test_a_sealed_request_goes_with_the_child_or_is_offered_to_the_next_holder(keys, clock):
    lead = opened(keys.lead, clock)
    asked = Request(
        RequestId(0),
        clock.today(),
        asker=Asker(organisation="Example police"),
        pupils=(KIT,),
        asked_for=HUSHED,
        purpose="to find Kit",
    )
    compartment_of(lead).asking.receive(asked, QUINN)
    lead.close()
    office = opened(keys.office, clock)
    go(office, KIT)
    office.close()
    lead = opened(keys.lead, clock)
    letting_go = compartment_of(lead).letting_go
    assert letting_go.left().requests == (1,)

    letting_go.finish(QUINN)

    assert letting_go.sweep()
    assert not letting_go.left()
    assert compartment_of(lead)._file.history(Request)[0].disposed
    assert sound(lead)
    lead.close()

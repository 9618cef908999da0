"""The sealed log works as the open one does, over a file of its own."""

from dataclasses import replace

import pytest

from sharebook.domain.disclosures import Disclosure, Receipt
from sharebook.domain.errors import Refused, Trouble
from sharebook.domain.findings import Severity
from sharebook.domain.pupils import Pupil
from sharebook.services.health.advice import advice
from sharebook.store.compartment import SealedWriter
from sharebook.store.sealed_file import create_sealed
from sharebook.words.sentences import told
from tests.builders import a_pupil
from tests.compartment.school import JUNO, KIT, PUPILS, QUINN, a_referral, compartment_of, opened
from tests.conftest import Quiet


def test_whoever_lacks_the_key_has_no_compartment(office):
    assert office.compartment is None


def test_sealed_entries_count_for_themselves(lead, sealed):
    first = sealed.recording.save(a_referral(lead), QUINN)
    second = sealed.recording.save(a_referral(lead, (KIT,)), QUINN)

    assert (first.number, second.number) == (1, 2)
    assert [row.entry.record for row in sealed.browsing.timeline(JUNO)] == [first]
    assert [row.about for row in sealed.about(KIT)] == ["Child2 Sampleton"]


def test_the_open_log_has_none_of_them_not_even_for_the_lead(lead, sealed):
    before = lead.register.history(Disclosure)

    sealed.recording.save(a_referral(lead), QUINN)

    assert lead.register.history(Disclosure) == before
    assert lead.recording.last().number == 3
    assert len(lead.answering.events(JUNO)) == 2


def test_a_sealed_entry_is_corrected_struck_out_and_put_back(lead, sealed):
    sealed.recording.save(a_referral(lead), QUINN)

    right = sealed.recording.correct(1, a_referral(lead, note="Rang at nine."), "The hour.", QUINN)
    sealed.striking.strike_out(right.number, "Written twice", QUINN)
    sealed.striking.put_back(right.number, "No, once", QUINN)

    titles = [version.title for version in sealed.history(1)]
    assert titles == [
        "Entry S1, written",
        "Entry S2, puts it right",
        "Entry S2, recorded by mistake",
        "Entry S2, right after all",
    ]
    assert [row.entry.record.number for row in sealed.about(JUNO)] == [2]


def test_a_whole_class_can_be_sealed(lead, sealed):
    everyone = tuple(each.pupil.id for each in lead.choosing.everyone(lead.clock.today()))

    sealed.recording.save(a_referral(lead, everyone), QUINN)

    assert len(everyone) == PUPILS
    assert all(len(sealed.about(pupil)) == 1 for pupil in everyone)


def test_only_the_log_is_sealed(sealed):
    """A pupil written there would be missing everywhere else: a bug that must be loud."""
    with pytest.raises(TypeError), sealed.register.writing(QUINN) as writer:
        writer.add(a_pupil())

    with pytest.raises(TypeError), sealed.register.writing(QUINN) as writer:
        writer.next_id(Pupil)

    assert sealed.register.head().seq == 0
    assert isinstance(writer, SealedWriter)


def test_names_and_lists_come_from_the_open_register(lead, sealed):
    assert sealed.register.current(Pupil) == lead.register.current(Pupil)
    assert sealed.register.find_pupils("juno") == lead.register.find_pupils("juno")
    assert sealed.recording.choices() == lead.recording.choices()


def test_a_sealed_entry_reads_the_same_after_locking(keys, clock):
    first = opened(keys.lead, clock)
    entry = compartment_of(first).recording.save(a_referral(first), QUINN)
    first.close()

    again = opened(keys.lead, clock)
    try:
        assert compartment_of(again).recording.entry(1).record == entry
    finally:
        again.close()


def test_another_thread_has_a_compartment_of_its_own(lead, sealed):
    sealed.recording.save(a_referral(lead), QUINN)

    beside = lead.again()
    try:
        assert len(compartment_of(beside).about(JUNO)) == 1
    finally:
        beside.close()


def test_what_a_sealed_entry_lacks_is_the_holder_s_alone(lead, sealed):
    lead_before = lead.reviewing.gaps(), lead.reviewing.due()
    draft = a_referral(lead, receipt=Receipt.EXPECTED)
    sealed.recording.save(draft, QUINN)

    assert {gap.number for gap in sealed.gaps()} == {1}
    assert [due.code for due in sealed.due()] == ["receipt_missing"]
    assert (lead.reviewing.gaps(), lead.reviewing.due()) == lead_before


def test_the_compartment_is_checked_and_sealed_for_itself(lead, sealed, quiet):
    before = lead.checking.seal()
    sealed.recording.save(a_referral(lead), QUINN)
    printed = sealed.checking.seal()
    sealed.recording.save(a_referral(lead), QUINN)

    health = sealed.checking.check(quiet, str(printed))

    assert health.ok
    assert [each.code for each in health.findings] == ["seal_holds"]
    assert health.entries == 2
    assert lead.checking.seal() == before
    assert [each.code for each in lead.checking.check(quiet, str(printed)).findings] == [
        "seal_unknown"
    ]


def test_the_compartment_of_another_register_is_refused(keys, template, clock, tmp_path):
    strange = tmp_path / "sealed-9.db"
    create_sealed(strange, bytes(32), "f" * 32)
    access = replace(
        keys.lead, sealed=replace(keys.lead.sealed, database=strange, data_key=bytes(32))
    )
    desk = opened(access, clock)
    try:
        with pytest.raises(Trouble, match="compartment_damaged"):
            assert desk.compartment
    finally:
        desk.close()


def test_the_reason_of_a_correction_is_wanted_here_too(lead, sealed):
    sealed.recording.save(a_referral(lead), QUINN)

    with pytest.raises(Refused) as refused:
        sealed.recording.correct(1, a_referral(lead), " ", QUINN)

    assert told(refused.value)


@pytest.mark.parametrize("who", ["office", "lead"])
def test_a_missing_file_is_told_to_everybody_alike(keys, clock, who):
    keys.lead.sealed.database.unlink()
    desk = opened(getattr(keys, who), clock)

    for found in (desk.minding.urgent(), desk.minding.check(Quiet()).findings):
        codes = [each.code for each in found if each.severity is Severity.STOP]
        assert codes == ["compartment_missing"]
        assert advice(found[0]).do
    desk.close()

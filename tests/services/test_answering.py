"""A parent rings: who has her daughter's data?"""

from datetime import date

import pytest

from sharebook.domain.errors import Refused
from sharebook.domain.names import Code, ContactId, PupilId
from sharebook.services.answering import CallNote
from sharebook.services.wording import Wording
from tests.builders import JUNO, a_disclosure, an_exclusion, catalogues

PAT = "Pat Inkwell"
KNOWN = (Code("rang_back"),)


def test_three_letters_find_the_child(office):
    assert [each.full_name for each in office.answering.find("jun")] == ["Juno Sampleton"]


def test_a_name_is_found_without_its_accents(office):
    assert [each.full_name for each in office.answering.find("lukasz")] == ["Łukasz Przykładowski"]


def test_the_answer_joins_regular_sharing_and_single_acts(office):
    with office.register.writing(PAT) as writer:
        writer.add(a_disclosure(day=date(2026, 3, 3), purpose="so that Juno could be assessed"))

    given = office.answering.answer(JUNO)
    assert [(line.purpose, line.regular) for line in given.lines] == [
        ("so that lunch is safe", True),
        ("so that Juno could be assessed", False),
    ]


def test_it_is_worded_under_the_schools_own_headings(office):
    lists = catalogues()
    worded = Wording(lists, office.book.headings()).answer(office.answering.answer(JUNO))

    assert worded.spoken == "One organisation gets Juno’s information regularly."
    (group,) = worded.groups
    assert group.heading == "Public interest"
    assert group.lines[0].whom == "Pretend Plates Catering"
    assert group.lines[0].since == "since Sep 2022"


def test_an_exclusion_written_later_changes_the_answer_from_its_day(office):
    with office.register.writing(PAT) as writer:
        writer.add(an_exclusion(first_day=date(2026, 6, 1)))

    (line,) = office.answering.answer(JUNO).lines
    assert line.until == date(2026, 5, 31)


def test_a_call_note_is_kept_with_a_digest_of_the_answer(office):
    given = office.answering.answer(JUNO)
    kept = office.answering.keep_call(given, CallNote(ContactId(1), "", KNOWN, "Asked."), PAT)

    assert kept.caller_name == "Dana Sampleton"
    assert len(kept.answer_digest) == 64
    assert office.answering.calls(JUNO) == (kept,)


def test_the_barred_caller_is_told_nothing(office):
    given = office.answering.answer(JUNO)

    with pytest.raises(Refused, match="caller_barred"):
        office.answering.keep_call(given, CallNote(ContactId(2), "", KNOWN), PAT)
    assert office.answering.calls(JUNO) == ()


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (CallNote(None, "  "), "caller_unnamed"),
        (CallNote(ContactId(1), ""), "caller_unchecked"),
    ],
)
def test_a_caller_must_be_named_and_checked(office, call, code):
    with pytest.raises(Refused, match=code):
        office.answering.keep_call(office.answering.answer(JUNO), call, PAT)


def test_a_pupil_nobody_knows_is_refused(office):
    with pytest.raises(Refused, match="pupil_unknown"):
        office.answering.answer(PupilId(99))

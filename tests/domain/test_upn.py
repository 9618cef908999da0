"""The unique pupil number: shape, check letter, states."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharebook.domain import upn

BODIES = st.from_regex(f"[0-9]{{11}}[0-9{upn.LETTERS}]", fullmatch=True)


@pytest.mark.parametrize("number", ["B801200005001", "R674123101121", "A123456789012"])
def test_published_numbers_are_sound(number):
    assert upn.is_sound(number)
    assert upn.state(number) == "permanent"


def test_the_help_pages_example_has_its_right_letter_not_theirs():
    assert upn.check_letter("207000016049") == "P"


def test_a_wrong_check_letter_is_not_sound():
    assert not upn.is_sound("A795432100001")
    assert upn.check_letter("795432100001") == "W"
    assert upn.state("A795432100001") == "unverified"


@given(BODIES)
def test_only_one_letter_of_twenty_three_is_right(body):
    assert [mark for mark in upn.LETTERS if upn.is_sound(mark + body)] == [upn.check_letter(body)]


@given(st.from_regex("[0-9]{12}", fullmatch=True), st.integers(0, 11), st.integers(1, 9))
def test_one_mistyped_digit_is_always_noticed(body, place, step):
    wrong = str((int(body[place]) + step) % 10)
    mistyped = body[:place] + wrong + body[place + 1 :]
    assert not upn.is_sound(upn.check_letter(body) + mistyped)


@given(st.from_regex(f"[0-9]{{11}}[{upn.LETTERS}]", fullmatch=True))
def test_a_last_letter_makes_it_temporary(body):
    assert upn.state(upn.check_letter(body) + body) == "temporary"


def test_case_and_spaces_are_tidied_and_nothing_is_corrected():
    assert upn.tidy(" b801 2000 05001 ") == "B801200005001"
    assert upn.tidy("BO01200005001") == "BO01200005001"


@pytest.mark.parametrize("text", ["", "B80120000500", "I801200005001", "B8O1200005001", "٣" * 13])
def test_other_shapes_are_not_sound(text):
    assert not upn.is_sound(text)


def test_no_number_is_no_state_but_none():
    assert upn.state("") == "none"


def test_a_check_letter_is_only_asked_of_twelve_characters():
    with pytest.raises(ValueError, match="12"):
        upn.check_letter("12")

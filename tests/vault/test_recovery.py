"""The recovery sheet's code: typed back from paper, slips found."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sharebook.domain.errors import Refused
from sharebook.vault.recovery import new_secret, printed, secret_from, tidy

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
secrets = st.binary(min_size=20, max_size=20)


@given(secrets)
def test_a_printed_code_is_eight_groups_of_five_without_look_alikes(secret: bytes) -> None:
    groups = printed(secret).split("-")
    assert [len(group) for group in groups] == [5] * 8
    assert not set("".join(groups)) & set("ILOU")


@given(secrets)
def test_a_printed_code_gives_its_secret_back(secret: bytes) -> None:
    assert secret_from(printed(secret)) == secret


@given(secrets, st.sampled_from(["", " ", "  ", "\n", "\N{EN DASH}", "_", ". "]))
def test_case_spaces_and_look_alikes_do_not_matter(secret: bytes, between: str) -> None:
    code = printed(secret)
    typed = code.lower().replace("-", between).replace("0", "o").replace("1", "l")
    assert tidy(typed) == code
    assert secret_from(typed) == secret


@given(secrets, st.integers(0, 39), st.sampled_from(LETTERS))
def test_any_single_mistyped_letter_is_found(secret: bytes, place: int, letter: str) -> None:
    letters = printed(secret).replace("-", "")
    assume(letters[place] != letter)
    with pytest.raises(Refused, match="recovery_mistyped"):
        secret_from(letters[:place] + letter + letters[place + 1 :])


@given(secrets, st.integers(0, 38))
def test_two_letters_in_the_wrong_order_are_found(secret: bytes, place: int) -> None:
    letters = printed(secret).replace("-", "")
    assume(letters[place] != letters[place + 1])
    swapped = letters[:place] + letters[place + 1] + letters[place] + letters[place + 2 :]
    with pytest.raises(Refused, match="recovery_mistyped"):
        secret_from(swapped)


@given(st.text(max_size=60))
def test_whatever_else_is_typed_is_a_slip(typed: str) -> None:
    with pytest.raises(Refused, match="recovery_mistyped"):
        secret_from(typed)


def test_no_two_sheets_are_the_same() -> None:
    assert new_secret() != new_secret()

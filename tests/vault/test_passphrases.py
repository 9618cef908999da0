"""Weak passphrases are refused with a reason; the offered ones are good."""

import secrets
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sharebook.domain.errors import Refused
from sharebook.vault.passphrases import offered_words, refuse_weak, words
from sharebook.words.sentences import sentence, told

ABOUT = "Example Lane Primary School", "Pat Inkwell"


@pytest.mark.parametrize(
    ("passphrase", "reason"),
    [
        ("", "passphrase_short"),
        ("School2024!", "passphrase_short"),
        ("example lane school", "passphrase_names"),
        ("Example Lane Primary School 1", "passphrase_names"),
        ("Pat Inkwell 2026", "passphrase_names"),
        ("password1234", "passphrase_common"),
        ("walrus walrus walrus walrus", "passphrase_repeats"),
        ("abcdefghijklmnop", "passphrase_repeats"),
        ("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "passphrase_repeats"),
        ("14 September 2026", "passphrase_dates"),
        ("14/09/2026 1", "passphrase_dates"),
        ("wonderful grapefruit", "passphrase_guessable"),
    ],
)
def test_a_weak_passphrase_is_refused_with_its_reason(passphrase: str, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        refuse_weak(passphrase, ABOUT)
    assert (refused.value.code, refused.value.field) == ("passphrase_weak", "passphrase")
    assert refused.value.facts["why"] == sentence(reason)
    assert told(refused.value).endswith(sentence(reason))


@pytest.mark.parametrize(
    "passphrase",
    ["teapot lantern walrus gravel comet", "x" * 3 + "7Kq!vZ2#mB9w", "Llanfair ôl wyth môr"],
)
def test_a_good_passphrase_passes(passphrase: str) -> None:
    refuse_weak(passphrase, ABOUT)


def test_a_very_long_passphrase_is_judged_quickly_and_passes() -> None:
    refuse_weak(offered_words(secrets.SystemRandom(), 200), ABOUT)


@settings(max_examples=40, deadline=None)  # the first call loads the word lists
@given(st.randoms(use_true_random=False))
def test_offered_words_pass_the_floor(random: Random) -> None:
    offered = offered_words(random)
    assert len(set(offered.split(" "))) == 5
    refuse_weak(offered, ABOUT)


def test_the_offer_is_never_twice_the_same() -> None:
    assert offered_words(secrets.SystemRandom()) != offered_words(secrets.SystemRandom())


def test_each_offered_word_is_worth_eleven_bits() -> None:
    assert len(words()) == len(set(words())) == 2048


def test_offered_words_are_short_plain_and_sorted() -> None:
    assert all(3 <= len(word) <= 7 and word.isascii() and word.islower() for word in words())
    assert list(words()) == sorted(words())

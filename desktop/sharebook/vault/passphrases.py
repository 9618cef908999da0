"""Which passphrases are good enough, and good ones to offer."""

from collections.abc import Iterable, Sequence
from functools import cache
from random import Random

from sharebook import assets
from sharebook.domain.errors import Refused
from sharebook.vault.kdf import tidy_passphrase
from sharebook.words.sentences import sentence

_SHORTEST = 12  # letters
_JUDGED = 72  # letters; judging time grows fast with length
_GOOD_SCORE = 4  # of 0..4: more than ten thousand million guesses
_WHY = {  # what zxcvbn saw -> our reason
    "user_inputs": "passphrase_names",
    "passwords": "passphrase_common",
    "repeat": "passphrase_repeats",
    "sequence": "passphrase_repeats",
    "spatial": "passphrase_repeats",
    "date": "passphrase_dates",
    "regex": "passphrase_dates",
}


def refuse_weak(passphrase: str, about: Sequence[str] = ()) -> None:
    """Let a good passphrase pass.

    `about` are names that a guesser would try first: the school, the person.

    Raises:
        Refused: `passphrase_weak`, with the reason as the fact `why`.
    """
    tidied = tidy_passphrase(passphrase)
    reason = "passphrase_short" if len(tidied) < _SHORTEST else _weakness(tidied, about)
    if reason:
        raise Refused("passphrase_weak", "passphrase", why=sentence(reason))


def offered_words(random: Random, n: int = 5) -> str:
    """Return `n` different plain words with spaces between.

    `random` is `secrets.SystemRandom()`; a seeded one only in tests and in the practice school.
    """
    return " ".join(random.sample(words(), n))


@cache
def words() -> tuple[str, ...]:
    """Return the words that are offered."""
    lines = assets.read_text("wordlists", "plain.txt").split("\n")
    return tuple(line for line in lines if line and not line.startswith("#"))


def _weakness(tidied: str, about: Iterable[str]) -> str:
    named = {part for name in about for part in name.casefold().split()} | {"sharebook"}
    every_word = tidied.split()
    own_words = [word for word in every_word if word.casefold() not in named]
    if own_words != every_word and _judged(own_words, named):
        return "passphrase_names"  # what is not a name is too little by itself
    return _judged(every_word, named)


def _judged(parts: Iterable[str], named: Iterable[str]) -> str:
    """Return the code of the reason why these words are weak, or "".

    They are judged without the spaces: zxcvbn takes a space for a wild guess, and so would not
    see the year in "School 2024".
    """
    from zxcvbn import zxcvbn  # loads six large word lists

    text = "".join(parts)[:_JUDGED]
    if not text:
        return "passphrase_guessable"  # zxcvbn fails on nothing
    found = zxcvbn(text, sorted(named), max_length=_JUDGED)
    if found["score"] >= _GOOD_SCORE:
        return ""
    by_length = sorted(found["sequence"], key=lambda match: len(match["token"]), reverse=True)
    reasons = (_WHY.get(str(match.get("dictionary_name", match["pattern"]))) for match in by_length)
    return next((reason for reason in reasons if reason), "passphrase_guessable")

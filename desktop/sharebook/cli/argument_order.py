"""Let the common options stand before or after the command, as people type them."""

from collections.abc import Sequence

_WITH_VALUE = ("--register", "--user", "--passphrase-file", "--today", "--wait")
_ALONE = ("--json",)


def common_first(arguments: Sequence[str]) -> list[str]:
    """Return the arguments with the common options moved to the front, order otherwise kept."""
    front: list[str] = []
    rest: list[str] = []
    waiting = list(arguments)
    while waiting:
        word = waiting.pop(0)
        if word == "--":
            return [*front, *rest, word, *waiting]
        if word in _WITH_VALUE and waiting:
            front += [word, waiting.pop(0)]
        elif word in _ALONE or word.startswith(tuple(f"{name}=" for name in _WITH_VALUE)):
            front.append(word)
        else:
            rest.append(word)
    return front + rest

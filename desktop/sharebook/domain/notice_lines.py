"""What becomes of a line of the notice when somebody it names is called otherwise."""

import re


def named_anew(line: str, old: str, new: str) -> str:
    """Return `line` with the name `new` wherever it says `old` as whole words.

    Where it says `new` already it is left alone, even if the one name stands within the other.
    """
    if not old or old not in line:
        return line
    names = sorted((old, new), key=len, reverse=True)  # the longer one is looked for first
    either = "|".join(re.escape(name) for name in names)
    return re.sub(rf"(?<!\w)(?:{either})(?!\w)", lambda _found: new, line)

"""How the numbers of sealed entries are told from those of the open log: S1, S2, and so on.

The compartment counts for itself, so that no number is missing in the open log.
"""

import re

_TYPED = re.compile(r"\s*([sS]?)\s*0*(\d{1,9})\s*")


def said_number(number: int, *, sealed: bool) -> str:
    """Return "12" for an entry of the open log, "S12" for a sealed one."""
    return f"S{number}" if sealed else str(number)


def read_number(typed: str) -> int:
    """Return the number in "S12", "s 12" or "12"; 0 where there is none."""
    found = _TYPED.fullmatch(typed)
    return int(found[2]) if found else 0

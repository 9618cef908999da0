"""How long backups are kept, and how large they are, in words."""

from collections.abc import Sequence

from sharebook.domain.backups import Period, Rule, Which

_KILO = 1024
_UNITS = ("bytes", "KB", "MB", "GB")
_EACH = {
    Period.DAY: "every backup of the last {keep} days",
    Period.WEEK: "every backup of the last {keep} weeks",
    Period.MONTH: "every backup of the last {keep} months",
}
_NEWEST = {
    Period.DAY: "one for each of {keep} days",
    Period.WEEK: "one for each of {keep} weeks",
    Period.MONTH: "one for each of {keep} months",
}


def keeping_sentence(rules: Sequence[Rule]) -> str:
    """Return "Kept: every backup of the last 2 days, one for each of 12 days, ..."."""
    parts = [
        (_EACH if rule.which is Which.EACH else _NEWEST)[rule.period].format(keep=rule.keep)
        for rule in rules
    ]
    listed = " and ".join(part for part in (", ".join(parts[:-1]), parts[-1]) if part)
    return f"Kept: {listed} on which one was made. Older ones go by themselves."


def size_words(size: int) -> str:
    """Return "1.4 MB" for so many bytes."""
    amount, unit = float(size), _UNITS[0]
    for unit in _UNITS:
        if amount < _KILO or unit == _UNITS[-1]:
            break
        amount /= _KILO
    return f"{amount:,.0f} {unit}" if amount >= 10 or unit == _UNITS[0] else f"{amount:.1f} {unit}"  # noqa: PLR2004 - two figures are enough

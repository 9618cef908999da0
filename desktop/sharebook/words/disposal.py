"""Keeping and disposing in words."""

from collections.abc import Sequence

from sharebook.domain.disposal import Disposal, Disposed
from sharebook.domain.holds import Hold, HoldReason
from sharebook.domain.retention import Due, Rule
from sharebook.words.days import and_joined, count, long_day

HOLD_REASONS = {
    HoldReason.OPEN_REQUEST: "a request or complaint is open",
    HoldReason.LITIGATION: "a case is before a court, or may be",
    HoldReason.INQUIRY: "a public inquiry asked for records to be kept",
    HoldReason.POLICE: "the police asked for records to be kept",
    HoldReason.OTHER: "another reason",
}
_COUNTED_FROM = {
    "birth": "from birth",
    "leaving": "from leaving",
    "entry": "from its day",
}
_WHAT = {
    Disposed.PUPIL: "Pupil",
    Disposed.ENTRY: "Entry",
    Disposed.CALL: "Call note",
    Disposed.FILES: "Files",
}
_MANY = 12  # numbers; more are counted


def hold_words(hold: Hold) -> str:
    """Return "hold 3, a request or complaint is open, since 4 May 2027"."""
    return f"hold {hold.id}, {HOLD_REASONS[hold.why]}, since {long_day(hold.first_day)}"


def rule_words(rule: Rule) -> str:
    """Return "25 years from birth"."""
    return f"{count(rule.years, 'year')} {_COUNTED_FROM[rule.row.counts_from]}"


def what_words(what: Disposed, number: int) -> str:
    """Return "Entry 12"."""
    return f"{_WHAT[what]} {number}"


def due_words(due: Due) -> str:
    """Return "Entry 12: 6 years from its day, ended 4 May 2031"."""
    ended = due.ended
    return (
        f"{what_words(due.what, due.number)}: {rule_words(ended.rule)}, ended {long_day(ended.on)}"
    )


def disposal_words(disposal: Disposal) -> str:
    """Return what a line of the disposal register disposed of; nobody is named."""
    parts = [_WHAT[disposal.what]]
    if disposal.pupil is not None:
        parts = [f"Pupil {disposal.pupil}"] if disposal.what is Disposed.PUPIL else parts
    if disposal.entries:
        parts.append(_numbers(disposal.entries))
    if disposal.calls:
        parts.append(count(disposal.calls, "call note"))
    parts.append(count(disposal.records, "record"))
    return ", ".join(parts)


def left_words(
    entries: Sequence[int], calls: Sequence[int] = (), requests: Sequence[int] = ()
) -> str:
    """Return what is still sealed about children whose records went."""
    parts = [count(len(entries), "sealed entry", "sealed entries")] if entries else []
    parts += [count(len(calls), "sealed call note")] if calls else []
    parts += [count(len(requests), "sealed request")] if requests else []
    one = len(entries) + len(calls) + len(requests) == 1
    about = "is about a child" if one else "are about children"
    return f"{and_joined(parts)} {about} already disposed of"


def period_words(disposal: Disposal) -> str:
    """Return "3 March 2026 to 14 September 2026", or "" where there were no entries."""
    if disposal.first_day is None or disposal.last_day is None:
        return ""
    if disposal.first_day == disposal.last_day:
        return long_day(disposal.first_day)
    return f"{long_day(disposal.first_day)} to {long_day(disposal.last_day)}"


def _numbers(entries: tuple[int, ...]) -> str:
    if len(entries) > _MANY:
        return count(len(entries), "entry", "entries")
    named = ", ".join(str(each) for each in entries)
    return f"{'entry' if len(entries) == 1 else 'entries'} {named}"

"""Spans of days: where they meet, what is left, and joining those that touch."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """Days from `first` to `last`, both counted."""

    first: date
    last: date

    def meet(self, other: "Interval") -> "Interval | None":
        """Return the days both hold, or None."""
        first, last = max(self.first, other.first), min(self.last, other.last)
        return Interval(first, last) if first <= last else None

    def without(self, other: "Interval") -> "list[Interval]":
        """Return what is left of this span once `other` is cut out: none, one or two spans."""
        if self.meet(other) is None:
            return [self]
        left = []
        if self.first < other.first:
            left.append(Interval(self.first, other.first - _DAY))
        if other.last < self.last:
            left.append(Interval(other.last + _DAY, self.last))
        return left


def span(first: date, last: date | None, until: date) -> Interval | None:
    """Return the span from `first` to `last` (None: still running), cut at `until`."""
    end = until if last is None else min(last, until)
    return Interval(first, end) if first <= end else None


def joined(spans: Iterable[Interval]) -> tuple[Interval, ...]:
    """Return the spans in order, with those that touch or overlap made one."""
    given = tuple(spans)
    if len(given) <= 1:  # the usual case, and a thousand times in one answer
        return given
    result: list[Interval] = []
    for each in sorted(given, key=lambda span: (span.first, span.last)):
        if result and each.first <= result[-1].last + _DAY:
            result[-1] = Interval(result[-1].first, max(result[-1].last, each.last))
        else:
            result.append(each)
    return tuple(result)

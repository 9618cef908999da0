"""A line of an answer in words: since when, until when, and what was otherwise before."""

from collections.abc import Callable, Iterable, Sequence

from sharebook.domain.answers import AnswerLine, Before
from sharebook.domain.intervals import Interval
from sharebook.domain.names import Code
from sharebook.words.days import and_joined, month_year, short_day


def since_when(line: AnswerLine) -> str:
    """Return "since Sep 2022", "Sep 2022 to Jul 2024", or each stretch with its days."""
    if not line.regular:
        return "one disclosure" if line.times == 1 else f"since {month_year(line.since)}"
    if len(line.periods) > 1:
        return stretches(line.periods, runs=not line.ended)
    if line.until is None:
        return f"since {month_year(line.since)}"
    first, last = month_year(line.since), month_year(line.until)
    return f"{first} to {last}" if first != last else f"in {first} only"


def last_sent(line: AnswerLine) -> str:
    """Return the day of the newest recorded sending, "Ended 31 Jul 2026", or "Ongoing"."""
    if line.last_sent is not None:
        return short_day(line.last_sent)
    return f"Ended {short_day(line.until)}" if line.until is not None else "Ongoing"


def formerly(line: AnswerLine) -> str:
    """Return "until 31 Aug 2025 called Pretend Plates Catering", or ""."""
    names = [f"until {short_day(each.until)} called {each.value}" for each in line.names_before]
    return ", ".join(names)


def with_before(now: str, before: Sequence[Before], said: Callable[[Code], str]) -> str:
    """Return "Public task (until 31 Dec 2025: Consent)", or only what is so now."""
    told = [f"until {short_day(each.until)}: {said(Code(each.value))}" for each in before]
    return f"{now} ({', '.join(told)})" if told else now


def only_at_times(line: AnswerLine, said: Callable[[Iterable[Code]], str]) -> str:
    """Return "date of birth only since 1 Sep 2025" for what did not go all the time, or ""."""
    days = dict.fromkeys(periods for _, periods in line.partly)
    return "; ".join(
        f"{said(code for code, when in line.partly if when == periods)} only {_when(line, periods)}"
        for periods in days
    )


def _when(line: AnswerLine, periods: Sequence[Interval]) -> str:
    """Return when something went; the line itself tells where that was interrupted."""
    first = periods[0].first
    rest = tuple(
        Interval(max(each.first, first), each.last) for each in line.periods if each.last >= first
    )
    if periods != rest:
        return stretches(periods, runs=not line.ended and periods[-1].last == rest[-1].last)
    return f"from {short_day(first)} on" if line.ended else f"since {short_day(first)}"


def stretches(periods: Sequence[Interval], *, runs: bool) -> str:
    """Return "1 Sep 2022 to 19 Jul 2024 and since 1 Sep 2025", day by day.

    Args:
        periods: oldest first.
        runs: the last of them has not ended.
    """
    told = [_stretch(each) for each in periods]
    if runs:
        told[-1] = f"since {short_day(periods[-1].first)}"
    return and_joined(told)


def _stretch(days: Interval) -> str:
    first, last = short_day(days.first), short_day(days.last)
    return f"{first} to {last}" if first != last else f"on {first}"

"""What governors should note, what changed, what is missing: sentences made from the register."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from sharebook.domain.catalogue import DataItem
from sharebook.domain.disclosures import Decision, Disclosure, Receipt
from sharebook.domain.intervals import Interval
from sharebook.domain.names import Code
from sharebook.services.publishing.sources import Sources
from sharebook.words.days import count, long_day
from sharebook.words.sentences import sentence

_SHOWN = 6
_DAY = timedelta(days=1)


def notes(sources: Sources, given: list[Disclosure], standing: list[Disclosure]) -> tuple[str, ...]:
    """Return the sentences for the board, the gravest first."""
    return tuple(
        line
        for line in (
            _late_agreements(sources),
            _missing_receipts(given),
            _insecure(sources, given),
            _refusals(standing),
            _special(sources, given),
        )
        if line
    )


def changes(sources: Sources, year: Interval) -> tuple[str, ...]:
    """Return which sharing began and ended in the year; a new version of it is neither."""
    flows = sources.book.flows()
    recipients = sources.book.recipients()
    begins = {(flow.id, flow.recipient, flow.valid_from) for flow in flows}
    ends = {(flow.id, flow.recipient, flow.valid_to) for flow in flows}
    begun, ended = [], []
    for flow in flows:
        first, last = flow.valid_from, flow.valid_to
        recipient = recipients[flow.recipient]
        if _within(first, year) and (flow.id, flow.recipient, first - _DAY) not in ends:
            name = recipient.labelled(flow.unit, first)
            begun.append(f"Begun on {long_day(first)}: {name}, {flow.purpose}.")
        if last and _within(last, year) and (flow.id, flow.recipient, last + _DAY) not in begins:
            name = recipient.labelled(flow.unit, last)
            ended.append(f"Ended on {long_day(last)}: {name}, {flow.purpose}.")
    lines = [*begun[:_SHOWN], *ended[:_SHOWN]]
    more = len(begun) + len(ended) - len(lines)
    return (*lines, f"And {more:,} more.") if more else tuple(lines)


def _within(day: date, year: Interval) -> bool:
    return year.first <= day <= year.last


def gap_lines(sources: Sources) -> tuple[str, ...]:
    """Return how often each kind of gap stands in the book, the commonest first."""
    lines = []
    for code, number in sources.reviewing.kinds_of_gaps().most_common():
        many = count(number, "entry or record", "entries or records")
        lines.append(f"{many} with {sentence(f'{code}_short')}.")
    return tuple(lines)


def _late_agreements(sources: Sources) -> str:
    late = [due for due in sources.reviewing.reviews() if due.overdue]
    if not late:
        return ""
    stands = "stands" if len(late) == 1 else "stand"
    return f"{count(len(late), 'agreement')} {stands} past the review date."


def _missing_receipts(given: list[Disclosure]) -> str:
    missing = sum(1 for entry in given if entry.receipt is Receipt.EXPECTED)
    return f"{count(missing, 'receipt')} expected and not recorded." if missing else ""


def _insecure(sources: Sources, given: list[Disclosure]) -> str:
    rows = sources.catalogues.methods
    open_routes = sum(
        1 for entry in given if entry.method in rows and not rows[entry.method].secure
    )
    return (
        f"{count(open_routes, 'disclosure')} went by a route that is not secure."
        if open_routes
        else ""
    )


def _refusals(standing: list[Disclosure]) -> str:
    refused = any(entry.decision is Decision.REFUSED for entry in standing)
    return "Requests were refused, each with its reason in the log." if refused else ""


def _special(sources: Sources, given: list[Disclosure]) -> str:
    rows = sources.catalogues.items
    lists = {items: _any_special(items, rows) for items in {entry.items for entry in given}}
    # Of an entry whose list of items was disposed of, the second condition still tells.
    special = sum(
        1 for entry in given if lists[entry.items] or (not entry.items and entry.basis.condition)
    )
    return (
        f"{count(special, 'disclosure')} held sensitive information such as health."
        if special
        else ""
    )


def _any_special(items: Iterable[Code], rows: Mapping[Code, DataItem]) -> bool:
    return any(code in rows and rows[code].special for code in items)

"""What governors should note, what changed, what is missing: sentences made from the register."""

from collections import Counter

from sharebook.domain.disclosures import Decision, Disclosure, Receipt
from sharebook.domain.intervals import Interval
from sharebook.services.publishing.sources import Sources
from sharebook.words.days import count, long_day
from sharebook.words.sentences import sentence

_SHOWN = 6


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
    """Return which flows began and ended in the year."""
    recipients = sources.book.recipients()
    begun, ended = [], []
    for flow in sources.book.flows():
        name = recipients[flow.recipient].labelled(flow.unit)
        if flow.version == 1 and year.first <= flow.valid_from <= year.last:
            begun.append(f"Begun on {long_day(flow.valid_from)}: {name}, {flow.purpose}.")
        if flow.valid_to is not None and year.first <= flow.valid_to <= year.last:
            ended.append(f"Ended on {long_day(flow.valid_to)}: {name}, {flow.purpose}.")
    lines = [*begun[:_SHOWN], *ended[:_SHOWN]]
    more = len(begun) + len(ended) - len(lines)
    return (*lines, f"And {more:,} more.") if more else tuple(lines)


def gap_lines(sources: Sources) -> tuple[str, ...]:
    """Return how often each kind of gap stands in the book, the commonest first."""
    counted = Counter(gap.finding.code for gap in sources.reviewing.gaps())
    lines = []
    for code, number in counted.most_common():
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
    # Of an entry whose list of items was disposed of, the second condition still tells.
    special = sum(
        1
        for entry in given
        if any(code in rows and rows[code].special for code in entry.items)
        or (not entry.items and entry.basis.condition)
    )
    return (
        f"{count(special, 'disclosure')} held sensitive information such as health."
        if special
        else ""
    )

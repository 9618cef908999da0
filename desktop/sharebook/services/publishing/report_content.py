"""The figures of one school year for the governing board; no child is named."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from sharebook.documents.annual_report import (
    AnnualReport,
    Counted,
    OverdueReview,
    Signatory,
    TopRecipient,
)
from sharebook.domain.cohorts import Cohort
from sharebook.domain.disclosures import Decision, Disclosure
from sharebook.domain.entries import Entry, entries_of, standing
from sharebook.domain.intervals import Interval
from sharebook.domain.names import Code
from sharebook.domain.recorded import Recorded
from sharebook.domain.school_year import school_year, year_from, year_name
from sharebook.services.publishing.report_notes import changes, gap_lines, notes
from sharebook.services.publishing.sources import Sources
from sharebook.words.days import count, long_day, short_month

_MOST = 8
_FEW = 5  # smaller counts could point at a child
_MONTHS = tuple(range(9, 13)) + tuple(range(1, 9))


def report_content(sources: Sources, starts: int | None = None) -> AnnualReport:
    """Return the report's words and figures."""
    year, written = _year(sources, starts)
    entries = entries_of(written)
    stood = [entry.newest.record for entry in entries if entry.stands]
    given = [entry for entry in stood if entry.gave_data]
    return AnnualReport(
        frame=sources.frame(),
        year=year_name(year),
        lead=_lead(sources, year, given),
        figures=_figures(entries, given),
        by_basis=_by_basis(sources, given),
        months=tuple(short_month(month) for month in _MONTHS),
        series=_series(given),
        most=_most(sources, year, given),
        changes=changes(sources, year),
        gaps=gap_lines(sources),
        reviews=_reviews(sources),
        few=_few_cases(sources, stood),
        notes=notes(sources, given, stood),
        signatories=(
            Signatory(post="Headteacher", name=sources.book.school().head),
            Signatory(post="Data protection officer", name=sources.book.school().dpo),
            Signatory(post="Chair of governors"),
        ),
    )


def _year(sources: Sources, starts: int | None) -> tuple[Interval, Sequence[Recorded[Disclosure]]]:
    """Return the year to report on, and what was written of it."""
    now = school_year(sources.today())
    year = year_from(now.first.year - 1 if starts is None else starts)
    written = sources.register.disclosures_between(year.first, year.last)
    if starts is not None or standing(written):
        return year, written
    return now, sources.register.disclosures_between(now.first, now.last)


def _lead(sources: Sources, year: Interval, given: list[Disclosure]) -> str:
    if not given:
        return f"In {year_name(year)} no pupil information was shared that the register knows of."
    organisations = len({entry.recipient for entry in given})
    with_basis = sum(1 for entry in given if entry.basis.lawful_basis)
    secure = sum(1 for entry in given if _is_secure(sources, entry.method))
    basis = "Every one has" if with_basis == len(given) else f"{with_basis:,} of them have"
    route = "all went" if secure == len(given) else f"{secure:,} went"
    return (
        f"In {year_name(year)} we shared pupil information {count(len(given), 'time')} with "
        f"{count(organisations, 'organisation')}. {basis} a recorded legal basis; "
        f"{route} by a secure route."
    )


def _is_secure(sources: Sources, method: Code) -> bool:
    row = sources.catalogues.methods.get(method)
    return row is not None and row.secure


def _figures(entries: list[Entry], given: list[Disclosure]) -> tuple[tuple[str, str], ...]:
    with_basis = sum(1 for entry in given if entry.basis.lawful_basis)
    share = f"{100 * with_basis // len(given)}%" if given else "–"
    corrected = _corrected(entries)
    return (
        (f"{len(given):,}", "disclosures recorded"),
        (f"{len({entry.recipient for entry in given}):,}", "organisations"),
        (share, "with a legal basis"),
        (f"{corrected:,}", "entries corrected, reasons kept"),
    )


def _corrected(entries: list[Entry]) -> int:
    """Return how many entries are put right by others that are no mistakes themselves."""
    heirs = {entry.first.supersedes: entry for entry in entries if entry.first.supersedes}
    found = 0
    for entry in entries:
        last = entry
        while (heir := heirs.get(last.newest.seq)) is not None:
            last = heir
        found += entry.newest.superseded_by is not None and not last.newest.record.is_mistake
    return found


def _by_basis(sources: Sources, given: Iterable[Disclosure]) -> tuple[tuple[str, int], ...]:
    wording = sources.wording()
    counted = Counter(wording.basis(entry.basis.lawful_basis) for entry in given)
    return tuple(counted.most_common())


def _series(given: list[Disclosure]) -> tuple[tuple[str, tuple[int, ...]], ...]:
    planned = Counter(entry.day.month for entry in given if len(entry.cohort) > 1)
    single = Counter(entry.day.month for entry in given if len(entry.cohort) == 1)
    return (
        ("About groups of pupils", tuple(planned[month] for month in _MONTHS)),
        ("About one pupil", tuple(single[month] for month in _MONTHS)),
    )


def _most(sources: Sources, year: Interval, given: list[Disclosure]) -> tuple[TopRecipient, ...]:
    counted = Counter(entry.recipient for entry in given)
    return tuple(
        _top(sources, year, [entry for entry in given if entry.recipient == recipient])
        for recipient, _ in counted.most_common(_MOST)
    )


def _top(sources: Sources, year: Interval, entries: list[Disclosure]) -> TopRecipient:
    recipient = sources.book.recipients()[entries[0].recipient]
    wording = sources.wording()
    pupils = Cohort.union(entry.cohort for entry in entries)
    basis = Counter(entry.basis.lawful_basis for entry in entries).most_common(1)[0][0]
    route = Counter(entry.method for entry in entries).most_common(1)[0][0]
    return TopRecipient(
        organisation=recipient.name_on(min(year.last, sources.today())),
        basis=wording.basis(basis),
        times=len(entries),
        pupils=len(pupils),
        route=wording.method(route),
    )


def _reviews(sources: Sources) -> tuple[OverdueReview, ...]:
    today = sources.today()
    recipients = sources.book.recipients()
    late = [
        each for each in sources.book.agreements() if each.review_due and each.review_due < today
    ]
    return tuple(
        OverdueReview(
            title=each.title,
            partner=", ".join(recipients[partner].name for partner in each.recipients),
            due=long_day(each.review_due or today),
            overdue=_overdue(each.review_due or today, today),
        )
        for each in late
    )


def _overdue(due: date, today: date) -> str:
    months = (today.year - due.year) * 12 + today.month - due.month
    years = months // 12
    if years:
        return count(years, "year")
    return count(months, "month") if months else count((today - due).days, "day")


def _few_cases(sources: Sources, stood: list[Disclosure]) -> tuple[Counted, ...]:
    refused = sum(1 for entry in stood if entry.decision is Decision.REFUSED)
    part = sum(1 for entry in stood if entry.decision is Decision.PART)
    bases = sources.catalogues.lawful_bases
    emergency = sum(
        1
        for entry in stood
        if (row := bases.get(entry.basis.lawful_basis)) is not None and row.needs_emergency
    )
    cases = (("Refused", refused), ("Shared in part", part), ("Life-and-death", emergency))
    return tuple(
        Counted(kind=kind, number=_worded(number), note="Each is in the log with its reason.")
        for kind, number in cases
        if number
    )


def _worded(number: int) -> str:
    return f"{number:,}" if number >= _FEW else f"under {_FEW}"

"""What the screens ask, hot and on a new connection, and the answer on the phone."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from statistics import median

from sharebook.bootstrap.benching.pairs import compare, cost
from sharebook.bootstrap.benching.row import Row, geometric_mean
from sharebook.bootstrap.benching.sides import Opener, Place, Side, encrypted, plain, side
from sharebook.domain.entries import standing
from sharebook.domain.school_year import school_year
from sharebook.services.book import Book
from sharebook.services.choosing import Choosing
from sharebook.store.measuring import find_by_letters, find_by_reading

_PLAIN = "the same module and file without a key"
_TYPED = "sampl"
_HOT, _NEW, _NEW_EACH, _PHONE, _LIKE = 1.10, 2.0, 3.0, 50.0, 0.15
_PAGE = timedelta(days=30)
_TURNS = 7
Query = Callable[[Side], object]


def _keystroke(side: Side) -> object:
    return side.register.find_pupils(_TYPED)


def _history(side: Side) -> object:
    return side.register.disclosures_about(side.pupil)


def _pupils_per_year(side: Side) -> object:
    """Tell to how many different pupils one recipient's entries of each year were."""
    years: dict[int, int] = {}
    for each in standing(side.register.disclosures_to(side.recipient)):
        record = each.record
        bits = int.from_bytes(record.cohort.bits, "little") << record.cohort.base
        year = school_year(record.day).first.year
        years[year] = years.get(year, 0) | bits
    return {year: bits.bit_count() for year, bits in years.items()}


def _everyone(side: Side) -> object:
    """Tell every pupil one recipient ever got anything about."""
    found = 0
    for each in standing(side.register.disclosures_to(side.recipient)):
        found |= int.from_bytes(each.record.cohort.bits, "little") << each.record.cohort.base
    return found


def _year(side: Side) -> object:
    span = school_year(side.verbs.clock.today())
    return side.register.disclosures_between(span.first, span.last)


def _flows_as_known(side: Side) -> object:
    at = side.verbs.clock.now() - timedelta(days=1000)
    book = Book(side.register)
    return book.flows(at), book.recipients(at)


def _roll(side: Side) -> object:
    return Choosing(side.register).everyone(side.verbs.clock.today())


def _log_page(side: Side) -> object:
    today = side.verbs.clock.today()
    return side.register.disclosures_between(today - _PAGE, today)


QUERIES: dict[str, Query] = {
    "name search, one keystroke": _keystroke,
    "one pupil's entries": _history,
    "a recipient's pupils in each year": _pupils_per_year,
    "everyone a recipient got": _everyone,
    "a year's entries, for the report": _year,
    "regular sharing as known then": _flows_as_known,
    "the roll on a day": _roll,
    "a month of the log": _log_page,
}


def hot(ours: Side, peer: Side, pairs: int) -> Iterator[Row]:
    """Yield each query with warm caches, and the geometric mean."""
    found = {
        name: compare(lambda q=query: q(ours), lambda q=query: q(peer), pairs)  # type: ignore[misc]
        for name, query in QUERIES.items()
    }
    for name, got in found.items():
        yield Row(f"{name}: hot", got.clock, "×", None, _PLAIN, got.cpu)
    mean = geometric_mean(got.clock for got in found.values())
    cpu = geometric_mean(got.cpu for got in found.values())
    yield Row("screen queries, hot, geometric mean", mean, "×", _HOT, _PLAIN, cpu)


def anew(place: Place, ours: Side, pairs: int) -> Iterator[Row]:
    """Yield each query on a new connection, and the geometric mean."""

    def once(opener: Opener, query: Query) -> object:
        with side(place, opener(), ours.pupil, ours.recipient) as fresh:
            return query(fresh)

    found = {
        name: compare(
            lambda q=query: once(lambda: encrypted(place), q),  # type: ignore[misc]
            lambda q=query: once(lambda: plain(place), q),  # type: ignore[misc]
            pairs,
            repeat=False,
        )
        for name, query in QUERIES.items()
    }
    for name, got in found.items():
        yield Row(f"{name}: new connection", got.clock, "×", _NEW_EACH, _PLAIN, got.cpu)
    mean = geometric_mean(got.clock for got in found.values())
    cpu = geometric_mean(got.cpu for got in found.values())
    yield Row("screen queries, new connection, geometric mean", mean, "×", _NEW, _PLAIN, cpu)


def phone(ours: Side) -> Iterator[Row]:
    """Yield the processor time of an answer on the phone, from the pupil to the lines."""
    answering = ours.verbs.answering
    lines = len(answering.answer(ours.pupil).events)
    spent = median(cost(lambda: answering.answer(ours.pupil)).cpu for _ in range(_TURNS))
    name = f"phone answer, {lines:,} entries, hot"
    yield Row(name, spent * 1000, "ms CPU", _PHONE, "a limit of the office's patience")


def letters(ours: Side, pairs: int) -> Iterator[Row]:
    """Yield a keystroke in the search against reading every name."""
    got = compare(
        lambda: find_by_letters(ours.connection, "inventwell"),
        lambda: find_by_reading(ours.connection, "inventwell"),
        pairs,
    )
    peer = "reading every name (LIKE)"
    yield Row("name search through trigrams", got.clock, "×", _LIKE, peer, got.cpu)


def screens(ours: Side) -> Iterator[Row]:
    """Yield the processor time of whole pages, as the window's worker makes them."""
    verbs, today = ours.verbs, ours.verbs.clock.today()
    span = school_year(today)
    pages: dict[str, Callable[[], object]] = {
        "the log, one month, with its checks": lambda: verbs.browsing.log(today - _PAGE, today),
        "the log, one school year, with its checks": lambda: verbs.browsing.log(span.first, today),
        "a pupil's timeline, with its checks": lambda: verbs.browsing.timeline(ours.pupil),
        "recipients, with how many purposes run": lambda: verbs.browsing.recipients(today),
        "what is due": verbs.reviewing.due,
        "what is missing": verbs.reviewing.gaps,
        "the groups to pick from": lambda: verbs.choosing.groups(today),
    }
    for name, page in pages.items():
        page()
        spent = median(cost(page).cpu for _ in range(3))
        yield Row(f"page: {name}", spent * 1000, "ms CPU", None, "none; made in the background")

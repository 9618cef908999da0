"""Whether the rows of the law beyond the basis chain hold together."""

from collections.abc import Iterator, Mapping
from dataclasses import fields

from sharebook.domain.catalogue import Catalogues, Certainty, Row, StarterFlow, Status

REFERENCES: Mapping[str, Mapping[str, str]] = {  # as in `validating`
    "lawful_bases": {"otherwise": "lawful_bases"},
    "duties": {"clock": "clocks"},
    "triggers": {"clock": "clocks"},
    "family_told": {"clock": "clocks"},
    "request_types": {"clock": "clocks"},
    "exemptions": {"print_mode": "print_modes"},
}
UNITS = frozenset({"hours", "days", "working_days", "school_days", "months"})
ABOUT = frozenset({"policy", "criminal", "recipients", "account", "complaint", "breach"})
RIGHT_OF = frozenset({"pupil", "parent", "anyone"})
_CHAIN = {
    "lawful_basis": "lawful_bases",
    "condition": "conditions",
    "schedule1": "schedule1",
    "criminal": "schedule1",
    "gateway": "gateways",
}


def law_faults(catalogues: Catalogues) -> Iterator[str]:
    """Yield what is wrong, a line each."""
    yield from _standing(catalogues)
    yield from _clocks(catalogues)
    yield from (
        f"duties {row.code}: nothing is kept about {row.about}"
        for row in catalogues.duties.values()
        if row.about not in ABOUT
    )
    yield from (
        f"request_types {row.code}: nobody is called {row.right_of}"
        for row in catalogues.request_types.values()
        if row.right_of not in RIGHT_OF
    )
    yield from (
        f"exemptions {row.code}: says neither what it lifts nor that it shows"
        for row in catalogues.exemptions.values()
        if row.reveals is bool(row.switches_off)
    )
    yield from (
        f"triggers {row.code}: opens an incident that no clock hurries"
        for row in catalogues.triggers.values()
        if row.opens_incident is not bool(row.clock)
    )
    yield from (
        f"notice_items {row.code}: nobody is told it"
        for row in catalogues.notice_items.values()
        if not row.from_person and not row.from_others
    )


def _clocks(catalogues: Catalogues) -> Iterator[str]:
    for clock in catalogues.clocks.values():
        if clock.unit not in UNITS or clock.length < 1:
            yield f"clocks {clock.code}: no clock runs so"
        if clock.holidays_stop is not (clock.unit == "school_days"):
            yield f"clocks {clock.code}: school holidays stop school days, and nothing else"


def _standing(catalogues: Catalogues) -> Iterator[str]:
    """Look at dates, certainty and status together."""
    for part in fields(catalogues):
        rows: Mapping[str, Row] = getattr(catalogues, part.name)
        for code, row in rows.items():
            if row.status is Status.NOT_COMMENCED and (row.valid_from or row.valid_to):
                yield f"{part.name} {code}: has not begun, and has a day"
            if row.status is Status.REPEALED and row.valid_to is None:
                yield f"{part.name} {code}: was repealed, and no day is given"


def not_counting(catalogues: Catalogues, starter: StarterFlow) -> Iterator[str]:
    """Yield each row a starter rests on that does not count on the starter's own dates."""
    for part, name in _CHAIN.items():
        row: Row | None = getattr(catalogues, name).get(getattr(starter, part))
        if row is None:
            continue
        if starter.valid_from and row.valid_from and starter.valid_from < row.valid_from:
            yield f"begins before {row.code} does"
        if part == "gateway":
            continue  # whether it is in force is asked with the basis
        if row.certainty is Certainty.UNCERTAIN or row.status is not Status.IN_FORCE:
            yield f"rests on {row.code}, which does not count"
        if row.valid_to and (starter.valid_to is None or starter.valid_to > row.valid_to):
            yield f"outlives {row.code}"

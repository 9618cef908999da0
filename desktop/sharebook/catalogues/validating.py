"""Whether the catalogues hold together: every code exists, every row can be relied on."""

from collections.abc import Iterator, Mapping
from dataclasses import fields

from sharebook.catalogues.law_faults import REFERENCES as LAW_REFERENCES
from sharebook.catalogues.law_faults import law_faults, not_counting
from sharebook.catalogues.starters import starter_faults
from sharebook.domain.catalogue import Catalogues, Cycle, Row

REFERENCES: Mapping[str, Mapping[str, str]] = {  # catalogue: field: the catalogue it names
    "conditions": {"schedule1": "schedule1"},
    "gateways": {
        "lawful_bases": "lawful_bases",
        "conditions": "conditions",
        "schedule1": "schedule1",
        "criminal": "schedule1",
    },
    "headings": {
        "lawful_basis": "lawful_bases",
        "condition": "conditions",
        "schedule1": "schedule1",
    },
    "recipient_kinds": {
        "role": "roles",
        "condition": "conditions",
        "schedule1": "schedule1",
        "otherwise": "lawful_bases",
    },
    "retention": {"items": "items"},
    "patience": {"items": "items"},
    "safeguard_sets": {"safeguards": "safeguards"},
    **LAW_REFERENCES,
    "starter_flows": {
        "kind": "recipient_kinds",
        "role": "roles",
        "heading": "headings",
        "items": "items",
        "lawful_basis": "lawful_bases",
        "condition": "conditions",
        "schedule1": "schedule1",
        "criminal": "schedule1",
        "gateway": "gateways",
        "no_consent_reason": "no_consent_reasons",
        "method": "methods",
        "cycle": "cycles",
        "safeguard_set": "safeguard_sets",
        "safeguards": "safeguards",
    },
}
EVERYWHERE: Mapping[str, str] = {"nations": "nations", "school_types": "school_types"}
SUBJECTS = frozenset({"pupil", "parent", "any"})
KEPT = frozenset({"pupil", "entry", "call"})
COUNTED_FROM = frozenset({"birth", "leaving", "entry"})
MONTHS = range(1, 13)


def faults(catalogues: Catalogues) -> list[str]:
    """Return what is wrong in and between the catalogues, a line each; empty when all is well."""
    found = [
        f"{part.name} {code}: {fault}"
        for part in fields(catalogues)
        for code, row in _rows(catalogues, part.name).items()
        for fault in _row_faults(catalogues, part.name, code, row)
    ]
    found += _shape_faults(catalogues)
    found += [
        f"starter_flows {starter.code}: {fault}"
        for starter in catalogues.starter_flows.values()
        for fault in (*starter_faults(catalogues, starter), *not_counting(catalogues, starter))
    ]
    found += law_faults(catalogues)
    return found


def _rows(catalogues: Catalogues, name: str) -> Mapping[str, Row]:
    rows: Mapping[str, Row] = getattr(catalogues, name)
    return rows


def _row_faults(catalogues: Catalogues, name: str, code: str, row: Row) -> Iterator[str]:
    if row.code != code:
        yield f"stands under another code than its own, {row.code}"
    if not row.words.strip():
        yield "has no words"
    if not row.source.strip():
        yield "has no source"
    if row.valid_from and row.valid_to and row.valid_to < row.valid_from:
        yield "ends before it begins"
    for field, target in {**REFERENCES.get(name, {}), **EVERYWHERE}.items():
        known = _rows(catalogues, target)
        yield from (
            f"{field} names {named}, which is not in {target}"
            for named in _codes(getattr(row, field))
            if named not in known
        )
    yield from (
        f"recognises {phrase!r}, which is not in lower case or not trimmed"
        for phrase in getattr(row, "recognise", ())
        if phrase != phrase.lower().strip() or not phrase
    )


def _codes(value: str | tuple[str, ...]) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,) if value else ()
    return value


def _shape_faults(catalogues: Catalogues) -> Iterator[str]:
    served = {code for gateway in catalogues.gateways.values() for code in gateway.lawful_bases}
    yield from (
        f"lawful_bases {basis.code}: needs a law, and no gateway serves it"
        for basis in catalogues.lawful_bases.values()
        if basis.needs_gateway and basis.code not in served
    )
    yield from (
        f"conditions {condition.code}: its partners and its need differ"
        for condition in catalogues.conditions.values()
        if condition.needs_schedule1 is not bool(condition.schedule1)
    )
    yield from _list_faults(catalogues)


def _months_of(cycle: Cycle) -> list[int]:
    return [month for rule in cycle.due for month in rule.months]


def _list_faults(catalogues: Catalogues) -> Iterator[str]:
    yield from (
        f"items {item.code}: nobody is called {item.subject}"
        for item in catalogues.items.values()
        if item.subject not in SUBJECTS
    )
    yield from (
        f"cycles {cycle.code}: has a month that no year has"
        for cycle in catalogues.cycles.values()
        if any(month not in MONTHS for month in (*cycle.months, *_months_of(cycle)))
    )
    yield from (
        f"retention {row.code}: nothing of the kind is kept, or counted so"
        for row in catalogues.retention.values()
        if row.keeps not in KEPT or row.counts_from not in COUNTED_FROM or row.years < 1
    )
    places = sorted(heading.place for heading in catalogues.headings.values())
    if places != list(range(1, len(places) + 1)):
        yield "headings: their places do not count from 1"

"""Which rows a school may be offered: its nation, its type and the day."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from sharebook.domain.catalogue import Catalogues, Gateway, LawfulBasis, Row
from sharebook.domain.names import NO_CODE, Code

_OFFERED = (  # lists whose rows depend on the school, the nation and the day
    "lawful_bases",
    "conditions",
    "schedule1",
    "gateways",
    "items",
    "methods",
    "cycles",
    "headings",
    "recipient_kinds",
    "triggers",
    "safeguards",
    "starter_flows",
    "recognised_interests",
    "compatible_purposes",
    "transfers",
    "request_types",
    "clocks",
    "who_may_ask",
    "exemptions",
)


def for_school(
    catalogues: Catalogues, kind: Code, nation: Code, day: date, *, opened: bool = False
) -> Catalogues:
    """Return the rows to offer a school of type `kind` in `nation` on `day`.

    Rows switched off, repealed or not yet in force are left out, and so is a basis that the law
    closes to a public authority, unless its data protection officer `opened` it with a reason.
    What the register already holds is read with all rows instead.
    """
    school_type = catalogues.school_types.get(kind)
    barred = school_type is not None and school_type.public_authority and not opened
    lists: dict[str, Any] = {}
    for name in _OFFERED:
        rows: Mapping[Code, Row] = getattr(catalogues, name)
        lists[name] = {c: row for c, row in rows.items() if applies(row, kind, nation, day)}
    if barred:
        bases: Mapping[Code, LawfulBasis] = lists["lawful_bases"]
        lists["lawful_bases"] = {c: row for c, row in bases.items() if row.public_authority_may}
    return replace(catalogues, **lists)


def applies(row: Row, kind: Code, nation: Code, day: date) -> bool:
    """Say whether `row` may be relied on by a school of type `kind` in `nation` on `day`."""
    here = not row.nations or nation in row.nations
    ours = not row.school_types or kind in row.school_types
    return here and ours and row.in_force(day)


def of_school(catalogues: Catalogues, kind: Code) -> Catalogues:
    """Return every row, with the bases that a school of type `kind` relies on first.

    A public authority's own task is its usual basis. A school that is none has another
    (`LawfulBasis.otherwise`, or the recipient kind's), and is offered that one first.
    """
    school_type = catalogues.school_types.get(kind)
    if school_type is None or school_type.public_authority:
        return catalogues
    bases, kinds = catalogues.lawful_bases, catalogues.recipient_kinds

    def first(code: Code, recipient_kind: Code = NO_CODE) -> Code:
        row = bases.get(code)
        if row is None or not row.otherwise:
            return code
        known = kinds.get(recipient_kind)
        return (known.otherwise if known else NO_CODE) or row.otherwise

    return replace(
        catalogues,
        lawful_bases=_in_order(bases),
        gateways={
            code: replace(row, lawful_bases=_bases_of(row, bases))
            for code, row in catalogues.gateways.items()
        },
        headings={
            code: replace(row, lawful_basis=first(row.lawful_basis))
            for code, row in catalogues.headings.items()
        },
        starter_flows={
            code: replace(row, lawful_basis=first(row.lawful_basis, row.kind))
            for code, row in catalogues.starter_flows.items()
        },
    )


def _in_order(bases: Mapping[Code, LawfulBasis]) -> Mapping[Code, LawfulBasis]:
    """Put what is relied on first before what it takes the place of."""
    order = dict.fromkeys(
        each
        for code, row in bases.items()
        for each in ((row.otherwise, code) if row.otherwise in bases else (code,))
    )
    return {code: bases[code] for code in order}


def _bases_of(gateway: Gateway, bases: Mapping[Code, LawfulBasis]) -> tuple[Code, ...]:
    """Let a gateway that serves the public task serve the bases that take its place."""
    if not any(code in bases and bases[code].otherwise for code in gateway.lawful_bases):
        return gateway.lawful_bases
    barred = [code for code, row in bases.items() if not row.public_authority_may]
    instead = sorted(barred, key=lambda code: code not in {r.otherwise for r in bases.values()})
    return tuple(dict.fromkeys((*instead, *gateway.lawful_bases)))

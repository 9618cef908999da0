"""Which rows a school may be offered: its nation, its type and the day."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TypeVar

from sharebook.domain.catalogue import Catalogues, Row
from sharebook.domain.names import Code

RowType = TypeVar("RowType", bound=Row)


def for_school(catalogues: Catalogues, kind: Code, nation: Code, day: date) -> Catalogues:
    """Return the rows to offer a school of type `kind` in `nation` on `day`.

    Rows switched off, repealed or not yet in force are left out, and so is a basis that the law
    closes to a public authority. What the register already holds is read with all rows instead.
    """
    school_type = catalogues.school_types.get(kind)
    public = school_type is not None and school_type.public_authority

    def offered(rows: Mapping[Code, RowType]) -> Mapping[Code, RowType]:
        return {code: row for code, row in rows.items() if applies(row, kind, nation, day)}

    bases = offered(catalogues.lawful_bases)
    return replace(
        catalogues,
        lawful_bases={c: row for c, row in bases.items() if row.public_authority_may or not public},
        conditions=offered(catalogues.conditions),
        schedule1=offered(catalogues.schedule1),
        gateways=offered(catalogues.gateways),
        items=offered(catalogues.items),
        methods=offered(catalogues.methods),
        cycles=offered(catalogues.cycles),
        headings=offered(catalogues.headings),
        recipient_kinds=offered(catalogues.recipient_kinds),
        triggers=offered(catalogues.triggers),
        safeguards=offered(catalogues.safeguards),
        starter_flows=offered(catalogues.starter_flows),
    )


def applies(row: Row, kind: Code, nation: Code, day: date) -> bool:
    """Say whether `row` may be relied on by a school of type `kind` in `nation` on `day`."""
    here = not row.nations or nation in row.nations
    ours = not row.school_types or kind in row.school_types
    return here and ours and row.in_force(day)

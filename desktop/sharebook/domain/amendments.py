"""The school's own word on a row of the law's lists, over what the program ships."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import NewType

from sharebook.domain.catalogue import Catalogues, Certainty, Row, Status
from sharebook.domain.names import Code

AmendmentId = NewType("AmendmentId", int)

# Lists that hold law or good practice. The others either carry records of their own (headings,
# retention) or are what the program stands on (nations, types of school, roles).
AMENDABLE = (
    "lawful_bases",
    "conditions",
    "schedule1",
    "gateways",
    "recognised_interests",
    "transfers",
    "exemptions",
    "request_types",
    "regulators",
    "safeguards",
    "confidentiality",
    "no_consent_reasons",
    "family_told",
    "caller_checks",
    "timeline",
    "duties",
)


class Switch(StrEnum):
    """Whether a row counts in this school."""

    SHIPPED = "shipped"  # as the program says
    ON = "on"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Amendment:
    """What the data protection officer decided about one row.

    Attributes:
        catalogue: the list's name.
        row: the row's code; it is how the decision finds its row again after an upgrade.
        switch: whether the row counts here.
        first_day: from when it counts, or no longer counts.
        words: the school's own words for the row; "" leaves the shipped ones.
        because: why.
        approved_by: the data protection officer's name, or whose word this is.
    """

    id: AmendmentId
    catalogue: Code
    row: Code
    switch: Switch
    first_day: date
    words: str
    because: str
    approved_by: str


def amended(shipped: Catalogues, amendments: Iterable[Amendment]) -> Catalogues:
    """Return the catalogues as this school uses them; decisions about vanished rows wait."""
    tables: dict[str, dict[Code, Row]] = {}
    known = {part.name for part in fields(shipped)}
    for each in amendments:
        if each.catalogue not in known:
            continue
        rows: Mapping[Code, Row] = getattr(shipped, each.catalogue)
        table = tables.setdefault(each.catalogue, dict(rows))
        if each.row in table:
            table[each.row] = row_with(table[each.row], each)
    return replace(shipped, **tables)  # type: ignore[arg-type]  # each keeps its own row's kind


def row_with(row: Row, amendment: Amendment) -> Row:
    """Return `row` as one decision has it.

    A row that was switched off still counts before that day: what was shared then stays right.
    """
    if amendment.words:
        row = replace(row, words=amendment.words)
    if amendment.switch is Switch.OFF:
        return replace(row, valid_to=amendment.first_day - timedelta(days=1))
    counts_by_itself = row.in_force(amendment.first_day)
    if amendment.switch is Switch.SHIPPED or counts_by_itself:
        return row
    sure = Certainty.KNOWLEDGE if not row.on else row.certainty
    return replace(
        row,
        certainty=sure,
        status=Status.IN_FORCE,
        valid_from=amendment.first_day,
        valid_to=None,
    )

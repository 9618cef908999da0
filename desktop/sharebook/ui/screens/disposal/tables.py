"""The four lists of the page."""

from sharebook.domain.disposal import Disposal
from sharebook.domain.recorded import Recorded
from sharebook.domain.retention import Rule
from sharebook.ui.models.rows import Column
from sharebook.ui.screens.disposal.facts import DueRow, HoldRow
from sharebook.words.days import short_day
from sharebook.words.disposal import HOLD_REASONS, disposal_words, period_words, rule_words

_MIDDLING, _NARROW = 700, 500  # pixels at 100 % below which a column moves under the row's name


def _stands(row: HoldRow) -> str:
    hold = row.recorded.record
    if hold.lifted_on is not None:
        return f"Lifted {short_day(hold.lifted_on)}"
    return f"Since {short_day(hold.first_day)}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


DUE: list[Column[DueRow]] = [
    Column("What", lambda it: it.what, bold=True, middle=True),
    Column(
        "Rule",
        lambda it: rule_words(it.due.ended.rule),
        second=lambda it: it.due.ended.rule.authority or it.due.ended.rule.row.source,
        folds=_MIDDLING,
    ),
    Column(
        "Ended",
        lambda it: short_day(it.due.ended.on),
        sort=lambda it: it.due.ended.on,
        width=120,
        folds=_NARROW,
    ),
    Column(
        "",
        lambda it: "Held" if it.due.held else "May go",
        second=lambda it: it.held,
        width=210,
    ),
]
HOLDS: list[Column[HoldRow]] = [
    Column("Covers", lambda it: it.covers, bold=True, middle=True),
    Column(
        "Why",
        lambda it: _capital(HOLD_REASONS[it.recorded.record.why]),
        second=lambda it: it.recorded.record.note,
        folds=_NARROW,
    ),
    Column("Put by", lambda it: it.recorded.by, width=150, folds=_MIDDLING),
    Column("Stands", _stands, width=190),
]
RULES: list[Column[Rule]] = [
    Column(
        "What",
        lambda it: it.row.words,
        second=lambda it: it.authority or it.row.source,
        bold=True,
    ),
    Column("How long", rule_words, width=190, folds=_NARROW),
    Column(
        "",
        lambda it: "In use" if it.in_use else "Not in use",
        second=lambda it: "" if it.authority else "As shipped: ask your DPO",
        width=190,
    ),
]
DISPOSALS: list[Column[Recorded[Disposal]]] = [
    Column(
        "No.", lambda it: str(it.record.id), sort=lambda it: it.record.id, width=60, folds=_NARROW
    ),
    Column(
        "Day",
        lambda it: short_day(it.record.day),
        sort=lambda it: it.record.day,
        width=120,
    ),
    Column("What", lambda it: disposal_words(it.record), second=lambda it: period_words(it.record)),
    Column(
        "Why",
        lambda it: it.record.because,
        second=lambda it: it.record.approved_by,
        folds=_NARROW,
    ),
    Column("Done by", lambda it: it.by, width=150, folds=_MIDDLING),
]

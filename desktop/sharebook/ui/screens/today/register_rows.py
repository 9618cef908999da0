"""What Today says first: trouble with the register itself, and forms left half-typed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sharebook.domain.findings import Finding, Severity
from sharebook.domain.kept_drafts import KeptDraft
from sharebook.services.health.advice import advice
from sharebook.ui.look import look
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import IconLabel, label
from sharebook.ui.widgets.sheet import panel, row
from sharebook.words.days import count, spoken_count
from sharebook.words.moments import day_and_time
from sharebook.words.sentences import told

MOST = 3
_LARGE_TEXT = 150
_KINDS = {Severity.STOP: ("bad", "stop", "bad"), Severity.WARNING: ("gap", "warn", "gap")}
_DRAFT = ("tint", "pen", "accent")
Go = Callable[..., None]


@dataclass(frozen=True, slots=True)
class Line:
    """One row.

    Attributes:
        look: kind of panel, icon, its colour.
        page: which page its button opens; "" for none.
        wanted: what that page is handed.
    """

    look: tuple[str, str, str]
    words: str
    more: str
    verb: str
    page: str
    wanted: dict[str, Any]


def lines(findings: Sequence[Finding], drafts: Sequence[KeptDraft]) -> list[Line]:
    """Return the rows, most pressing first: stops, what is half-typed, warnings."""
    stops = [_of_finding(each) for each in findings if each.severity is Severity.STOP]
    rest = [_of_finding(each) for each in findings if each.severity is Severity.WARNING]
    waiting = [_of_draft(drafts[0], len(drafts) - 1)] if drafts else []
    return [*stops, *waiting, *rest]


class RegisterRows(QWidget):
    """At most three rows above the day's work; takes no room when there is nothing to say."""

    def __init__(self, go: Go) -> None:
        super().__init__()
        self._go = go
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._rows = QWidget()
        self._column.addWidget(self._rows)
        self._inside = QVBoxLayout(self._rows)
        self.hide()

    def show_lines(self, found: Sequence[Line]) -> None:
        """Show the first of `found`, and how many more there are."""
        self._clear()
        for each in found[:MOST]:
            self._inside.addWidget(self._row(each))
        if len(found) > MOST:
            more = button(f"{count(len(found) - MOST, 'more thing')} to look at", "quiet", "shield")
            more.clicked.connect(lambda: self._go("care"))
            self._inside.addLayout(row(more, 1))
        self.setVisible(bool(found))

    def _row(self, each: Line) -> QWidget:
        kind, icon, ink = each.look
        frame, inside = panel(kind, 10, 2)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(each.words, "b", wrap=True))
        if each.more:
            words.addWidget(label(each.more, "small", wrap=True))
        across = row(IconLabel(icon, 20, ink), gap=12)
        across.addLayout(words, 1)
        if each.page:
            open_it = button(each.verb, "small")
            open_it.setAccessibleName(f"{each.verb}: {each.words}")
            open_it.clicked.connect(lambda: self._go(each.page, **each.wanted))
            if look().size >= _LARGE_TEXT:
                words.addLayout(row(open_it, 1))
            else:
                across.addWidget(open_it)
        inside.addLayout(across)
        frame.setAccessibleName(f"{each.words} {each.more}".strip())
        return frame

    def _clear(self) -> None:
        old, self._rows = self._rows, QWidget()
        self._inside = QVBoxLayout(self._rows)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(look().px(8))
        self._column.replaceWidget(old, self._rows)
        old.hide()
        old.deleteLater()


def _of_finding(finding: Finding) -> Line:
    cure = advice(finding)
    words = cure.words or "Look at it"
    page, wanted = (cure.page, dict(cure.wanted)) if cure.page else ("care", {})
    more = " ".join(part for part in (cure.safe, cure.do) if part)
    return Line(_KINDS[finding.severity], told(finding), more, words, page, wanted)


def _of_draft(draft: KeptDraft, others: int) -> Line:
    more = f"Half-typed since {day_and_time(draft.kept_at)}. Nothing of it is saved yet."
    if others:
        said = spoken_count(others, "other form waits", "other forms wait")
        more += f" {said} too, each where it was begun."
    wanted = {"draft": draft.name}
    return Line(
        _DRAFT, f"Carry on where you stopped: {draft.words}", more, "Carry on", draft.kind, wanted
    )

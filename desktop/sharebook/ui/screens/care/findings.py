"""Findings one under another, the most pressing first; many of them are folded."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sharebook.domain.findings import Finding
from sharebook.ui.look import look
from sharebook.ui.screens.care.finding_card import FindingCard
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.sheet import line, panel, row

_FIRST = 5  # shown before the rest is asked for


class FindingList(QWidget):
    """Cards; hidden while there are none.

    Signals:
        go: (page, what it is handed).
        accept: the person says that this register is the right one.

    Args:
        heading: over quiet rows in one sheet; "" for notices that stand alone.
    """

    go = Signal(str, object)
    accept = Signal()

    def __init__(self, heading: str = "") -> None:
        super().__init__()
        self.cards: list[FindingCard] = []
        self._is_quiet = bool(heading)
        self.more_button = button("", "quiet", "down")
        self.more_button.clicked.connect(self._on_more)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        frame, inside = panel("sheet" if heading else "plain", 0, 0)
        if heading:
            top, under = panel("plain", 14, 0)
            under.addWidget(label(heading, "h3"))
            inside.addWidget(top)
            inside.addWidget(line("rule"))
        self._cards = QVBoxLayout()
        self._cards.setSpacing(0 if heading else look().px(10))
        inside.addLayout(self._cards)
        inside.addLayout(row(self.more_button, 1))
        whole.addWidget(frame)
        self.hide()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these instead of what was shown."""
        while item := self._cards.takeAt(0):
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        self.cards = [FindingCard(each) for each in findings]
        for place, card in enumerate(self.cards):
            card.go.connect(self.go)
            card.accept.connect(self.accept)
            if self._is_quiet and place:
                self._cards.addWidget(line())
            self._cards.addWidget(card)
        self._fold(_FIRST)
        left = len(findings) - _FIRST
        self.more_button.setText(f" Show {left:,} more")
        self.more_button.setVisible(left > 0)
        self.setVisible(bool(findings))

    def _fold(self, shown: int) -> None:
        cards = 0
        for place in range(self._cards.count()):
            item = self._cards.itemAt(place)
            widget = item.widget() if item else None
            if widget is None:
                continue
            cards += isinstance(widget, FindingCard)
            widget.setVisible(cards < shown or (cards == shown and widget in self.cards))

    def _on_more(self) -> None:
        self._fold(len(self.cards))
        folded = [each.go_button for each in self.cards[_FIRST:] if each.go_button is not None]
        if folded:
            folded[0].setFocus()  # before this button goes, or the caret would jump away
        self.more_button.hide()

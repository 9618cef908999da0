"""All findings, the most pressing first; many of them are folded."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sharebook.domain.findings import Finding, Severity
from sharebook.ui.look import look
from sharebook.ui.screens.care.finding_card import FindingCard
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.sheet import row
from sharebook.words.days import count

_FIRST = 6  # shown before the rest is asked for


class FindingList(QWidget):
    """Cards, one under another.

    Signals:
        go: (page, what it is handed).
        accept: the person says that this register is the right one.
    """

    go = Signal(str, object)
    accept = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.cards: list[FindingCard] = []
        self.more_button = button("", "quiet", "down")
        self.more_button.clicked.connect(self._on_more)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look().px(10))
        self._cards = QVBoxLayout()
        self._cards.setSpacing(look().px(10))
        self._column.addLayout(self._cards)
        self._column.addLayout(row(self.more_button, 1))
        self.hide()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these instead of what was shown."""
        for card in self.cards:
            self._cards.removeWidget(card)
            card.hide()
            card.deleteLater()
        shown = [each for each in findings if each.severity is not Severity.FINE]
        self.cards = [FindingCard(each) for each in shown]
        for place, card in enumerate(self.cards):
            card.go.connect(self.go)
            card.accept.connect(self.accept)
            self._cards.addWidget(card)
            card.setVisible(place < _FIRST)
        left = len(shown) - _FIRST
        self.more_button.setText(f" Show {count(left, 'more thing')}")
        self.more_button.setVisible(left > 0)
        self.setVisible(bool(shown))

    def _on_more(self) -> None:
        for card in self.cards:
            card.show()
        first = self.cards[_FIRST].go_button
        if first is not None:
            first.setFocus()  # before this button goes, or the caret would jump away
        self.more_button.hide()

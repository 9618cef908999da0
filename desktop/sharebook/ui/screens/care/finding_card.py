"""One finding: what is so, what is safe, what to do, and a button that goes there."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from sharebook.domain.findings import Finding, Severity
from sharebook.services.health.advice import Advice, advice
from sharebook.ui.look import look
from sharebook.ui.screens import register
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import IconLabel, label
from sharebook.ui.widgets.sheet import panel, row
from sharebook.words.sentences import told

_LOOKS = {  # severity -> frame, icon, ink, word
    Severity.STOP: ("bad", "stop", "bad", "Needs a person"),
    Severity.WARNING: ("gap", "warn", "gap", "Look at this"),
    Severity.GAP: ("card", "gap", "gap_dot", "Could be better"),
    Severity.FINE: ("card", "check", "ok", "Good to know"),
}
_ACCEPTED = ("head_older", "head_rewritten", "keys_older_than_seen", "memory_unreadable")


class FindingCard(QWidget):
    """Shows one finding.

    Signals:
        go: (page, what it is handed): the button was pressed.
        accept: the person says that this register is the right one.

    Attributes:
        code: the finding's.
        go_button, accept_button: None where there is nothing to press.
    """

    go = Signal(str, object)
    accept = Signal()

    def __init__(self, finding: Finding) -> None:
        super().__init__()
        self.code = finding.code
        self.go_button: QPushButton | None = None
        self.accept_button: QPushButton | None = None
        more = advice(finding)
        kind, icon, ink, word = _LOOKS[finding.severity]
        frame, column = panel(kind, 12, 6)
        top = row(IconLabel(icon, 18, ink, word), gap=10)
        top.addWidget(label(told(finding), "b", wrap=True), 1)
        column.addLayout(top)
        for name, words in (("Safe", more.safe), ("To do", more.do)):
            if words:
                column.addWidget(label(f"{name}: {words}", wrap=True))
        self._add_buttons(column, finding, more)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(frame)
        self._name(frame, word, told(finding), more)

    def _add_buttons(self, column: QVBoxLayout, finding: Finding, more: Advice) -> None:
        buttons: list[QWidget] = []
        if more.page and register.exists(more.page):
            self.go_button = button(more.words, "small")
            wanted: Mapping[str, object] = more.wanted
            self.go_button.clicked.connect(lambda: self.go.emit(more.page, wanted))
            buttons.append(self.go_button)
        if finding.code in _ACCEPTED:
            self.accept_button = button("This register is right…", "quiet")
            self.accept_button.clicked.connect(self.accept)
            buttons.append(self.accept_button)
        if buttons:
            column.addSpacing(look().px(2))
            column.addLayout(row(*buttons, 1))

    def _name(self, frame: QFrame, word: str, said: str, more: Advice) -> None:
        parts = (f"{word}: {said}", more.safe and f"Safe: {more.safe}", more.do)
        frame.setAccessibleName(" ".join(part for part in parts if part))

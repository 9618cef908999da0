"""One finding: what is so, what is safe, what to do, and a button that goes there."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

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
    Severity.GAP: ("plain", "gap", "gap_dot", "Could be better"),
    Severity.FINE: ("plain", "check", "ok", "Good to know"),
}
_ACCEPTED = ("head_older", "head_rewritten", "keys_older_than_seen", "memory_unreadable")
_TOP = Qt.AlignmentFlag.AlignTop


class FindingCard(QWidget):
    """Shows one finding: a coloured notice if something is wrong, else a quiet row.

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
        frame, inside = panel(kind, 12, 0)
        words = QVBoxLayout()
        words.setSpacing(look().px(4))
        words.addWidget(label(told(finding), "b", wrap=True))
        for said in _lines(finding, more):
            words.addWidget(label(said, "small" if kind == "plain" else "", wrap=True))
        self._add_buttons(words, finding, more)
        across = QHBoxLayout()
        across.setSpacing(look().px(12))
        across.addWidget(IconLabel(icon, 18, ink, word), 0, _TOP)
        across.addLayout(words, 1)
        inside.addLayout(across)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(frame)
        self.setAccessibleName(" ".join((f"{word}: {told(finding)}", *_lines(finding, more))))

    def _add_buttons(self, column: QVBoxLayout, finding: Finding, more: Advice) -> None:
        buttons: list[QWidget] = []
        if more.page and register.exists(more.page):
            self.go_button = button(more.words, "small")
            self.go_button.clicked.connect(lambda: self.go.emit(more.page, more.wanted))
            buttons.append(self.go_button)
        if finding.code in _ACCEPTED:
            self.accept_button = button("This register is right…", "quiet")
            self.accept_button.clicked.connect(self.accept)
            buttons.append(self.accept_button)
        if buttons:
            column.addSpacing(look().px(4))
            column.addLayout(row(*buttons, 1))


def _lines(finding: Finding, more: Advice) -> list[str]:
    """Return what is safe and what to do: two lines where something is wrong, else one."""
    if finding.severity in (Severity.STOP, Severity.WARNING):
        named = (("Safe", more.safe), ("To do", more.do))
        return [f"{name}: {words}" for name, words in named if words]
    joined = f"{more.safe} {more.do}".strip()
    return [joined] if joined else []

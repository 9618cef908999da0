"""Does this print still hold? A seal typed from paper, compared with the register."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QVBoxLayout

from sharebook.domain.findings import Finding, Severity
from sharebook.ui.look import look
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.labels import IconLabel, label, restyle
from sharebook.ui.widgets.sheet import row
from sharebook.words.sentences import told

_HINT = "Type or paste the register seal from the foot of any page. Dashes and case do not matter."


class SealCheck(QFrame):
    """A field, a button, and the answer under them.

    Signals:
        wanted: the seal as typed.
    """

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("f", "sheet")
        self.line = QLineEdit()
        self.field = Field("seal", "Does this print still &hold?", self.line, _HINT)
        self.compare = button("&Compare", "", "seal")
        self._icon = IconLabel("check", 18, "ok")
        self._words = label("", "b", wrap=True)
        self._answer = QFrame()
        answer = row(self._icon, gap=10)
        answer.addWidget(self._words, 1)
        inside = QVBoxLayout(self._answer)
        inside.addLayout(answer)
        self._answer.hide()
        column = QVBoxLayout(self)
        pad = look().px(16)
        column.setContentsMargins(pad, look().px(12), pad, look().px(14))
        column.setSpacing(look().px(10))
        column.addWidget(self.field)
        column.addWidget(self._answer)
        column.addLayout(row(self.compare, 1))
        self.compare.clicked.connect(self._on_compare)
        self.line.returnPressed.connect(self._on_compare)
        self.line.textEdited.connect(lambda _typed: self._forget())

    @property
    def answer(self) -> str:
        """What stands under the field now."""
        return "" if self._answer.isHidden() else self._words.text()

    def show_answer(self, finding: Finding) -> None:
        """Say whether the print holds."""
        well = finding.severity is Severity.FINE
        self._icon.show_icon("check" if well else "stop", "ok" if well else "bad")
        self._words.setText(told(finding))
        restyle(self._answer, "f", "ok" if well else "bad")
        self._answer.setAccessibleName(told(finding))
        self._answer.show()
        QTimer.singleShot(0, self, self._bring_into_view)  # once it has its place

    def _bring_into_view(self) -> None:
        """Scroll the page to the answer: the field may stand at the foot of the window."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            above.ensureWidgetVisible(self._answer, 0, look().px(16))

    def _forget(self) -> None:
        self.field.complain("")
        self._answer.hide()

    def _on_compare(self) -> None:
        typed = self.line.text().strip()
        if typed:
            self.wanted.emit(typed)
        else:
            self.field.complain("Type the seal first: five groups of four letters and figures.")
            self.line.setFocus()

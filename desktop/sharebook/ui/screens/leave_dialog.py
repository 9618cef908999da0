"""Asks why a gap may stay as it is, and of which it is said."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from sharebook.domain.acknowledgements import About
from sharebook.domain.errors import Refused, SharebookError
from sharebook.services.reviewing import Gap
from sharebook.ui.dialogs.base import SheetDialog
from sharebook.ui.look import look
from sharebook.ui.screens.base import Office
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.labels import IconLabel, beside, label
from sharebook.ui.widgets.sheet import row
from sharebook.words.sentences import sentence, told

TITLE = "Leave this as it is?"
_MOST = 8
_WORDS = (
    "It is said no more, until the sharing changes or a day named in it has come. Your reason is "
    "kept with your name, and you can take this back."
)
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LeaveDialog(SheetDialog):
    """Leaves gaps of one kind as they are; accepted means it was written.

    Attributes:
        ticks: one for each gap; with a single one there is nothing to tick.
        because: the field for the reason.
        act: does it; safe: leaves nothing.
    """

    def __init__(self, window: QWidget, office: Office, gaps: Sequence[Gap]) -> None:
        super().__init__(window, TITLE, 620)
        self._office = office
        self._gaps = tuple(gaps[:_MOST])
        self.because = Field("because", "Wh&y may it stay so?", QLineEdit())
        self.ticks = [_tick(each) for each in self._gaps] if len(self._gaps) > 1 else []
        self.act = button("Leave it s&o")
        self.safe = button("Not now", "go", key="Esc")
        self._lay_out()
        self.act.clicked.connect(self._on_act)
        self.safe.clicked.connect(self.reject)
        self.safe.setDefault(True)
        (self.ticks[0] if self.ticks else self.because.inner).setFocus()

    def _lay_out(self) -> None:
        icon, first = IconLabel("gap", 24, "gap_dot"), self._gaps[0]
        self.column.addWidget(beside(icon, label(TITLE, "h2", wrap=True), gap=14))
        if self.ticks:
            short = sentence(f"{first.finding.code}_short")
            self.column.addWidget(label(f"{short[:1].upper()}{short[1:]}.", "b", wrap=True))
            for tick in self.ticks:
                self.column.addWidget(tick)
            self.ticks[0].setChecked(True)
        else:
            self.column.addWidget(label(f"{first.what}: {told(first.finding)}", "b", wrap=True))
        source = f"Why it is asked: {first.finding.source}." if first.finding.source else ""
        if source:
            self.column.addWidget(label(source, "small", wrap=True))
        self.column.addWidget(label(_WORDS, "small", wrap=True))
        self.column.addWidget(self.because)
        self.column.addSpacing(look().px(8))
        self.column.addLayout(row(1, self.act, self.safe))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter after the reason leads on to the button: nothing typed is lost, nothing done."""
        if event.key() in _ENTERS and self.because.inner.hasFocus():
            self.act.setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    @property
    def meant(self) -> tuple[Gap, ...]:
        """The gaps that are ticked, or the only one."""
        if not self.ticks:
            return self._gaps
        pairs = zip(self.ticks, self._gaps, strict=True)
        return tuple(gap for tick, gap in pairs if tick.isChecked())

    def _on_act(self) -> None:
        self.because.complain("")
        desk, line = self._office.desk, self.because.inner
        reason = line.text() if isinstance(line, QLineEdit) else ""
        try:
            if not self.meant:
                raise Refused("leaving_needs_choice")
            for gap in self.meant:
                about = About(gap.about)
                desk.acknowledging.acknowledge(
                    about, gap.number, gap.finding, reason, desk.person, version=gap.version
                )
        except SharebookError as problem:
            self._office.telling.tell(problem, [self.because])
            self.fit()
            return
        self.accept()


def _tick(gap: Gap) -> QCheckBox:
    number = f", entry {gap.number}" if gap.about == About.ENTRY else ""
    made = QCheckBox(f"{gap.what}{number}".replace("&", "&&"))
    made.setAccessibleDescription(told(gap.finding))
    return made

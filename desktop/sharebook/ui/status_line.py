"""The line at the foot: it changes silently; trouble goes to a panel, not here."""

from datetime import date, datetime

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from sharebook.ui.idle import MINUTES
from sharebook.ui.look import look
from sharebook.ui.widgets.labels import IconLabel, beside, label
from sharebook.words.days import count, short_day

_EDGE, _GAP = 17, 20


class StatusLine(QFrame):
    """Saved when, how the seal stands, how to lock; what there is no room for is left out."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("status")
        self._code = ""
        self._saved = label("Nothing changed since it was opened")
        self._seal = label("")
        self._lock = label(_locks(MINUTES))
        self._saved_part = beside(IconLabel("check", 14, "ok"), self._saved, gap=6)
        self._seal_part = beside(IconLabel("seal", 14, "muted"), self._seal, gap=6)
        self._lock_part = beside(IconLabel("lock", 14, "muted"), self._lock, gap=6)
        self.setFixedHeight(look().px(30))
        line = self._line = QHBoxLayout(self)
        line.setContentsMargins(look().px(_EDGE), 0, look().px(_EDGE), 0)
        line.setSpacing(look().px(_GAP))
        line.addWidget(self._saved_part)
        line.addWidget(self._seal_part)
        line.addStretch(1)
        line.addWidget(self._lock_part)
        self.fit()

    def saved(self, when: datetime, today: date) -> None:
        """Say when the last change was written: "10:42", or the day if it was not today."""
        local = when.astimezone()
        clock = f"{local:%H:%M}"
        day = local.date()
        said = clock if day == today else f"{short_day(day)}, {clock}"
        self._saved.setText(f"All changes saved {said}")
        self.fit()

    def instead_of_saved(self, part: QWidget) -> None:
        """Show `part` where the last saving is told: nothing can be saved here."""
        self._saved_part.hide()
        self._line.insertWidget(0, part)
        self._saved_part = part
        self.fit()

    def seal(self, code: str) -> None:
        """Show the short check code of the register; "" hides it."""
        self._code = code
        self._seal.setText(f"Seal {code}")
        self.fit()

    def locks_after(self, minutes: int) -> None:
        """Say after how long without a key or the mouse the window locks."""
        self._lock.setText(_locks(minutes))
        self.fit()

    def fit(self) -> None:
        """Leave out the seal, then the lock, where large text fills the line."""
        room = self.width() - look().px(2 * _EDGE)
        for part, wanted in (
            (self._saved_part, True),
            (self._lock_part, True),
            (self._seal_part, bool(self._code)),
        ):
            room -= part.sizeHint().width() + look().px(_GAP)
            part.setVisible(wanted and (room >= 0 or part is self._saved_part))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Show what fits."""
        super().resizeEvent(event)
        self.fit()


def _locks(minutes: int) -> str:
    return f"Locks after {count(minutes, 'minute')}, or Ctrl L"

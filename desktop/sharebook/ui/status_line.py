"""The line at the foot: it changes silently; trouble goes to a panel, not here."""

from datetime import date, datetime

from PySide6.QtWidgets import QFrame, QHBoxLayout

from sharebook.ui.idle import MINUTES
from sharebook.ui.look import look
from sharebook.ui.widgets.labels import IconLabel, beside, label
from sharebook.words.days import short_day


class StatusLine(QFrame):
    """Saved when, how the seal stands, how to lock."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("status")
        self._saved = label("Nothing changed since it was opened")
        self._seal = label("")
        self._seal_part = beside(IconLabel("seal", 14, "muted"), self._seal, gap=6)
        self._seal_part.hide()
        self.setFixedHeight(look().px(30))
        line = QHBoxLayout(self)
        line.setContentsMargins(look().px(17), 0, look().px(17), 0)
        line.setSpacing(look().px(20))
        line.addWidget(beside(IconLabel("check", 14, "ok"), self._saved, gap=6))
        line.addWidget(self._seal_part)
        line.addStretch(1)
        line.addWidget(
            beside(
                IconLabel("lock", 14, "muted"),
                label(f"Locks after {MINUTES} minutes, or Ctrl L"),
                gap=6,
            )
        )

    def saved(self, when: datetime, today: date) -> None:
        """Say when the last change was written: "10:42", or the day if it was not today."""
        local = when.astimezone()
        clock = f"{local:%H:%M}"
        day = local.date()
        said = clock if day == today else f"{short_day(day)}, {clock}"
        self._saved.setText(f"All changes saved {said}")

    def seal(self, code: str) -> None:
        """Show the short check code of the register; "" hides it."""
        self._seal.setText(f"Seal {code}")
        self._seal_part.setVisible(bool(code))

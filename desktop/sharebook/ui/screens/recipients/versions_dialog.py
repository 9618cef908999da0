"""How a purpose was on any past day: its versions, what each said, what it changed."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from sharebook.domain.names import FlowId
from sharebook.services.dating import DatedVersion
from sharebook.ui.chips import Chip
from sharebook.ui.dialogs.base import SheetDialog
from sharebook.ui.look import look
from sharebook.ui.models.rows import Column
from sharebook.ui.screens.base import Office
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.date_field import DateField
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.sheet import line, notice, row
from sharebook.ui.widgets.table import TWO_LINES, Table
from sharebook.words.days import count, long_day, short_day

_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def _runs(version: DatedVersion) -> str:
    last = version.flow.valid_to
    return f"From {short_day(version.flow.valid_from)}" + (f" to {short_day(last)}" if last else "")


def _changed(version: DatedVersion) -> str:
    if not version.changes:
        return "As it began" if version.flow.version == 1 else "Nothing that is said"
    return ", ".join(each.label.lower() for each in version.changes)


class VersionsDialog(SheetDialog):
    """Pick a version, or type a day."""

    def __init__(self, window: QWidget, office: Office, flow: FlowId) -> None:
        versions = office.desk.map.dating.versions(flow)
        purpose = versions[-1].flow.purpose
        super().__init__(window, "How it was", 900)
        self._office, self._flow = office, flow
        self.day = DateField(office.desk.clock)
        self.field = Field("day", "On which &day?", self.day)
        columns: tuple[Column[DatedVersion], ...] = (
            Column("Version", _runs, second=_changed, bold=True),
            Column("", lambda _it: "", chip=self._chip, width=92),
        )
        self.table: Table[DatedVersion] = Table(columns, "Versions", TWO_LINES)
        self.area = QScrollArea(widgetResizable=True)
        self.close_button = button("Close", "go", key="Esc")
        self._lay_out(purpose, window)
        self.table.show_rows(versions[::-1])
        self.table.picked.connect(lambda version: self._show(version, None))
        self.day.chosen.connect(self._on_day)
        self.close_button.clicked.connect(self.reject)
        self._on_day(office.desk.clock.today())
        self.day.setFocus()

    def _chip(self, version: DatedVersion) -> Chip | None:
        now = version.runs_on(self._office.desk.clock.today())
        return Chip("Now", "ok") if now else None

    def _lay_out(self, purpose: str, window: QWidget) -> None:
        tall = min(look().px(430), window.height() - look().px(250))
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName("What it said")
        self.area.setMinimumHeight(tall)
        left = QVBoxLayout()
        left.addWidget(self.field)
        left.addWidget(self.table, 1)
        across = row(gap=18)
        across.addLayout(left, 2)
        across.addWidget(self.area, 3)
        self.column.addWidget(label("How it was", "h2"))
        words = purpose[:1].upper() + purpose[1:]
        self.column.addWidget(label(words, "muted", wrap=True))
        self.column.addWidget(line("rule"))
        self.column.addLayout(across, 1)
        self.column.addLayout(row(1, self.close_button))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter in the day shows it; it does not close."""
        if event.key() in _ENTERS and self.day.hasFocus():
            return
        super().keyPressEvent(event)

    def _on_day(self, day: date | None) -> None:
        if day is None:
            return
        found = self._office.desk.map.dating.on(self._flow, day)
        if found is None:
            self._say([notice("gap", f"Nothing went on {long_day(day)} under this purpose")])
            return
        now = next(it for it in self.table.shown if it.flow.version == found.flow.version)
        self.table.blockSignals(True)
        self.table.pick(now)
        self.table.blockSignals(False)
        self._show(found, day)

    def _show(self, version: DatedVersion, day: date | None) -> None:
        title = f"On {long_day(day)}" if day else _runs(version)
        parts: list[QWidget] = [label(title, "h3", wrap=True)]
        for words, value in version.said:
            parts += [label(words, "smallb"), _value(value)]
        if version.changes:
            changes = count(len(version.changes), "change")
            parts += [line(), label(f"What it changed: {changes}", "h3", wrap=True)]
            parts += [label(each.sentence, wrap=True) for each in version.changes]
        self._say(parts)

    def _say(self, parts: list[QWidget]) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, look().px(10), 0)
        column.setSpacing(look().px(4))
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        self.area.setWidget(page)


def _value(words: str) -> QWidget:
    made = label(words, wrap=True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made

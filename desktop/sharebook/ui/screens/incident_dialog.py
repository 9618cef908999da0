"""What went wrong with an entry: what to do first, how long is left, and what was done."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from sharebook.bootstrap.sealed_log import log_of
from sharebook.domain.errors import SharebookError
from sharebook.domain.incidents import Incident
from sharebook.domain.sealed import said_number
from sharebook.services.incidents import Running
from sharebook.ui.dialogs.base import SheetDialog
from sharebook.ui.look import look
from sharebook.ui.screens.base import Office
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.date_field import DateField
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.labels import IconLabel, beside, label
from sharebook.ui.widgets.sheet import line, notice, row
from sharebook.words.incidents import FIRST_STEPS, time_left
from sharebook.words.moments import day_and_time

_DAYS = (
    ("recalled_on", "When was it &asked for back?"),
    ("confirmed_on", "When did they &confirm it?"),
    ("partner_told_on", "When we&re others who hold it told?"),
    ("closed_on", "When was it c&losed?"),
)
_LARGE = 175  # per cent; two questions have no room beside each other
_LINES = (
    ("what", "&What happened?"),
    ("owner", "Who looks after &it?"),
    ("outcome", "&How did it end?"),
)


class IncidentDialog(SheetDialog):
    """Shows one incident and writes what was done; accepted means it was written.

    Attributes:
        fields: its fields, by the name of what they hold.
        save: writes it; leave: closes without writing.
    """

    def __init__(self, window: QWidget, office: Office, number: int, *, sealed: bool) -> None:
        self._service = log_of(office.desk, sealed=sealed).incidents
        self._was = self._service.one(number).record
        self._running = self._service.running(self._was)
        said = said_number(self._was.entry, sealed=sealed)
        title = f"Sent by mistake: entry {said}"
        super().__init__(window, title, 700)
        self._office = office
        clock = office.desk.clock
        self.fields = {name: Field(name, words, QLineEdit()) for name, words in _LINES}
        for name, words in _DAYS:
            self.fields[name] = Field(name, words, DateField(clock))
        self.save = button("Sa&ve", "go", "check")
        self.leave = button("Leave it as it is", key="Esc")
        self._lay_out(title)
        self._show(self._was)
        self.save.clicked.connect(self._on_save)
        self.leave.clicked.connect(self.reject)
        self.save.setDefault(True)
        self.fields["recalled_on"].inner.setFocus()

    def _lay_out(self, title: str) -> None:
        icon = IconLabel("undo", 24, "accent")
        self.column.addWidget(beside(icon, label(title, "h2", wrap=True), gap=14))
        self.column.addWidget(line("rule"))
        self.column.addWidget(self._clock(self._running))
        for number, step in enumerate(FIRST_STEPS, 1):
            self.column.addWidget(label(f"{number}.  {step}", wrap=True))
        self.column.addSpacing(look().px(4))
        self.column.addWidget(self.fields["what"])
        self._beside("recalled_on", "confirmed_on")
        self._beside("partner_told_on", "owner")
        self._beside("closed_on", "outcome")
        self.column.addLayout(row(1, self.leave, self.save))

    def _beside(self, *names: str) -> None:
        if look().size >= _LARGE:
            for name in names:
                self.column.addWidget(self.fields[name])
            return
        across = row(gap=14)
        for name in names:
            side = QVBoxLayout()
            side.addWidget(self.fields[name])
            side.addStretch(1)
            across.addLayout(side, 1)
        self.column.addLayout(across)

    def _clock(self, running: Running) -> QWidget:
        incident = running.incident
        knew = day_and_time(running.began)
        if incident.closed_on is not None:
            return notice(
                "ok", "Closed. Nothing is left to do.", f"The school knew of it on {knew}."
            )
        rows = self._office.desk.catalogues
        trigger = rows.triggers.get(incident.kind)
        clock = rows.clocks.get(trigger.clock) if trigger else None
        more = f"{clock.words}: {knew}." if clock else ""
        kind = "bad" if running.overdue else "gap"
        return notice(kind, time_left(running.hours_left, running.due), more)

    def _show(self, incident: Incident) -> None:
        for name, field in self.fields.items():
            value = getattr(incident, name)
            if isinstance(field.inner, DateField):
                field.inner.show_day(value)
            elif isinstance(field.inner, QLineEdit):
                field.inner.setText(value)

    def _told(self) -> Incident:
        days: dict[str, date | None] = {}
        words: dict[str, str] = {}
        for name, field in self.fields.items():
            if isinstance(field.inner, DateField):
                field.inner.editingFinished.emit()
                days[name] = field.inner.day
            elif isinstance(field.inner, QLineEdit):
                words[name] = field.inner.text()
        return replace(self._was, **days, **words)  # type: ignore[arg-type]  # as in the two lists

    def _on_save(self) -> None:
        told = self._told()
        if any(field.message for field in self.fields.values()):
            self.fit()
            return
        try:
            self._service.update(told, self._office.desk.person)
        except SharebookError as problem:
            self._office.telling.tell(problem, self.fields.values())
            self.fit()
            return
        self.accept()


def show_incident(office: Office, window: QWidget, number: int, *, sealed: bool = False) -> bool:
    """Show one incident; return whether something was written about it."""
    try:
        dialog = IncidentDialog(window, office, number, sealed=sealed)
    except SharebookError as problem:
        office.telling.tell(problem)
        return False
    written = bool(dialog.exec())
    if written:
        office.changed.tell("incident")
    return written

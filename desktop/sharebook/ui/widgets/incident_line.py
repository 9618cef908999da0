"""One line that says an entry went wrong, how far that has come, and opens it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from sharebook.services.incidents import Running
from sharebook.ui.look import look
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import IconLabel, beside, label
from sharebook.ui.widgets.sheet import row
from sharebook.words.incidents import time_left, where_it_stands


class IncidentLine(QFrame):
    """For the page of an entry: what `incidents.about` and `incidents.running` say.

    Signals:
        wanted: the number of the incident to open.
    """

    wanted = Signal(int)

    def __init__(self, running: Running) -> None:
        super().__init__()
        incident = running.incident
        closed = incident.closed_on is not None
        kind = "ok" if closed else "bad" if running.overdue else "gap"
        icon = {"ok": "check", "bad": "stop", "gap": "warn"}[kind]
        self.setProperty("f", kind)
        words = f"Sent by mistake, {where_it_stands(incident)}"
        more = incident.outcome if closed else time_left(running.hours_left, running.due)
        self.open = button("&Follow it up…" if not closed else "See what was done…", "small")
        self.open.clicked.connect(lambda: self.wanted.emit(int(incident.id)))
        column = QVBoxLayout(self)
        side = look().px(10)
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(look().px(4))
        column.addWidget(beside(IconLabel(icon, 18, kind), label(words, "b", wrap=True)))
        if more:
            column.addWidget(label(more, "small", wrap=True))
        column.addLayout(row(self.open, 1))
        self.setAccessibleName(f"{words}. {more}".strip())

"""The body of an entry's page: what presses, its files, what went wrong, then every fact."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sharebook.ui.look import look
from sharebook.ui.screens.log.entry_facts import EntryFacts
from sharebook.ui.screens.log.files_part import FilesPart
from sharebook.ui.widgets.incident_line import IncidentLine
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.sheet import line, notice
from sharebook.words.sentences import told


class EntryPage(QWidget):
    """Shows an EntryFacts; made anew for each.

    Signals:
        incident: the number of the incident to open.

    Attributes:
        files: the copies of what was sent.
    """

    incident = Signal(int)

    def __init__(self, entry: EntryFacts, *, writes: bool) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, look().px(4), look().px(6), 0)
        self._column.setSpacing(look().px(2))
        self.files = FilesPart(entry, writes=writes)
        self._add_notices(entry)
        for heading, facts in entry.sections:
            if heading:
                self._column.addSpacing(look().px(4))
                self._column.addWidget(label(heading, "h3"))
                self._column.addWidget(line())
                self._column.addSpacing(look().px(4))
            for name, words in facts:
                self._add_fact(name, words)
            if not heading:
                self._add(self.files)
        self._column.addStretch(1)

    def _add_notices(self, entry: EntryFacts) -> None:
        if entry.mistake:
            struck = "Struck out" if entry.sealed else "Recorded by mistake"
            self._add(notice("hold", struck, entry.mistake))
        if entry.not_told:
            self._add(notice("hold", entry.not_told, "See below who decided that, and why."))
        for running in entry.incidents:
            shown = IncidentLine(running)
            shown.wanted.connect(self.incident)
            self._add(shown)
        for finding in entry.gaps:
            self._add(notice("gap", told(finding)))

    def _add(self, widget: QWidget) -> None:
        self._column.addWidget(widget)
        self._column.addSpacing(look().px(4))

    def _add_fact(self, name: str, words: str) -> None:
        self._column.addWidget(label(name, "smallb", wrap=True))
        said = label(words, wrap=True)
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        said.setAccessibleName(f"{name}: {words}")
        self._column.addWidget(said)
        self._column.addSpacing(look().px(6))

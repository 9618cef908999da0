"""What the checks say of a purpose as it is typed, with the usual right choice as a button."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from sharebook.domain.catalogue import Catalogues
from sharebook.domain.findings import Finding, Severity
from sharebook.ui.look import look
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.sheet import notice
from sharebook.words.sentences import sentence, told

_KIND = {Severity.STOP: "bad", Severity.WARNING: "gap", Severity.GAP: "gap", Severity.FINE: "ok"}


class Advice(QScrollArea):
    """Shows findings.

    Signals:
        taken: a Finding whose suggestion a person wants.
    """

    taken = Signal(object)

    def __init__(self, catalogues: Catalogues) -> None:
        super().__init__()
        self._lists = catalogues
        self.shown: tuple[Finding, ...] = ()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("What the law asks for")
        self.show_findings(())

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these instead."""
        self.shown = tuple(findings)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        column.addWidget(label("What the law asks for", "h3"))
        for finding in findings:
            column.addWidget(self._one(finding))
        if not findings:
            column.addWidget(notice("ok", "Nothing is missing"))
        column.addStretch(1)
        self.setWidget(page)

    def _one(self, finding: Finding) -> QFrame:
        frame = notice(_KIND[finding.severity], told(finding), self._cure(finding))
        words = self._words(finding.suggestion)
        inside = frame.layout()
        if words and isinstance(inside, QVBoxLayout):
            inside.addWidget(label(f"Schools nearly always use: {words}", "small", wrap=True))
            use = button("Use this", "smallgo", "tick")
            use.setAccessibleName(f"Use {words}")
            use.clicked.connect(lambda: self.taken.emit(finding))
            inside.addWidget(use, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def _cure(self, finding: Finding) -> str:
        said = sentence(f"{finding.code}_do", finding.facts)
        return f"{said} Why: {finding.source}." if finding.source else said

    def _words(self, code: str) -> str:
        rows = (self._lists.conditions, self._lists.schedule1, self._lists.lawful_bases)
        found = [row for catalogue in rows for known, row in catalogue.items() if known == code]
        return found[0].words if code and found else ""

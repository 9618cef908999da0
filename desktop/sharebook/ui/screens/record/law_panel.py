"""The law panel: warnings first, then facts that hold, then gaps; it keeps its height."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFontMetrics
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from sharebook.domain.catalogue import Catalogues
from sharebook.domain.findings import Finding, Severity
from sharebook.ui.look import SEMIBOLD, look
from sharebook.ui.room import ANY_WIDTH, Room, pick
from sharebook.ui.screens.record import law_choices
from sharebook.ui.screens.record.law_blocks import WarningBlock, fact_row, usual, what_to_do
from sharebook.ui.screens.record.law_facts import Fact
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import IconLabel, beside, label
from sharebook.ui.widgets.sheet import line, row
from sharebook.words.sentences import told

_WIDTHS, _TALL = (216, 300, 360), 220
_EDGES = 110  # beside the words on the button of a gap: margins, dot, the button's own
_BLANK = "Pick who it was sent to. What the law asks then stands here."
_LOUD = {Severity.STOP, Severity.WARNING}


class LawPanel(QFrame):
    """What the law asks, as the form stands.

    Signals:
        wanted: a Wanted, from "Use this" or the list of others.

    Attributes:
        why: opens what the law says about each question.
        can_seal: the person may write in the sealed log.
        ways: the buttons of the gaps' usual choices.
    """

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("f", "sheet")
        self.setAccessibleName("What the law asks")
        self.why = button("Why this?", "quiet", key="Ctrl F1")
        self.why.setAccessibleName("Why does the program ask this?")
        self.can_seal = False
        self._shown: object = None
        self._words = 0
        self._said: set[str] = set()
        self.warnings: list[WarningBlock] = []
        self.facts: list[Fact] = []
        self.gaps: list[Finding] = []
        self.ways: list[QPushButton] = []
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out()
        self.fit(Room.WIDE)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        side = look().px(18)
        column.setContentsMargins(side, look().px(12), side, look().px(12))
        column.setSpacing(look().px(8))
        icon = IconLabel("scales", 20, "accent")
        column.addWidget(beside(icon, label("What the law asks", "h2", wrap=True), gap=12))
        column.addWidget(line("rule"))
        column.addWidget(self._scroll, 1)
        foot = "Updated as you type. Saving is never blocked by a gap."
        column.addWidget(label(foot, "small", wrap=True))
        column.addLayout(row(self.why, 1))

    def fit(self, room: Room, *, under: bool = False) -> None:
        """Take less room in a small window, or the whole width `under` the form."""
        width = pick(room, *_WIDTHS)
        if self._words != (words := ANY_WIDTH if under else width - look().px(_EDGES)):
            self._words, self._shown = words, None
        self.setMinimumWidth(0 if under else width)
        self.setMaximumWidth(ANY_WIDTH if under else width)
        self.setMinimumHeight(look().px(_TALL) if under else 0)

    def show_advice(
        self, findings: Sequence[Finding], facts: Sequence[Fact], day: date, offered: Catalogues
    ) -> None:
        """Show this advice and the rows `offered`; nothing moves if it says the same as before."""
        now = (tuple(findings), tuple(facts), day, id(offered))
        if now == self._shown:
            return
        self._shown = now
        loud = [each for each in findings if each.severity in _LOUD]
        self.facts = list(facts)
        self.gaps = [each for each in findings if each.severity is Severity.GAP]
        blocks = [WarningBlock(each, offered, day, place) for place, each in enumerate(loud)]
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, look().px(4), 0)
        column.setSpacing(look().px(6))
        for block in blocks:
            block.wanted.connect(self.wanted)
            column.addWidget(block)
        for fact in facts:
            column.addWidget(fact_row(fact.title, fact.second))
        self.ways = []
        for gap in self.gaps:
            title, more = told(gap).rstrip("."), what_to_do(gap)
            more += f" Why: {gap.source}." if gap.source else ""
            use = self._one_click(gap, offered, day)
            column.addWidget(fact_row(title, more, "gap", "gap_dot", use))
        if not findings and not facts:
            column.addWidget(label(_BLANK, "small", wrap=True))
        column.addStretch(1)
        self.warnings = blocks
        self._scroll.setWidget(page)
        self._announce(loud)

    def _one_click(self, gap: Finding, offered: Catalogues, day: date) -> QPushButton | None:
        """Return the button for a gap's usual right choice, if it has one."""
        words = law_choices.way_in_words(gap, offered, day)
        if not words or (usual(gap).seals and not self.can_seal):
            return None
        metrics = QFontMetrics(look().font(13, SEMIBOLD))
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, self._words)
        use = button(shown, "small")
        use.setToolTip(words)
        use.setAccessibleName(f"Use: {words}")
        use.clicked.connect(lambda: self.wanted.emit(usual(gap)))
        self.ways.append(use)
        return use

    def _announce(self, loud: Sequence[Finding]) -> None:
        """Tell a screen reader of a new warning, once."""
        fresh = [each for each in loud if each.code not in self._said]
        self._said = {each.code for each in loud}
        if fresh:
            words = " ".join(told(each) for each in fresh)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

"""The parts of the law panel: a warning with its usual choice, a fact, a gap."""

from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from sharebook.domain.catalogue import Catalogues
from sharebook.domain.checks.following import of_chain, steps
from sharebook.domain.findings import Finding, Severity, Step
from sharebook.domain.names import NO_CODE, Code
from sharebook.ui.look import look
from sharebook.ui.screens.record import law_choices
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.combo import Combo
from sharebook.ui.widgets.labels import IconLabel, label
from sharebook.ui.widgets.sheet import row
from sharebook.words.sentences import sentence, told

_LONG = 46  # letters of a row's words in the list of other choices


@dataclass(frozen=True, slots=True)
class Wanted:
    """A choice made in the panel: this code into this part of the chain.

    Attributes:
        partner: of an Article 9 condition, its Schedule 1 one.
        ways: every change of the form, where it is a finding's usual choice.
    """

    part: str
    code: Code
    partner: Code = field(default=NO_CODE)
    ways: tuple[Step, ...] = ()

    @property
    def beyond_the_chain(self) -> bool:
        """Whether it changes more of the form than the basis chain."""
        return any(not of_chain(step) for step in self.ways)

    @property
    def seals(self) -> bool:
        """Whether the entry is to stand in the sealed log."""
        return any(step.part == "sealed" for step in self.ways)


def usual(finding: Finding) -> Wanted:
    """Return the usual right choice of a finding."""
    part = law_choices.field_of(finding)
    return Wanted(part, finding.suggestion, finding.suggestion2, steps(finding))


def what_to_do(finding: Finding) -> str:
    """Return what to do about a finding."""
    return sentence(f"{finding.code}_do", finding.facts)


class WarningBlock(QFrame):
    """What looks wrong, what schools nearly always use, and the others on demand.

    Signals:
        wanted: a Wanted.
    """

    wanted = Signal(object)

    def __init__(self, finding: Finding, catalogues: Catalogues, day: date, place: int) -> None:
        super().__init__()
        self.finding = finding
        stop = finding.severity is Severity.STOP
        self.setProperty("f", "bad" if stop else "gap")
        self._column = QVBoxLayout(self)
        side = look().px(12)
        self._column.setContentsMargins(side, side, side, side)
        self._column.setSpacing(look().px(6))
        title, _, rest = told(finding).partition(". ")
        icon = IconLabel("stop" if stop else "warn", 18, "bad" if stop else "gap")
        top = QHBoxLayout()
        top.setSpacing(look().px(8))
        top.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(label(title.rstrip("."), "b", wrap=True), 1)
        self._column.addLayout(top)
        self.setAccessibleName(f"{told(finding)} {what_to_do(finding)}")
        self._advise(finding, rest, catalogues, day)
        self._offer(finding, catalogues, day, place)

    def _advise(self, finding: Finding, rest: str, catalogues: Catalogues, day: date) -> None:
        usual, where = law_choices.words_of(finding, catalogues, day)
        way = "" if usual else law_choices.way_in_words(finding, catalogues, day)
        lead = "Schools nearly always use:" if usual or way else what_to_do(finding)
        self._column.addWidget(label(f"{rest} {lead}".strip(), "small", wrap=True))
        if usual or way:
            self._column.addWidget(label(usual or way, "b", wrap=True))
        if where:
            self._column.addWidget(label(where, "small", wrap=True))
        if finding.source:
            self._column.addWidget(label(f"Why: {finding.source}", "small", wrap=True))

    def _offer(self, finding: Finding, catalogues: Catalogues, day: date, place: int) -> None:
        part = law_choices.field_of(finding)
        rows = law_choices.rows_for(part, catalogues, day)
        self.use: QPushButton = button("&Use this" if not place else "Use this", "smallgo")
        self.others: QPushButton = button("See &others" if not place else "See others", "small")
        self.list = Combo([("Choose another", NO_CODE)], "Other choices")
        for code, each in rows.items():
            short = each.words if len(each.words) <= _LONG else f"{each.words[: _LONG - 1]}…"
            self.list.addItem(short, code)
            self.list.setItemData(self.list.count() - 1, each.words, Qt.ItemDataRole.ToolTipRole)
        self.list.setMinimumContentsLength(12)
        self.list.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._column.addLayout(row(self.use, self.others, 1))
        self._column.addWidget(self.list)
        known = finding.suggestion in rows
        way = bool(finding.choice)
        self.use.setVisible(known or way)
        self.others.setVisible(bool(rows) and (known or way))
        self.list.setVisible(bool(rows) and not known and not way)
        self._connect(finding, part)

    def _connect(self, finding: Finding, part: str) -> None:
        self.use.clicked.connect(lambda: self.wanted.emit(usual(finding)))
        self.others.clicked.connect(self._show_others)
        self.list.activated.connect(lambda _: self._on_listed(part))

    def _show_others(self) -> None:
        self.list.show()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.list.showPopup()

    def _on_listed(self, part: str) -> None:
        code = Code(str(self.list.currentData() or ""))
        if code:
            self.wanted.emit(Wanted(part, code))


def fact_row(
    title: str, second: str, icon: str = "check", ink: str = "ok", use: QPushButton | None = None
) -> QWidget:
    """Return a fact or a gap: mark, words, a second line, one click, and a line under it."""
    whole = QFrame()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, look().px(8), 0, 0)
    column.setSpacing(look().px(2))
    line = QHBoxLayout()
    line.setSpacing(look().px(9))
    line.addWidget(IconLabel(icon, 18, ink), 0, Qt.AlignmentFlag.AlignTop)
    said = QVBoxLayout()
    said.setSpacing(look().px(1))
    said.addWidget(label(title, "b", wrap=True))
    said.addWidget(label(second, "small", wrap=True))
    if use is not None:
        said.addLayout(row(use, 1))
    line.addLayout(said, 1)
    column.addLayout(line)
    under = QFrame()
    under.setProperty("f", "line")
    column.addSpacing(look().px(6))
    column.addWidget(under)
    whole.setAccessibleName(f"{title}. {second}")
    return whole

"""The page of one recipient: who they are, what we share and why, what was agreed."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from sharebook.domain.findings import Finding
from sharebook.ui.chips import Chip
from sharebook.ui.look import look
from sharebook.ui.models.rows import Column
from sharebook.ui.screens.recipients.contact_line import ContactLine
from sharebook.ui.screens.recipients.facts import Agreed, Purpose, RecipientFacts, ShutOut
from sharebook.ui.screens.recipients.short_table import ShortTable
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import IconLabel, label
from sharebook.ui.widgets.sheet import heading, notice, panel, row
from sharebook.words.days import count, short_day
from sharebook.words.sentences import told

_FLOW_ROW = 50
_WHAT, _LAST, _STATE = 1, 4, 5
_ROOM = 720  # below this, "last sent" moves under "how often"
_TINY = 560  # below this, what is shared moves under the purpose


def _gap_chip(purpose: Purpose) -> Chip | None:
    return Chip(count(len(purpose.gaps), "gap"), "gap") if purpose.gaps else None


def _last(purpose: Purpose) -> str:
    return short_day(purpose.last_sent) if purpose.last_sent else "Not singly"


class RecipientPage(QFrame):
    """Shows a RecipientFacts.

    Signals:
        edit, add_purpose, add_agreement, shut_out, taken_over, notice: the button was pressed.
        purpose: a Flow a person opened; agreement: an Agreement; let_in: a ShutOut.
        how_it_was: the Flow whose versions a person wants to see.
        leave: a Finding that may stay as it is.
    """

    leave = Signal(object)
    edit = Signal()
    add_purpose = Signal()
    notice = Signal()
    add_agreement = Signal()
    shut_out = Signal()
    taken_over = Signal()
    purpose = Signal(object)
    agreement = Signal(object)
    let_in = Signal(object)
    how_it_was = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("f", "sheet")
        self._small = self._tiny = False
        self.name = label("", "h1", wrap=True)
        self.role = label("", "muted", wrap=True)
        self.edit_button = button("&Edit", "", "edit")
        self.contact = ContactLine()
        self.gaps = QVBoxLayout()
        self.add_button = button("Add a p&urpose", "small", "plus")
        self.was_button = button("How it &was …", "small", "clock")
        self.agree_button = button("Add an agree&ment", "small", "plus")
        self.shut_button = button("Shut a c&hild out", "small", "stop")
        self.over_button = button("Another &firm took over …", "small", "building")
        self.more = label("", "small", wrap=True)
        self.ended = label("", "b", wrap=True)
        self.purposes: ShortTable[Purpose] = ShortTable(
            self._purpose_columns(), "What we share, and why", _FLOW_ROW
        )
        self.agreements: ShortTable[Agreed] = ShortTable(
            _AGREEMENTS, "Agreements", struck=lambda it: it.old
        )
        self.no_agreement = label("No agreement is kept with this recipient yet.", "muted")
        self.shut: ShortTable[ShutOut] = ShortTable(
            _SHUT, "Children shut out", struck=lambda it: "let in again" if it.over else ""
        )
        self.nobody_shut = label("Nobody is shut out.", "muted")
        self.former = label("", wrap=True)
        self.strip, strip = panel("tint", 10)
        self.headings = label("", wrap=True)
        self.notice_button = button("Show in the notice", "quiet")
        line = row(IconLabel("doc", 18, "accent"))
        line.addWidget(self.headings, 1)
        line.addWidget(self.notice_button)
        strip.addLayout(line)
        self._lay_out()
        self._connect()

    def _purpose_columns(self) -> tuple[Column[Purpose], ...]:
        return (
            Column("Purpose", lambda it: it.purpose, second=self._about, bold=True),
            Column("What", lambda it: it.what, second=lambda it: it.items),
            Column("Lawful basis", lambda it: it.basis, second=lambda it: it.heading, width=150),
            Column("How often", lambda it: it.how_often, second=self._under, width=130),
            Column("Last sent", _last, sort=lambda it: it.last_sent or date.min, width=108),
            Column("", lambda _it: "", chip=_gap_chip, width=88),
        )

    def _about(self, purpose: Purpose) -> str:
        return purpose.what if self._tiny else purpose.about

    def _under(self, purpose: Purpose) -> str:
        if self._small and purpose.last_sent:
            return f"last {_last(purpose)}"
        return purpose.method[:1].lower() + purpose.method[1:]

    def _lay_out(self) -> None:
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        pad = look().px(12)
        column.setContentsMargins(look().px(20), pad, look().px(20), pad)
        column.setSpacing(look().px(8))
        self._fill(column)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, pad)
        whole.addWidget(area, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(look().px(20), 0, look().px(20), 0)
        foot.addWidget(self.strip)
        whole.addLayout(foot)

    def _fill(self, column: QVBoxLayout) -> None:
        top = row()
        top.addWidget(self.name, 1)
        top.addWidget(self.edit_button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        column.addWidget(self.role)
        column.addWidget(self.ended)
        column.addWidget(self.contact)
        column.addLayout(self.gaps)
        what, self.counted = heading("What we share, and why")
        what.addWidget(self.add_button)
        column.addLayout(what)
        column.addWidget(self.purposes)
        below = row()
        below.addWidget(self.more, 1)
        below.addWidget(self.was_button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(below)
        self._section(column, "Agreements", self.agree_button)
        column.addWidget(self.agreements)
        column.addWidget(self.no_agreement)
        self._section(column, "Children shut out", self.shut_button)
        column.addWidget(self.shut)
        column.addWidget(self.nobody_shut)
        self._section(column, "Names and firms", self.over_button)
        self.former_note = _note()
        for each in (self.former, self.former_note):
            column.addWidget(each)
        column.addStretch(1)

    @staticmethod
    def _section(column: QVBoxLayout, words: str, deed: QWidget) -> None:
        column.addSpacing(look().px(6))
        column.addLayout(row(label(words, "h2"), 1, deed))

    def _connect(self) -> None:
        self.edit_button.clicked.connect(self.edit)
        self.add_button.clicked.connect(self.add_purpose)
        self.notice_button.clicked.connect(self.notice)
        self.agree_button.clicked.connect(self.add_agreement)
        self.shut_button.clicked.connect(self.shut_out)
        self.over_button.clicked.connect(self.taken_over)
        self.was_button.clicked.connect(self._on_was)
        self.purposes.opened.connect(lambda it: self.purpose.emit(it.flow))
        self.purposes.picked.connect(lambda it: self.more.setText(it.more))
        self.agreements.opened.connect(lambda it: self.agreement.emit(it.agreement))
        self.shut.opened.connect(self.let_in)

    def _on_was(self) -> None:
        if self.purposes.record is None:
            self.purposes.pick_first()
        if self.purposes.record is not None:
            self.how_it_was.emit(self.purposes.record.flow)

    def show_facts(self, facts: RecipientFacts) -> None:
        """Show one recipient."""
        self.setAccessibleName(facts.recipient.name)
        self.name.setText(facts.recipient.name)
        self.role.setText(facts.role)
        self.contact.show_recipient(facts.recipient)
        self._show_gaps(facts)
        self.counted.setText(f"{count(len(facts.purposes), 'purpose')}, each with its own basis")
        self.purposes.show_rows(facts.purposes)
        chosen = self.purposes.record
        self.more.setText(chosen.more if chosen else "")
        self.more.setVisible(bool(facts.purposes))
        self.was_button.setVisible(bool(facts.purposes))
        self.ended.setText(facts.ended)
        self.ended.setVisible(bool(facts.ended))
        self.shut.show_rows(facts.shut_out)
        self.shut.setVisible(bool(facts.shut_out))
        self.nobody_shut.setVisible(not facts.shut_out)
        self.over_button.setEnabled(not facts.ended)
        self.purposes.setColumnHidden(_STATE, not any(it.gaps for it in facts.purposes))
        self.agreements.show_rows(facts.agreements)
        self.agreements.setVisible(bool(facts.agreements))
        self.no_agreement.setVisible(not facts.agreements)
        self.former.setText("\n".join(facts.former))
        for each in (self.former, self.former_note):
            each.setVisible(bool(facts.former))
        self.headings.setText(f"In the notice under {_listed(facts.headings)}")
        self.strip.setVisible(bool(facts.headings))

    def _show_gaps(self, facts: RecipientFacts) -> None:
        while (item := self.gaps.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for finding in facts.gaps:
            self.gaps.addWidget(self._gap(finding))

    def _gap(self, finding: Finding) -> QFrame:
        frame = notice("gap", told(finding))
        inside = frame.layout()
        if finding.may_stay and isinstance(inside, QVBoxLayout):
            stay = button("Leave it so …", "quiet")
            stay.setAccessibleName(f"Leave it so: {told(finding)}")
            stay.clicked.connect(lambda: self.leave.emit(finding))
            inside.addWidget(stay, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Move "last sent" under "how often" where there is no room for both."""
        super().resizeEvent(event)
        self._small = self.width() < look().px(_ROOM)
        self.purposes.setColumnHidden(_LAST, self._small)
        self._tiny = self.width() < look().px(_TINY)
        self.purposes.setColumnHidden(_WHAT, self._tiny)
        self.counted.setVisible(not self._small)


_SHUT: tuple[Column[ShutOut], ...] = (
    Column("Child", lambda it: it.name, second=None, bold=True, middle=True),
    Column("Out of", lambda it: it.what, middle=True),
    Column("Why", lambda it: it.exclusion.reason, middle=True),
    Column("When", lambda it: it.days, width=196),
)
_AGREEMENTS: tuple[Column[Agreed], ...] = (
    Column("Agreement", lambda it: it.title, bold=True, middle=True),
    Column("Signed by", lambda it: it.signed_by, middle=True),
    Column("Runs", lambda it: it.runs, width=196),
    Column("State", lambda _it: "", chip=lambda it: it.state, width=140),
)


def _note() -> QLabel:
    words = (
        "Old prints and searches still find these names. What was printed then is never changed."
    )
    return label(words, "small", wrap=True)


def _listed(words: tuple[str, ...]) -> str:
    return " and ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)

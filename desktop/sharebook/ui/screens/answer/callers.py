"""Who is calling: the adults of one child, each a radio button as wide as the list."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from sharebook.domain.contacts import Contact, Restriction
from sharebook.ui.look import look
from sharebook.ui.screens.answer import words
from sharebook.ui.style import draw_radio
from sharebook.ui.widgets.labels import IconLabel, label
from sharebook.ui.widgets.sheet import panel

_MARK, _INDENT, _BAR = 20, 42, 4
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Left: -1,
}


@dataclass(frozen=True, slots=True)
class Caller:
    """One line of the list; no contact means someone the school does not know."""

    contact: Contact | None

    @property
    def barred(self) -> bool:
        """Whether nothing may be said to this caller."""
        return self.contact is not None and self.contact.restriction is Restriction.NO_CONTACT

    @property
    def may_hear(self) -> bool:
        """Whether an answer may be given once the caller is known to be this person."""
        return self.contact is not None and self.contact.restriction is Restriction.NONE


SOMEONE_ELSE = Caller(None)


class CallerRow(QRadioButton):
    """One adult: name, part in the child's life, and a red block where nothing may be said.

    Signals:
        stepped: 1 or -1, the arrow key pressed.
    """

    stepped = Signal(int)

    def __init__(self, caller: Caller) -> None:
        super().__init__()
        self.caller = caller
        self.setAutoExclusive(False)  # the list keeps one chosen; Qt's own group cannot clear
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(words.caller_sentence(caller.contact))
        self._column = QVBoxLayout(self)
        right = look().px(10)
        self._column.setContentsMargins(look().px(_INDENT), look().px(7), right, look().px(7))
        self._column.setSpacing(look().px(1))
        self._name = self._say(label(words.caller_name(caller.contact), "b", wrap=True))
        self._part = self._say(label(words.caller_part(caller.contact), "small", wrap=True))
        if caller.barred and caller.contact:
            self._column.addSpacing(look().px(4))
            self._column.addWidget(_barred(caller.contact))

    def _say(self, what: QWidget) -> QWidget:
        what.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._column.addWidget(what)
        return what

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        """Let a click anywhere in the row choose it."""
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for the room of the words, not of an empty button."""
        return self._column.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Wrap before growing wide."""
        return self._column.minimumSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrows move the choice; Space chooses."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Draw the ground of a chosen row and the radio mark beside its name."""
        now, painter = look(), QPainter(self)
        if self.isChecked():
            painter.fillRect(self.rect(), now.colour("tint"))
            painter.fillRect(QRect(0, 0, _BAR, self.height()), now.colour("accent"))
        side = now.px(_MARK)
        middle = (self._name.y() + self._part.geometry().bottom()) // 2
        mark = QRectF(now.px(11), middle - side / 2, side, side)
        draw_radio(painter, mark, self.isChecked())


def _barred(contact: Contact) -> QFrame:
    """Return the red block: what the order is, and what to say instead."""
    block, column = panel("bad", 8, 2)
    line = QHBoxLayout()
    line.setSpacing(look().px(8))
    said = QVBoxLayout()
    said.setSpacing(look().px(1))
    said.addWidget(label(words.barred_title(contact), "bad", wrap=True))
    said.addWidget(label(words.barred_advice(contact), "small", wrap=True))
    line.addWidget(IconLabel("stop", 18, "bad"))
    line.addLayout(said, 1)
    column.addLayout(line)
    block.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return block


class CallerList(QFrame):
    """The adults of one child, and "Someone else".

    Signals:
        chosen: the Caller now chosen, by a person.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("f", "choices")
        self.setAccessibleName("Who is calling?")
        self.rows: list[CallerRow] = []
        self._lines: list[QFrame] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)

    @property
    def caller(self) -> Caller | None:
        """Who is chosen, if anybody."""
        return next((row.caller for row in self.rows if row.isChecked()), None)

    def show_contacts(self, contacts: Sequence[Contact]) -> None:
        """Show these adults, then "Someone else"; nobody is chosen."""
        for widget in (*self.rows, *self._lines):
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._lines = []
        self.rows = [CallerRow(Caller(contact)) for contact in contacts]
        self.rows.append(CallerRow(SOMEONE_ELSE))
        for place, row in enumerate(self.rows):
            if place:
                self._add_line()
            self._column.addWidget(row)
            row.show()  # at once, not with the next event: the keyboard goes there now
            row.clicked.connect(lambda _=False, row=row: self.choose(row))
            row.stepped.connect(lambda by, row=row: self._step(row, by))
        self._one_tab_stop()

    def _add_line(self) -> None:
        line = QFrame()
        line.setProperty("f", "line")
        self._lines.append(line)
        self._column.addWidget(line)

    def begin(self) -> None:
        """Take the keyboard: on the chosen row, else on the first."""
        row = next((row for row in self.rows if row.isChecked()), self.rows[0])
        row.setFocus(Qt.FocusReason.TabFocusReason)

    def choose(self, row: CallerRow) -> None:
        """Choose one row."""
        for each in self.rows:
            each.setChecked(each is row)
        self._one_tab_stop()
        self.chosen.emit(row.caller)

    def _step(self, row: CallerRow, by: int) -> None:
        """Move the choice; with nobody chosen yet, an arrow chooses where one stands."""
        place = self.rows.index(row) + (by if self.caller is not None else 0)
        if 0 <= place < len(self.rows):
            self.choose(self.rows[place])
            self.rows[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _one_tab_stop(self) -> None:
        stop = next((row for row in self.rows if row.isChecked()), self.rows[0])
        for row in self.rows:
            ours = row is stop
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if ours else Qt.FocusPolicy.ClickFocus)

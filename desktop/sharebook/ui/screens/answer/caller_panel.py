"""The left sheet: who is calling, how do you know, anything to note."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from sharebook.domain.catalogue import Catalogues
from sharebook.domain.contacts import Contact
from sharebook.domain.kept_drafts import Texts
from sharebook.services.answering import CallNote
from sharebook.ui.look import look
from sharebook.ui.room import ANY_WIDTH, Room, pick
from sharebook.ui.screens.answer.callers import Caller, CallerList
from sharebook.ui.screens.answer.known_by import KnownBy
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.labels import IconLabel, beside, label

_WIDTHS = (288, 288, 308)
_NOTE, _TALL = 84, 260


class Bare(Field):
    """A field under a heading of its own: no words above, a message below."""

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(5))
        column.addWidget(self.inner)
        column.addWidget(self._below)


class CallerPanel(QFrame):
    """Everything the office asks while the call lasts.

    Signals:
        changed: the caller, a tick or the name changed, so another panel may be due.
        noted: the note changed.
    """

    changed = Signal()
    noted = Signal()

    def __init__(self, catalogues: Catalogues) -> None:
        super().__init__()
        self.setProperty("f", "sheet")
        self.callers = CallerList()
        self.name = Field("caller", "&Their name and number", QLineEdit())
        self.known_by = KnownBy(catalogues.caller_checks)
        self.known = Bare("known_by", "How do you know?", self.known_by)
        self.note = QPlainTextEdit()
        self.note.setAccessibleName("Anything to note?")
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(look().px(_NOTE))
        kept = label("Call note kept, with the answer given", "small")
        self._kept = beside(IconLabel("check", 16, "ok"), kept, left=14)
        self._lay_out()
        self._connect()
        self.fit(Room.WIDE)
        self.begin_with(())

    def _lay_out(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        side = look().px(14)
        column.setContentsMargins(side, look().px(12), side, look().px(6))
        column.setSpacing(look().px(8))
        for number, words, parts in (
            (1, "&Who is calling?", (self.callers, self.name)),
            (2, "&How do you know?", (self.known,)),
            (3, "An&ything to note?", (self.note,)),
        ):
            title = label(f"{number}  {words}", "h3")
            title.setBuddy(parts[0])
            column.addWidget(title)
            for part in parts:
                column.addWidget(part)
            column.addSpacing(look().px(6))
        column.addStretch(1)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, look().px(10))
        whole.addWidget(scroll, 1)
        whole.addWidget(self._kept)

    def _connect(self) -> None:
        self.callers.chosen.connect(self._on_chosen)
        self.known_by.changed.connect(self._on_changed)
        self.name.inner.textEdited.connect(self._on_changed)  # type: ignore[attr-defined]
        self.note.textChanged.connect(self.noted)

    def begin_with(self, contacts: Sequence[Contact]) -> None:
        """Begin a call about a child with these adults; nothing is chosen or ticked."""
        self.callers.show_contacts(contacts)
        self.known_by.clear()
        self.note.clear()
        self.name.inner.clear()  # type: ignore[attr-defined]
        self.name.hide()
        self.complain_nothing()
        self.show_kept(kept=False)

    def keep_order(self, after: QWidget) -> None:
        """Put new callers where they stand in the order of Tab, not at its end."""
        parts = [after, *self.callers.rows, self.name.inner, *self.known_by.boxes.values()]
        for one, next_one in pairwise((*parts, self.known_by.more, self.note)):
            QWidget.setTabOrder(one, next_one)

    def fit(self, room: Room, *, over: bool = False) -> None:
        """Take less room in a small window, or the whole width `over` the answer."""
        width = pick(room, *_WIDTHS)
        self.setMinimumWidth(0 if over else width)
        self.setMaximumWidth(ANY_WIDTH if over else width)
        self.setMinimumHeight(look().px(_TALL) if over else 0)

    def show_kept(self, *, kept: bool) -> None:
        """Say that the call note is in the register."""
        self._kept.setVisible(kept)

    def complain_nothing(self) -> None:
        """Take away what was complained of."""
        self.name.complain("")
        self.known.complain("")

    @property
    def caller(self) -> Caller | None:
        """Who is chosen."""
        return self.callers.caller

    @property
    def may_hear(self) -> bool:
        """Whether the answer may be shown: an allowed caller, and one tick."""
        caller = self.caller
        return caller is not None and caller.may_hear and bool(self.known_by.codes)

    def call(self, *, told: bool, before: str = "") -> CallNote:
        """Return the call as typed.

        Args:
            told: whether the caller heard the answer.
            before: put before the note.
        """
        contact = self.caller.contact if self.caller else None
        name = contact.name if contact else self.name.inner.text()  # type: ignore[attr-defined]
        note = f"{before} {self.note.toPlainText()}".strip()
        known = contact.id if contact and told else None
        return CallNote(known, name, self.known_by.codes, note)

    def shows(self, contacts: Sequence[Contact]) -> bool:
        """Say whether these are the adults on the list."""
        return [row.caller.contact for row in self.callers.rows[:-1]] == list(contacts)

    def state(self) -> Texts:
        """Return who rang and what was noted, to be kept while the call waits."""
        contact = self.caller.contact if self.caller else None
        who = () if self.caller is None else ("" if contact is None else str(contact.id),)
        name: str = self.name.inner.text()  # type: ignore[attr-defined]
        lines = {"caller": name, "note": self.note.toPlainText()}
        return Texts(lines, None, {"who": who})

    def show_state(self, state: Texts) -> None:
        """Show what was kept; an adult who is no longer on the list is chosen anew."""
        for row in self.callers.rows:
            contact = row.caller.contact
            if ("" if contact is None else str(contact.id)) in state.choices.get("who", ()):
                self.callers.choose(row)
        self.name.inner.setText(state.lines.get("caller", ""))  # type: ignore[attr-defined]
        self.known_by.clear()  # another day, another voice
        self.note.setPlainText(state.lines.get("note", ""))
        self.note.moveCursor(QTextCursor.MoveOperation.End)
        self._on_changed()

    def _on_chosen(self, caller: Caller) -> None:
        self.name.setVisible(caller.contact is None)
        self._on_changed()

    def _on_changed(self) -> None:
        self.complain_nothing()
        self.changed.emit()

"""The contacts tab: the adults, who holds parental responsibility, who is shut out."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from sharebook.domain.contacts import Contact, Restriction
from sharebook.ui.chips import Chip
from sharebook.ui.look import look
from sharebook.ui.models.rows import Column
from sharebook.ui.room import LARGE_TEXT
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.flow import FlowLayout
from sharebook.ui.widgets.nothing import Nothing
from sharebook.ui.widgets.table import TWO_LINES, Table

_MAY = {
    Restriction.ASK_FIRST: Chip("Ask first", "ask"),
    Restriction.NO_CONTACT: Chip("No contact", "bad"),
}


def _responsibility(contact: Contact) -> str:
    return "Parental responsibility" if contact.responsibility else "None held"


def _second(contact: Contact) -> str:
    """Return what an order or the proof says; what bars an adult comes first."""
    seen = f"Seen: {contact.evidence}" if contact.evidence else ""
    return "; ".join(filter(None, (contact.restriction_note, *contact.orders))) or seen


def _chip(contact: Contact) -> Chip | None:
    if contact.restriction in _MAY:
        return _MAY[contact.restriction]
    if contact.address_protected:
        return Chip("Address hidden", "hold")
    return Chip("No reports", "fact") if contact.no_reports else None


_COLUMNS: tuple[Column[Contact], ...] = (
    Column("Name", lambda it: it.name, second=lambda it: it.relationship, bold=True, middle=True),
    Column("Responsibility", _responsibility, second=_second, width=210, folds=480),
    Column("Telephone", lambda it: it.phone, second=lambda it: it.email, width=150, folds=640),
    Column("", lambda _it: "", chip=_chip, width=136),
)


class ContactsTab(QWidget):
    """Shows the adults in the order the school rings them.

    Signals:
        wanted: "new contact", "contact" or "end contact", and the adult or None.
    """

    wanted = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.table: Table[Contact] = Table(_COLUMNS, "Contacts", TWO_LINES)
        self.nothing = Nothing("user", "No contacts yet", "Add the adults the school rings.")
        large = look().size >= LARGE_TEXT  # then words alone fit into one line
        self.add = button("Add…" if large else "Add a contact…", "small", "" if large else "plus")
        self.change = button("Change…", "small", "" if large else "edit")
        self.end = button("Take out…", "small", "" if large else "minus")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.nothing)
        self._foot = QWidget()
        flow = FlowLayout(look().px(8))
        flow.setContentsMargins(0, 0, 0, 0)
        self._foot.setLayout(flow)
        for each in (self.add, self.change, self.end):
            flow.addWidget(each)
            flow.setAlignment(each, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        column.addWidget(self._stack, 1)
        column.addWidget(self._foot)
        self._connect()

    def _connect(self) -> None:
        self.table.picked.connect(lambda _row: self._show_state())
        self.table.opened.connect(self._open)
        self.add.clicked.connect(lambda: self.wanted.emit("new contact", None))
        self.change.clicked.connect(lambda: self._open(self.table.record))
        self.end.clicked.connect(lambda: self.wanted.emit("end contact", self.table.record))
        self._may_change = True

    def only_read(self) -> None:
        """Offer nothing that changes anything."""
        self._may_change = False
        self._foot.hide()

    def show_contacts(self, contacts: Sequence[Contact]) -> None:
        """Show these adults."""
        self.table.show_rows(contacts)
        self._stack.setCurrentIndex(0 if contacts else 1)
        self._show_state()

    def _show_state(self) -> None:
        chosen = self.table.record is not None
        self.change.setEnabled(chosen)
        self.end.setEnabled(chosen)

    def _open(self, contact: Contact | None) -> None:
        if self._may_change and contact is not None:
            self.wanted.emit("contact", contact)

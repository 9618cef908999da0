"""The contacts tab: the adults, who holds parental responsibility, who is shut out."""

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget

from sharebook.domain.contacts import Contact, Restriction
from sharebook.ui.chips import Chip
from sharebook.ui.models.rows import Column
from sharebook.ui.widgets.nothing import Nothing
from sharebook.ui.widgets.table import TWO_LINES, Table

_MAY = {
    Restriction.NONE: None,
    Restriction.ASK_FIRST: Chip("Ask first", "ask"),
    Restriction.NO_CONTACT: Chip("No contact", "bad"),
}


def _responsibility(contact: Contact) -> str:
    return "Parental responsibility" if contact.responsibility else "None held"


_COLUMNS: tuple[Column[Contact], ...] = (
    Column("Name", lambda it: it.name, second=lambda it: it.relationship, bold=True, middle=True),
    Column("Responsibility", _responsibility, second=lambda it: it.restriction_note, width=210),
    Column("Telephone", lambda it: it.phone, second=lambda it: it.email, width=150),
    Column("", lambda _it: "", chip=lambda it: _MAY[it.restriction], width=116),
)


class ContactsTab(QStackedWidget):
    """Shows the adults in the order the school rings them."""

    def __init__(self) -> None:
        super().__init__()
        self.table: Table[Contact] = Table(_COLUMNS, "Contacts", TWO_LINES)
        self.addWidget(self.table)
        self.addWidget(Nothing("user", "No contacts yet", "Bring in a list that has them."))

    def show_contacts(self, contacts: Sequence[Contact]) -> None:
        """Show these adults."""
        self.table.show_rows(contacts)
        self.setCurrentIndex(0 if contacts else 1)

"""An adult in a child's life: added, changed, taken out."""

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from sharebook.domain.contacts import Contact, Restriction
from sharebook.domain.names import ContactId
from sharebook.domain.pupils import Pupil
from sharebook.ui.screens.base import Office
from sharebook.ui.screens.pupils.asking import PupilDialog
from sharebook.ui.screens.recipients.laying import in_two, narrow
from sharebook.ui.widgets.combo import Combo
from sharebook.ui.widgets.field import Field

_MAY = (
    ("May be told", Restriction.NONE),
    ("Ask first, each time", Restriction.ASK_FIRST),
    ("No contact: nothing may be said", Restriction.NO_CONTACT),
)
_HOLDS = (("Not known to hold it", ""), ("Holds it", "yes"))


class ContactDialog(PupilDialog):
    """Asks for everything about one adult; a new one where `contact` is None."""

    part = "contact"

    def __init__(
        self, window: QWidget, office: Office, pupil: Pupil, contact: Contact | None = None
    ) -> None:
        title = contact.name if contact else f"A contact of {pupil.full_name}"
        super().__init__(window, office, title, pupil, 680)
        self.part = "contact" if contact else "new contact"
        self.contact = contact
        known = contact or Contact(ContactId(0), pupil.id, "", "", responsibility=False, rank=0)
        self.may = Combo([(words, str(each)) for words, each in _MAY])
        self.may.choose(str(known.restriction))
        self.holds = Combo(_HOLDS)
        self.holds.choose("yes" if known.responsibility else "")
        narrow(self.may, self.holds)
        self.hidden = QCheckBox("The address must reach nobody")
        self.hidden.setChecked(known.address_protected)
        self.unreported = QCheckBox("Gets no school reports")
        self.unreported.setChecked(known.no_reports)
        self.fields = self._asked(known)
        page = QWidget()
        wide = [self.fields[name] for name in ("address", "orders") if name in self.fields]
        in_two(page, [*self.fields.values(), self.hidden, self.unreported], wide)
        self.lay_out("", [page], "Sa&ve the contact", "Cancel")
        self.act.clicked.connect(lambda: self.write(self.save))
        self.keep(int(contact.id) if contact else None)
        self.fields["name"].inner.setFocus()

    def _asked(self, known: Contact) -> dict[str, Field]:
        rank = QLineEdit(str(known.rank or ""))
        orders = QLineEdit("; ".join(known.orders))
        fields = {
            "name": Field("name", "&Name", QLineEdit(known.name)),
            "relationship": Field(
                "relationship", "&What to the child", QLineEdit(known.relationship)
            ),
            "responsibility": Field("responsibility", "&Parental responsibility", self.holds),
            "evidence": Field("evidence", "S&een as proof", QLineEdit(known.evidence), "Can wait"),
            "restriction": Field("restriction", "&May they be told?", self.may),
            "restriction_note": Field(
                "restriction_note", "Wh&y not", QLineEdit(known.restriction_note)
            ),
            "orders": Field("orders", "Court &orders", orders, "Several: a semicolon between"),
            "phone": Field("phone", "&Telephone", QLineEdit(known.phone)),
            "email": Field("email", "E-ma&il", QLineEdit(known.email)),
            "address": Field("address", "&Address", QLineEdit(known.address.replace("\n", ", "))),
            "rank": Field("rank", "&Rung in this order", rank, "1 is rung first"),
        }
        if self.contact is not None:
            fields["reason"] = Field("reason", "Why does it c&hange?", QLineEdit())
        return fields

    def save(self) -> None:
        """Write the adult."""
        desk = self.office.desk
        known = self.contact or Contact(ContactId(0), self.pupil.id, "", "", responsibility=False)
        rank = self.text("rank").strip()
        address = self.text("address")
        kept = address == known.address.replace("\n", ", ")
        wanted = replace(
            known,
            name=self.text("name"),
            relationship=self.text("relationship"),
            responsibility=bool(self.holds.currentData()),
            evidence=self.text("evidence"),
            restriction=Restriction(self.may.currentData()),
            restriction_note=self.text("restriction_note"),
            orders=tuple(self.text("orders").split(";")),
            phone=self.text("phone"),
            email=self.text("email"),
            address=known.address if kept else address,
            rank=int(rank) if rank.isdecimal() else known.rank if self.contact else 0,
            address_protected=self.hidden.isChecked(),
            no_reports=self.unreported.isChecked(),
        )
        if self.contact is None:
            desk.pupils.contacting.add(wanted, desk.person)
        else:
            desk.pupils.contacting.change(wanted, self.text("reason"), desk.person)


class EndContactDialog(PupilDialog):
    """Asks why an adult is a contact no longer."""

    part = "end contact"

    def __init__(self, window: QWidget, office: Office, pupil: Pupil, contact: Contact) -> None:
        super().__init__(window, office, f"Take out {contact.name}?", pupil, 560)
        self.contact = contact
        self.fields = {"reason": Field("reason", "Wh&y", QLineEdit())}
        words = "Nobody is rung under this name any more. What was known is kept among the changes."
        page = self.fields["reason"]
        self.lay_out(words, [page], "&Take out", "Leave it", risky=True)
        self.act.clicked.connect(lambda: self.write(self.save))
        self.keep(int(contact.id))
        page.inner.setFocus()

    def save(self) -> None:
        """Write it."""
        desk = self.office.desk
        desk.pupils.contacting.end(self.contact.id, self.text("reason"), desk.person)

"""Person, secure address, data protection officer and retention, side by side."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sharebook.domain.recipients import Recipient, UnitContact
from sharebook.ui.look import look
from sharebook.ui.widgets.flow import FlowLayout
from sharebook.ui.widgets.labels import label


class ContactLine(QWidget):
    """What is known of how to reach a recipient; what is not known is left out."""

    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowLayout(look().px(18))
        self.setLayout(self._flow)

    def show_recipient(self, recipient: Recipient) -> None:
        """Show one recipient's particulars."""
        while (item := self._flow.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for words, value in (
            ("Person", _both(recipient.person, recipient.post)),
            ("Secure address", recipient.secure_address),
            ("Telephone", recipient.phone),
            ("Address", recipient.address),
            ("Data protection officer", _both(recipient.dpo, recipient.dpo_contact)),
            ("They keep it for", recipient.keeps_for),
            ("They may pass it on to", recipient.onward),
            ("Contract", recipient.contract),
            *((each.unit, _at(each)) for each in recipient.unit_contacts),
        ):
            if value:
                self._flow.addWidget(_pair(words, value))
        self._flow.addWidget(QWidget())  # the last one takes what is left of its line
        self.updateGeometry()


def _both(name: str, reached: str) -> str:
    return ", ".join(part for part in (name, reached) if part)


def _at(each: UnitContact) -> str:
    """Return whom to reach at one unit: who, and how."""
    lines = (_both(each.person, each.post), _both(each.phone, each.secure_address))
    return "\n".join(part for part in lines if part)


def _pair(words: str, value: str) -> QWidget:
    pair = QWidget()
    column = QVBoxLayout(pair)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(label(words, "smallb"))
    said = label(value)
    said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    said.setAccessibleName(f"{words}: {value}")
    column.addWidget(said)
    return pair

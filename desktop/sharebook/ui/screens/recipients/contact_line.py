"""Person, secure address, data protection officer and retention, side by side."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sharebook.domain.recipients import Recipient
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
            ("Person", recipient.person),
            ("Secure address", recipient.secure_address),
            ("Telephone", recipient.phone),
            ("Data protection officer", recipient.dpo),
            ("They keep it for", recipient.keeps_for),
            ("Contract", recipient.contract),
        ):
            if value:
                self._flow.addWidget(_pair(words, value))
        self._flow.addWidget(QWidget())  # the last one takes what is left of its line
        self.updateGeometry()


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

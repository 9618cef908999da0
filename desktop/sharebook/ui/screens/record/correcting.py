"""Putting an entry right: which one, and what was wrong with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from sharebook.domain.errors import Refused
from sharebook.ui.widgets.field import Field

_WORDS = "What was wrong with &it?"


class Correcting(Field):
    """Stands over the form while an entry is put right; hidden otherwise.

    Signals:
        typed: the reason changed, by a person.

    Attributes:
        number: the entry being put right, or None.
    """

    typed = Signal()

    def __init__(self) -> None:
        self._line = QLineEdit(
            placeholderText="Both entries are kept. Say what this one puts right."
        )
        super().__init__("correction", _WORDS, self._line)
        self.number: int | None = None
        self._line.textEdited.connect(self.typed)
        self.hide()

    @property
    def reason(self) -> str:
        """What was wrong."""
        return self._line.text()

    def begin(self, number: int | None) -> None:
        """Put entry `number` right; None ends it."""
        self.number = number
        self._line.clear()
        self.complain("")
        self.setVisible(number is not None)

    def say(self, reason: str) -> None:
        """Show what was wrong."""
        self._line.setText(reason)

    def mine(self, refusal: Refused) -> Refused:
        """Return `refusal` for this field, if it is about the correction's reason."""
        if refusal.code == "correction_needs_reason":
            return Refused(refusal.code, self.name, **refusal.facts)
        return refusal

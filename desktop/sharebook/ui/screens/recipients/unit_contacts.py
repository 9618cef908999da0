"""The parts of a recipient, and whom to reach at each."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from sharebook.domain.recipients import Recipient, UnitContact
from sharebook.ui.screens.recipients.laying import in_two, narrow
from sharebook.ui.widgets.combo import Combo
from sharebook.ui.widgets.field import Field

_LINES = (
    ("person", "P&erson there"),
    ("post", "P&ost"),
    ("phone", "&Telephone"),
    ("secure_address", "&Secure address"),
)


class UnitContacts(QWidget):
    """Edits the units and one contact for each; one unit is shown at a time.

    Signals:
        changed: a person typed.

    Attributes:
        units: the line with the parts' names, with commas between.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._contacts: dict[str, UnitContact] = {}
        self.units = QLineEdit()
        self.which = Combo()
        narrow(self.which)
        self.lines = {name: QLineEdit() for name, _ in _LINES}
        self.fields = {
            "units": Field("units", "&Parts of it, with commas between", self.units),
            "which": Field("which", "Whom to reach at &which part", self.which),
        }
        parts = [Field(f"unit_{name}", words, self.lines[name]) for name, words in _LINES]
        wide = (self.fields["units"], self.fields["which"])
        self._below = (self.fields["which"], *parts)
        in_two(self, [*wide, *parts], wide)
        self.units.textChanged.connect(self._on_units)
        self.units.textEdited.connect(self.changed)
        self.which.currentIndexChanged.connect(self._on_which)
        for line in self.lines.values():
            line.textEdited.connect(self._on_typed)
        self._on_units()

    def show_recipient(self, known: Recipient) -> None:
        """Show the parts of a recipient."""
        self.show_contacts(list(known.unit_contacts))
        self.units.setText(", ".join(known.units))
        self._on_which()

    def show_contacts(self, contacts: list[UnitContact]) -> None:
        """Show these people; the parts stay as they are."""
        self._contacts = {each.unit: each for each in contacts}
        self._on_which()

    @property
    def names(self) -> tuple[str, ...]:
        """The parts as typed."""
        parts = (part.strip() for part in self.units.text().split(","))
        return tuple(dict.fromkeys(part for part in parts if part))

    @property
    def contacts(self) -> list[UnitContact]:
        """Whom to reach, where somebody or something is named; parts taken out leave with it."""
        found = [self._contacts.get(name, UnitContact(name)) for name in self.names]
        return [each for each in found if each != UnitContact(each.unit)]

    def _on_units(self) -> None:
        before = self.which.currentData()
        self.which.offer((name, name) for name in self.names)
        self.which.setCurrentIndex(max(self.which.findData(before), 0))
        for part in self._below:
            part.setVisible(bool(self.names))
        self._on_which()

    def _on_which(self) -> None:
        shown = self._contacts.get(self.which.currentData() or "", UnitContact(""))
        for name, line in self.lines.items():
            line.setText(getattr(shown, name))
            line.setCursorPosition(0)

    def _on_typed(self) -> None:
        unit = self.which.currentData()
        if unit:
            typed = {name: line.text().strip() for name, line in self.lines.items()}
            old = self._contacts.get(unit, UnitContact(unit))
            self._contacts[unit] = replace(old, **typed)
            self.changed.emit()

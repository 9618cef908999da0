"""What every page of the form for a purpose is."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from sharebook.domain.catalogue import Catalogues, Row
from sharebook.domain.flows import Flow
from sharebook.domain.names import NO_CODE, Code
from sharebook.ui.widgets.combo import Combo
from sharebook.ui.widgets.date_field import DateField
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.picker import Picker
from sharebook.ui.widgets.popup import Choice

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk


class Part(QWidget):
    """Edits some of a Flow.

    Signals:
        changed: something was chosen or typed.

    Attributes:
        fields: by name; what is refused is told under them.
        combos: those that a check may offer the usual right choice for, by name.
    """

    changed = Signal()

    def __init__(self, desk: "Desk", offered: Catalogues) -> None:
        super().__init__()
        self.desk = desk
        self.offered = offered
        self.fields: dict[str, Field] = {}
        self.combos: dict[str, Combo] = {}

    def show_flow(self, flow: Flow) -> None:
        """Show what a flow says."""

    def told(self, flow: Flow) -> Flow:
        """Return `flow` with what this page says."""
        return flow

    def listen(self) -> None:
        """Tell of every change of the widgets in the fields."""
        for field in self.fields.values():
            inner = field.inner
            if isinstance(inner, DateField):
                inner.chosen.connect(self.changed)
            elif isinstance(inner, QLineEdit):
                inner.textEdited.connect(self.changed)
            elif isinstance(inner, Combo):
                inner.activated.connect(self.changed)
            elif isinstance(inner, Picker):
                inner.changed.connect(self.changed)


def rows_of(rows: Mapping[Code, Row], nothing: str = "Not said") -> list[tuple[str, object]]:
    """Return the choices of a list, nothing first."""
    return [(nothing, NO_CODE), *((row.words, code) for code, row in rows.items())]


def choices_of(rows: Mapping[Code, Row], codes: Iterable[Code]) -> list[Choice]:
    """Return codes as picked things, in words."""
    return [Choice(rows[code].words if code in rows else str(code), code) for code in codes]


def codes_of(picker: Picker) -> tuple[Code, ...]:
    """Return the codes picked."""
    return tuple(Code(str(value)) for value in picker.values)

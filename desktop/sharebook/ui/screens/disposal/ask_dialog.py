"""A sheet that says what would happen, asks for a few words, and does it or leaves it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from sharebook.domain.errors import SharebookError
from sharebook.ui.dialogs.base import SheetDialog
from sharebook.ui.look import look
from sharebook.ui.screens.base import Office
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.labels import IconLabel, beside, label
from sharebook.ui.widgets.sheet import row

_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
Do = Callable[[Mapping[str, str]], object]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a sheet says and asks.

    Attributes:
        told: paragraphs, the first in full ink.
        fields: one-line fields.
        act, safe: the words on the buttons.
    """

    title: str
    told: Sequence[str]
    fields: Sequence[Field]
    act: str
    safe: str


class AskDialog(SheetDialog):
    """Accepted means it was done.

    Attributes:
        fields: what must be typed, by name.
        act: does it; safe: leaves everything as it is, and is what Enter and Esc do.
    """

    def __init__(self, window: QWidget, office: Office, asked: Asked, do: Do) -> None:
        super().__init__(window, asked.title, 640)
        self._office = office
        self._do = do
        self.fields = {field.name: field for field in asked.fields}
        self.act = button(asked.act)
        self.safe = button(asked.safe, "go", key="Esc")
        self._lay_out(asked.title, asked.told)
        self.act.clicked.connect(self._on_act)
        self.safe.clicked.connect(self.reject)
        self.safe.setDefault(True)
        next(iter(self.fields.values())).inner.setFocus()

    def _lay_out(self, title: str, told: Sequence[str]) -> None:
        icon = IconLabel("clock", 24, "accent")
        self.column.addWidget(beside(icon, label(title, "h2", wrap=True), gap=14))
        for place, words in enumerate(told):
            self.column.addWidget(label(words, "muted" if place else "", wrap=True))
        for field in self.fields.values():
            self.column.addWidget(field)
        self.column.addSpacing(look().px(8))
        self.column.addLayout(row(1, self.act, self.safe))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter in a field leads on to the next, and after the last to the button."""
        if event.key() in _ENTERS:
            line = [*(field.inner for field in self.fields.values()), self.act]
            here = next((place for place, each in enumerate(line) if each.hasFocus()), None)
            if here is not None and here + 1 < len(line):
                line[here + 1].setFocus(Qt.FocusReason.TabFocusReason)
                return
        super().keyPressEvent(event)

    def _on_act(self) -> None:
        typed = {}
        for name, field in self.fields.items():
            field.complain("")
            inner = field.inner
            typed[name] = inner.text() if isinstance(inner, QLineEdit) else ""
        try:
            self._do(typed)
        except SharebookError as problem:
            self._office.telling.tell(problem, self.fields.values())
            self.fit()
            return
        self.accept()

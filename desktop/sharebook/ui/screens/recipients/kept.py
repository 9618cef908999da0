"""Choose what a record holds, even if it is offered no more; keep what is half-chosen."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import msgspec
from PySide6.QtWidgets import QLineEdit

from sharebook.domain.catalogue import Row
from sharebook.domain.names import Code
from sharebook.ui.widgets.combo import Combo

T = TypeVar("T")


def choose_kept(combo: Combo, code: Code, rows: Mapping[Code, Row]) -> None:
    """Choose `code` in `combo`, adding it first where it is not offered; nothing is lost."""
    if combo.findData(code) < 0:
        row = rows.get(code)
        combo.addItem(row.words if row is not None else str(code), code)
    combo.choose(code)


class KeptLine(QLineEdit):
    """A line nobody sees that holds what more than one part of a dialog says, as text.

    What is half-typed is kept line by line (`half_typed`); through this one, anything is.
    """

    def __init__(self, shape: type[T], read: Callable[[], T], show: Callable[[T], None]) -> None:
        super().__init__()
        self._shape: Any = shape
        self._read: Callable[[], Any] = read
        self._show: Callable[[Any], None] = show
        self._ours = True
        self.setText(self._said())
        self._ours = False
        self.textChanged.connect(self._on_text)

    def touched(self) -> None:
        """Take down what the dialog says now."""
        said = self._said()
        if said == self.text():
            return
        self._ours = True
        self.setText(said)
        self._ours = False
        self.textEdited.emit(said)

    def _said(self) -> str:
        return msgspec.json.encode(self._read()).decode()

    def _on_text(self, text: str) -> None:
        if self._ours or not text:
            return
        try:
            value = msgspec.json.decode(text, type=self._shape)
        except msgspec.DecodeError:
            return  # a draft of an older program: better nothing than half of it
        self._show(value)

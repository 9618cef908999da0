"""Picks one or several things by typing any of their words."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QSizePolicy

from sharebook.ui.look import look
from sharebook.ui.widgets.flow import FlowLayout
from sharebook.ui.widgets.popup import Choice, Popup
from sharebook.ui.widgets.removable import RemovableChip

Source = Callable[[str], Sequence[Choice]]


def among(choices: Sequence[Choice]) -> Source:
    """Return a source that finds choices in which every typed word begins or stands."""

    def find(typed: str) -> list[Choice]:
        wanted = typed.casefold().split()
        return [
            choice
            for choice in choices
            if all(word in f"{choice.words} {choice.second}".casefold() for word in wanted)
        ]

    return find


class Picker(QFrame):
    """A field that filters as one types; `several` keeps what was picked as chips.

    Signals:
        changed: the list of picked values, after a person picked or removed.
    """

    changed = Signal(object)

    def __init__(self, source: Source, hint: str = "", *, several: bool = False) -> None:
        super().__init__()
        self._source = source
        self._several = several
        self._picked: list[Choice] = []
        self._chips: list[RemovableChip] = []
        self._hint = hint
        self._nothing: Choice | None = None
        self.setProperty("f", "field")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._flow = FlowLayout(look().px(6))
        pad = look().px(5)
        self._flow.setContentsMargins(pad, pad, pad, pad)
        self.setLayout(self._flow)
        self.edit = QLineEdit(placeholderText=hint)
        self.edit.setProperty("bare", "1")
        self._flow.addWidget(self.edit)
        self._popup = Popup(self)
        self.setFocusProxy(self.edit)
        self._connect()

    def _connect(self) -> None:
        self.edit.textEdited.connect(self._on_typed)
        self.edit.installEventFilter(self)
        self._popup.picked.connect(self._pick)

    def say_if_nothing(self, words: str, second: str) -> None:
        """Say so in the list where nothing is found; it cannot be picked."""
        self._nothing = Choice(words, None, second)

    @property
    def values(self) -> list[object]:
        """The values picked, in order."""
        return [choice.value for choice in self._picked]

    @property
    def value(self) -> object:
        """The one value picked, or None."""
        return self._picked[0].value if self._picked else None

    @property
    def choices(self) -> list[Choice]:
        """What is picked, with its words."""
        return list(self._picked)

    def draw_from(self, source: Source) -> None:
        """Find choices in `source` from now on."""
        self._source = source

    def show_picked(self, choices: Sequence[Choice]) -> None:
        """Show these as picked, without telling anyone."""
        self._picked = list(choices)
        self._redraw()

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        """Name the part that has the caret."""
        super().setAccessibleName(name)
        self.edit.setAccessibleName(name)

    def _redraw(self) -> None:
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        if not self._several:
            self.edit.setText(self._picked[0].words if self._picked else "")
            self.edit.setCursorPosition(0)
            return
        self.edit.setText("")
        self.edit.setPlaceholderText("" if self._picked else self._hint)
        for choice in self._picked:
            chip = RemovableChip(choice.words, warning=choice.warning)
            chip.removed.connect(lambda choice=choice: self._remove(choice))
            self._chips.append(chip)
            self._flow.addWidget(chip)
        self._flow.send_last(self.edit)
        self._flow.invalidate()
        self.updateGeometry()

    def _on_typed(self, typed: str) -> None:
        if not self._several and self._picked:
            self._picked = []
            self.changed.emit([])
        found = self._left(typed)
        said = [self._nothing] if self._nothing and typed.strip() else []
        self._popup.offer(found or said)

    def _left(self, typed: str) -> list[Choice]:
        picked = self.values if self._several else []
        return [choice for choice in self._source(typed) if choice.value not in picked]

    def _pick(self, choice: Choice | None) -> None:
        if choice is None or choice is self._nothing:
            return
        self._picked = [*self._picked, choice] if self._several else [choice]
        self._popup.hide()
        self._redraw()
        self.changed.emit(self.values)

    def _remove(self, choice: Choice) -> None:
        self._picked = [kept for kept in self._picked if kept != choice]
        self._redraw()
        self.edit.setFocus()
        self.changed.emit(self.values)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Steer the list with the keys; close it when the caret leaves."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(event)
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            self._popup.hide()
            self._settle()
        return super().eventFilter(watched, event)

    def _settle(self) -> None:
        """Put back the words of what is picked; half-typed words picked nothing."""
        if not self._several and self._picked:
            self.edit.setText(self._picked[0].words)
            self.edit.setCursorPosition(0)  # of a long name one reads the beginning

    def _on_key(self, event: QKeyEvent) -> bool:
        key, shown = event.key(), self._popup.isVisible()
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            if shown:
                self._popup.step(1 if key == Qt.Key.Key_Down else -1)
            else:
                self._popup.offer(self._left("" if self._picked else self.edit.text()))
            return True
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and shown and not event.modifiers():
            self._pick(self._popup.table.record)
            return True
        if key == Qt.Key.Key_Escape and shown:
            self._popup.hide()
            return True
        if key == Qt.Key.Key_Backspace and self._picked and self._several and not self.edit.text():
            self._remove(self._picked[-1])
            return True
        return False

"""The box one types a child's name into: three letters, arrows, Enter."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from sharebook.domain.names import PupilId
from sharebook.domain.pupils import Pupil
from sharebook.ui.room import Room, pick
from sharebook.ui.widgets.popup import Choice, Popup
from sharebook.ui.widgets.search_box import SearchBox

_WIDTHS = (200, 250, 300)
_LEAST = 2  # letters left when the nearest names are looked for
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class ChildBox(SearchBox):
    """Finds a child by a few letters; the list under it shows name, class and birthday.

    Signals:
        picked: the PupilId of the child chosen.
    """

    picked = Signal(object)

    def __init__(
        self, find: Callable[[str], Sequence[Pupil]], about: Callable[[Pupil], str]
    ) -> None:
        super().__init__("Name, class or UPN")
        self.setAccessibleName("Child: type three letters")
        self._find = find
        self._about = about
        self._asked = ""
        self.popup = Popup(self)
        self.popup.picked.connect(self._pick)
        self.searched.connect(self._offer)
        self.fit(Room.WIDE)

    def fit(self, room: Room) -> None:
        """Take less room in a small window."""
        self.setFixedWidth(pick(room, *_WIDTHS))

    def begin(self) -> None:
        """Take the caret, ready to type over what stands here."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def show_child(self, name: str) -> None:
        """Show the child chosen."""
        self.setText(name)
        self.setCursorPosition(0)
        self._asked = name
        self.popup.hide()

    def _offer(self, typed: str) -> None:
        self._asked = typed
        self.popup.offer(self._choices(typed) if typed else [])

    def _choices(self, typed: str) -> list[Choice]:
        found = self._find(typed)
        if found:
            return [self._choice(pupil) for pupil in found]
        nobody = Choice(f"Nobody here matches “{typed}”", None, "Try fewer letters, or the UPN")
        return [nobody, *(self._choice(pupil) for pupil in self._nearest(typed))]

    def _nearest(self, typed: str) -> Sequence[Pupil]:
        word = typed.split(maxsplit=1)[0]
        for length in range(len(word) - 1, _LEAST - 1, -1):
            found = self._find(word[:length])
            if found:
                return found
        return []

    def _choice(self, pupil: Pupil) -> Choice:
        return Choice(pupil.full_name, pupil.id, self._about(pupil))

    def _pick(self, choice: Choice | None) -> None:
        if choice is None or choice.value is None:
            return
        self.show_child(choice.words)
        self.picked.emit(PupilId(int(str(choice.value))))

    def _enter(self) -> None:
        typed = self.text().strip()
        if typed != self._asked or not self.popup.isVisible():
            self._say()
        if self.popup.isVisible():
            self._pick(self.popup.table.record)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrows walk the list, Enter picks, Esc closes the list first."""
        key = Qt.Key(event.key())
        if key in _ENTER and not event.modifiers():
            self._enter()
        elif key in _STEPS and self.popup.isVisible():
            self.popup.step(_STEPS[key])
        elif key in _STEPS and self.text().strip():
            self._say()
        elif key == Qt.Key.Key_Escape and self.popup.isVisible():
            self.popup.hide()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Close the list when the caret leaves."""
        self.popup.hide()
        super().focusOutEvent(event)

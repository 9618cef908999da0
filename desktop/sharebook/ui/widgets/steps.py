"""Shows one of several parts; the others take no room at all, unlike in Qt's own stack."""

from PySide6.QtWidgets import QVBoxLayout, QWidget


class Steps(QWidget):
    """A place for one part at a time."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def part(self) -> QWidget | None:
        """What is shown."""
        return next((part for part in self._parts if not part.isHidden()), None)

    def turn_to(self, part: QWidget) -> None:
        """Show `part` and give it the keyboard."""
        if part not in self._parts:
            self._parts.append(part)
            self._column.addWidget(part)
        part.show()
        self.setFocusProxy(part)
        part.setFocus()
        for other in self._parts:
            if other is not part:
                other.hide()

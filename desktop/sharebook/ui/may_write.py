"""Who only reads is offered nothing that would be refused."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from sharebook.domain.names import Code
from sharebook.domain.people import StaffRole

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk


def may_write(desk: "Desk") -> bool:
    """Say whether the person at `desk` changes anything in the register."""
    return desk.role != Code(StaffRole.DATA_PROTECTION_OFFICER)


def for_writers(desk: "Desk", *parts: QWidget) -> None:
    """Keep `parts` out of sight of who only reads, whatever else shows them later."""
    if may_write(desk):
        return
    for part in parts:
        part.installEventFilter(_Away(part))
        part.hide()


class _Away(QObject):
    """Hides what its page shows again."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.ShowToParent and isinstance(watched, QWidget):
            watched.hide()
        return False

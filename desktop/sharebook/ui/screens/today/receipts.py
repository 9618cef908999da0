"""What Today's two buttons beside an awaited receipt do."""

from PySide6.QtWidgets import QWidget

from sharebook.domain.errors import SharebookError
from sharebook.ui.screens.base import Office

RECEIVED, ASK_AGAIN = "received", "ask_again"


def note(office: Office, window: QWidget, deed: str, number: int) -> None:
    """Note that the receipt of entry `number` came, or ask for it again."""
    desk = office.desk
    if deed == ASK_AGAIN:
        from sharebook.ui.screens.today.chase_dialog import ask_for_receipt

        ask_for_receipt(office, window, number)
        return
    try:
        desk.chasing.received(number, desk.person)
    except SharebookError as problem:
        office.telling.tell(problem)
        return
    office.toast.say(f"Receipt for entry {number} noted", lambda: _take_back(office, number))
    office.changed.tell("disclosure")


def _take_back(office: Office, number: int) -> None:
    try:
        office.desk.chasing.undo_received(number, office.desk.person)
    except SharebookError as problem:
        office.telling.tell(problem)
        return
    office.changed.tell("disclosure")

"""What Today's two buttons beside an awaited receipt do."""

from sharebook.domain.errors import SharebookError
from sharebook.ui.screens.base import Office

RECEIVED, ASK_AGAIN = "received", "ask_again"


def note(office: Office, deed: str, number: int) -> None:
    """Note that the receipt of entry `number` came, or that it was asked for again today."""
    desk = office.desk
    try:
        if deed == RECEIVED:
            desk.chasing.received(number, desk.person)
        else:
            desk.chasing.ask_again(number, desk.person)
    except SharebookError as problem:
        office.telling.tell(problem)
        return
    if deed == RECEIVED:
        office.toast.say(f"Receipt for entry {number} noted", lambda: _take_back(office, number))
    else:
        office.toast.say(f"Noted that you asked again for the receipt of entry {number}")
    office.changed.tell("disclosure")


def _take_back(office: Office, number: int) -> None:
    try:
        office.desk.chasing.undo_received(number, office.desk.person)
    except SharebookError as problem:
        office.telling.tell(problem)
        return
    office.changed.tell("disclosure")

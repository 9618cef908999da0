"""What "Who asks?" offers: the recipients the register knows, and any name as it is typed."""

from collections.abc import Mapping

from sharebook.domain.names import RecipientId
from sharebook.domain.recipients import Recipient
from sharebook.domain.requests import Request
from sharebook.ui.folding import folded
from sharebook.ui.widgets.picker import Picker
from sharebook.ui.widgets.popup import Choice

_OWN = "own:"


class Askers:
    """Finds who asks, and reads what was picked or half-typed."""

    def __init__(self, recipients: Mapping[RecipientId, Recipient]) -> None:
        known = sorted(recipients.values(), key=lambda each: each.name.casefold())
        self._rows = [
            (folded(" ".join((it.name, *it.units))), Choice(it.name, it.id, ", ".join(it.units)))
            for it in known
        ]

    def find(self, typed: str) -> list[Choice]:
        """Return recipients that match every typed word, then the words themselves."""
        wanted = folded(typed).split()
        found = [choice for key, choice in self._rows if all(word in key for word in wanted)]
        if typed.strip():
            found.append(_own(typed.strip()))
        return found

    def picked(self, asked: Request) -> list[Choice]:
        """Return the choice that says who asks."""
        known = [choice for _, choice in self._rows if choice.value == asked.recipient]
        own = asked.asker.organisation
        return known or ([_own(own)] if own else [])

    def said(self, picker: Picker) -> tuple[RecipientId | None, str]:
        """Return the recipient picked, or the organisation as it was written."""
        value = picker.value
        if value is None:
            return None, picker.edit.text().strip()
        if isinstance(value, str):
            return None, value.removeprefix(_OWN)
        return RecipientId(int(str(value))), ""


def _own(words: str) -> Choice:
    return Choice(words, _OWN + words, "Not a recipient yet: write it as typed")

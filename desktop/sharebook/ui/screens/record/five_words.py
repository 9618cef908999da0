"""The five questions in the words of what happened."""

from collections.abc import Mapping

from sharebook.domain.disclosures import GAVE_DATA
from sharebook.ui.screens.record.five import Five
from sharebook.ui.screens.record.what_happened import EMERGENCY, ERROR, Kind

_USUAL: Mapping[str, str] = {
    "recipient": "&Sent to whom, and for what?",
    "items": "&What was sent?",
    "purpose": "Why was it &needed?",
    "day": "Wh&en?",
}
_ASKED: Mapping[str, str] = {
    "recipient": "A&sked by whom, and for what?",
    "items": "&What did they ask for?",
    "purpose": "Why did they &need it?",
    "day": "Wh&en was it decided?",
}
_TOLD: Mapping[str, str] = {
    "recipient": "&Sent or told to whom, and for what?",
    "items": "&What were they told or sent?",
}
_WRONG: Mapping[str, str] = {
    "recipient": "&Sent to whom by mistake?",
    "items": "&What was in it?",
    "purpose": "What was it mea&nt for?",
}
_PART: Mapping[str, str] = {"items": "&What was sent of it?"}


def ask_five(five: Five, kind: Kind) -> None:
    """Ask the five questions as `kind` wants them."""
    own: Mapping[str, str] = {}
    if kind is EMERGENCY:
        own = _TOLD
    elif kind is ERROR:
        own = _WRONG
    elif kind.decision not in GAVE_DATA:
        own = _ASKED
    elif kind.keeps_items:
        own = _PART
    words = {**_USUAL, **own}
    for field in five.fields:
        if field.name in words and field.inner.accessibleName() != words[field.name].replace(
            "&", ""
        ):
            field.rename(words[field.name])

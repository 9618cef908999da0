"""A request of the in-tray in the form: saving it closes the request."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from sharebook.bootstrap.sealed_log import log_of
from sharebook.domain.errors import SharebookError
from sharebook.ui.screens.base import Office
from sharebook.ui.screens.record.correcting import Correcting
from sharebook.ui.screens.record.drafts import FormDrafts
from sharebook.ui.screens.record.form import Form

Parts = tuple[Office, Form, Correcting, FormDrafts]


def take_request(parts: Parts, wanted: Mapping[str, Any]) -> bool:
    """Fill the form from a request that waits, and put the caret on the decision.

    What stood in the form waits. The form stays in the log the request is in.

    Args:
        parts: of the page for recording.
        wanted: `request`, its number; `sealed`, in the sealed log.

    Returns:
        Whether it stands in the form; False where none is wanted, or it was decided meanwhile.
    """
    if not wanted.get("request"):
        return False
    office, form, correcting, drafts = parts
    sealed = bool(wanted.get("sealed"))
    try:
        filled = log_of(office.desk, sealed=sealed).asking.decide(int(wanted["request"]))
    except SharebookError as problem:
        office.telling.tell(problem)
        return False
    back = drafts.make_room()
    correcting.begin(None)
    form.show_draft(filled)
    form.show_sealed(sealed=sealed)
    drafts.shown.emit("")
    drafts.keeper.touched()
    _ask_decision(form)
    if back is not None:
        office.toast.say("The form was filled anew", back)
    return True


def _ask_decision(form: Form) -> None:
    """Put the caret on what happened: shared, part, refused, put off."""
    for each in form.kinds.findChildren(QPushButton):
        if each.isChecked():
            each.setFocus(Qt.FocusReason.OtherFocusReason)
            form.see(each)

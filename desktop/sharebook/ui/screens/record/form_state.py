"""From the form's fields to what is kept of them, and back, letter by letter."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from sharebook.domain.kept_drafts import KeptCopy, RecordForm
from sharebook.domain.sealed import said_number
from sharebook.ui.screens.record.correcting import Correcting
from sharebook.ui.screens.record.form import Form
from sharebook.ui.widgets.field import Field
from sharebook.words.days import count, weekday_day


def read_state(
    form: Form, correcting: Correcting, copies: tuple[KeptCopy, ...]
) -> RecordForm | None:
    """Return everything that stands in the form; None while there is nothing to lose."""
    typed = _typed(form)
    if not (form.dirty or typed or copies or correcting.number is not None):
        return None
    five = form.five
    return RecordForm(
        form.draft,
        five.chips(),
        tuple(str(value) for value in five.items.values),
        typed,
        own_purpose=five.own_purpose,
        caret=_caret(form, correcting),
        corrects=correcting.number,
        reason=correcting.reason,
        sealed=form.sealed,
        stays=form.stays,
        copies=copies,
    )


def show_state(form: Form, correcting: Correcting, state: RecordForm) -> None:
    """Show everything as it stood."""
    form.show_draft(replace(state.draft, pupils=()))  # the chips know them better
    form.five.show_chips(state.chips, state.items, state.draft.day)
    form.five.own_purpose = state.own_purpose
    correcting.begin(state.corrects)
    correcting.say(state.reason)
    form.show_sealed(sealed=state.sealed, fixed=state.stays or state.corrects is not None)
    edits = _edits(form)
    for name, letters in state.typed.items():
        if name in edits:
            edits[name].setText(letters)


def put_caret(form: Form, correcting: Correcting, name: str) -> bool:
    """Put the caret into the field called `name`; say whether there is one to be seen."""
    for field in (correcting, *form.fields):
        if field.name == name and not field.isHidden():
            field.inner.setFocus(Qt.FocusReason.OtherFocusReason)
            form.see(field)
            return True
    return False


def words_of(form: Form, state: RecordForm) -> str:
    """Return what the form is about, as a list of half-typed forms says it."""
    picked = form.five.recipient.choices
    whom = picked[0].words if picked else state.typed.get("recipient", "") or "No recipient yet"
    pupils = form.five.pupils.choices
    one = pupils[0].words if len(pupils) == 1 and len(state.draft.pupils) == 1 else ""
    about = one or count(len(state.draft.pupils), "pupil")
    words = f"{whom}, {about}" if state.draft.pupils else whom
    if state.corrects is None:
        return words
    return f"Put right entry {said_number(state.corrects, sealed=state.sealed)}: {words}"


def _edits(form: Form) -> dict[str, QLineEdit]:
    five = form.five
    pickers = {"recipient": five.recipient, "pupils": five.pupils, "items": five.items}
    return {**{name: picker.edit for name, picker in pickers.items()}, "day": five.day}


def _typed(form: Form) -> dict[str, str]:
    """Return letters that picked nothing yet, and a day that is typed but not left."""
    five, edits = form.five, _edits(form)
    shown = {
        "recipient": "".join(choice.words for choice in five.recipient.choices),
        "day": weekday_day(five.day.day) if five.day.day else "",
    }
    return {
        name: edit.text()
        for name, edit in edits.items()
        if edit.text() and edit.text() != shown.get(name, "")
    }


def _caret(form: Form, correcting: Correcting) -> str:
    focused = QApplication.focusWidget()
    fields: tuple[Field, ...] = (correcting, *form.fields)
    here = (each for each in fields if focused is not None and each.isAncestorOf(focused))
    return next((each.name for each in here), "")

"""Opens the dialogs about one child, from a button or from a half-typed draft."""

from typing import TYPE_CHECKING

from sharebook.domain.contacts import Contact
from sharebook.domain.errors import Refused
from sharebook.domain.names import PupilId
from sharebook.domain.pupils import Pupil, spell_on
from sharebook.ui.may_write import may_write
from sharebook.ui.screens.half_typed import texts_of

if TYPE_CHECKING:
    from sharebook.ui.screens.base import Screen
    from sharebook.ui.screens.pupils.asking import PupilDialog

NOUNS = ("pupil", "spell", "contact", "household")
_OF_CONTACTS = ("contact", "end contact")


def whom(screen: "Screen", draft: str) -> tuple[PupilId, str, object] | None:
    """Return the child, the deed and what it is about of a draft; None for one of a new child."""
    desk = screen.office.desk
    texts = texts_of(desk.drafting, draft)
    if texts is None or not texts.part or texts.about is None:
        return None
    if texts.part not in _OF_CONTACTS:
        return PupilId(texts.about), texts.part, None
    for each in desk.register.versions(Contact, texts.about):
        if each.superseded_by is None and not each.record.ended:
            return each.record.pupil, texts.part, each.record
    return None


def do(screen: "Screen", pupil: PupilId, deed: str, about: object = None) -> bool:
    """Ask for one thing about a child; return whether something was written."""
    desk = screen.office.desk
    if not may_write(desk):
        return False
    try:
        child = desk.answering.pupil(pupil)
    except Refused as problem:
        screen.office.telling.tell(problem)
        return False
    dialog = _dialog(screen, child, deed, about)
    written = dialog is not None and bool(dialog.exec())
    if written:
        screen.office.changed.tell(*NOUNS)
    return written


def _dialog(screen: "Screen", child: Pupil, deed: str, about: object) -> "PupilDialog | None":
    window, office = screen.window(), screen.office
    if deed in ("leave", "return", "move", "dual"):
        return _roll_dialog(screen, child, deed)
    if deed in ("names", "flags", "protect"):
        from sharebook.ui.screens.pupils import record_dialogs as record

        kinds = {
            "names": record.NamesDialog,
            "flags": record.FlagsDialog,
            "protect": record.ProtectDialog,
        }
        return kinds[deed](window, office, child)
    if deed in ("together", "apart"):
        from sharebook.ui.screens.pupils.home_dialogs import ApartDialog, TogetherDialog

        if deed == "apart":
            return ApartDialog(window, office, child)
        suggested = PupilId(about) if isinstance(about, int) else None
        return TogetherDialog(window, office, child, suggested)
    from sharebook.ui.screens.pupils.contact_dialog import ContactDialog, EndContactDialog

    contact = about if isinstance(about, Contact) else None
    if deed == "end contact":
        return EndContactDialog(window, office, child, contact) if contact else None
    return ContactDialog(window, office, child, contact)


def _roll_dialog(screen: "Screen", child: Pupil, deed: str) -> "PupilDialog | None":
    from sharebook.ui.screens.pupils.roll_dialogs import LeaveDialog, PlaceDialog, TwoSchoolsDialog

    window, office = screen.window(), screen.office
    spells = office.desk.answering.spells(child.id)
    here = spell_on(spells, office.desk.clock.today())
    now = here or (spells[-1] if spells else None)
    if deed == "leave":
        return LeaveDialog(window, office, child)
    if deed == "dual":
        return TwoSchoolsDialog(window, office, child, now) if now else None
    return PlaceDialog(window, office, child, now, back=deed == "return")

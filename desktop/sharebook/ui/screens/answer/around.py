"""What stands around a call: who is asked first, and a child's class and birthday."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sharebook.bootstrap.desk import Desk
from sharebook.bootstrap.people import people
from sharebook.domain.names import Code
from sharebook.domain.people import StaffRole
from sharebook.domain.pupils import Pupil, spell_on
from sharebook.services.wording import about_pupil
from sharebook.ui.look import look
from sharebook.ui.may_write import may_write

_LEAD = Code(StaffRole.SAFEGUARDING_LEAD)


def lead(desk: Desk) -> str:
    """Return who is asked first: the safeguarding lead by name, if the register knows one."""
    leads = [it for it in people(desk.folder) if it.role == _LEAD]
    return leads[0].name if leads else "the safeguarding lead"


def asked(desk: Desk) -> str:
    """Return what the note of a call says where somebody is asked first."""
    return f"Asked {lead(desk)} to ring back."


def is_gone(desk: Desk, pupil: Pupil) -> bool:
    """Say whether the child's record was disposed of since it was read."""
    versions = desk.register.versions(Pupil, pupil.id)
    return bool(versions) and versions[-1].disposed


def told_nothing(desk: Desk) -> str:
    """Return what is said at the end of a call in which nothing was told."""
    return f"{'Call note kept. ' if may_write(desk) else ''}Nothing was told."


def under(*parts: QWidget) -> QVBoxLayout:
    """Return parts close under each other."""
    made = QVBoxLayout()
    made.setSpacing(look().px(3))
    for part in parts:
        made.addWidget(part)
    return made


def about(desk: Desk, pupil: Pupil) -> str:
    """Return "Year 4, Kingfisher. Born 14 March 2018." as of today, and who is mistaken for it."""
    told = about_pupil(pupil, spell_on(desk.answering.spells(pupil.id), desk.clock.today()))
    twin = desk.pupils.twinning.warning(pupil)
    return f"{told} {twin}." if twin else told

"""Bring in pupils and sharing pages: look first, then all or nothing."""

from sharebook.intake.dates import DateOrder
from sharebook.services.importing_page import ImportPage
from sharebook.services.importing_pupils import ImportPupils

__all__ = ["DateOrder", "ImportPage", "ImportPupils"]

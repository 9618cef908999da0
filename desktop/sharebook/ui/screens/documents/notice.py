"""The privacy notice: the same page, opened at the notice."""

from sharebook.ui.screens.documents.screen import Documents


class Notice(Documents):
    """The notice as families will read it."""

    name = "notice"
    title = "Privacy notice"
    first = "notice"


SCREEN = Notice

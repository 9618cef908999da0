"""In place of a page that only writes, for who only reads: what they can do instead."""

from sharebook.ui.screens.base import Office, Screen
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.nothing import Nothing
from sharebook.ui.widgets.sheet import panel

_WORDS = "You read this register and change nothing in it"
_MORE = (
    "As data protection officer you see every entry, answer and paper. What should be written, ask "
    "the office, the safeguarding lead or the head."
)


class OnlyReads(Screen):
    """Says so calmly, and leads to the log and the reports."""

    def __init__(self, office: Office, name: str, title: str) -> None:
        self.name, self.title = name, title
        super().__init__(office)
        self.log_button = button("Look in the &log", "go", "log")
        self.reports_button = button("&Reports and papers", "", "print")
        self.log_button.clicked.connect(self.primary)
        self.reports_button.clicked.connect(self.print_what_is_shown)
        nothing = Nothing("eye", _WORDS, _MORE)
        nothing.say(_WORDS, _MORE)
        nothing.offer(self.log_button, self.reports_button)
        frame, column = panel("sheet", 14, 8)
        column.addWidget(nothing)
        self.body.addWidget(frame, 1)

    def arrive(self, **_wanted: object) -> None:
        """Put the keyboard on the likeliest next step."""
        self.log_button.setFocus()

    def primary(self) -> None:
        """Open the log (Ctrl Enter)."""
        self.office.go("log")

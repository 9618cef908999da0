"""A small form that writes one thing: its words, its fields, the deed, and a way out."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QLayout, QWidget

from sharebook.domain.errors import SharebookError
from sharebook.ui.dialogs.base import SheetDialog
from sharebook.ui.look import look
from sharebook.ui.screens.base import Office
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.sheet import line, row


class AskingDialog(SheetDialog):
    """Accepted means it was written.

    Attributes:
        fields: by name; what is refused is told under them.
        act, safe: the two buttons; Esc is the safe one.
    """

    def __init__(self, window: QWidget, office: Office, title: str, width: int = 620) -> None:
        super().__init__(window, title, width)
        self.office = office
        self.title = title
        self.fields: Mapping[str, Field] = {}

    def lay_out(
        self,
        words: str,
        parts: Sequence[QWidget | QLayout],
        act: str,
        safe: str,
        *,
        risky: bool = False,
    ) -> None:
        """Put everything in its place; of a risky deed the safe button is the filled one."""
        self.act = button(act, "" if risky else "go")
        self.safe = button(safe, "go" if risky else "", key="Esc")
        self.column.addWidget(label(self.title, "h2", wrap=True))
        if words:
            self.column.addWidget(label(words, "muted", wrap=True))
        self.column.addWidget(line("rule"))
        for part in parts:
            if isinstance(part, QLayout):
                self.column.addLayout(part)
            else:
                self.column.addWidget(part)
        self.column.addSpacing(look().px(4))
        self.column.addLayout(row(1, *((self.act, self.safe) if risky else (self.safe, self.act))))
        (self.safe if risky else self.act).setDefault(True)
        self.safe.clicked.connect(self.reject)

    def write(self, deed: Callable[[], object]) -> None:
        """Do it and close, or say under its field what is wrong."""
        for field in self.fields.values():
            field.complain("")
        try:
            deed()
        except SharebookError as problem:
            self.office.telling.tell(problem, self.fields.values())
            self.fit()
            return
        self.accept()

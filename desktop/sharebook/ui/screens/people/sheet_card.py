"""The recovery sheet on the page: when it was last proved, and what can be done about it."""

from datetime import date

from PySide6.QtWidgets import QFrame, QVBoxLayout

from sharebook.ui.look import look
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import IconLabel, beside, label
from sharebook.ui.widgets.sheet import row
from sharebook.words.days import long_day

_WORDS = (
    "If every passphrase is lost, only the sheet in the safe opens the register. Prove once a year "
    "that it still does."
)
_NEVER = "Nobody has proved this sheet yet."


class SheetCard(QFrame):
    """Says how things stand with the sheet.

    Attributes:
        prove: try its code.
        anew: make another one.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("f", "sheet")
        self.prove = button("&Prove the sheet", "", "check")
        self.anew = button("Make a &new sheet", "quiet", "print")
        self._mark = IconLabel("gap", 16, "gap_dot")
        self.state = label(_NEVER, "b", wrap=True)
        column = QVBoxLayout(self)
        pad = look().px(16)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(look().px(8))
        column.addWidget(label("The recovery sheet", "h2"))
        column.addWidget(label(_WORDS, "muted", wrap=True))
        column.addWidget(beside(self._mark, self.state))
        column.addStretch(1)
        column.addLayout(row(self.prove, self.anew, 1))

    def show_state(self, proved_on: date | None, *, only_reads: bool) -> None:
        """Show the day of the last proof."""
        proved = proved_on is not None
        self.state.setText(f"Last proved on {long_day(proved_on)}." if proved_on else _NEVER)
        self._mark.show_icon("check" if proved else "gap", "ok" if proved else "gap_dot")
        self.prove.setVisible(not only_reads)
        self.anew.setVisible(not only_reads)

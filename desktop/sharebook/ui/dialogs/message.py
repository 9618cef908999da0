"""Says what happened, what was kept and what to do; details can be copied for the technician."""

from PySide6.QtWidgets import QWidget

from sharebook.ui.ask import Message
from sharebook.ui.clipboard import copy_harmless
from sharebook.ui.dialogs.base import SheetDialog
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import IconLabel, beside, label
from sharebook.ui.widgets.sheet import row


class MessageDialog(SheetDialog):
    """One message, one button."""

    def __init__(self, window: QWidget, message: Message) -> None:
        super().__init__(window, message.title, 680, "alarm" if message.alarm else "sheet")
        self._details = message.details
        icon = IconLabel(message.icon, 28, "bad" if message.alarm else "accent")
        self.column.addWidget(beside(icon, label(message.title, "h2", wrap=True), gap=16))
        if message.words:
            self.column.addWidget(label(message.words, wrap=True))
        if message.steps:
            self.column.addWidget(label("What to do", "h3"))
        for number, step in enumerate(message.steps, 1):
            self.column.addWidget(label(f"{number}.  {step}", wrap=True))
        self.copy = button("Copy details for the technician", "quiet")
        if not message.details:
            self.copy.hide()
        self.close_button = button(message.close, "go", key="Enter")
        self.column.addSpacing(8)
        self.column.addLayout(row(self.copy, 1, self.close_button))
        self.copy.clicked.connect(lambda: copy_harmless(self._details))
        self.close_button.clicked.connect(self.accept)
        self.close_button.setDefault(True)
        self.close_button.setFocus()

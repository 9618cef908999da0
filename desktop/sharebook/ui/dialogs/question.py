"""A question: filled and focused is the answer that changes nothing."""

from PySide6.QtWidgets import QWidget

from sharebook.ui.ask import Question
from sharebook.ui.dialogs.base import SheetDialog
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import IconLabel, beside, label
from sharebook.ui.widgets.sheet import row


class QuestionDialog(SheetDialog):
    """Asks one thing; accepted means act."""

    def __init__(self, window: QWidget, question: Question) -> None:
        super().__init__(window, question.title, 588)
        icon = IconLabel(question.icon, 24, "accent")
        self.column.addWidget(beside(icon, label(question.title, "h2", wrap=True), gap=14))
        self.column.addWidget(label(question.words, wrap=True))
        if question.more:
            self.column.addWidget(label(question.more, "muted", wrap=True))
        self.act = button(question.act)
        self.safe = button(question.safe, "go", key="Esc")
        self.column.addSpacing(8)
        self.column.addLayout(row(1, self.act, self.safe))
        self.act.clicked.connect(self.accept)
        self.safe.clicked.connect(self.reject)
        self.safe.setDefault(True)
        self.safe.setFocus()

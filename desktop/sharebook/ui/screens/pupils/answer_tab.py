"""The answer tab: who has this child's information, grouped as the notice is."""

from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sharebook.services.wording import WordedAnswer, WordedLine
from sharebook.ui.look import look
from sharebook.ui.models.rows import Column
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.table import TWO_LINES, Table


@dataclass(frozen=True, slots=True)
class Told:
    """One line of the answer with the heading it stands under."""

    heading: str
    line: WordedLine


_COLUMNS: tuple[Column[Told], ...] = (
    Column(
        "To whom",
        lambda row: row.line.whom,
        second=lambda row: row.heading,
        bold=True,
        middle=True,
    ),
    Column("What, and why", lambda row: row.line.what, second=lambda row: row.line.why),
    Column(
        "How often",
        lambda row: row.line.how_often,
        second=lambda row: row.line.since,
        width=148,
    ),
    Column("Last sent", lambda row: row.line.last_sent, width=112),
)


class AnswerTab(QWidget):
    """The sentence to say, and the lines it is made from."""

    def __init__(self) -> None:
        super().__init__()
        self.spoken = label("", "lead", wrap=True)
        self.table: Table[Told] = Table(_COLUMNS, "Who has this child’s information", TWO_LINES)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        column.addWidget(self.spoken)
        column.addWidget(self.table, 1)

    def show_answer(self, answer: WordedAnswer) -> None:
        """Show an answer."""
        self.spoken.setText(answer.spoken)
        lines = [Told(group.heading, each) for group in answer.groups for each in group.lines]
        self.table.show_rows(lines)

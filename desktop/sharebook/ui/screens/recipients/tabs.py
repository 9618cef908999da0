"""The pages of a long form, one at a time: a row of words on top, Left and Right change them."""

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from sharebook.domain.errors import Refused, SharebookError
from sharebook.ui.look import look
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.segments import Segments


class Tabs(QWidget):
    """Shows one page.

    Attributes:
        head: the row of words.
    """

    def __init__(self, pages: Sequence[tuple[str, QWidget]], said: str) -> None:
        super().__init__()
        titles = [(words, place) for place, (words, _) in enumerate(pages)]
        self.head = Segments(titles, said, wraps=True)
        self._stack = QStackedWidget()
        for _words, page in pages:
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(12))
        column.addWidget(self.head)
        column.addWidget(self._stack, 1)
        self.head.chosen.connect(self._stack.setCurrentIndex)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return self._stack.count()

    def open(self, place: int) -> None:
        """Show the page at `place`."""
        self.head.choose(place)
        self._stack.setCurrentIndex(place)

    def show_part(self, part: QWidget) -> None:
        """Show the page that `part` stands on."""
        for place in range(self._stack.count()):
            page = self._stack.widget(place)
            if page is not None and (page is part or page.isAncestorOf(part)):
                self.open(place)

    def show_for(self, problem: SharebookError, fields: Iterable[Field]) -> None:
        """Show the page of the field that `problem` is about."""
        if isinstance(problem, Refused):
            for field in fields:
                if field.name == problem.field:
                    self.show_part(field)

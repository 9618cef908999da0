"""Where the new register will be: the usual place, or a folder of one's own choice."""

from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sharebook.domain.errors import Refused
from sharebook.ui.ask import Ask
from sharebook.ui.look import look
from sharebook.ui.telling import Telling
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.sheet import row


class PlaceChoice(QWidget):
    """Shows the place, and takes another; an unsafe one is refused at once.

    Attributes:
        another: asks for another folder.
        folder: where the register will be made; None until `show_for`.
    """

    def __init__(self, ask: Ask) -> None:
        super().__init__()
        self._ask = ask
        self._telling = Telling(ask)
        self._school = ""
        self._inside: Path | None = None
        self.folder: Path | None = None
        self.another = button("Another folder…", "quiet")
        self.another.clicked.connect(self._on_another)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look().px(4))
        self._column.addLayout(row(label("Where the register will be", "b"), 1, self.another))
        self._where: QWidget | None = None

    def show_for(self, school: str) -> None:
        """Show the place for a school of this name."""
        from sharebook.bootstrap.places import place_at, register_in
        from sharebook.bootstrap.starting import place_for
        from sharebook.ui.widgets.where_it_is import WhereItIs

        self._school = school
        inside = self._inside
        self.folder = place_for(school) if inside is None else register_in(inside, school)
        place = place_at(self.folder)
        if isinstance(self._where, WhereItIs):
            self._where.show_place(place)
        else:
            self._where = WhereItIs(place)
            self._column.addWidget(self._where)

    def _on_another(self) -> None:
        from sharebook.bootstrap.places import refuse_unsafe, register_in

        chosen = self._ask.folder("Choose a folder for the register")
        if chosen is None:
            return
        try:
            refuse_unsafe(register_in(chosen, self._school))
        except Refused as refused:
            self._telling.tell(refused)
            return
        self._inside = chosen
        self.show_for(self._school)
        self.another.setFocus()

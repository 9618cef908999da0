"""Pick from the catalogue: tick ready-made recipients and purposes, then add them all at once."""

from PySide6.QtWidgets import QWidget

from sharebook.ui.dialogs.base import SheetDialog
from sharebook.ui.look import look
from sharebook.ui.screens.base import Office
from sharebook.ui.starters.offers import starters
from sharebook.ui.starters.picker import StarterPicker
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.sheet import line, row
from sharebook.words.days import count

_TALL, _AROUND = 330, 400  # of the list; and of everything round it


class CatalogueDialog(SheetDialog):
    """Ticks and adds.

    Attributes:
        said: what was added, in words, once the dialog was accepted.
    """

    def __init__(self, window: QWidget, office: Office) -> None:
        super().__init__(window, "Pick from the catalogue", 960)
        self._office = office
        self.said = ""
        self.picker = StarterPicker(starters(office.desk))
        self.search, self.table = self.picker.search, self.picker.table
        room = window.height() - look().px(_AROUND)
        self.table.setMinimumHeight(max(min(look().px(_TALL), room), self.table.minimumHeight()))
        self.counted = label("", "small")
        self.add = button("Add", "go", "plus")
        self.cancel = button("Cancel", key="Esc")
        self._lay_out()
        self.picker.ticked.connect(self._say)
        self.add.clicked.connect(self._on_add)
        self.cancel.clicked.connect(self.reject)
        self._say(0)
        self.search.setFocus()

    def _lay_out(self) -> None:
        self.column.addWidget(label("Pick from the catalogue", "h2"))
        words = "Each comes with its purpose, lawful basis and heading. You can change all of it."
        self.column.addWidget(label(words, "muted", wrap=True))
        self.column.addWidget(self.picker, 1)
        self.column.addWidget(line())
        self.column.addLayout(row(self.counted, 1, self.cancel, self.add))

    def _say(self, ticked: int) -> None:
        self.add.setEnabled(ticked > 0)
        self.add.setText(f" Add {ticked}" if ticked else " Add")
        offered = count(self.picker.number, "purpose")
        self.counted.setText(f"{ticked} ticked of {offered}. Space ticks.")

    def _on_add(self) -> None:
        desk = self._office.desk
        chosen = [each.row for each in self.picker.chosen]
        added = desk.arranging.adopt(chosen, desk.clock.today(), desk.person)
        self.said = f"{count(added, 'purpose')} added"
        self.accept()

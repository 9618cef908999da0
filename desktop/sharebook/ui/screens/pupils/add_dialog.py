"""Add one child: names, date of birth, number, year and class."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from sharebook.domain.errors import Refused
from sharebook.domain.names import PupilId
from sharebook.services.enrolling import NewPupil
from sharebook.ui.dialogs.base import SheetDialog
from sharebook.ui.look import look
from sharebook.ui.screens.base import Office
from sharebook.ui.screens.half_typed import Form, HalfTyped
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.date_field import DateField
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.sheet import line, row


class AddPupil(SheetDialog):
    """A form for one child.

    Attributes:
        added: the child written, once the dialog was accepted.
        fields: the form's fields by name.
    """

    def __init__(self, window: QWidget, office: Office) -> None:
        super().__init__(window, "Add a pupil", 620)
        self._office = office
        self.added: PupilId | None = None
        self.born = DateField(office.desk.clock, "14 March 2018")
        self.first_day = DateField(office.desk.clock)
        self.first_day.show_day(office.desk.clock.today())
        self.fields = {
            "surname": Field("surname", "Legal &surname", QLineEdit()),
            "forename": Field("forename", "Legal &forename", QLineEdit()),
            "known_as": Field("known_as", "&Known as, if it differs", QLineEdit()),
            "born": Field("born", "&Born on", self.born),
            "year": Field("year", "&Year group", QLineEdit(), "R, 1 to 13, or N1"),
            "class_name": Field("class_name", "&Class", QLineEdit()),
            "upn": Field("upn", "&Unique pupil number", QLineEdit(), "Can wait"),
            "first_day": Field("first_day", "On roll f&rom", self.first_day),
        }
        self.save = button("Add this pupil", "go", key="Enter")
        self.cancel = button("Cancel", key="Esc")
        self._lay_out()
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.reject)
        self.save.setDefault(True)
        self.fields["surname"].inner.setFocus()
        edits = {n: it.inner for n, it in self.fields.items() if isinstance(it.inner, QLineEdit)}
        self._half = HalfTyped(self, office, Form("pupils", "Add a pupil", edits))

    def put_away(self) -> None:
        """Keep what is half-typed."""
        self._half.put_away()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(look().px(14))
        grid.setVerticalSpacing(look().px(10))
        for place, field in enumerate(self.fields.values()):
            grid.addWidget(field, place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(place % 2, 1)
        self.column.addWidget(label("Add a pupil", "h2"))
        self.column.addWidget(line("rule"))
        self.column.addLayout(grid)
        self.column.addSpacing(look().px(8))
        self.column.addLayout(row(1, self.cancel, self.save))

    def _text(self, name: str) -> str:
        inner = self.fields[name].inner
        return inner.text() if isinstance(inner, QLineEdit) else ""

    def _on_save(self) -> None:
        for field in self.fields.values():
            field.complain("")
        new = NewPupil(
            surname=self._text("surname"),
            forename=self._text("forename"),
            born=self.born.day,
            year=self._text("year").upper().removeprefix("YEAR").strip(),
            class_name=self._text("class_name"),
            upn=self._text("upn"),
            known_as=self._text("known_as"),
            first_day=self.first_day.day,
        )
        desk = self._office.desk
        try:
            self.added = desk.enrolling.enrol(new, desk.person).id
        except Refused as problem:
            self._office.telling.tell(problem, self.fields.values())
            self.fit()
            return
        self.accept()

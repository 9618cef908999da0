"""Step one: the school, and you."""

import tomllib

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from sharebook import assets
from sharebook.domain.names import Code
from sharebook.domain.people import Person
from sharebook.domain.school import School
from sharebook.ui.look import look
from sharebook.ui.people_words import keeper_choices
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.combo import Combo
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.sheet import row

_LONGEST = 120  # a name must fit on a cover sheet


class AboutUs(QWidget):
    """Asks for the school's name, type and nation, and for your name and part.

    Signals:
        done: all is answered.
        back: the person does not want to begin a register after all.
    """

    done = Signal()
    back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.school_name = Field("name", "What is the school called?", _line())
        self.kind = Combo(_choices("school_types"))
        self.nation = Combo(_choices("nations"))
        self.you = Field("person", "Your name", _line())
        self.role = Combo(keeper_choices())
        self.go_on = button("Go on", "go", key="Enter")
        self.go_back = button("Back", "quiet")
        self._lay_out()
        self.setFocusProxy(self.school_name.inner)
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(12))
        column.addWidget(label("Step 1 of 4", "eyebrow"))
        column.addWidget(label("The school, and you", "h1"))
        column.addWidget(self.school_name)
        column.addWidget(Field("kind", "What kind of school is it?", self.kind))
        column.addWidget(Field("nation", "Where is it?", self.nation))
        column.addWidget(self.you)
        column.addWidget(Field("role", "What do you do there?", self.role))
        column.addLayout(row(self.go_back, 1, self.go_on))
        column.addStretch(1)
        QWidget.setTabOrder(self.role, self.go_on)
        QWidget.setTabOrder(self.go_on, self.go_back)

    def _connect(self) -> None:
        self.go_on.clicked.connect(self._on_go_on)
        self.go_back.clicked.connect(self.back)
        for field in (self.school_name, self.you):
            if isinstance(field.inner, QLineEdit):
                field.inner.returnPressed.connect(self._on_go_on)

    def school(self) -> School:
        """Return the school as typed."""
        kind, nation = Code(str(self.kind.currentData())), Code(str(self.nation.currentData()))
        return School(_typed(self.school_name), kind, nation)

    def person(self) -> Person:
        """Return you as typed."""
        return Person(_typed(self.you), Code(str(self.role.currentData())))

    def _on_go_on(self) -> None:
        missing = [field for field in (self.school_name, self.you) if not _typed(field)]
        for field in (self.school_name, self.you):
            field.complain(
                "This stands on every document. Please type it." if field in missing else ""
            )
        if missing:
            missing[0].inner.setFocus()
        else:
            self.done.emit()


def _line() -> QLineEdit:
    return QLineEdit(maxLength=_LONGEST)


def _typed(field: Field) -> str:
    inner = field.inner
    return " ".join(inner.text().split()) if isinstance(inner, QLineEdit) else ""


def _choices(catalogue: str) -> list[tuple[str, object]]:
    """Return one small catalogue as (words, code); no register is open yet to ask."""
    read = tomllib.loads(assets.read_text("catalogues", f"{catalogue}.toml"))
    return [(str(row["words"]), code) for code, row in read.items()]

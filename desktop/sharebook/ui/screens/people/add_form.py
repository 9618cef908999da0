"""Add somebody: name, part, and a passphrase of their own."""

from PySide6.QtWidgets import QLineEdit

from sharebook.domain.names import Code
from sharebook.domain.people import Person
from sharebook.ui.people_words import may_words, role_choices
from sharebook.ui.screens.base import Office
from sharebook.ui.screens.people import changing
from sharebook.ui.screens.people.form import KeyForm, in_order, typed_in
from sharebook.ui.widgets.combo import Combo
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.new_passphrase import NewPassphrase

_LONGEST = 100
_WORDS = (
    "Let them sit down here and choose the passphrase themselves. If they cannot come, type the "
    "five words, hand them over on paper, and ask them to change it."
)


class AddForm(KeyForm):
    """Asks who it is.

    Attributes:
        named: the field for the name.
        role: their part.
        new: their passphrase.
    """

    def __init__(self, office: Office) -> None:
        super().__init__(office, "Add somebody", _WORDS, "Add them")
        self.named = Field("person", "Their name", QLineEdit(maxLength=_LONGEST))
        self.role = Combo(role_choices())
        self._may = label("", "small", wrap=True)
        self.new = NewPassphrase("Their passphrase")
        self.fields = (
            self.named,
            Field("role", "What do they do in the school?", self.role),
            self.new.field,
        )
        for part in (self.named, self.fields[1], self._may, self.new):
            self.middle.addWidget(part)
        in_order(self.named.inner, self.role, self.new.other, self.new.typed, self.new.again_typed)
        in_order(self.new.again_typed, self.act, self.cancel)
        self.role.currentIndexChanged.connect(lambda _place: self._say_what_they_may())
        self.new.submitted.connect(self.go)
        if isinstance(self.named.inner, QLineEdit):
            self.named.inner.returnPressed.connect(self.role.setFocus)
            self.named.inner.editingFinished.connect(self._name_them)
        self._say_what_they_may()

    def begin(self) -> None:
        """Begin with an empty form and five new words."""
        self.forget()
        self.named.inner.setFocus()

    def forget(self) -> None:
        """Keep nothing of what was typed."""
        if isinstance(self.named.inner, QLineEdit):
            self.named.inner.clear()
        for field in self.fields:
            field.complain("")
        self.role.setCurrentIndex(0)
        self.new.clear()

    def said(self, changed: changing.Changed) -> str:  # noqa: ARG002 - always the same
        """Return what is said once they are added."""
        return f"{self.person.name} can open the register from now on."

    @property
    def person(self) -> Person:
        """Who stands in the form."""
        name = " ".join(typed_in(self.named).split())
        return Person(name, Code(str(self.role.currentData())))

    def change(self) -> changing.Change | None:
        """Return the work that adds them."""
        person, desk = self.person, self.office.desk
        if not person.name:
            self.named.complain("Type their name as it should stand beside what they record.")
            self.named.inner.setFocus()
            return None
        self._name_them()
        passphrase = self.new.accepted()
        return changing.add(desk, person, passphrase) if passphrase else None

    def waiting(self) -> str:
        """Return the words for the wait."""
        return f"Making a key for {self.person.name}; this takes a moment"

    def _name_them(self) -> None:
        """Let no passphrase be made of their name."""
        self.new.about = (self.office.desk.school().name, self.person.name)

    def _say_what_they_may(self) -> None:
        self._may.setText(" ".join(may_words(str(self.role.currentData()))))

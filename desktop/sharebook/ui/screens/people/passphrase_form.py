"""Change one's own passphrase."""

from PySide6.QtWidgets import QCheckBox

from sharebook.domain.errors import SharebookError
from sharebook.ui.screens.base import Office
from sharebook.ui.screens.people import changing
from sharebook.ui.screens.people.form import KeyForm, in_order
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.new_passphrase import NewPassphrase
from sharebook.ui.widgets.passphrase_field import PassphraseField
from sharebook.words.sentences import told

_WORDS = "Nobody can tell you a passphrase again. Write the new one down until you know it."
_KNOWN = (
    "Then the register gets a new key as well, so that the old passphrase opens no copy of it made "
    "from now on. Nobody else needs a new passphrase."
)


class PassphraseForm(KeyForm):
    """Asks for the old one and the new one.

    Attributes:
        old: the field for the passphrase in force.
        new: the one to come.
        known: whether somebody may know the old one.
    """

    def __init__(self, office: Office) -> None:
        super().__init__(office, "Change my passphrase", _WORDS, "Change it")
        self.old_typed = PassphraseField()
        self.old = Field("old", "Your passphrase now", self.old_typed)
        self.new = NewPassphrase("Your new passphrase")
        self.known = QCheckBox("Somebody may know the old one")
        self.fields = (self.old, self.new.field)
        for part in (self.old, self.new, self.known, label(_KNOWN, "small", wrap=True)):
            self.middle.addWidget(part)
        self.known.setAccessibleDescription(_KNOWN)
        in_order(self.old_typed, self.new.other, self.new.typed, self.new.again_typed, self.known)
        in_order(self.known, self.act, self.cancel)
        self.old_typed.returnPressed.connect(self.new.typed.setFocus)
        self.new.submitted.connect(self.go)

    def begin(self) -> None:
        """Begin with an empty form and five new words."""
        self.forget()
        desk = self.office.desk
        self.new.about = (desk.school().name, desk.person)
        self.old_typed.setFocus()

    def forget(self) -> None:
        """Keep nothing of what was typed."""
        self.old_typed.clear()
        self.old_typed.show_letters(shown=False)
        self.old.complain("")
        self.known.setChecked(False)
        self.new.clear()

    def said(self, changed: changing.Changed) -> str:  # noqa: ARG002 - always the same
        """Return what is said once it is changed."""
        return "Your passphrase is changed. The old one opens nothing here any more."

    def change(self) -> changing.Change | None:
        """Return the work that changes it."""
        desk, old = self.office.desk, self.old_typed.text()
        if not old:
            self.old.complain("Type the passphrase you have now; it shows that this is you.")
            self.old_typed.setFocus()
            return None
        chosen = self.new.accepted()
        if not chosen:
            return None
        return changing.new_passphrase(desk, old, chosen, known=self.known.isChecked())

    def tell(self, problem: Exception) -> None:
        """Tell of a wrong passphrase under the old one, not under the new one."""
        if isinstance(problem, SharebookError) and problem.code == "wrong_passphrase":
            self.old.complain(told(problem))
            self.old_typed.setFocus()
            self.old_typed.selectAll()
            return
        super().tell(problem)

    def waiting(self) -> str:
        """Return the words for the wait."""
        return "Changing your passphrase; this takes a moment"

"""The recovery sheet: prove that it opens the register, or make a new one."""

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from sharebook.ui.recovery_paper import RecoveryPaper
from sharebook.ui.screens.base import Office
from sharebook.ui.screens.people import changing
from sharebook.ui.screens.people.form import KeyForm, in_order
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.labels import label

_PROVE = (
    "Fetch the sheet from the safe and type its code. Sharebook tries it and says whether it still "
    "opens this register. Nothing is changed; the day is noted. Put the sheet back afterwards."
)
_NEW = (
    "For when the sheet is lost, worn, or somebody saw it. Once you have typed the new code back, "
    "the new sheet opens the register and the old one opens nothing any more."
)
_SEEN = (
    "Then the register gets a new key as well, so that the old sheet opens no copy of it made from "
    "now on. Nobody needs a new passphrase."
)
_PROVED = "The sheet opens this register. Put it back into the safe."
_NOT_NOTED = " The day could not be written down, because somebody else is writing just now."
_MADE = "The new sheet opens the register. Destroy the old one: it opens nothing any more."


class ProveForm(KeyForm):
    """Asks for the code on the sheet.

    Attributes:
        code: its field.
    """

    def __init__(self, office: Office) -> None:
        super().__init__(office, "Prove the recovery sheet", _PROVE, "Try this code")
        self.typed = QLineEdit()
        self.typed.setProperty("big", "1")
        hint = "Eight groups of five. Capitals and gaps do not matter."
        self.code = Field("code", "The code on the sheet", self.typed, hint)
        self.fields = (self.code,)
        self.middle.addWidget(self.code)
        more = "If the sheet cannot be found, go back and make a new one: that ends the lost one."
        self.middle.addWidget(label(more, "small", wrap=True))
        in_order(self.typed, self.act, self.cancel)
        self.typed.returnPressed.connect(self.go)
        self.typed.textEdited.connect(lambda _typed: self.code.complain(""))

    def begin(self) -> None:
        """Begin with an empty field."""
        self.forget()
        self.typed.setFocus()

    def forget(self) -> None:
        """Keep nothing of what was typed."""
        self.typed.clear()
        self.code.complain("")

    def said(self, changed: changing.Changed) -> str:
        """Return what is said once the code was tried."""
        return _PROVED if changed.noted else _PROVED + _NOT_NOTED

    def change(self) -> changing.Change | None:
        """Return the work that tries the code."""
        typed = self.typed.text()
        if not typed.strip():
            self.code.complain("Type the code from the sheet first.")
            self.typed.setFocus()
            return None
        return changing.prove(self.office.desk, typed)

    def waiting(self) -> str:
        """Return the words for the wait."""
        return "Trying the code"


class NewSheetForm(KeyForm):
    """Shows a new code, has it printed and typed back.

    Attributes:
        paper: the new sheet; another one each time the form begins.
        seen: whether somebody may have seen the old sheet.
    """

    def __init__(self, office: Office) -> None:
        super().__init__(office, "A new recovery sheet", _NEW, "Use the new sheet")
        self._code = ""
        self.paper: RecoveryPaper | None = None
        self.seen = QCheckBox("Somebody may have seen the old one")
        self.seen.setAccessibleDescription(_SEEN)
        self.middle.addWidget(self.seen)
        self.middle.addWidget(label(_SEEN, "small", wrap=True))

    def refuse(self) -> None:
        """Let nobody print a sheet that would be refused in the end.

        Raises:
            Refused: only who holds the compartment's key makes a sheet that opens it.
            Trouble: the key file cannot be read.
        """
        from sharebook.bootstrap.sheet_proof import refuse_new_sheet

        refuse_new_sheet(self.office.desk.access)

    def begin(self) -> None:
        """Draw a new code; the sheet in force stays good until it is typed back."""
        from sharebook.bootstrap.keys import new_code

        self.forget()
        self._code = new_code()
        self.paper = paper = RecoveryPaper(self.office, self.office.desk, self._code)
        self.fields = (paper.field,)
        self.middle.insertWidget(0, paper)
        self.seen.setChecked(False)
        in_order(paper.print, paper.keep, paper.typed, self.seen, self.act, self.cancel)
        paper.submitted.connect(self.go)
        paper.print.setFocus()

    def forget(self) -> None:
        """Keep nothing of a code that was not taken."""
        old, self.paper, self._code = self.paper, None, ""
        if isinstance(old, QWidget):
            self.middle.removeWidget(old)
            old.hide()
            old.deleteLater()

    def said(self, changed: changing.Changed) -> str:  # noqa: ARG002 - always the same
        """Return what is said once the new sheet is in force."""
        return _MADE

    def change(self) -> changing.Change | None:
        """Return the work that puts the new sheet in force."""
        if self.paper is None or not self.paper.is_typed_back():
            return None
        return changing.new_sheet(self.office.desk, self._code, known=self.seen.isChecked())

    def waiting(self) -> str:
        """Return the words for the wait."""
        return "Putting the new sheet in force"

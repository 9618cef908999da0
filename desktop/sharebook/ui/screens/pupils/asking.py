"""What the dialogs about one child share: the child's name on top, half-typed lines kept."""

from PySide6.QtWidgets import QLineEdit, QWidget

from sharebook.domain.pupils import Pupil
from sharebook.ui.screens.base import Office
from sharebook.ui.screens.half_typed import Form, HalfTyped
from sharebook.ui.screens.recipients.asking import AskingDialog
from sharebook.ui.screens.recipients.laying import in_two
from sharebook.ui.widgets.combo import Combo
from sharebook.ui.widgets.date_field import DateField


class PupilDialog(AskingDialog):
    """Asks something about one child.

    Attributes:
        pupil: as the record says now.
        part: which dialog it is, for its half-typed lines.
    """

    part = ""

    def __init__(
        self, window: QWidget, office: Office, title: str, pupil: Pupil, width: int = 620
    ) -> None:
        super().__init__(window, office, title, width)
        self.pupil = pupil
        self._half: HalfTyped | None = None

    def ask(self, words: str, act: str, *wide: str, risky: bool = False) -> None:
        """Lay the fields out, those named in `wide` across both columns; take up kept lines."""
        page = QWidget()
        in_two(page, self.fields.values(), tuple(self.fields[name] for name in wide))
        self.lay_out(words, [page], act, "Cancel", risky=risky)
        self.act.clicked.connect(lambda: self.write(self.save))
        self.keep()

    def keep(self, about: int | None = None) -> None:
        """Look after the lines and lists of the fields; `about` is another thing than the child."""
        inner = {name: field.inner for name, field in self.fields.items()}
        edits = {name: it for name, it in inner.items() if isinstance(it, QLineEdit)}
        combos = {name: it for name, it in inner.items() if isinstance(it, Combo)}
        whom = self.pupil.id if about is None else about
        form = Form("pupils", self.title, edits, combos, about=whom, part=self.part)
        self._half = HalfTyped(self, self.office, form)

    def put_away(self) -> None:
        """Keep what is half-typed."""
        if self._half is not None:
            self._half.put_away()

    def save(self) -> None:
        """Write it.

        Raises:
            SharebookError: something is missing or wrong.
        """
        raise AssertionError  # every dialog says itself what it writes

    def text(self, name: str) -> str:
        """Return what stands in one line."""
        inner = self.fields[name].inner
        return inner.text() if isinstance(inner, QLineEdit) else ""

    def a_day(self) -> DateField:
        """Return a field for a day, with today in it."""
        made = DateField(self.office.desk.clock, ahead=True)
        made.show_day(self.office.desk.clock.today())
        return made

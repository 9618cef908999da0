"""What the log has for those who hold the key of the compartment, and for nobody else."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from sharebook.domain.names import PupilId
from sharebook.ui.look import look
from sharebook.ui.screens.base import Office
from sharebook.ui.screens.log.saving import save_sealed
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import IconLabel, label
from sharebook.ui.widgets.segments import Segments
from sharebook.ui.widgets.sheet import panel, row

_ONLY = "Only the safeguarding lead and the head see these entries and their numbers."
_ABOUT = "Save the sealed entries about {name} for the safeguarding file"


class SealedPart(QObject):
    """The switch between the two logs, and printing one child's sealed entries.

    Signals:
        switched: another log was chosen, by a person.

    Attributes:
        which: the switch.
        print: makes the paper; in view only while the sealed log is about one child.
    """

    switched = Signal()

    def __init__(self, office: Office, parent: QObject) -> None:
        super().__init__(parent)
        self._office = office
        self._pupil: PupilId | None = None
        self.which = Segments([("&Open log", False), ("Seale&d log", True)], "Which log?")
        self.print = button("Save for the &file", "small", "print")
        self.notice, inside = panel("hold", 8, 2)
        across = row(IconLabel("eyeoff", 18, "hold"), gap=10)
        across.addWidget(label(_ONLY, wrap=True), 1)
        across.addWidget(self.print)
        inside.addLayout(across)
        self.which.chosen.connect(self._on_chosen)
        self.print.clicked.connect(self.print_log)
        self._show()

    def lay_out(self, buttons: QBoxLayout, column: QVBoxLayout) -> None:
        """Stand in the page's line of buttons, and on top of its sheet."""
        buttons.insertWidget(0, self.which)
        column.insertWidget(0, self.notice)
        column.setSpacing(look().px(8))

    @property
    def sealed(self) -> bool:
        """Whether the sealed log is shown."""
        return bool(self.which.value)

    def choose(self, *, sealed: bool, pupil: PupilId | None = None) -> None:
        """Show one of the logs; `pupil`: the child whose sealed entries are wanted."""
        self._pupil = pupil if sealed else None
        self.which.choose(sealed)
        self._show()

    def about(self, pupil: PupilId | None) -> None:
        """Take note of the one child that the entry in view is about."""
        if self.sealed and pupil is not None:
            self._pupil = pupil
            self._show()

    def print_log(self) -> None:
        """Save one child's sealed entries as a PDF for the safeguarding file."""
        if self._pupil is None:
            self._office.toast.say("Open an entry about one child first")
            return
        save_sealed(self._office, self._pupil)

    def _on_chosen(self, _sealed: object) -> None:
        self._pupil = None
        self._show()
        self.switched.emit()

    def _show(self) -> None:
        self.notice.setVisible(self.sealed)
        name = self.name
        said = _ABOUT.format(name=name) if name else ""
        self.print.setToolTip(said)
        self.print.setAccessibleName(said)
        self.print.setVisible(self.sealed and bool(name))

    @property
    def name(self) -> str:
        """Of the one child whose sealed entries are wanted, or ""."""
        if self._pupil is None:
            return ""
        return "".join(self._office.desk.choosing.names((self._pupil,)))

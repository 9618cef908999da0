"""Sealed or not: a choice that only those have who hold the key of the compartment."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout

from sharebook.ui.look import look
from sharebook.ui.widgets.labels import IconLabel, label

_WORDS = "S&ealed: not in the open log"  # short: a tick's words do not wrap
_OFF = "Tick it, and only the safeguarding lead and the head can read it."
_ON = (
    "Only the safeguarding lead and the head can read it. It is in no answer, count, search, print "
    "or export for anybody else."
)
_STAYS = "What stands here comes from the sealed log, and stays there. "
_USUAL = "Usual for a safeguarding concern. "


class SealChoice(QFrame):
    """A tick in the colours of what is withheld.

    Signals:
        changed: a person ticked it or took the tick away.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("f", "hold")
        self.tick = QCheckBox(_WORDS)
        self.tick.setAccessibleName(_WORDS.replace("&", ""))
        self._said = label("", "small", wrap=True)
        self._usual = False
        self._chosen = False  # by a person; suggestions no longer move it
        words = QVBoxLayout()
        words.setSpacing(look().px(2))
        words.addWidget(self.tick)
        words.addWidget(self._said)
        across = QHBoxLayout(self)
        pad = look().px(8)
        across.setContentsMargins(look().px(12), pad, pad, pad)
        across.setSpacing(look().px(10))
        across.addWidget(IconLabel("eyeoff", 18, "hold"))
        across.addLayout(words, 1)
        self.tick.clicked.connect(self._on_clicked)
        self.tick.toggled.connect(self._say)
        self._say()

    @property
    def sealed(self) -> bool:
        """Whether the entry will be sealed."""
        return self.tick.isChecked()

    def show_sealed(self, *, sealed: bool) -> None:
        """Tick it or not, as chosen; suggestions leave it so."""
        self._chosen = True
        self.tick.setChecked(sealed)

    def begin(self) -> None:
        """Begin a new form: off, until something else is usual."""
        self._chosen = self._usual = False
        self.tick.setChecked(False)

    def suggest(self, *, usual: bool) -> None:
        """Tick it where that is usual, unless a person chose otherwise."""
        self._usual = usual
        if not self._chosen and self.tick.isEnabled():
            self.tick.setChecked(usual)
        self._say()

    @property
    def fixed(self) -> bool:
        """Whether nobody may choose."""
        return not self.tick.isEnabled()

    def fix(self, *, fixed: bool) -> None:
        """Let a correction, or what comes from the sealed log, stay where it belongs."""
        self.tick.setEnabled(not fixed)
        self._say()

    def _on_clicked(self) -> None:
        self._chosen = True
        self.changed.emit()

    def _say(self) -> None:
        stays = self.fixed and self.sealed
        first = _STAYS if stays else _USUAL if self._usual else ""
        said = f"{first}{_ON if self.sealed else _OFF}"
        self._said.setText(said)
        self.tick.setAccessibleDescription(said)

"""Tells whoever holds the key of the compartment that sealed entries are about this child."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from sharebook.bootstrap.sealed_log import holds_key, sealed_log
from sharebook.domain.errors import SharebookError
from sharebook.domain.names import PupilId
from sharebook.ui.look import look
from sharebook.ui.screens.base import Office
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import IconLabel, label
from sharebook.words.days import count


class SealedNotice(QFrame):
    """How many sealed entries there are, and the way to them; hidden where there are none.

    Args:
        words: what it says; `{entries}` is "2 sealed entries".
    """

    def __init__(self, office: Office, words: str) -> None:
        super().__init__()
        self.setProperty("f", "hold")
        self._office = office
        self._words = words
        self._pupil: PupilId | None = None
        self._broken = False
        self.said = label("", "b", wrap=True)
        self.show_button = button("Show the s&ealed log", "small")
        across = QHBoxLayout(self)
        across.setContentsMargins(look().px(12), look().px(5), look().px(8), look().px(5))
        across.setSpacing(look().px(10))
        across.addWidget(IconLabel("eyeoff", 18, "hold"))
        across.addWidget(self.said, 1)
        across.addWidget(self.show_button)
        self.show_button.clicked.connect(self._on_show)
        self.hide()

    def about(self, pupil: PupilId | None) -> None:
        """Count the sealed entries about this child."""
        self._pupil = pupil
        number = 0 if pupil is None or self._broken else self._count(pupil)
        entries = count(number, "sealed entry", "sealed entries")
        self.said.setText(self._words.format(entries=entries, number=number))
        self.setVisible(number > 0)

    def _count(self, pupil: PupilId) -> int:
        try:
            return len(sealed_log(self._office.desk).about(pupil))
        except SharebookError as problem:  # the compartment cannot be opened; the rest can
            self._broken = True
            self._office.telling.tell(problem)
            return 0

    def _on_show(self) -> None:
        self._office.go("log", sealed=True, pupil=self._pupil)


def notice_for(office: Office, words: str) -> SealedNotice | None:
    """Return a notice for whoever holds the key; for others there is nothing at all."""
    return SealedNotice(office, words) if holds_key(office.desk) else None


def place(column: QVBoxLayout, notice: SealedNotice | None) -> None:
    """Put the notice into the page, where there is one."""
    if notice is not None:
        column.addWidget(notice)


def tell(notice: SealedNotice | None, pupil: PupilId | None) -> None:
    """Let the notice, where there is one, say what there is about this child."""
    if notice is not None:
        notice.about(pupil)

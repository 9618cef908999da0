"""People to choose one of: a round mark, the name, what they do."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from sharebook.ui.look import SEMIBOLD, look
from sharebook.ui.room import LARGE_TEXT
from sharebook.ui.style import draw_radio
from sharebook.ui.widgets.following import Following
from sharebook.ui.widgets.sheet import line

_TALL = 49
_MOST, _MOST_LARGE = 4, 3  # rows seen at once; more are scrolled to


class WhoRow(QRadioButton):
    """One entry: drawn as a row, heard as a radio button."""

    def __init__(self, words: str, second: str) -> None:
        super().__init__()
        self._words, self._second = words, second
        self.setAccessibleName(f"{words}, {second}")
        self.setToolTip(words)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Be a row of two lines."""
        return QSize(look().px(240), look().px(_TALL))

    def hitButton(self, pos: object) -> bool:  # noqa: N802, ARG002 - Qt's name
        """Take a click anywhere on the row."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Draw ground, mark and words."""
        now, painter = look(), QPainter(self)
        if self.isChecked():
            painter.fillRect(self.rect(), now.colour("tint"))
            painter.fillRect(QRect(0, 0, 4, self.height()), now.colour("accent"))
        side = now.px(20)
        box = QRectF(now.px(16), (self.height() - side) / 2, side, side)
        draw_radio(painter, box, self.isChecked())
        left, wide = now.px(48), self.width() - now.px(56)
        middle = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(now.font(14, SEMIBOLD))
        painter.setPen(now.colour("ink"))
        top = (self.height() - now.px(38)) // 2
        shown = painter.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideMiddle, wide)
        painter.drawText(QRect(left, top, wide, now.px(20)), middle, shown)
        painter.setFont(now.font(13))
        painter.setPen(now.colour("muted"))
        painter.drawText(QRect(left, top + now.px(19), wide, now.px(18)), middle, self._second)


class WhoList(QFrame):
    """A framed list of rows of which one is chosen; arrow keys move.

    Signals:
        chosen: the value of the row a person chose.
    """

    chosen = Signal(object)

    def __init__(self, said: str) -> None:
        super().__init__()
        self.setProperty("f", "choices")
        self.setAccessibleName(said)
        self._group = QButtonGroup(self)
        self._values: list[object] = []
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._area = Following()
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.addWidget(self._area)
        self._group.idClicked.connect(lambda place: self.chosen.emit(self._values[place]))

    def offer(self, rows: Sequence[tuple[str, str, object]]) -> None:
        """Offer these (name, second line, value); the first one is chosen."""
        for button in self._group.buttons():
            self._group.removeButton(button)
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item else None
            if widget:
                widget.deleteLater()
        self._values = [value for _, _, value in rows]
        for place, (words, second, _) in enumerate(rows):
            if place:
                self._column.addWidget(line())
            row = WhoRow(words, second)
            self._group.addButton(row, place)
            self._column.addWidget(row)
        if rows:
            self._check(self._group.button(0))
        most = _MOST_LARGE if look().size >= LARGE_TEXT else _MOST
        seen = min(max(len(rows), 1), most)
        half = len(rows) > most  # half a row says that there are more
        self._area.setFixedHeight(seen * (look().px(_TALL) + 1) + half * look().px(_TALL // 2))

    @property
    def value(self) -> object:
        """The value of the chosen row, or None."""
        place = self._group.checkedId()
        return self._values[place] if place >= 0 else None

    def choose(self, value: object) -> None:
        """Choose the row with `value`, if there is one."""
        if value in self._values:
            chosen = self._group.button(self._values.index(value))
            self._check(chosen)
            QTimer.singleShot(0, chosen, lambda: self._area.ensureWidgetVisible(chosen))

    def _check(self, chosen: QAbstractButton) -> None:
        """Choose a row; Tab stops at that one alone, the arrow keys lead to the others."""
        chosen.setChecked(True)
        for each in self._group.buttons():
            ours = each is chosen
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if ours else Qt.FocusPolicy.ClickFocus)

    def lead_to(self, following: QWidget) -> None:
        """Let Tab go from the rows to `following`; rows that came later stand last otherwise."""
        for before, after in pairwise([*self._group.buttons(), following]):
            QWidget.setTabOrder(before, after)

    def take_keyboard(self) -> None:
        """Put the keyboard on the row that is chosen."""
        button = self._group.checkedButton()
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

"""The rail: every screen in three groups, the same on every page; icons only when narrow."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from sharebook.ui import actions, icons
from sharebook.ui.look import BOLD, look
from sharebook.ui.widgets.cut_label import CutLabel
from sharebook.ui.widgets.labels import IconLabel, beside, label
from sharebook.ui.widgets.sheet import line

_WIDE, _NARROW, _LARGE_TEXT = 216, 64, 125
_LOWEST, _AIR = 22, 8


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the rail."""

    name: str
    words: str
    icon: str


GROUPS = (
    (
        Place("today", "Today", "today"),
        Place("answer", "Answer a parent", "phone"),
        Place("record", "Record a disclosure", "pen"),
    ),
    (
        Place("pupils", "Pupils", "pupils"),
        Place("recipients", "Recipients", "building"),
        Place("log", "The log", "log"),
        Place("requests", "Requests", "inbox"),
    ),
    (
        Place("notice", "Privacy notice", "doc"),
        Place("reports", "Reports", "chart"),
        Place("bring_in", "Bring in pupils", "import"),
    ),
)


class RailButton(QPushButton):
    """One entry: icon, words, key; with a red figure when something is overdue."""

    def __init__(self, place: Place, *, page: bool = True) -> None:
        super().__init__()
        self.place = place
        self._key = actions.said(place.name)
        self._figure = 0
        self.narrow = False
        self.setProperty("k", "rail")  # may be lower than other buttons
        self.setCheckable(page)
        self.setAutoDefault(True)  # Enter opens it
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        self.setAutoExclusive(page)
        self.setAccessibleName(place.words)
        self.setToolTip(f"{place.words}  {self._key}".strip())
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_figure(self, overdue: int) -> None:
        """Show how much is overdue; nothing at 0."""
        self._figure = overdue
        said = f"{self.place.words}, {overdue} overdue" if overdue else self.place.words
        self.setAccessibleName(said)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Be as tall as navigation is."""
        return QSize(look().px(_NARROW), look().px(40))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Be lower where large text would push the last entries out of the window."""
        return QSize(look().px(_NARROW), look().px(_LOWEST))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Draw the entry."""
        now, painter = look(), QPainter(self)
        if self.isChecked():
            painter.fillRect(self.rect(), now.colour("sheet"))
            painter.fillRect(QRect(0, 0, 4, self.height()), now.colour("accent"))
        elif self.underMouse():
            painter.fillRect(self.rect(), now.colour("tint"))
        side = min(now.px(20), self.height() - now.px(_AIR))  # a low entry has a smaller icon
        left = (self.width() - side) // 2 if self.narrow else now.px(16)
        spot = QRect(left, (self.height() - side) // 2, side, side)
        icons.paint(painter, self.place.icon, spot, "accent" if self.isChecked() else "muted")
        if not self.narrow:
            self._words(painter)

    def _words(self, painter: QPainter) -> None:
        now = look()
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(now.font(14, BOLD if self.isChecked() else 400))
        painter.setPen(now.colour("accent" if self.isChecked() else "ink"))
        inside = self.rect().adjusted(now.px(48), 0, -now.px(8), 0)
        painter.drawText(inside, int(middle | Qt.AlignmentFlag.AlignLeft), self.place.words)
        right = int(middle | Qt.AlignmentFlag.AlignRight)
        if self._figure:
            badge = QRect(self.width() - now.px(36), self.height() // 2 - now.px(10), 0, 0)
            badge.setSize(QSize(now.px(24), now.px(20)))
            painter.fillRect(badge, now.colour("bad_bg"))
            painter.setPen(now.colour("bad"))
            painter.setFont(now.font(12, BOLD))
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(self._figure))
        elif now.size < _LARGE_TEXT:
            painter.setFont(now.font(12))
            painter.setPen(now.colour("muted"))
            painter.drawText(inside, right, self._key)


class Rail(QFrame):
    """The rail with the school on top and the person at the foot.

    Signals:
        chosen: the name of the screen to open.
        lock: Lock now was pressed.
        person: the person's name was pressed.
    """

    chosen = Signal(str)
    lock = Signal()
    person = Signal()

    def __init__(self, school: str, person: str, role: str) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.buttons: dict[str, RailButton] = {}
        self._words: list[QWidget] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look().px(14), 0, look().px(6))
        column.setSpacing(0)
        column.addWidget(self._school(school))
        column.addSpacing(look().px(8))
        for place, group in enumerate(GROUPS):
            if place:
                _part(column)
            self._add(column, group)
        column.addStretch(1)
        _part(column)
        self._foot(column, person, role)

    def _school(self, school: str) -> QWidget:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(label("Sharebook", "h3"))
        if look().size < _LARGE_TEXT:
            column.addWidget(label(school, "small", wrap=True))
        self._words.append(words)
        return beside(IconLabel("book", 24, "accent"), words, gap=12, left=15)

    def _add(self, column: QVBoxLayout, group: tuple[Place, ...]) -> None:
        for place in group:
            button = RailButton(place)
            button.clicked.connect(lambda _=False, name=place.name: self.chosen.emit(name))
            self.buttons[place.name] = button
            column.addWidget(button)

    def _foot(self, column: QVBoxLayout, person: str, role: str) -> None:
        words = QWidget()
        inner = QVBoxLayout(words)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(CutLabel(person))
        inner.addWidget(label(role, "small"))
        self._words.append(words)
        icon = IconLabel("user", 20, "muted", f"{person}, {role}")
        self._person = beside(icon, words, gap=12, left=16)
        column.addWidget(self._person)
        care = RailButton(Place("care", "The register", "shield"))
        care.clicked.connect(lambda: self.chosen.emit("care"))
        self.buttons["care"] = care
        column.addWidget(care)
        self._settings = RailButton(Place("settings", "Settings", "gear"), page=False)
        self._lock = RailButton(Place("lock", "Lock now", "lock"), page=False)
        self._settings.clicked.connect(self.person)
        self._lock.clicked.connect(self.lock)
        column.addWidget(self._settings)
        column.addWidget(self._lock)

    def mark(self, name: str) -> None:
        """Show which screen is open."""
        if name in self.buttons:
            self.buttons[name].setChecked(True)

    def fit(self, *, small: bool) -> None:
        """Be icons only, or icons and words."""
        wide = _fitting() if look().size >= _LARGE_TEXT else look().px(_WIDE)
        self.setFixedWidth(look().px(_NARROW) if small else wide)
        for words in self._words:
            words.setVisible(not small)
        self._person.setVisible(not small or look().size < _LARGE_TEXT)  # else no room for it
        for button in (*self.buttons.values(), self._settings, self._lock):
            button.narrow = small
            button.update()


def _part(column: QVBoxLayout) -> None:
    column.addSpacing(6)
    column.addWidget(line())
    column.addSpacing(6)


def _fitting() -> int:
    """Return the width that the longest entry needs without its key, in logical pixels."""
    metrics = QFontMetrics(look().font(14, BOLD))
    longest = max(metrics.horizontalAdvance(it.words) for group in GROUPS for it in group)
    return longest + look().px(58)

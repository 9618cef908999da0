"""Find, choose a list, tick: what both the first hour and the recipients screen show."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from sharebook.domain.catalogue_starters import StarterList
from sharebook.ui.folding import fits
from sharebook.ui.look import look
from sharebook.ui.starters.offers import Starter
from sharebook.ui.starters.table import StarterTable
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.search_box import SearchBox
from sharebook.ui.widgets.segments import Segments
from sharebook.ui.widgets.sheet import row
from sharebook.words.days import count

_GROUPS: tuple[tuple[str, StarterList | None, str], ...] = (
    ("Sharing page", StarterList.PAGE, "Whom most schools name when they tell families."),
    (
        "Agreement",
        StarterList.AGREEMENT,
        "What an agreement with the council on special needs asks for, row by row.",
    ),
    ("Other", StarterList.OTHER, "Normal too, though many schools forget to say so."),
    ("All", None, "Everything, list after list."),
)
_LEAST = 132  # three rows under their heading


class _Details(QLabel):
    """Says more of one row, with room for the longest, so that nothing moves from row to row."""

    def __init__(self, said: list[str]) -> None:
        super().__init__()
        self._said = said
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("t", "small")
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of the longest of all."""
        metrics, room = self.fontMetrics(), QRect(0, 0, width, 0)
        wrap = int(Qt.TextFlag.TextWordWrap)
        return max(
            (metrics.boundingRect(room, wrap, each).height() for each in self._said), default=0
        )


class StarterPicker(QWidget):
    """Ready-made purposes in three lists; all of it by keyboard.

    Signals:
        ticked: how many are ticked now.
    """

    ticked = Signal(int)

    def __init__(self, offered: list[Starter]) -> None:
        super().__init__()
        self._all = offered
        self.search = SearchBox("Find in all lists")
        self.lists = Segments([(words, group) for words, group, _ in _GROUPS], "Which list")
        self.every = button("Tick all of these", "quiet")
        self.table = StarterTable()
        self.table.setMinimumHeight(look().px(_LEAST))
        self.about = label("", "small", wrap=True)
        self.details = _Details([each.details for each in offered])
        self._lay_out()
        self._connect()
        if not any(each.listed is StarterList.PAGE for each in offered):
            self.lists.choose(None)  # the register has that list already
        self._sift("")
        self.setFocusProxy(self.search)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(6))
        column.addWidget(self.search)
        column.addWidget(self.lists)
        across = row(gap=12)
        across.addWidget(self.about, 1)
        across.addWidget(self.every)
        column.addLayout(across)
        column.addWidget(self.table, 1)
        column.addWidget(self.details)

    def _connect(self) -> None:
        self.search.searched.connect(self._on_searched)
        self.search.went_down.connect(self._to_table)
        self.lists.chosen.connect(lambda _group: self._sift(self.search.text()))
        self.every.clicked.connect(self._on_every)
        self.table.picked.connect(self._tell)
        self.table.ticks.ticked.connect(self._on_ticked)

    @property
    def chosen(self) -> list[Starter]:
        """What is ticked, in the order of ticking."""
        return self.table.ticks.chosen

    @property
    def number(self) -> int:
        """How many there are to tick."""
        return len(self._all)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for less than the smallest window has."""
        return QSize(look().px(560), look().px(360))

    def _on_searched(self, words: str) -> None:
        if words:
            self.lists.choose(None)  # whoever looks for a name need not know its list
        self._sift(words)

    def _sift(self, words: str) -> None:
        group = self.lists.value
        shown = [
            each
            for each in self._all
            if group in {None, each.listed} and fits(words, each.searched)
        ]
        self.table.show_rows(shown)
        self.table.pick_first()
        about = next(said for _, each, said in _GROUPS if each == group)
        self.about.setText(f"{count(len(shown), 'purpose')}. {about}")
        if not shown:
            self.details.setText("")
        self._name_every()

    def _tell(self, starter: Starter) -> None:
        self.details.setText(starter.details)

    def _on_ticked(self, number: int) -> None:
        self._name_every()
        self.ticked.emit(number)

    def _name_every(self) -> None:
        shown = self.table.shown
        self.every.setEnabled(bool(shown))
        self.every.setText("Tick none of these" if self._all_ticked() else "Tick all of these")

    def _all_ticked(self) -> bool:
        ticked = {each.row.code for each in self.chosen}
        return bool(ticked) and all(each.row.code in ticked for each in self.table.shown)

    def _on_every(self) -> None:
        self.table.ticks.set(self.table.shown, on=not self._all_ticked())

    def _to_table(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

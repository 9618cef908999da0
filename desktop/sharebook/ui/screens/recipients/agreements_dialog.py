"""Every agreement of the school, those to be looked at first."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sharebook.domain.agreements import Agreement
from sharebook.ui.chips import Chip
from sharebook.ui.dialogs.base import SheetDialog
from sharebook.ui.folding import fits, folded
from sharebook.ui.look import look
from sharebook.ui.may_write import for_writers, may_write
from sharebook.ui.models.rows import Column
from sharebook.ui.room import HUGE_TEXT
from sharebook.ui.screens.base import Office
from sharebook.ui.screens.recipients.facts import state_of
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.search_box import SearchBox
from sharebook.ui.widgets.sheet import line, row
from sharebook.ui.widgets.table import TWO_LINES, Table
from sharebook.words.days import count, short_day


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """One agreement in the list."""

    agreement: Agreement
    whom: str
    kind: str
    state: Chip
    searched: str


_COLUMNS: tuple[Column[AgreementRow], ...] = (
    Column(
        "Agreement",
        lambda it: it.agreement.title,
        second=lambda it: it.whom,
        bold=True,
        middle=True,
    ),
    Column("Kind", lambda it: it.kind, width=210, folds=720),
    Column(
        "To be looked at",
        lambda it: short_day(it.agreement.review_due) if it.agreement.review_due else "Not said",
        sort=lambda it: (it.agreement.review_due is None, it.agreement.review_due),
        second=lambda it: f"version {it.agreement.version}",
        width=132,
    ),
    Column("State", lambda _it: "", chip=lambda it: it.state, width=140),
)


class AgreementsDialog(SheetDialog):
    """Lists agreements; Enter opens one, and the buttons begin what can be done.

    Args:
        wanted: the number of one to choose at once, as Today asks.
        change, renew: open the forms; each says whether it wrote something.
    """

    def __init__(
        self,
        window: QWidget,
        office: Office,
        wanted: int = 0,
        *,
        change: Callable[[Agreement | None], bool],
        renew: Callable[[Agreement], bool],
    ) -> None:
        super().__init__(window, "Agreements", 980)
        self._office, self._change, self._renew = office, change, renew
        self.search = SearchBox("Find an agreement")
        self.table: Table[AgreementRow] = Table(_COLUMNS, "Agreements", TWO_LINES)
        self.table.setMinimumHeight(min(look().px(360), window.height() - look().px(260)))
        self.counted = label("", "small", wrap=True)
        huge = look().size >= HUGE_TEXT
        self.add = button("&Add" if huge else "&Add an agreement", "", "plus")
        self.renew_button = button("&Renew" if huge else "&Renew it", "", "loop")
        self.print_button = button("&Print" if huge else "&Print it", "", "print")
        self.close_button = button("Close", "go", key="Esc")
        self._lay_out()
        for_writers(office.desk, self.add, self.renew_button)
        self._connect()
        self._rows: list[AgreementRow] = []
        self.read(wanted)
        (self.table if wanted else self.search).setFocus()

    def _lay_out(self) -> None:
        self.column.addWidget(label("Agreements", "h2"))
        self.column.addWidget(line("rule"))
        self.column.addWidget(self.search)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.counted)
        left = (self.add, self.renew_button, self.print_button)
        self.column.addLayout(row(*left, 1, self.close_button))

    def _connect(self) -> None:
        self.search.searched.connect(lambda _words: self._sift())
        self.search.went_down.connect(self._to_table)
        self.table.opened.connect(self._on_opened)
        self.add.clicked.connect(lambda: self._do(self._change(None)))
        self.renew_button.clicked.connect(self._on_renew)
        self.print_button.clicked.connect(self._on_print)
        self.close_button.clicked.connect(self.reject)

    def read(self, wanted: int = 0) -> None:
        """Read the list again, with one of them chosen."""
        desk = self._office.desk
        names = desk.book.recipients()
        known = desk.book.agreements()
        kinds, today = desk.catalogues.agreement_kinds, desk.clock.today()
        self._rows = []
        for each in known:
            whom = ", ".join(names[one].name for one in each.recipients if one in names)
            kind = kinds[each.kind].title if each.kind in kinds else "Not said"
            newer = [one for one in known if one.starts > each.starts]
            later = [one for one in newer if set(one.recipients) & set(each.recipients)]
            state = state_of(each, later, today)
            searched = folded(f"{each.title} {whom} {kind}")
            self._rows.append(AgreementRow(each, whom, kind, state, searched))
        self._rows.sort(key=lambda it: _order(it, today))
        self._sift()
        chosen = next((it for it in self._rows if it.agreement.id == wanted), None)
        if chosen is not None:
            self.table.pick(chosen)

    def _sift(self) -> None:
        words = self.search.text()
        shown = [each for each in self._rows if fits(words, each.searched)]
        self.table.show_rows(shown)
        if self.table.record is None:
            self.table.pick_first()
        self.counted.setText(count(len(shown), "agreement") + ". Enter opens one.")
        for each in (self.renew_button, self.print_button):
            each.setEnabled(bool(shown))

    def _to_table(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_opened(self, opened: AgreementRow) -> None:
        if may_write(self._office.desk):
            self._do(self._change(opened.agreement))

    def _on_renew(self) -> None:
        if self.table.record is not None:
            self._do(self._renew(self.table.record.agreement))

    def _on_print(self) -> None:
        if self.table.record is not None:
            number = self.table.record.agreement.id
            self.accept()
            self._office.go("reports", agreement=number)

    def _do(self, written: bool) -> None:  # noqa: FBT001 - what the form answered
        if written:
            self.read(self.table.record.agreement.id if self.table.record else 0)


def _order(row_: AgreementRow, today: object) -> tuple[bool, bool, object, str]:
    agreement = row_.agreement
    ended = row_.state.kind == "old"
    due = agreement.review_due
    return ended, due is None, due or today, agreement.title.casefold()

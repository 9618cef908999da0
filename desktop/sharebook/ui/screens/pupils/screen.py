"""The pupils screen: find a child on the left, read on the right."""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QStackedWidget, QVBoxLayout

from sharebook.domain.names import PupilId
from sharebook.ui.look import look
from sharebook.ui.may_write import for_writers, may_write
from sharebook.ui.room import LARGE_TEXT
from sharebook.ui.screens.base import Office, Screen
from sharebook.ui.screens.half_typed import soon
from sharebook.ui.screens.latest import Latest
from sharebook.ui.screens.pupils import deeds
from sharebook.ui.screens.pupils.dossier import Dossier, read_dossier
from sharebook.ui.screens.pupils.page import PupilPage
from sharebook.ui.screens.pupils.roll import RollRow, read_roll
from sharebook.ui.screens.pupils.roll_list import RollList
from sharebook.ui.screens.sealed_notice import notice_for
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.nothing import Nothing
from sharebook.ui.widgets.two_panes import TwoPanes


class PupilsScreen(Screen):
    """Pupils (Ctrl 1)."""

    name = "pupils"
    title = "Pupils"
    shows = frozenset(
        {*("pupil", "spell", "contact", "household"), "disclosure", "flow", "recipient", "call"}
    )

    _laid_out = False  # Screen asks to narrow before there is anything to narrow
    _small: bool | None = None

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._pupil: PupilId | None = None
        self._roll = Latest(office, self)
        self._page_read = Latest(office, self)
        self.list = RollList()
        self.page = PupilPage(self._a_year_ago, notice_for(office, "{entries} about this child"))
        self._right = QStackedWidget()
        self._right.addWidget(self._nobody())
        self._right.addWidget(self.page)
        self.splitter = TwoPanes(self.list, self._right)
        self._lay_out()
        self._connect()
        self.refresh(frozenset({"*"}))

    def _lay_out(self) -> None:
        for made in self._doors("&Add a pupil", "&Bring in a list"):
            self.buttons.addWidget(made)
        self.buttons.insertWidget(0, self.splitter.way_back)
        self.body.addWidget(self.splitter, 1)
        self._laid_out = True
        self.narrow(small=False)

    def _nobody(self) -> QFrame:
        frame = QFrame()
        frame.setProperty("f", "sheet")
        nothing = Nothing(
            "pupils", "Pick a pupil on the left", "Their answer, contacts and timeline open here."
        )
        nothing.offer(*self._doors("Add a pupil", "Bring in a list"))
        QVBoxLayout(frame).addWidget(nothing)
        return frame

    def _doors(self, add: str, bring_in: str) -> list[QPushButton]:
        buttons = [button(add, "", "plus"), button(bring_in, "", "import")]
        for made, do in zip(buttons, (self.add, self.bring_in), strict=True):
            made.clicked.connect(do)
        for_writers(self.office.desk, *buttons)
        return buttons

    def _connect(self) -> None:
        for_writers(self.office.desk, self.page.record_button)
        self.list.picked.connect(self._show)
        self.list.opened.connect(self._open)
        self.page.answer.connect(self.primary)
        self.page.record.connect(lambda: self.office.go("record", pupil=self._pupil))
        if not may_write(self.office.desk):
            self.page.only_read()
        self.page.wanted.connect(self.do)
        self.page.visited.connect(self._visit)
        self.page.entry.connect(lambda number: self.office.go("log", entry=number))

    def arrive(self, *, pupil: PupilId | None = None, draft: str = "", **_wanted: Any) -> None:
        """Show `pupil`, if one is handed over; put the caret into the search.

        A `draft` is of a new child, or of one thing about a child; it fills the dialog that asks
        for it.
        """
        found = deeds.whom(self, draft) if draft else None
        if found is not None:
            pupil, deed, about = found
            soon(self, lambda: deeds.do(self, found[0], deed, about))
        elif draft:
            soon(self, self.add)
        if pupil is not None:
            self._show(pupil)
            self.list.pick(pupil)
            self.splitter.read()
        else:
            self.splitter.back()
        self.list.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, changed: frozenset[str]) -> None:
        """Read the list and the open page again."""
        if changed & {"*", "pupil", "spell", "contact"}:
            self._roll.ask(read_roll, self._on_roll)
        if self._pupil is not None:
            self._show(self._pupil)

    def search(self) -> None:
        """Put the caret into the search (Ctrl F)."""
        self.splitter.back()
        self.list.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list.search.selectAll()

    def primary(self) -> None:
        """Answer a parent about the child shown."""
        if self._pupil is not None:
            self.office.go("answer", pupil=self._pupil)

    def print_what_is_shown(self) -> None:
        """Open the child's log for printing (F4)."""
        if self._pupil is None:
            super().print_what_is_shown()
        else:
            self.office.go("reports", pupil=self._pupil, called=self.page.name.text())

    def leave(self) -> bool:
        """Go back to the list, else let go of what was searched for."""
        if self.splitter.back():
            return True
        searched = bool(self.list.search.text())
        if searched:
            self.list.search.clear()
            self.list.search.searched.emit("")
        return searched

    def add(self) -> None:
        """Ask for a new child and show it."""
        from sharebook.ui.screens.pupils.add_dialog import AddPupil

        dialog = AddPupil(self.window(), self.office)
        if dialog.exec() and dialog.added is not None:
            self.office.changed.tell("pupil", "spell")
            self._show(dialog.added)

    def do(self, deed: str, about: object = None) -> None:
        """Ask for one thing about the child shown: "leave", "return", "contact" and so on."""
        if self._pupil is not None:
            deeds.do(self, self._pupil, deed, about)

    def _visit(self, pupil: PupilId) -> None:
        self._show(pupil)
        self.list.pick(pupil)

    def bring_in(self) -> None:
        """Open the screen that brings in a list."""
        self.office.go("bring_in")

    def narrow(self, *, small: bool) -> None:
        """Give the list less room in a small window."""
        super().narrow(small=small)
        if self._laid_out and small != self._small:
            self._small = small
            wide = 300 if small or look().size >= LARGE_TEXT else 404
            self.splitter.share(wide)
            self.list.setMinimumWidth(look().px(220 if small or look().size >= LARGE_TEXT else 290))

    def _a_year_ago(self) -> date:
        today = self.office.desk.clock.today()
        return today.replace(year=today.year - 1, day=min(today.day, 28))

    def _on_roll(self, rows: list[RollRow]) -> None:
        self.list.show_rows(rows)
        if self._pupil is not None:
            self.list.pick(self._pupil)

    def _show(self, pupil: PupilId) -> None:
        self._pupil = pupil
        self._page_read.ask(lambda desk: read_dossier(desk, pupil), self._on_dossier)

    def _on_dossier(self, dossier: Dossier) -> None:
        self.page.show_dossier(dossier)
        self._right.setCurrentWidget(self.page)

    def _open(self, pupil: PupilId) -> None:
        self._show(pupil)
        self.splitter.read()
        self.page.answer_button.setFocus(Qt.FocusReason.OtherFocusReason)


SCREEN = PupilsScreen

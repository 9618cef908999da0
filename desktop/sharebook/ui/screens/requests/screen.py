"""The in-tray: what others have asked for, until somebody decides."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QStackedWidget, QVBoxLayout

from sharebook.bootstrap.sealed_log import log_of
from sharebook.domain.errors import SharebookError
from sharebook.ui.look import look
from sharebook.ui.may_write import for_writers, may_write
from sharebook.ui.room import HUGE_TEXT, LARGE_TEXT
from sharebook.ui.screens.base import Office, Screen
from sharebook.ui.screens.half_typed import soon
from sharebook.ui.screens.latest import Latest
from sharebook.ui.screens.requests.facts import RequestFacts, read_request
from sharebook.ui.screens.requests.kept import which_of
from sharebook.ui.screens.requests.page import RequestPage
from sharebook.ui.screens.requests.request_list import RequestList
from sharebook.ui.screens.requests.rows import Tray, Which, read_tray
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.nothing import Nothing
from sharebook.ui.widgets.two_panes import TwoPanes


class RequestsScreen(Screen):
    """Requests (Ctrl 4)."""

    name = "requests"
    title = "Requests"
    shows = frozenset({"request", "disclosure", "recipient", "pupil"})

    _laid_out = False  # Screen asks to narrow before there is anything to narrow
    _small: bool | None = None

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._which: Which | None = None
        self._told = self._to_page = False
        self._tray_read = Latest(office, self)
        self._page_read = Latest(office, self)
        self.list = RequestList()
        self.page = RequestPage()
        self._right = QStackedWidget()
        self._right.addWidget(self._nobody())
        self._right.addWidget(self.page)
        self.splitter = TwoPanes(self.list, self._right)
        self._lay_out()
        self._connect()
        self.refresh(frozenset({"*"}))

    def _lay_out(self) -> None:
        huge = look().size >= HUGE_TEXT
        self.blank_button = button("&Form" if huge else "Print a blank &form", "", "print")
        self.add_button = button("&Add" if huge else "&A request came", "go", "plus")
        self.buttons.addWidget(self.splitter.way_back)
        self.buttons.addWidget(self.blank_button)
        self.buttons.addWidget(self.add_button)
        self.body.addWidget(self.splitter, 1)
        self._laid_out = True
        self.narrow(small=False)

    def _nobody(self) -> QFrame:
        frame = QFrame()
        frame.setProperty("f", "sheet")
        words = "What they ask for, why, and by when opens here; you decide from there."
        QVBoxLayout(frame).addWidget(Nothing("inbox", "Pick a request on the left", words))
        return frame

    def _connect(self) -> None:
        page = self.page
        writing = (page.decide_button, page.put_right_button, page.look_again_button)
        closing = (page.take_back_button, page.open_again_button)
        for_writers(self.office.desk, self.add_button, self.list.start, *writing, *closing)
        self.list.picked.connect(self._show)
        self.list.opened.connect(self._open)
        self.list.start.clicked.connect(self.primary)
        self.add_button.clicked.connect(self.primary)
        self.blank_button.clicked.connect(lambda: self.office.go("reports", kind="request-form"))
        page.decide.connect(self.decide)
        page.put_right.connect(self.put_right)
        page.look_again.connect(self._on_look_again)
        page.take_back.connect(self._on_take_back)
        page.open_again.connect(self._on_open_again)
        page.entry.connect(self._on_entry)
        page.before.connect(self._on_before)

    def arrive(self, *, request: int = 0, draft: str = "", **wanted: Any) -> None:
        """Show the request handed over; put the caret into the search.

        Args:
            request: a request's number.
            draft: a half-typed one; its dialog opens again.
            wanted: `sealed` for the sealed log; `new` opens the form for one that came.
        """
        if draft:
            soon(self, partial(self._ask, which_of(self.office.desk.drafting, draft)))
        elif wanted.get("new"):
            soon(self, self.primary)
        if request:
            which = Which(request, bool(wanted.get("sealed")))
            self._show(which)
            self.list.pick(which)
            self.splitter.read()
            self._to_page = True
        else:
            self.splitter.back()
        self.list.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, changed: frozenset[str]) -> None:  # noqa: ARG002 - all of it is one reading
        """Read the list and the open page again."""
        self._tray_read.ask(read_tray, self._on_tray)
        if self._which is not None:
            self._show(self._which)

    def search(self) -> None:
        """Put the caret into the search (Ctrl F)."""
        self.splitter.back()
        self.list.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list.search.selectAll()

    def leave(self) -> bool:
        """Go back to the list, else let go of what was searched for."""
        if self.splitter.back():
            return True
        searched = bool(self.list.search.text())
        if searched:
            self.list.search.clear()
            self.list.search.searched.emit("")
        return searched

    def print_what_is_shown(self) -> None:
        """Open the blank form for printing (F4)."""
        self.office.go("reports", kind="request-form")

    def primary(self) -> None:
        """Write down a request that came, and show it."""
        self._ask(None)

    def decide(self) -> None:
        """Open the form of a disclosure, filled from the request."""
        if self._which is not None:
            number, sealed = self._which
            self.office.go("record", request=number, sealed=sealed)

    def put_right(self) -> None:
        """Change the request shown."""
        if self._which is not None:
            self._ask(self._which)

    def _ask(self, which: Which | None) -> None:
        from sharebook.ui.screens.requests.dialog import RequestDialog

        desk = self.office.desk
        if not may_write(desk):
            return
        known, sealed = None, False
        if which is not None:
            sealed = which.sealed
            known = log_of(desk, sealed=sealed).asking.request(which.number).record
        dialog = RequestDialog(self.window(), self.office, known, sealed=sealed)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.saved is not None:
            self._which = dialog.saved
            self.splitter.read()
            self.office.changed.tell("request")

    def _on_look_again(self) -> None:
        from sharebook.ui.screens.requests.again_dialog import LookAgain

        shown = self.page.shown
        if shown is not None and LookAgain(self.window(), self.office, shown).exec():
            self.office.changed.tell("request")

    def _on_take_back(self) -> None:
        if self._which is None:
            return
        which, desk = self._which, self.office.desk
        if self._do(lambda asking: asking.close(which.number, desk.person), which):
            said = self.page.shown.said if self.page.shown else str(which.number)
            back = partial(self._wait_again, which)
            self.office.toast.say(f"Request {said} is closed as taken back", back)

    def _on_open_again(self) -> None:
        if self._which is not None:
            self._wait_again(self._which)

    def _wait_again(self, which: Which) -> None:
        person = self.office.desk.person
        self._do(lambda asking: asking.open_again(which.number, person), which)

    def _do(self, change: Any, which: Which) -> bool:
        try:
            change(log_of(self.office.desk, sealed=which.sealed).asking)
        except SharebookError as problem:
            self.office.telling.tell(problem)
            return False
        self.office.changed.tell("request")
        return True

    def _on_entry(self) -> None:
        if self.page.shown is not None and self._which is not None:
            entry = self.page.shown.asked.request.entry
            self.office.go("log", entry=entry, sealed=self._which.sealed)

    def _on_before(self) -> None:
        from sharebook.ui.screens.log.history_dialog import HistoryDialog
        from sharebook.ui.screens.requests.told import told_versions

        if self.page.shown is not None:
            title = f"What request {self.page.shown.said} said before"
            versions = told_versions(self.office.desk, self.page.shown.id)
            HistoryDialog(self.window(), title, versions).exec()

    def narrow(self, *, small: bool) -> None:
        """Give the list less room in a small window."""
        super().narrow(small=small)
        if self._laid_out and small != self._small:
            self._small = small
            tight = small or look().size >= LARGE_TEXT
            self.splitter.share(300 if tight else 404)
            self.list.setMinimumWidth(look().px(220 if tight else 320))

    def _on_tray(self, tray: Tray) -> None:
        self.list.show_tray(tray)
        self.overdue.emit(tray.late)
        if self._which is not None:
            self.list.pick(self._which)
        if tray.problem is not None and not self._told:
            self._told = True
            self.office.telling.tell(tray.problem)

    def _show(self, which: Which) -> None:
        self._which = which
        self._page_read.ask(lambda desk: read_request(desk, which), self._on_facts)

    def _on_facts(self, facts: RequestFacts) -> None:
        self.page.show_facts(facts)
        self._right.setCurrentWidget(self.page)
        if self._to_page:
            self._to_page = False
            self._put_caret()

    def _open(self, which: Which) -> None:
        self._to_page = True
        self._show(which)
        self.splitter.read()

    def _put_caret(self) -> None:
        """Put the keyboard on the next thing to do with the request shown."""
        offered = [each for each in self.page.buttons if not each.isHidden()]
        first = offered[0] if offered else self.list.table
        first.setFocus(Qt.FocusReason.OtherFocusReason)


SCREEN = RequestsScreen

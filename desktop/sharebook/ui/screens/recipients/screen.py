"""The recipients screen: who is given data, for what, and under which agreement."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QStackedWidget, QVBoxLayout

from sharebook.domain.acknowledgements import About
from sharebook.domain.findings import Finding
from sharebook.domain.flows import Flow
from sharebook.domain.names import FlowId, RecipientId
from sharebook.services.reviewing import Gap
from sharebook.ui.look import look
from sharebook.ui.may_write import for_writers, may_write
from sharebook.ui.room import HUGE_TEXT, LARGE_TEXT
from sharebook.ui.screens.base import Office, Screen
from sharebook.ui.screens.half_typed import soon
from sharebook.ui.screens.latest import Latest
from sharebook.ui.screens.recipients.deeds import Deeds
from sharebook.ui.screens.recipients.facts import RecipientFacts, read_recipient
from sharebook.ui.screens.recipients.page import RecipientPage
from sharebook.ui.screens.recipients.recipient_list import RecipientList
from sharebook.ui.screens.recipients.rows import Roster, read_roster
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.nothing import Nothing
from sharebook.ui.widgets.two_panes import TwoPanes


class RecipientsScreen(Screen):
    """Recipients (Ctrl 2)."""

    name = "recipients"
    title = "Recipients"
    shows = frozenset(
        {"recipient", "flow", "agreement", "heading", "disclosure", "exclusion", "acknowledgement"}
    )
    _laid_out = False  # Screen asks to narrow before there is anything to narrow
    _small: bool | None = None

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._recipient: RecipientId | None = None
        self._roster = Latest(office, self)
        self._page_read = Latest(office, self)
        self.deeds = Deeds(self, self.edit, self._purpose)
        self.list = RecipientList()
        self.page = RecipientPage()
        self._right = QStackedWidget()
        self._right.addWidget(self._nobody())
        self._right.addWidget(self.page)
        self.splitter = TwoPanes(self.list, self._right)
        self._lay_out()
        self._connect()
        self.refresh(frozenset({"*"}))

    def _lay_out(self) -> None:
        huge = look().size >= HUGE_TEXT
        self.pick_button = button(
            "&Catalogue" if huge else "Pick from the &catalogue", "", "" if huge else "book"
        )
        self.add_button = button("&Add" if huge else "&Add a recipient", "go", "plus")
        self.agreements_button = button("A&greements", "", "" if huge else "doc")
        self.buttons.addWidget(self.agreements_button)
        self.buttons.addWidget(self.pick_button)
        self.buttons.addWidget(self.add_button)
        self.buttons.insertWidget(0, self.splitter.way_back)
        self.body.addWidget(self.splitter, 1)
        self._laid_out = True
        self.narrow(small=False)

    def _nobody(self) -> QFrame:
        frame = QFrame()
        frame.setProperty("f", "sheet")
        words = "What we share with them, why, and what was agreed opens here."
        QVBoxLayout(frame).addWidget(Nothing("building", "Pick a recipient on the left", words))
        return frame

    def _connect(self) -> None:
        writing = (self.pick_button, self.add_button, self.list.start)
        page = self.page
        on_page = (page.edit_button, page.add_button, page.agree_button, page.shut_button)
        for_writers(self.office.desk, *writing, *on_page, page.over_button)
        self.list.picked.connect(self._show)
        self.list.opened.connect(self._open)
        self.pick_button.clicked.connect(self.pick_from_catalogue)
        self.list.start.clicked.connect(self.pick_from_catalogue)
        self.add_button.clicked.connect(self.primary)
        self.page.edit.connect(self.edit)
        self.page.leave.connect(self._on_leave)
        self.page.add_purpose.connect(lambda: self._purpose(None))
        self.page.purpose.connect(self._purpose)
        self.page.notice.connect(lambda: self.office.go("notice"))
        self.agreements_button.clicked.connect(self.deeds.all_agreements)
        self.page.add_agreement.connect(lambda: self.deeds.agreement(None, self._recipient))
        self.page.agreement.connect(self.deeds.agreement)
        self.page.shut_out.connect(lambda: self.deeds.shut_out(self._recipient))
        self.page.let_in.connect(self.deeds.let_in)
        self.page.taken_over.connect(self._taken_over)
        self.page.how_it_was.connect(self.deeds.how_it_was)

    def arrive(
        self,
        *,
        recipient: RecipientId | None = None,
        flow: int | None = None,
        agreement: int = 0,
        draft: str = "",
        **_wanted: Any,
    ) -> None:
        """Show `recipient`, or that of `flow`; put the caret into the search.

        A `draft` is of one of the dialogs here, which opens again; an `agreement` opens the list.
        """
        if draft:
            recipient = self.deeds.take_up(draft) or recipient
        if flow is not None:
            recipient = self.office.desk.book.flow_on(
                FlowId(flow), self.office.desk.clock.today()
            ).recipient
        if agreement:
            soon(self, lambda: self.deeds.agreements(agreement))
        if recipient is not None:
            self._show(recipient)
            self.list.pick(recipient)
            self.splitter.read()
        else:
            self.splitter.back()
        self.list.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, changed: frozenset[str]) -> None:
        """Read the list and the open page again."""
        if changed - {"disclosure"}:
            self._roster.ask(read_roster, self._on_roster)
        if self._recipient is not None:
            self._show(self._recipient)

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

    def primary(self) -> None:
        """Ask for a new recipient and show it."""
        from sharebook.ui.screens.recipients.recipient_dialog import RecipientDialog

        if not may_write(self.office.desk):
            return
        dialog = RecipientDialog(self.window(), self.office)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.saved is not None:
            self._recipient = dialog.saved.id
            self.office.changed.tell("recipient")

    def edit(self) -> None:
        """Change the recipient shown."""
        from sharebook.ui.screens.recipients.recipient_dialog import RecipientDialog

        if self._recipient is None:
            return
        known = self.office.desk.book.recipients()[self._recipient]
        if RecipientDialog(self.window(), self.office, known).exec():
            self.office.changed.tell("recipient")

    def pick_from_catalogue(self) -> None:
        """Tick ready-made recipients and purposes."""
        from sharebook.ui.screens.recipients.catalogue_dialog import CatalogueDialog

        dialog = CatalogueDialog(self.window(), self.office)
        if dialog.exec():
            self.office.changed.tell("recipient", "flow")
            self.office.toast.say(dialog.said)

    def _purpose(self, flow: Flow | None) -> None:
        from sharebook.ui.screens.recipients.purpose_dialog import PurposeDialog

        if self._recipient is None or not may_write(self.office.desk):
            return
        if PurposeDialog(self.window(), self.office, self._recipient, flow).exec():
            self.office.changed.tell("flow")

    def _taken_over(self) -> None:
        made = self.deeds.taken_over(self._recipient)
        if made is not None:
            self._recipient = made
            self.office.changed.tell("recipient", "flow", "exclusion")

    def narrow(self, *, small: bool) -> None:
        """Give the list less room in a small window."""
        super().narrow(small=small)
        if self._laid_out and small != self._small:
            self._small = small
            wide = 240 if small or look().size >= LARGE_TEXT else 290
            self.splitter.share(wide)
            self.list.setMinimumWidth(look().px(wide - 40))

    def _on_leave(self, finding: Finding) -> None:
        """Ask why a gap of this recipient may stay."""
        from sharebook.ui.screens.leave_dialog import LeaveDialog

        desk, recipient = self.office.desk, self._recipient
        if recipient is None:
            return
        name = desk.book.recipients()[recipient].name
        gap = Gap(finding, About.RECIPIENT.value, recipient, name)
        if LeaveDialog(self.window(), self.office, [gap]).exec():
            self.office.changed.tell("acknowledgement", "recipient")

    def _on_roster(self, roster: Roster) -> None:
        self.list.show_roster(roster)
        if self._recipient is not None:
            self.list.pick(self._recipient)

    def _show(self, recipient: RecipientId) -> None:
        self._recipient = recipient
        self._page_read.ask(lambda desk: read_recipient(desk, recipient), self._on_facts)

    def _on_facts(self, facts: RecipientFacts) -> None:
        self.page.show_facts(facts)
        self._right.setCurrentWidget(self.page)

    def _open(self, recipient: RecipientId) -> None:
        self._show(recipient)
        self.splitter.read()
        self.page.purposes.setFocus(Qt.FocusReason.OtherFocusReason)


SCREEN = RecipientsScreen

"""What the buttons on the recipients' page begin: the dialogs, and telling of what they wrote."""

from collections.abc import Callable

from sharebook.domain.agreements import Agreement
from sharebook.domain.flows import Flow
from sharebook.domain.names import FlowId, RecipientId
from sharebook.ui.may_write import may_write
from sharebook.ui.screens.base import Screen
from sharebook.ui.screens.half_typed import soon, texts_of
from sharebook.ui.screens.recipients.facts import ShutOut


class Deeds:
    """Opens the dialogs, each loaded when it is first wanted.

    Args:
        edit: changes the recipient shown.
        purpose: asks for a new purpose of it, or changes one.
    """

    def __init__(
        self, screen: Screen, edit: Callable[[], None], purpose: Callable[[Flow | None], None]
    ) -> None:
        self._screen = screen
        self._edit = edit
        self._purpose = purpose
        self._office = screen.office

    def all_agreements(self) -> None:
        """Open the list of agreements."""
        self.agreements()

    def agreements(self, wanted: int = 0) -> None:
        """Open the list of agreements, with one of them chosen."""
        from sharebook.ui.screens.recipients.agreements_dialog import AgreementsDialog

        AgreementsDialog(
            self._screen.window(), self._office, wanted, change=self.agreement, renew=self.renew
        ).exec()

    def agreement(self, known: Agreement | None, about: RecipientId | None = None) -> bool:
        """Add an agreement, or change one; say whether it was written."""
        from sharebook.ui.screens.recipients.agreement_dialog import AgreementDialog

        if not may_write(self._office.desk):
            return False
        dialog = AgreementDialog(self._screen.window(), self._office, known, about)
        return self._told(dialog.exec(), "agreement", "flow")

    def renew(self, agreement: Agreement) -> bool:
        """Renew an agreement; say whether it was written."""
        from sharebook.ui.screens.recipients.renew_dialog import RenewDialog

        dialog = RenewDialog(self._screen.window(), self._office, agreement)
        return self._told(dialog.exec(), "agreement")

    def shut_out(self, recipient: RecipientId | None) -> None:
        """Shut a child out of a recipient."""
        from sharebook.ui.screens.recipients.shut_out_dialog import ShutOutDialog

        if recipient is None or not may_write(self._office.desk):
            return
        to = self._office.desk.book.recipients()[recipient]
        dialog = ShutOutDialog(self._screen.window(), self._office, to, self._flows(recipient))
        self._told(dialog.exec(), "exclusion")

    def let_in(self, shut: ShutOut) -> None:
        """Let a child in again."""
        from sharebook.ui.screens.recipients.shut_out_dialog import LetInDialog

        if not shut.over and may_write(self._office.desk):
            window = self._screen.window()
            dialog = LetInDialog(window, self._office, shut.exclusion, shut.name)
            self._told(dialog.exec(), "exclusion")

    def how_it_was(self, flow: Flow) -> None:
        """Show a purpose's versions."""
        from sharebook.ui.screens.recipients.versions_dialog import VersionsDialog

        VersionsDialog(self._screen.window(), self._office, flow.id).exec()

    def taken_over(self, recipient: RecipientId | None) -> RecipientId | None:
        """Let another firm take a recipient's place; return the new one."""
        from sharebook.ui.screens.recipients.take_over_dialog import TakeOverDialog

        if recipient is None or not may_write(self._office.desk):
            return None
        old = self._office.desk.book.recipients()[recipient]
        flows = self._flows(recipient)
        dialog = TakeOverDialog(self._screen.window(), self._office, old, flows)
        dialog.exec()
        return dialog.saved.id if dialog.saved is not None else None

    def take_up(self, draft: str) -> RecipientId | None:
        """Open the dialog of a draft again; return the recipient it belongs to."""
        from sharebook.ui.screens.recipients import agreement_dialog, purpose_dialog

        texts, desk = texts_of(self._office.desk.drafting, draft), self._office.desk
        about = texts.about if texts else None
        part = texts.part if texts else ""
        if part == purpose_dialog.CHANGED and about is not None:
            flow = desk.book.flow_on(FlowId(about), desk.clock.today())
            soon(self._screen, lambda: self._purpose(flow))
            return flow.recipient
        if part == agreement_dialog.CHANGED and about is not None:
            soon(self._screen, lambda: self.agreement(desk.map.agreeing.agreement(about)))
            return None
        whose = RecipientId(about) if about is not None else None
        if part == purpose_dialog.NEW:
            soon(self._screen, lambda: self._purpose(None))
        elif part == agreement_dialog.NEW:
            soon(self._screen, lambda: self.agreement(None, whose))
        else:
            soon(self._screen, self._screen.primary if about is None else self._edit)
        return whose

    def _flows(self, recipient: RecipientId) -> tuple[Flow, ...]:
        desk = self._office.desk
        return tuple(desk.browsing.flows_to(recipient, desk.clock.today()))

    def _told(self, accepted: int, *nouns: str) -> bool:
        if accepted:
            self._office.changed.tell(*nouns)
        return bool(accepted)

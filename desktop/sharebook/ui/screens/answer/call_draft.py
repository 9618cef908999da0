"""A call that was interrupted: who rang about whom and what was noted is kept.

How the office knew the caller is not: whoever is on the telephone now is checked anew before
anything is told.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject

from sharebook.bootstrap.sealed_log import holds_key
from sharebook.domain.errors import Refused
from sharebook.domain.kept_drafts import KeptDraft, Texts
from sharebook.domain.names import PupilId
from sharebook.domain.pupils import Pupil
from sharebook.ui.keeper import Half, Keeper
from sharebook.ui.screens.answer.caller_panel import CallerPanel
from sharebook.ui.screens.base import Office
from sharebook.words.sentences import told

_KIND = "answer"


class CallDraft(QObject):
    """Looks after the half-written note of a call.

    Args:
        about: returns the child the call is about, None before one is chosen or once it is kept.
        begin: opens a call about a child.
    """

    def __init__(
        self,
        office: Office,
        call: CallerPanel,
        about: Callable[[], Pupil | None],
        begin: Callable[[PupilId], object],
    ) -> None:
        super().__init__(call)
        self._office = office
        self._call = call
        self._about = about
        self._begin = begin
        self._drafting = office.desk.drafting
        self._showing = self._back = False
        self.keeper = Keeper(self._drafting, _KIND, self._read, self)
        self.keeper.failed.connect(lambda trouble: office.toast.say(told(trouble)))
        call.changed.connect(self.keeper.touched)
        call.noted.connect(self.keeper.touched)

    def come_back(self, name: str = "") -> None:
        """Show the call called `name`, or without one the call that was on the screen."""
        found = [it for it in self._drafting.waiting(_KIND) if it.name == name or not name]
        wanted = [it for it in found if name or it.open]
        if name == self.keeper.name:
            self._back = True
        elif wanted:
            self._show(wanted[0])

    def came_back(self) -> bool:
        """Say, once, whether a call came back that the caret should go to."""
        back, self._back = self._back, False
        return back

    def look_for(self, pupil: PupilId) -> None:
        """Show the note about this child that waits, if a call about them begins."""
        if self._showing:
            return
        for draft in self._drafting.waiting(_KIND):
            state = self._drafting.state(draft, Texts)
            if state is not None and state.about == pupil:
                self.keeper.take_up(draft)
                self._call.show_state(state)
                return

    def make_room(self) -> None:
        """Let a half-written note wait while a call about another child begins."""
        about = self._about()
        waits = self.keeper.aside()
        if waits is not None and about is not None:
            words = f"The note about {about.full_name} is kept"
            self._office.toast.say(words, lambda: self.come_back(waits.name))

    def _read(self) -> Half | None:
        about = self._about()
        state = self._call.state()
        if about is None or not any(state.lines.values()):
            return None
        kept = Texts(state.lines, int(about.id), state.choices)
        words = f"Call about {about.full_name}"
        return Half(words, kept, sealed=holds_key(self._office.desk))

    def _show(self, draft: KeptDraft) -> None:
        state = self._drafting.state(draft, Texts)
        if state is None or state.about is None:
            return
        self._showing = True
        try:
            self._begin(PupilId(state.about))
        except Refused:  # the child was disposed of since
            self._drafting.throw_away(draft)
            return
        finally:
            self._showing = False
        self.keeper.take_up(draft)
        self._call.show_state(state)
        self.keeper.touched()
        self._back = True

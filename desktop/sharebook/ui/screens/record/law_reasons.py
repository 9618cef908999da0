"""What the law panel may offer here, and what opens when somebody asks why."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton

from sharebook.catalogues.choosing import for_school
from sharebook.domain.catalogue import Catalogues
from sharebook.domain.drafts import Draft
from sharebook.domain.findings import Finding
from sharebook.ui.screens.base import Screen
from sharebook.words.sentences import told

KEY = "Ctrl+F1"
_CHAIN = "What this rests on"


class LawReasons:
    """Remembers the form as it stands, for the button and for its key."""

    def __init__(self, screen: Screen, why: QPushButton) -> None:
        self._screen = screen
        self._found: Sequence[Finding] = ()
        self._draft = Draft()
        self._offered: tuple[object, Catalogues] | None = None
        key = QShortcut(QKeySequence(KEY), screen)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self.show)
        why.clicked.connect(self.show)

    def take(self, found: Sequence[Finding], draft: Draft) -> None:
        """Remember what is asked now."""
        self._found, self._draft = found, draft

    def offered(self, draft: Draft) -> Catalogues:
        """Return the rows this school may choose from on the day.

        With the data protection officer's reason in the form, what the law else closes to this
        type of school stands in the lists too.
        """
        desk = self._screen.office.desk
        school, day = desk.school(), self._day(draft)
        every = desk.catalogues
        opened = bool(draft.basis.override_reason.strip())
        asked = (id(every), school.kind, school.nation, day, opened)
        if self._offered is None or self._offered[0] != asked:
            rows = for_school(every, school.kind, school.nation, day, opened=opened)
            self._offered = (asked, rows)
        return self._offered[1]

    def show(self) -> None:
        """Open the law behind each question, and behind the reasons chosen so far."""
        from sharebook.ui.dialogs.why import Asked, WhyDialog

        explaining = self._screen.office.desk.explaining
        day = self._day(self._draft)
        asked = [Asked(told(each), explaining.finding(each, day)) for each in self._found]
        chain = explaining.chain(self._draft.basis, day)
        if chain:
            asked.append(Asked(_CHAIN, chain))
        WhyDialog(self._screen.window(), asked).exec()

    def _day(self, draft: Draft) -> date:
        return draft.day or self._screen.office.desk.clock.today()

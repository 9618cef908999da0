"""The page of one child: who, what must be known first, and the tabs."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from sharebook.ui import actions
from sharebook.ui.chips import Chip
from sharebook.ui.look import look
from sharebook.ui.room import LARGE_TEXT
from sharebook.ui.screens.pupils.answer_tab import AnswerTab
from sharebook.ui.screens.pupils.contacts_tab import ContactsTab
from sharebook.ui.screens.pupils.details_tab import DetailsTab
from sharebook.ui.screens.pupils.dossier import Dossier
from sharebook.ui.screens.pupils.timeline_tab import Period, TimelineTab
from sharebook.ui.screens.sealed_notice import SealedNotice, place, tell
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.chip import ChipLabel
from sharebook.ui.widgets.flow import FlowLayout
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.segments import Segments
from sharebook.ui.widgets.sheet import line, row

TABS = ("Timeline", "Answer", "Contacts", "Details")


class PupilPage(QFrame):
    """Shows a Dossier.

    Signals:
        answer, record: the button was pressed.
        entry: the number of an entry of the log a person opened.
        wanted: a deed about the child, and what of it.
        visited: the id of a child of the same household.

    Args:
        period: of the timeline.
        sealed: for whoever holds the key of the compartment.
    """

    answer = Signal()
    record = Signal()
    entry = Signal(object)
    wanted = Signal(str, object)
    visited = Signal(object)

    def __init__(self, period: Period, sealed: SealedNotice | None = None) -> None:
        super().__init__()
        self.sealed = sealed
        self.setProperty("f", "sheet")
        self.name = label("", "h1", wrap=True)
        self.about = label("", "muted", wrap=True)
        self._large = look().size >= LARGE_TEXT
        keys = ("", "") if self._large else (actions.said("answer"), actions.said("record"))
        self.answer_button = button("Answer a parent", "go", "phone", keys[0])
        self.record_button = button("Record", "", "pen", keys[1])
        self.chips = QWidget()
        self._chip_flow = FlowLayout(look().px(8))
        self.chips.setLayout(self._chip_flow)
        self.tabs = Segments([(words, words) for words in TABS], "Part of the page")
        self.timeline = TimelineTab(period)
        self.told = AnswerTab()
        self.contacts = ContactsTab()
        self.details = DetailsTab()
        self._stack = QStackedWidget()
        for tab in (self.timeline, self.told, self.contacts, self.details):
            self._stack.addWidget(tab)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        tabs = row(self.tabs, 1)
        if not self._large:  # with large text the tabs need their line for themselves
            tabs.addWidget(self.timeline.period)
        column = QVBoxLayout(self)
        pad = look().px(12)
        column.setContentsMargins(look().px(20), pad, pad, pad)
        column.setSpacing(look().px(8))
        column.addLayout(self._top())
        column.addWidget(self.chips)
        place(column, self.sealed)
        column.addLayout(tabs)
        if self._large:
            column.addLayout(row(1, self.timeline.period))
        column.addWidget(line("rule"))
        column.addWidget(self._stack, 1)

    def _top(self) -> QVBoxLayout:
        top = QVBoxLayout()
        top.setSpacing(look().px(2))
        buttons = row(self.answer_button, self.record_button)
        names = row()
        names.addWidget(self.name, 1)
        top.addLayout(names)
        top.addWidget(self.about)
        if self._large:  # beside the name there is no room for them
            buttons.addStretch(1)
            top.addLayout(buttons)
        else:
            names.addLayout(buttons)
            names.setAlignment(buttons, Qt.AlignmentFlag.AlignTop)
        return top

    def _connect(self) -> None:
        self.answer_button.clicked.connect(self.answer)
        self.record_button.clicked.connect(self.record)
        self.tabs.chosen.connect(self._on_tab)
        self.timeline.opened.connect(self.entry)
        self.contacts.wanted.connect(self.wanted)
        self.details.wanted.connect(self.wanted)
        self.details.visited.connect(self.visited)

    def only_read(self) -> None:
        """Offer nothing that changes anything."""
        self.contacts.only_read()
        self.details.only_read()

    def show_dossier(self, dossier: Dossier) -> None:
        """Show one child; the tab stays."""
        self.setAccessibleName(dossier.pupil.full_name)
        self.name.setText(dossier.pupil.full_name)
        self.about.setText(dossier.about)
        self._show_chips(dossier.chips)
        tell(self.sealed, dossier.pupil.id)
        self.timeline.show_story(dossier.moments)
        self.told.show_answer(dossier.answer)
        self.contacts.show_contacts(dossier.contacts)
        self.details.show_details(dossier.details)

    def _show_chips(self, chips: Sequence[Chip]) -> None:
        while (item := self._chip_flow.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for chip in chips:
            self._chip_flow.addWidget(ChipLabel(chip))
        self.chips.setVisible(bool(chips))

    def _on_tab(self, words: object) -> None:
        place = TABS.index(str(words))
        self._stack.setCurrentIndex(place)
        self.timeline.period.setVisible(place == 0)

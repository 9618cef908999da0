"""Record a disclosure: five answers save it; what the law asks stands beside them."""

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QWidget

from sharebook.domain.disclosures import GAVE_DATA, Disclosure
from sharebook.domain.errors import SharebookError
from sharebook.domain.names import PupilId, RecipientId
from sharebook.domain.sealed import said_number
from sharebook.ui.look import look
from sharebook.ui.room import ACROSS, DOWN, Room, room_of, stacks
from sharebook.ui.screens.base import Office
from sharebook.ui.screens.fitted import FittedScreen
from sharebook.ui.screens.record.asked import take_request
from sharebook.ui.screens.record.copies import Copies
from sharebook.ui.screens.record.correcting import Correcting
from sharebook.ui.screens.record.drafts import FormDrafts
from sharebook.ui.screens.record.filling import Filling, asked_for
from sharebook.ui.screens.record.form import Form
from sharebook.ui.screens.record.form_dialogs import fill_from_template, show_full_form
from sharebook.ui.screens.record.law_blocks import Wanted
from sharebook.ui.screens.record.law_facts import facts_of
from sharebook.ui.screens.record.law_panel import LawPanel
from sharebook.ui.screens.record.law_reasons import LawReasons
from sharebook.ui.screens.record.pupils_listing import Listing
from sharebook.ui.screens.record.saving import Saving
from sharebook.ui.screens.record.what_happened import ERROR
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.sheet import line, panel, row

_FORM_TALL = 240
_PAUSE = 80  # milliseconds after the last key; the panel follows within 150


class RecordScreen(FittedScreen):
    """Form at the left, the law at the right."""

    name = "record"
    title = "Record a disclosure"
    shows = frozenset({"pupil", "spell", "recipient", "flow", "heading", "exclusion", "disclosure"})

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self.form = Form(office.desk)
        self.correcting = Correcting()
        self.law = LawPanel()
        self._why = LawReasons(self, self.law.why)
        self.again = button("Same as &last time", "", "undo")
        self.templates = button("Tem&plates…", "", "doc")
        self.save = button("Sa&ve disclosure", "go", "check", "Ctrl Enter")
        self.save_more = button("Save and do ano&ther")
        self.throw = button("Th&row away", "quiet")
        copies = Copies(office, self.form)
        self.drafts = FormDrafts(office, self.form, self.correcting, copies, self)
        self.listing = Listing(office, self.form, self)
        self.filling = Filling(office, self.form, self.drafts)
        self.saving = Saving(office, self.form, self.correcting, copies, self)
        self._wrong: tuple[Disclosure, bool] | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        self._connect()
        self.drafts.come_back()
        self._advise()

    def _lay_out(self) -> None:
        self.buttons.addWidget(self.drafts.button)
        self.buttons.addWidget(self.templates)
        self.buttons.addWidget(self.again)
        self._sheets = QBoxLayout(ACROSS)
        self._sheets.setSpacing(look().px(14))
        self._sheets.addWidget(self._form_sheet(), 1)
        self._sheets.addWidget(self.law)
        self.body.addLayout(self._sheets, 1)
        QWidget.setTabOrder(self.throw, self.drafts.button)
        QWidget.setTabOrder(self.drafts.button, self.templates)
        QWidget.setTabOrder(self.templates, self.again)

    def _form_sheet(self) -> QFrame:
        frame, column = panel("sheet", 14, 8)
        side = look().px(16)
        column.setContentsMargins(side, look().px(12), side, look().px(10))
        note = label("Five answers, then save", "small")
        column.addLayout(row(label("What happened", "h2"), 1, note))
        column.addWidget(line("rule"))
        column.addWidget(self.correcting)
        column.addWidget(self.form, 1)
        column.addWidget(line())
        self._acts = row(self.save, self.save_more, 1, self.throw)
        column.addLayout(self._acts)
        return frame

    def _connect(self) -> None:
        self.form.changed.connect(self._on_changed)
        self._pause.timeout.connect(self._advise)
        self.law.wanted.connect(self._on_wanted)
        self.again.clicked.connect(self._on_again)
        self.templates.clicked.connect(self._on_templates)
        self.form.rest.form_wanted.connect(lambda: show_full_form(self.office, self.form))
        self.form.turned.connect(lambda _kind: self._name_buttons())
        self.save.clicked.connect(self.primary)
        self.save_more.clicked.connect(self._on_save_more)
        self.throw.clicked.connect(self._on_throw)
        self.drafts.shown.connect(self._on_shown)

    def arrive(
        self,
        *,
        pupil: PupilId | None = None,
        recipient: RecipientId | None = None,
        flow: int | None = None,
        correct: int | None = None,
        again: int | None = None,
        draft: str | None = None,
        **wanted: Any,
    ) -> None:
        """Put the caret into the first question, and take what is handed over.

        Args:
            pupil: a child to put in.
            recipient: to whom.
            flow: for what.
            correct: the number of an entry to put right.
            again: the number of an entry to do once more.
            draft: the name of a half-typed form to carry on with.
            wanted: `copy`, the number of an entry to record again for others; `sealed` for the
                sealed log; `due`, with all its pupils; `request` to decide.
        """
        if draft is not None:
            self.drafts.carry_on(draft)
        if take_request((self.office, self.form, self.correcting, self.drafts), wanted):
            return
        given = (pupil, recipient, flow, correct, again, wanted.get("copy"))
        if given == (None,) * len(given) and self.drafts.put_caret():
            self._advise()  # what came back was judged before the page had its width
            return
        entry = asked_for(correct=correct, again=again, copy=wanted.get("copy"))
        self._take_entry(*entry, sealed=bool(wanted.get("sealed")))
        save = self.save if wanted.get("due") else None
        due = self.listing.begin(recipient, flow, self.drafts, save)
        if pupil is not None:
            self.form.add_pupil(pupil)
        self._advise()
        self._put_caret(entry[1], due)

    def _put_caret(self, how: str, due: QWidget | None) -> None:
        """Put the caret where something is missing, or in the first question."""
        five = self.form.five
        firsts: dict[str, QWidget] = {"correct": self.correcting.inner, "copy": five.pupils}
        where = due or firsts.get(how, five.recipient)
        where.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if where is five.recipient:
            five.recipient.select_all()

    def _take_entry(self, number: int, how: str, *, sealed: bool) -> None:
        if number:
            self.filling.entry(number, how, sealed=sealed)
        if number or (sealed and self.filling.seal()):
            self.correcting.begin(number if how == "correct" else None)
            self._name_page()

    def _name_page(self) -> None:
        number = self.correcting.number
        said = said_number(number or 0, sealed=self.form.sealed)
        self.heading.setText(self.title if number is None else f"Put right entry {said}")
        self.save_more.setVisible(number is None)

    def _on_shown(self, since: str) -> None:
        """Fit the page to a form that was brought back, put back, or cleared."""
        self.eyebrow.setText(since)
        self.eyebrow.setVisible(bool(since))
        self._name_page()
        self._advise()

    def search(self) -> None:
        """Put the caret into the first question."""
        self.arrive()

    def refresh(self, changed: frozenset[str]) -> None:
        """Offer new recipients and children; what is typed stays."""
        if changed - {"disclosure"}:
            self.form.five.forget()
        self.drafts.count()
        self._advise()

    def _on_changed(self) -> None:
        focused = QApplication.focusWidget()
        for field in self.form.fields:
            here = focused is not None and field.isAncestorOf(focused)
            if here and field.message:
                field.complain("")
        self._pause.start()

    def _advise(self) -> None:
        """Ask the checks about the form as it stands, and show what they say."""
        self._pause.stop()
        desk, draft = self.office.desk, self.form.draft
        blank = draft.recipient is None and not draft.items
        sealed, today = self.form.sealed, desk.clock.today()
        with desk.book.held():
            found = () if blank else desk.judging.draft(draft, today, sealed=sealed)
            facts = facts_of(desk, draft, self.form.five.out)
        self.form.mark(found)
        self.law.can_seal = self.form.seal is not None and not self.form.stays
        self._why.take(found, draft)
        self.law.show_advice(found, facts, draft.day or today, self._why.offered(draft))

    def _on_wanted(self, wanted: Wanted) -> None:
        self.form.take(wanted)
        self._advise()
        left = [block.use for block in self.law.warnings if block.use.isVisible()]
        (left[0] if left else self.save).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_again(self) -> None:
        self.filling.last()
        self._advise()

    def _on_templates(self) -> None:
        if fill_from_template(self.office, self.form, self.drafts):
            self._advise()

    def _name_buttons(self) -> None:
        tight = room_of(self) is Room.TIGHT
        self.again.setText(" &Last time" if tight else " Same as &last time")
        act = "disclosure" if self.form.kinds.kind.decision in GAVE_DATA else "decision"
        self.save.setText(f" Sa&ve {act}" if tight else f" Sa&ve {act}     Ctrl Enter")

    def _on_throw(self) -> None:
        before, back = self.drafts.state(), self.drafts.way_back()
        self._begin_anew()
        if before is not None:
            self.office.toast.say("Draft thrown away", back)

    def _begin_anew(self) -> None:
        self.form.five.recipient.setFocus(Qt.FocusReason.OtherFocusReason)  # a row with it stays
        self.correcting.begin(None)
        self.form.begin()
        self.drafts.forget()

    def primary(self) -> None:
        """Save, and show an empty form."""
        if self._save():
            self._begin_anew()
            self._what_now()

    def _on_save_more(self) -> None:
        if self._save():
            self.drafts.forget()
            self.form.begin_another()
            self._advise()
            self.drafts.keeper.touched()
            self._what_now()

    def put_away(self) -> bool:
        """Keep what is half-typed."""
        return self.drafts.keeper.now()

    def _save(self) -> bool:
        """Write the entry; say under its field, or in a panel, why it would not go."""
        sealed, wrong = self.form.sealed, self.form.kinds.kind is ERROR
        try:
            entry = self.saving.save()
        except SharebookError as problem:
            self._advise()
            self.saving.tell(problem)
            return False
        self._wrong = (entry, sealed) if wrong else None
        return True

    def _what_now(self) -> None:
        """Say what to do first, if what was saved went wrong."""
        wrong, self._wrong = self._wrong, None
        if wrong is not None:
            self.saving.what_now(wrong[0], sealed=wrong[1])

    def narrow(self, *, small: bool) -> None:
        """Give the form more room in a small window, or with large text."""
        room = room_of(self)
        super().narrow(small=small or room < Room.WIDE)
        if hasattr(self, "law"):
            under = stacks(self)
            for line_of in (self._sheets, self._acts):
                line_of.setDirection(DOWN if under else ACROSS)
            self.form.setMinimumHeight(look().px(_FORM_TALL) if under else 0)
            self.law.fit(room, under=under)
            self._name_buttons()


SCREEN = RecordScreen

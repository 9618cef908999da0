"""Answer a parent: who has this child's data, on the telephone, in ten seconds."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QWidget

from sharebook.domain.answers import Answer
from sharebook.domain.errors import Refused, SharebookError
from sharebook.domain.names import PupilId
from sharebook.domain.pupils import Pupil
from sharebook.services.answering import CallNote
from sharebook.services.wording import Wording
from sharebook.ui.look import look
from sharebook.ui.may_write import for_writers, may_write
from sharebook.ui.room import ACROSS, DOWN, Room, room_of, stacks
from sharebook.ui.screens.answer.answer_view import AnswerView
from sharebook.ui.screens.answer.around import about, asked, is_gone, lead, told_nothing, under
from sharebook.ui.screens.answer.ask_first import AskFirst
from sharebook.ui.screens.answer.call_draft import CallDraft
from sharebook.ui.screens.answer.caller_panel import CallerPanel
from sharebook.ui.screens.answer.child_box import ChildBox
from sharebook.ui.screens.answer.twin_line import TwinLine
from sharebook.ui.screens.answer.words import CHECK_SEALED, EMPTY
from sharebook.ui.screens.base import Office
from sharebook.ui.screens.fitted import FittedScreen
from sharebook.ui.screens.sealed_notice import notice_for, place, tell
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.date_field import DateField
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.segments import Segments
from sharebook.ui.widgets.sheet import panel, row

_FOUND = 20
_ANSWER_TALL = 260
_NOW, _PAST = "now", "past"


class AnswerScreen(FittedScreen):
    """Child on top, the call on the left, the answer on the right."""

    name = "answer"
    title = "Answer a parent"
    shows = frozenset({"pupil", "spell", "contact", "flow", "recipient", "disclosure", "heading"})

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self.pupil: Pupil | None = None
        self.given: Answer | None = None
        self._kept = False
        self._make()
        self._lay_out()
        self._connect()
        self._show_state()
        self.half.come_back()

    def _make(self) -> None:
        desk = self.office.desk
        self.child = ChildBox(partial(desk.answering.find, limit=_FOUND), partial(about, desk))
        self.call = CallerPanel(desk.catalogues)
        self.half = CallDraft(self.office, self.call, lambda: self._unkept, self.show_child)
        self.view = AnswerView()
        self.ask_first = AskFirst(lead(desk))
        self.hint = label("", "lead", wrap=True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.who = label("", "h2", wrap=True)
        self.about = label("", "small", wrap=True)
        self.twin = TwinLine(desk)
        self.sealed = notice_for(self.office, CHECK_SEALED)
        self.when = Segments([("&Now", _NOW), ("On a past &day…", _PAST)], "As it was when?")
        self._date = DateField(desk.clock)
        self.day = Field("day", "&Go back to which day?", self._date)
        self.save = button("&Save call note", "go", "check", "Ctrl Enter")
        self.print = button("&Print", "", "print", "F4")
        self.another = button("Another child", "", "search", "F2")

    def _lay_out(self) -> None:
        words = label("&Child: type three letters", "small")
        words.setBuddy(self.child)
        self.buttons.addLayout(row(words, self.child))
        self._sheets = QBoxLayout(ACROSS)
        self._sheets.setSpacing(look().px(14))
        self._sheets.addWidget(self.call)
        self._sheets.addWidget(self._answer_sheet(), 1)
        self.body.addLayout(self._sheets, 1)

    def _answer_sheet(self) -> QWidget:
        frame, column = panel("sheet", 14, 10)
        self._named = QWidget()
        top = QHBoxLayout(self._named)
        top.setContentsMargins(0, 0, 0, 0)
        top.addLayout(under(self.who, self.about, self.twin), 1)
        top.addWidget(self.when, 0, Qt.AlignmentFlag.AlignTop)
        self.stack = QStackedWidget()
        for page in (self.hint, self.view, self.ask_first):
            self.stack.addWidget(page)
        self.day.setMaximumWidth(look().px(300))
        column.addWidget(self._named)
        place(column, self.sealed)
        column.addWidget(self.day)
        column.addWidget(self.stack, 1)
        column.addLayout(row(self.save, self.print, 1, self.another))
        return frame

    def _connect(self) -> None:
        self.child.picked.connect(self.show_child)
        self.call.changed.connect(self._on_call_changed)
        self.call.noted.connect(self._on_noted)
        self.when.chosen.connect(self._on_when)
        self._date.chosen.connect(lambda _day: self._compute())
        for_writers(self.office.desk, self.save)
        self.save.clicked.connect(self.primary)
        self.print.clicked.connect(self.print_what_is_shown)
        self.another.clicked.connect(self.child.begin)
        self.ask_first.asked.connect(lambda: self._end_call(asked(self.office.desk)))
        self.ask_first.ended.connect(lambda: self._end_call(""))

    @property
    def _unkept(self) -> Pupil | None:
        return None if self._kept else self.pupil

    def arrive(self, *, pupil: PupilId | None = None, draft: str = "", **_wanted: Any) -> None:
        """Put the caret into the child box, or open the call about `pupil`, or a `draft` of one."""
        if draft:
            self.half.come_back(draft)
        if pupil is not None:
            self.show_child(pupil)
        elif self.half.came_back():
            self.call.note.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.child.begin()

    def put_away(self) -> bool:
        """Keep a half-written note."""
        return self.half.keeper.now()

    def search(self) -> None:
        """Put the caret into the child box."""
        self.child.begin()

    def show_child(self, pupil: PupilId) -> None:
        """Begin a call about this child; the keyboard goes to the callers."""
        desk = self.office.desk
        self.half.make_room()
        self.pupil = desk.answering.pupil(pupil)
        self.child.show_child(self.pupil.full_name)
        self.call.begin_with(desk.answering.contacts(pupil))
        self.call.keep_order(self.child)
        self.when.choose(_NOW)
        self._date.show_day(None)
        self._compute()
        self.call.callers.begin()
        self.half.look_for(pupil)

    def refresh(self, changed: frozenset[str]) -> None:
        """Compute the answer again; new contacts begin the call again."""
        answering = self.office.desk.answering
        if self.pupil is None or is_gone(self.office.desk, self.pupil):
            self.pupil = self.given = None
            self._show_state()
        elif changed & {"contact", "*"} and not self.call.shows(answering.contacts(self.pupil.id)):
            self.show_child(self.pupil.id)
        else:
            self.pupil = answering.pupil(self.pupil.id)
            self._compute()

    def _compute(self) -> None:
        """Compute the answer from the register; a few milliseconds, also for a large one."""
        assert self.pupil is not None  # noqa: S101 - asked only while a child is shown
        desk, day = self.office.desk, self._date.day if self.when.value == _PAST else None
        self.given = desk.answering.answer(self.pupil.id, as_at=day)
        worded = Wording(desk.catalogues, desk.book.headings()).answer(self.given)
        self.who.setText(worded.pupil)
        self.about.setText(worded.about)
        self.twin.show_child(self.pupil)
        self.view.show_answer(worded)
        self._kept = False
        self._show_state()

    def _show_state(self) -> None:
        """Show the answer to an allowed caller who was checked; else the hint, or ask first."""
        chosen, told, caller = self.pupil is not None, self.told, self.call.caller
        ask = caller is not None and not caller.may_hear
        page: QWidget = self.ask_first if ask else self.view if told else self.hint
        self.stack.setCurrentWidget(page)
        self.hint.setText(EMPTY[chosen])
        self._named.setVisible(chosen)
        tell(self.sealed, self.pupil.id if self.pupil else None)
        self.call.setEnabled(chosen)
        self.day.setVisible(chosen and self.when.value == _PAST)
        self.save.setVisible(told)
        self.print.setVisible(told)
        self.another.setVisible(ask)
        self._show_kept()

    def _show_kept(self) -> None:
        self.call.show_kept(kept=self._kept)
        self.save.setEnabled(not self._kept)

    @property
    def told(self) -> bool:
        """Whether the answer is on the screen."""
        return self.pupil is not None and self.call.may_hear

    def _on_call_changed(self) -> None:
        self._kept = False
        self._show_state()

    def _on_noted(self) -> None:
        self._kept = False
        self._show_kept()

    def _on_when(self, value: object) -> None:
        if value == _PAST:
            self._show_state()
            self._date.setFocus(Qt.FocusReason.OtherFocusReason)
        if value == _NOW or self._date.day is not None:
            self._compute()

    def primary(self) -> None:
        """Keep the call note, with the answer exactly as it was given."""
        if self.given is None or self._kept or not may_write(self.office.desk):
            return
        if not self.told:
            self._refuse()
            return
        if self._keep(self.given, self.call.call(told=True)):
            self._kept = True
            self._show_kept()
            self.office.toast.say("Call note kept")

    def _refuse(self) -> None:
        """Say what is missing before an answer may be given."""
        caller = self.call.caller
        if caller is not None and caller.may_hear:
            self.office.telling.tell(Refused("caller_unchecked", "known_by"), self._fields)
        elif caller is not None:
            self.ask_first.ask.click()
        else:
            self.call.callers.begin()

    def _end_call(self, before: str) -> None:
        """Keep that someone rang and was told nothing, then wait for the next child."""
        if self.given is None:
            return
        if self._keep(
            replace(self.given, lines=(), events=()), self.call.call(told=False, before=before)
        ):
            self.office.toast.say(told_nothing(self.office.desk))
            self.pupil = self.given = None
            self.call.begin_with(())
            self.call.keep_order(self.child)
            self.child.clear()
            self._show_state()
            self.child.begin()

    def _keep(self, given: Answer, call: CallNote) -> bool:
        if not may_write(desk := self.office.desk):
            return True
        try:
            desk.answering.keep_call(given, call, desk.person)
        except SharebookError as problem:
            self.office.telling.tell(problem, self._fields)
            return False
        self.half.keeper.forget()
        self.office.changed.tell("call")
        return True

    @property
    def _fields(self) -> tuple[Field, ...]:
        return (self.call.name, self.call.known)

    def print_what_is_shown(self) -> None:
        """Open this child's log in the documents screen (F4), once the caller may have it."""
        if self.pupil is None:
            self.child.begin()
        elif self.stack.currentWidget() is not self.view:
            self.call.callers.begin()
        else:
            self.office.go("reports", pupil=self.pupil.id, called=self.pupil.full_name)

    def narrow(self, *, small: bool) -> None:
        """Fold "last sent" under "how often" in a small window, or with large text."""
        room = room_of(self)
        super().narrow(small=small or room < Room.WIDE)
        if hasattr(self, "view"):
            self.child.fit(room)
            over = stacks(self)
            self._sheets.setDirection(DOWN if over else ACROSS)
            self.call.fit(room, over=over)
            self.ask_first.fit(room)
            self.view.fit(small=room < Room.WIDE)
            # Last: asking for room makes the pages below settle how wide they are.
            self.stack.setMinimumHeight(look().px(_ANSWER_TALL) if over else 0)


SCREEN = AnswerScreen

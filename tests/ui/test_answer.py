"""Answering a parent by the keyboard alone, and never to the wrong person."""

import time
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from sharebook.domain.calls import Call
from sharebook.domain.names import PupilId
from sharebook.domain.recorded import known_at
from sharebook.services.wording import Wording
from sharebook.ui.main_window import MainWindow
from sharebook.ui.screens.answer.answer_view import AnswerView
from sharebook.ui.shell import Shell
from sharebook.ui.telling import Telling
from sharebook.ui.widgets.toast import Toast
from tests.stories.hands import focused
from tests.stories.small_school import make_school

Key = Qt.Key


@pytest.fixture
def desk(tmp_path):
    made = make_school(tmp_path / "Example Lane Primary School.sharebook")
    yield made
    made.close()


@pytest.fixture
def shell(qtbot, desk, background, answers):
    window = MainWindow()
    qtbot.addWidget(window)
    made = Shell(desk, background, answers, Telling(answers), Toast(window))
    window.put(made)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    made.go("answer")
    screen: Any = made.here
    qtbot.waitUntil(lambda: QApplication.focusWidget() is screen.child)
    return made


@pytest.fixture
def screen(shell):
    return shell.here


def press(*keys):
    for key in keys:
        QTest.keyClick(focused(), key)


def typed(text):
    QTest.keyClicks(focused(), text)


def call_about(screen, letters):
    typed(letters)
    press(Key.Key_Return)


def kept(desk):
    return known_at(desk.register.current(Call), None)


def shows_answer(screen):
    return screen.stack.currentWidget() is screen.view


def test_three_letters_enter_arrow_tab_and_space_are_enough(screen):
    call_about(screen, "jun")
    press(Key.Key_Down, Key.Key_Tab, Key.Key_Space)

    assert screen.who.text() == "Juno Sampleton"
    assert shows_answer(screen)
    assert screen.view.spoken.text().startswith("“Five organisations get Juno’s information")


def test_the_list_says_name_class_and_birthday(qtbot, screen):
    typed("sam")
    qtbot.waitUntil(screen.child.popup.isVisible)

    shown = [(it.words, it.second) for it in screen.child.popup.table.shown]
    assert shown[0] == ("Juno Sampleton", "Year 4, Kingfisher. Born 14 March 2018.")
    assert shown[1][0] == "Kit Sampleton"


def test_arrows_choose_in_the_list(qtbot, screen):
    typed("sam")
    qtbot.waitUntil(screen.child.popup.isVisible)
    press(Key.Key_Down, Key.Key_Return)

    assert screen.pupil.full_name == "Kit Sampleton"


def test_a_name_nobody_has_offers_the_nearest(qtbot, screen):
    typed("sampson")
    qtbot.waitUntil(screen.child.popup.isVisible)

    words = [it.words for it in screen.child.popup.table.shown]
    assert words[0].startswith("Nobody here matches")
    assert "Juno Sampleton" in words


def test_no_caller_chosen_means_no_answer(screen):
    call_about(screen, "jun")
    screen.call.known_by.boxes["rang_back"].click()

    assert screen.call.caller is None
    assert not shows_answer(screen)
    assert not screen.save.isVisible()


def test_no_way_of_knowing_ticked_means_no_answer(screen):
    call_about(screen, "jun")
    press(Key.Key_Down)

    assert screen.call.caller.contact.name == "Dana Sampleton"
    assert not shows_answer(screen)


@pytest.mark.parametrize("steps", [2, 3, 4])
def test_barred_unsure_and_unknown_callers_get_the_same_panel(screen, steps):
    call_about(screen, "jun")
    press(Key.Key_Down, Key.Key_Tab, Key.Key_Space)
    assert shows_answer(screen)
    screen.call.callers.begin()
    press(*[Key.Key_Down] * (steps - 1))

    assert screen.stack.currentWidget() is screen.ask_first
    assert not screen.print.isVisible()
    words = [each.text() for each in screen.ask_first.findChildren(QLabel)]
    assert "Check with the safeguarding lead before answering" in words


def test_the_barred_row_says_so_in_words(screen):
    call_about(screen, "jun")

    said = screen.call.callers.rows[1].accessibleName()
    assert "No contact: court order" in said
    assert "Tell him nothing. Say: “I will ask someone to ring you back.”" in said


def test_saving_keeps_who_rang_and_the_answer_given(desk, screen):
    call_about(screen, "jun")
    press(Key.Key_Down, Key.Key_Tab, Key.Key_Space)
    screen.call.note.setPlainText("Asked who has the allergy list.")
    screen.primary()
    screen.primary()

    (call,) = kept(desk)
    assert (call.caller_name, call.known_by) == ("Dana Sampleton", ("rang_back",))
    assert call.organisations == 6
    assert call.note == "Asked who has the allergy list."


def test_a_barred_caller_is_noted_and_was_told_nothing(desk, screen):
    call_about(screen, "jun")
    press(Key.Key_Down, Key.Key_Down)
    screen.ask_first.ask.click()

    (call,) = kept(desk)
    assert (call.caller, call.caller_name, call.organisations) == (None, "Rex Sampleton", 0)
    assert call.note.startswith("Asked the safeguarding lead to ring back.")
    assert screen.pupil is None


def test_someone_else_must_leave_a_name(desk, screen):
    call_about(screen, "jun")
    press(*[Key.Key_Down] * 4)
    screen.ask_first.end.click()

    assert kept(desk) == []
    assert screen.call.name.message == "Write down who is calling."


def test_a_child_nobody_shares_says_so(screen):
    call_about(screen, "nob")
    press(Key.Key_Down, Key.Key_Tab, Key.Key_Space)

    assert shows_answer(screen)
    assert screen.view.lines == []
    assert screen.view.spoken.text() == "“No organisation has Ada’s information from us.”"


def test_a_past_day_answers_as_it_was(screen):
    call_about(screen, "jun")
    press(Key.Key_Down, Key.Key_Tab, Key.Key_Space)
    assert len(screen.view.lines) == 7
    screen.when.choose("past")
    screen._on_when("past")
    screen._date.setText("1 Mar 2026")
    screen._date.editingFinished.emit()

    assert len(screen.view.lines) == 5


def test_a_new_child_begins_a_new_call(screen):
    call_about(screen, "jun")
    press(Key.Key_Down, Key.Key_Tab, Key.Key_Space)
    screen.child.begin()
    call_about(screen, "otis")

    assert screen.call.caller is None
    assert screen.call.known_by.codes == ()
    assert not shows_answer(screen)


def test_nothing_is_printed_for_a_barred_caller(screen, monkeypatch):
    gone: list[object] = []
    monkeypatch.setattr(screen, "office", replace(screen.office, go=gone.append))
    call_about(screen, "jun")
    press(Key.Key_Down, Key.Key_Down)
    screen.print_what_is_shown()

    assert screen.stack.currentWidget() is screen.ask_first
    assert gone == []


def test_print_opens_this_childs_log_once_the_caller_is_known(desk, screen, monkeypatch):
    gone = []

    def go(name: str, /, **wanted: Any) -> None:
        gone.append((name, wanted))

    monkeypatch.setattr(screen, "office", replace(screen.office, go=go))
    call_about(screen, "jun")
    screen.print_what_is_shown()
    assert gone == []
    press(Key.Key_Down, Key.Key_Tab, Key.Key_Space)
    screen.print_what_is_shown()

    assert gone == [("reports", {"pupil": PupilId(1), "called": "Juno Sampleton"})]


def test_forty_lines_stand_in_one_scroll(qtbot, desk):
    given = desk.answering.answer(PupilId(1))
    lines = tuple(given.lines[0] for _ in range(40))
    worded = Wording(desk.catalogues, desk.book.headings()).answer(replace(given, lines=lines))
    view = AnswerView()
    qtbot.addWidget(view)
    view.resize(700, 400)
    view.show_answer(worded)
    view.show()

    assert len(view.lines) == 40
    assert all(line.heightForWidth(600) >= 40 for line in view.lines)


def test_every_line_is_read_aloud_whole(screen):
    call_about(screen, "jun")
    said = [line.accessibleName() for line in screen.view.lines]

    assert any(
        it.startswith("Pretend Plates Catering. ") and "so that lunch is safe" in it for it in said
    )


def test_an_answer_takes_well_under_fifty_milliseconds(desk):
    desk.answering.answer(PupilId(1))
    begun = time.perf_counter()
    desk.answering.answer(PupilId(1))

    assert time.perf_counter() - begun < 0.05


def letters_of(screen):
    widgets = [*screen.findChildren(QAbstractButton), *screen.findChildren(QLabel)]
    labels = [each for each in widgets if isinstance(each, QAbstractButton) or each.buddy()]
    keys = [QKeySequence.mnemonic(each.text()).toString() for each in labels]
    return [key for key in keys if key]


def test_no_alt_letter_is_used_twice(screen):
    letters = letters_of(screen)

    assert len(letters) == len(set(letters)) >= 10


def test_every_control_has_a_name(screen):
    call_about(screen, "jun")
    nameless = [
        each
        for each in screen.findChildren(QAbstractButton)
        if each.isVisible()
        and not (each.accessibleName() or each.text())
        and each.parent() is not screen.child
    ]

    assert nameless == []

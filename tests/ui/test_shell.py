"""The open register: find anything, help, idle, closing while work runs, Enter on buttons."""

import threading

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sharebook.ui import help_panel, rail
from sharebook.ui.finding.dialog import FindDialog
from sharebook.ui.finding.found import find
from sharebook.ui.idle import MINUTES, Idle
from sharebook.ui.main_window import MainWindow
from sharebook.ui.screens import register
from sharebook.ui.shell import Shell
from sharebook.ui.telling import Telling
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.toast import Toast
from tests.ui.peopled import JUNO, NURSE, peopled


@pytest.fixture
def desk(tmp_path, clock):
    made = peopled(tmp_path, clock)
    yield made
    made.close()


@pytest.fixture
def shell(qtbot, desk, background, answers):
    window = MainWindow()
    qtbot.addWidget(window)
    made = Shell(desk, background, answers, Telling(answers), Toast(window))
    window.put(made)
    window.show()
    made.go("today")
    return made


def test_letters_find_a_child_and_a_recipient(desk):
    assert [(it.kind, it.name, it.wanted) for it in find(desk, "juno samp")] == [
        ("Pupil", "pupils", {"pupil": JUNO})
    ]
    assert find(desk, "school nur")[0].wanted == {"recipient": NURSE}


def test_a_number_finds_its_entry_and_only_if_there_is_one(desk):
    assert find(desk, "3")[0].wanted == {"entry": 3}
    assert find(desk, "999") == []


def test_a_page_and_an_action_are_found_by_their_words(desk):
    assert "log" in [it.name for it in find(desk, "the log")]
    assert "settings" in [it.name for it in find(desk, "dark")] + [
        it.name for it in find(desk, "settings")
    ]


def test_enter_takes_the_marked_line(qtbot, shell, desk):
    dialog = FindDialog(shell.window(), desk)
    QTest.keyClicks(dialog.box, "the")
    names = [it.name for it in dialog.table.shown]
    QTest.keyClick(dialog.box, Qt.Key.Key_Down)
    QTest.keyClick(dialog.box, Qt.Key.Key_Return)

    assert dialog.chosen is not None
    assert dialog.chosen.name == names[min(1, len(names) - 1)]


def test_every_screen_of_the_rail_has_its_help():
    places = [place.name for group in rail.GROUPS for place in group]

    missing = [name for name in places if register.exists(name) and not help_panel.help_text(name)]

    assert missing == []


def test_help_stands_beside_the_page_and_goes_with_esc(shell):
    QTest.keyClick(shell.window(), Qt.Key.Key_F1)
    assert shell.help.isVisible()

    QTest.keyClick(shell, Qt.Key.Key_Escape)

    assert not shell.help.isVisible()
    assert shell.here.name == "today"


def test_enter_presses_the_button_that_has_the_keyboard(qtbot):
    pressed = button("Go on")
    qtbot.addWidget(pressed)

    with qtbot.waitSignal(pressed.clicked):
        QTest.keyClick(pressed, Qt.Key.Key_Return)


class Watch:
    """A clock of seconds that tests turn."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def watched(qapp: QApplication):
    watch = Watch()
    idle = Idle(qapp, watch)
    passed: list[bool] = []
    idle.passed.connect(lambda: passed.append(True))
    yield watch, idle, passed
    idle.deleteLater()


def test_five_minutes_without_a_key_are_noticed(watched):
    watch, idle, passed = watched
    watch.seconds = MINUTES * 60

    idle.look()

    assert passed == [True]


def test_the_minutes_may_be_others_and_it_tells_until_somebody_is_there(watched):
    watch, idle, passed = watched
    idle.minutes = 1
    watch.seconds = 60

    idle.look()
    idle.look()

    assert passed == [True, True]


def test_a_key_starts_the_five_minutes_again(watched):
    watch, idle, passed = watched
    window = QWindow()
    idle.watch(window)
    watch.seconds = MINUTES * 60 - 1
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
    QApplication.sendEvent(window, key)
    watch.seconds = MINUTES * 60 + 1

    idle.look()

    assert passed == []


def test_work_that_was_closed_tells_nobody_of_its_end(qtbot, background):
    begun, told = threading.Event(), []

    def work(progress):
        while True:
            begun.set()
            progress.report(1, 2)

    job = background.start(work)
    job.cancelled.connect(lambda: told.append("cancelled"))
    begun.wait(10)

    background.close()
    QApplication.processEvents()

    assert told == []
    assert not background.busy


def test_a_page_without_a_text_of_its_own_still_has_help(shell):
    shell.help.show_help("a page nobody wrote about")

    assert shell.help.isVisible()
    assert shell.help.close_button.isVisible()


def test_slow_pages_are_made_ahead_while_nobody_waits(shell, qtbot, background):
    today, keyboard = shell.here, QApplication.focusWidget()
    while shell._warm.isActive():
        qtbot.waitUntil(lambda: not background.busy)
        shell._on_quiet()

    assert {"record", "answer", "pupils", "recipients", "log"} <= set(shell._screens)
    assert shell.here is today
    assert QApplication.focusWidget() is keyboard


def test_nothing_is_made_ahead_of_a_register_that_closes(shell):
    shell.stop()

    assert not shell._warm.isActive()

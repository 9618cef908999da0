"""A half-written call note outlives a lock, and waits while another call is taken."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sharebook.domain.names import PupilId
from sharebook.ui.main_window import MainWindow
from sharebook.ui.shell import Shell
from sharebook.ui.telling import Telling
from sharebook.ui.widgets.toast import Toast
from tests.ui.test_answer import desk, screen, shell

__all__ = ["desk", "screen", "shell"]

JUNO, OTIS = PupilId(1), PupilId(3)
NOTE = "wants to know about the tracker"


@pytest.fixture(autouse=True)
def place(tmp_path, monkeypatch):
    monkeypatch.setattr("sharebook.bootstrap.draft_box.default_place", lambda: tmp_path / "own")


@pytest.fixture
def noted(screen):
    """A call about Juno by her mother, known by one tick, with half a note."""
    screen.show_child(JUNO)
    screen.call.callers.choose(screen.call.callers.rows[0])
    next(iter(screen.call.known_by.boxes.values())).click()
    QTest.keyClicks(screen.call.note, NOTE)
    return screen


def again(qtbot, desk, background, answers):
    window = MainWindow()
    qtbot.addWidget(window)
    made = Shell(desk, background, answers, Telling(answers), Toast(window))
    window.put(made)
    window.show()
    window.activateWindow()
    made.go("answer")
    return made.here


def test_the_note_comes_back_and_the_caller_is_checked_anew(
    qtbot, desk, noted, background, answers
):
    assert noted.put_away()

    screen = again(qtbot, desk, background, answers)

    assert screen.pupil.full_name == "Juno Sampleton"
    assert screen.call.caller.contact.name == "Dana Sampleton"
    assert screen.call.known_by.codes == ()
    assert screen.call.note.toPlainText() == NOTE
    assert not screen.told
    qtbot.waitUntil(lambda: QApplication.focusWidget() is screen.call.note)


def test_a_call_that_was_kept_leaves_no_draft(desk, noted):
    assert noted.put_away()
    noted.primary()

    assert noted.put_away()
    assert desk.drafting.waiting() == []


def test_choosing_a_child_alone_keeps_nothing(desk, screen):
    screen.show_child(JUNO)
    screen.call.callers.choose(screen.call.callers.rows[0])

    assert screen.put_away()
    assert desk.drafting.waiting() == []


def test_a_note_waits_while_another_call_is_taken(desk, noted):
    noted.show_child(OTIS)
    assert noted.call.note.toPlainText() == ""
    assert [it.words for it in desk.drafting.waiting()] == ["Call about Juno Sampleton"]

    noted.show_child(JUNO)

    assert noted.call.note.toPlainText() == NOTE


def test_ctrl_z_goes_back_to_the_call_before(noted):
    noted.show_child(OTIS)
    noted.office.toast.undo_last()

    assert noted.pupil.id == JUNO
    assert noted.call.note.toPlainText() == NOTE


def test_a_second_call_about_the_same_child_is_not_told_by_the_first_one_s_tick(noted):
    assert noted.told

    noted.show_child(JUNO)

    assert noted.call.known_by.codes == ()
    assert not noted.told


def test_today_opens_the_call_that_waits(desk, shell, noted):
    noted.show_child(OTIS)
    (draft,) = desk.drafting.waiting()
    shell.go("answer", draft=draft.name)

    assert shell.here.call.note.toPlainText() == NOTE


def test_a_contact_who_is_no_longer_listed_is_chosen_anew(qtbot, desk, noted, background, answers):
    state = noted.call.state()
    gone = type(state)(state.lines, int(JUNO), {**state.choices, "who": ("99",)})
    desk.drafting.keep("answer", "Call about Juno Sampleton", gone)

    screen = again(qtbot, desk, background, answers)

    assert screen.call.caller is None
    assert not screen.told
    assert screen.call.note.toPlainText() == NOTE

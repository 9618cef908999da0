"""A struck entry, the question that strikes it, and what it said before, in every look."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QTimer

from sharebook.ui.screens.log.history_dialog import HistoryDialog
from sharebook.ui.screens.log.mistake_dialog import MistakeDialog
from tests.screens.looking import colours, cut_off, keep
from tests.screens.test_screens import LOOKS, opened, settle
from tests.ui.peopled import PAT, peopled

__all__ = ["opened"]  # a fixture


@pytest.fixture(scope="module")
def struck(tmp_path_factory, clock):
    desk = peopled(tmp_path_factory.mktemp("struck"), clock)
    draft = desk.recording.reopen(desk.recording.entry(2).record)
    right = replace(draft, note="The nurse rang to say that it came.", decided_by="Lee Ladle")
    desk.recording.correct(2, right, "Who decided was left out.", PAT)
    desk.striking.strike_out(4, "Nothing was sent: the visit was put off until next term.", PAT)
    yield desk
    desk.close()


@pytest.fixture
def log(qtbot, opened, struck, request):
    window, shell = opened(struck, request.param)
    shell.go("log", entry=4)
    settle(qtbot, shell)
    qtbot.waitUntil(shell.here.panel.isVisible)
    return window, shell, request.param


every_look = pytest.mark.parametrize("log", LOOKS, ids=str, indirect=True)


@every_look
def test_a_struck_entry_says_so_in_whole_words(log, pictures):
    window, _, look = log

    picture = keep(window, pictures / f"mistake-{look}.png")

    assert cut_off(window) == []
    assert colours(picture) > 50


@every_look
def test_what_can_be_done_with_an_entry_is_in_sight_without_scrolling(log, qtbot):
    _, shell, _ = log
    panel = shell.here.panel
    shell.here.show_entry(5)
    qtbot.waitUntil(lambda: panel.shown.number == 5)
    settle(qtbot, shell)

    for each in (panel.before_button, panel.mistake_button, panel.put_right_button):
        assert each.visibleRegion().boundingRect() == each.rect(), each.text()


@every_look
@pytest.mark.parametrize("number", [3, 4, 5])
def test_the_question_shows_its_words_whole(log, pictures, qtbot, number):
    window, shell, look = log
    shell.here.show_entry(number)
    qtbot.waitUntil(lambda: shell.here.panel.shown.number == number)
    dialog = MistakeDialog(window, shell.office, shell.here.panel.shown)

    looked_at(dialog, pictures / f"mistake-question-{number}-{look}.png")


@every_look
def test_what_it_said_before_shows_its_words_whole(log, pictures, struck):
    window, _, look = log
    versions = struck.retelling.told("disclosure", struck.remembering.history("disclosure", 1))
    dialog = HistoryDialog(window, "What entry 1 said before", versions)

    looked_at(dialog, pictures / f"mistake-history-{look}.png")


def looked_at(dialog, path):
    """Look at a dialog while it is open as a person has it, then leave it."""
    found = []

    def look():
        found.extend(cut_off(dialog))
        keep(dialog, path)
        dialog.reject()

    QTimer.singleShot(0, look)
    dialog.exec()
    assert found == []

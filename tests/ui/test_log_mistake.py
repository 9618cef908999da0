"""In the log: recorded by mistake, taken back, and what an entry said before, by keyboard."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from sharebook.ui.letters import give
from sharebook.ui.screens.log.history_dialog import HistoryDialog
from sharebook.ui.screens.log.mistake_dialog import MistakeDialog
from sharebook.ui.screens.log.screen import LogScreen
from tests.ui.peopled import JUNO, PAT, an_office, peopled

pytestmark = pytest.mark.ui
Key = Qt.Key


@pytest.fixture
def desk(tmp_path, clock):
    desk = peopled(tmp_path, clock)
    yield desk
    desk.close()


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1100, 700)
    return made


@pytest.fixture
def office(desk, background, answers, window):
    return an_office(desk, background, answers, window)


@pytest.fixture
def screen(office, qtbot) -> LogScreen:
    made = LogScreen(office)
    qtbot.addWidget(made)
    made.resize(1150, 700)
    made.show()
    qtbot.waitUntil(lambda: bool(made.table.shown))
    return made


def opened(screen, qtbot, number):
    screen.arrive(entry=number)
    qtbot.waitUntil(lambda: screen.panel.isVisible() and screen.panel.shown.number == number)
    return screen.panel


def shown_dialog(dialog, qtbot):
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return dialog


@pytest.fixture
def asked(screen, office, window, qtbot):
    """The dialog for entry 4, open."""
    entry = opened(screen, qtbot, 4).shown
    dialog = MistakeDialog(window, office, entry)
    yield shown_dialog(dialog, qtbot)
    dialog.close()


def test_the_panel_offers_both_by_keyboard(screen, qtbot):
    panel = opened(screen, qtbot, 4)

    letters = give(panel)

    assert letters["m"] is panel.mistake_button
    assert letters["w"] is panel.before_button
    assert panel.mistake_button.accessibleName() == "Recorded by mistake…"
    assert panel.before_button.accessibleName() == "What did this say before?"
    assert all(each.focusPolicy() & Qt.FocusPolicy.TabFocus for each in letters.values())


def test_an_entry_put_right_by_another_is_not_called_a_mistake(screen, qtbot):
    panel = opened(screen, qtbot, 1)

    assert panel.mistake_button.isHidden()
    assert panel.before_button.isVisible()


def test_a_struck_entry_stands_struck_with_who_when_and_why(screen, office, desk, qtbot):
    desk.striking.strike_out(4, "Nothing was sent.", PAT)
    screen.refresh(frozenset({"disclosure"}))
    qtbot.waitUntil(lambda: "1 by mistake" in [chip.words for chip in screen.counts.shown])

    line = next(each for each in screen.table.shown if each.number == 4)
    said = screen.table.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert line.struck
    assert line.chip.words == "By mistake"
    assert "struck out as recorded by mistake" in said
    assert line.gaps == 0

    panel = opened(screen, qtbot, 4)
    assert panel.shown.mistake.endswith("Nothing was sent.")
    assert panel.shown.mistake.startswith(PAT)
    assert "Decided" not in dict(panel.shown.facts)
    assert panel.put_right_button.isHidden()
    assert panel.again_button.isHidden()
    assert panel.mistake_button.accessibleName() == "It was right after all…"


def test_an_entry_struck_while_another_page_stood_in_front_is_told_on_coming_back(
    screen, desk, qtbot
):
    panel = opened(screen, qtbot, 4)
    screen.hide()
    desk.striking.strike_out(4, "Nothing was sent.", PAT)
    screen.refresh(frozenset({"*"}))
    screen.show()

    qtbot.waitUntil(lambda: panel.shown.mistake.endswith("Nothing was sent."))


def test_mistakes_are_found_by_their_kind_and_by_words(screen, desk, qtbot):
    desk.striking.strike_out(3, "Nobody asked.", PAT)
    screen.refresh(frozenset({"disclosure"}))
    qtbot.waitUntil(lambda: any(line.struck and line.number == 3 for line in screen.table.shown))

    for kind, numbers in (("Recorded by mistake", [3]), ("Nothing was given", [])):
        screen.filters.kind.choose(kind)
        screen.filters.kind.activated.emit(screen.filters.kind.currentIndex())
        assert [line.number for line in screen.table.shown] == numbers


def test_the_safe_answer_is_the_default_and_writes_nothing(asked, desk, qtbot):
    head = desk.register.head()

    assert asked.safe.isDefault()
    qtbot.keyClick(asked, Key.Key_Escape)

    assert asked.result() == 0
    assert desk.register.head() == head


def test_enter_after_the_reason_leads_on_and_a_second_enter_acts(asked, desk, qtbot):
    line = asked.reason.inner
    assert QApplication.focusWidget() is line
    qtbot.keyClicks(line, "Nothing was sent.")
    qtbot.keyClick(line, Key.Key_Return)

    assert asked.isVisible()
    assert not desk.recording.entry(4).record.is_mistake
    assert QApplication.focusWidget() is asked.act

    qtbot.keyClick(asked.act, Key.Key_Return)
    assert asked.result() == 1
    assert desk.recording.entry(4).record.is_mistake
    assert desk.recording.entry(4).by == PAT


def test_without_a_reason_the_field_says_what_is_missing(asked, desk):
    asked.act.click()

    assert asked.isVisible()
    assert "Say why it was a mistake" in asked.reason.message
    assert not desk.recording.entry(4).record.is_mistake


def test_every_control_of_the_question_has_its_letter(asked):
    letters = give(asked)

    assert letters["r"] is asked.act
    assert len(letters) == 3


def test_striking_a_correction_says_that_both_go(screen, office, window, qtbot):
    dialog = MistakeDialog(window, office, opened(screen, qtbot, 2).shown)
    words = " ".join(each.text() for each in dialog.findChildren(type(screen.rows)))

    assert "It puts entry 1 right" in words
    dialog.deleteLater()


def test_a_mistake_is_put_back_and_the_pages_hear_of_it(screen, office, desk, qtbot, monkeypatch):
    desk.striking.strike_out(4, "Nothing was sent.", PAT)
    heard: list[object] = []
    office.changed.happened.connect(heard.append)

    def fill(dialog):
        dialog.reason.inner.setText("It was sent.")
        dialog.act.click()
        result = dialog.result()
        dialog.deleteLater()
        return result

    monkeypatch.setattr(MistakeDialog, "exec", fill)
    opened(screen, qtbot, 4).mistake_button.click()

    assert heard == [frozenset({"disclosure"})]
    assert office.toast.accessibleName() == "Entry 4 counts again"
    assert [event.number for event in desk.answering.answer(JUNO).events] == [2, 4]


def test_what_it_said_before_is_read_and_shown(screen, qtbot, monkeypatch):
    seen: list[HistoryDialog] = []

    def look(dialog: HistoryDialog) -> int:
        seen.append(dialog)
        return 0

    monkeypatch.setattr(HistoryDialog, "exec", look)

    opened(screen, qtbot, 1).before_button.click()

    qtbot.waitUntil(lambda: bool(seen))
    (dialog,) = seen
    assert len(dialog.said) == 2
    assert dialog.said[0].startswith("Entry 1, written. Pat Inkwell, 14 Sep 2026")
    assert "The class was left out" in dialog.said[1]
    assert "What: " in dialog.said[1]
    assert dialog.close_button.isDefault()
    assert dialog.area.focusPolicy() == Qt.FocusPolicy.StrongFocus
    dialog.deleteLater()


def test_a_half_typed_reason_is_kept_when_the_window_locks_and_stands_there_again(
    screen, office, window, desk, qtbot
):
    entry = opened(screen, qtbot, 4).shown
    dialog: Any = MistakeDialog(window, office, entry)
    dialog.reason.inner.setText("Written twi")
    dialog.put_away()
    dialog.reject()
    (draft,) = desk.drafting.waiting("log")

    screen.arrive(draft=draft.name)
    again: Any = MistakeDialog(window, office, opened(screen, qtbot, 4).shown)

    assert again.reason.inner.text() == "Written twi"
    again.act.click()
    assert desk.drafting.waiting("log") == []

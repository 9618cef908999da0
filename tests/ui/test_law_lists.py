"""The law's lists on their page, and why the program asks, by keyboard alone."""

from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton

from sharebook.domain.amendments import Amendment, Switch
from sharebook.domain.names import Code
from sharebook.ui.models.rows import RECORD
from sharebook.ui.screens.law.change_dialog import ChangeDialog
from tests.ui.recording import Key, codes, desk, fill, pick, press, screen, shell

__all__ = ["desk", "screen", "shell"]


def read_and_close(seen: list[str]) -> None:
    """Keep the words of the dialog that stands there, and leave it with Esc."""
    dialog = next(each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog))
    seen.extend(each.text() for each in dialog.findChildren(QLabel))
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_one_key_says_why_and_changes_nothing(qtbot, screen):
    fill()
    press(Key.Key_Tab)
    pick("allerg")
    qtbot.waitUntil(lambda: "special_needs_condition" in codes(screen))
    before, seen = screen.form.draft, list[str]()
    QTimer.singleShot(0, lambda: read_and_close(seen))
    press(Key.Key_F1, Qt.KeyboardModifier.ControlModifier)

    assert "Why does the program ask this?" in seen
    assert any(words.startswith("Health, ethnicity, belief") for words in seen)
    assert any(words.startswith("UK GDPR Article 9. In force") for words in seen)
    assert "What this rests on" in seen
    assert screen.form.draft == before


def test_the_button_does_the_same_before_anything_is_typed(screen):
    seen: list[str] = []
    QTimer.singleShot(0, lambda: read_and_close(seen))
    screen.law.why.click()

    assert any(words.startswith("Nothing is asked yet") for words in seen)


def test_a_state_school_is_offered_what_is_closed_to_it_only_with_the_reason(screen):
    draft = screen.form.draft
    assert "A6_F" not in screen._why.offered(draft).lawful_bases
    screen.form.rest.override.setText("It is no task of the school, says the officer")
    assert "A6_F" in screen._why.offered(screen.form.draft).lawful_bases


@pytest.fixture
def lists(shell) -> Any:
    shell.go("law")
    return shell.here


def choose(lists: Any, code: str) -> None:
    model = lists.table.model()
    shown = [model.index(place, 0).data(RECORD).code for place in range(model.rowCount())]
    lists.table.selectRow(shown.index(code))


def test_enter_on_a_row_says_where_it_is_from(lists):
    choose(lists, "GW_16LA")
    seen: list[str] = []
    QTimer.singleShot(0, lambda: read_and_close(seen))
    QTest.keyClick(lists.table, Key.Key_Return)

    assert any("has not begun" in words for words in seen)


def test_a_row_is_switched_on_and_counts_at_once(lists, desk):
    choose(lists, "GW_16LA")

    def decide() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ChangeDialog)
        dialog.switch.choose(Switch.ON)
        dialog.because.setText("It has begun")
        dialog.approved.setText("Sam Ledger, DPO")
        dialog.approved.setFocus()
        QTest.keyClick(dialog.approved, Key.Key_Return)
        assert dialog.focusWidget() is dialog.save
        dialog.save.click()

    QTimer.singleShot(0, decide)
    lists.primary()

    (own,) = [each.record for each in desk.register.current(Amendment)]
    assert (own.row, own.switch, own.approved_by) == ("GW_16LA", Switch.ON, "Sam Ledger, DPO")
    assert desk.catalogues.gateways[Code("GW_16LA")].in_force(desk.clock.today())
    assert desk.judging._catalogues is desk.catalogues


def test_without_a_reason_it_says_so_under_the_field_and_esc_leaves_it(lists, desk):
    choose(lists, "GW_16LA")
    said: list[str] = []

    def decide() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ChangeDialog)
        assert dialog.leave.isDefault()
        dialog.switch.choose(Switch.ON)
        dialog.save.click()
        said.append(dialog.fields["because"].message)
        QTest.keyClick(dialog, Key.Key_Escape)

    QTimer.singleShot(0, decide)
    lists.change_button.click()

    assert said[0].startswith("Say why")
    assert desk.register.current(Amendment) == []


def test_the_register_s_page_leads_here(shell):
    shell.go("care")
    card = shell.here.doors.cards["law"]
    assert isinstance(card, QPushButton)
    card.click()
    assert shell.here.name == "law"

"""About which pupils: groups, the roll on a day, "not", pasted lists and files, by keyboard."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sharebook.domain.households import Household
from sharebook.domain.names import FlowId, HouseholdId, PupilId
from sharebook.domain.pupils import Pupil
from sharebook.ui.screens.record.paste_dialog import PasteDialog
from tests.ui.recording import Key, desk, entries, pick, press, screen, shell

__all__ = ["desk", "screen", "shell"]

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LIST = "Juno Sampleton\nPretendy, Otis\nSampleton\nZed Unlikely\nJuno Sampleton\n"


@pytest.fixture
def pupils(screen):
    screen.form.five.pupils.setFocus()
    return screen.form.five.pupils


def chips(screen):
    return [it.words for it in screen.form.five.pupils.choices]


def while_open(do, ready=lambda _dialog: True):
    """Do something as soon as the dialog for lists is open and has the keyboard; close it."""

    def look():
        open_now: Any = QApplication.activeModalWidget()
        here = QApplication.focusWidget()
        there = isinstance(open_now, PasteDialog) and here and open_now.isAncestorOf(here)
        if not (there and ready(open_now)):
            QTimer.singleShot(5, look)
            return
        try:
            do(open_now)
        finally:
            if open_now.isVisible():
                open_now.reject()  # a dialog that stays open would wait for ever

    QTimer.singleShot(0, look)


def test_everyone_but_a_child_and_a_class_by_typing_not(screen, pupils):
    pick("everyone")
    pick("not juno")
    pick("-robin")

    assert chips(screen) == ["Everyone on roll (6)", "except Juno Sampleton", "except Robin (1)"]
    assert screen.form.draft.pupils == (2, 3, 4, 5)
    assert screen.form.fields[1]._hint.text() == "Everyone on roll (6) except 2: 4 pupils"


def test_only_who_is_in_can_be_left_out(screen, pupils):
    pick("kingfisher")
    QTest.keyClicks(pupils.edit, "not ")

    offered = {it.words for it in pupils._popup.table.shown}
    assert "except Juno Sampleton" in offered
    assert "except Kit Sampleton" not in offered


def test_a_flag_and_a_household_are_groups(desk, shell, screen, pupils):
    juno = desk.register.current(Pupil)[0]
    with desk.register.writing("Pat Inkwell") as writer:
        writer.add(replace(juno.record, flags=("free meals",)), juno.seq, "told")
        writer.add(Household(HouseholdId(1), (PupilId(1), PupilId(2))))
    screen.refresh(frozenset({"pupil"}))
    pick("free meals")
    assert chips(screen) == ["free meals (1)"]
    press(Key.Key_Backspace)
    pick("household")

    assert chips(screen) == ["Juno Sampleton, Kit Sampleton: one household"]
    assert screen.form.draft.pupils == (1, 2)


def test_the_roll_of_any_day_has_who_was_here_then(screen, pupils):
    pick("everyone on roll on 1 sep 2025")

    assert chips(screen) == ["Everyone on roll on 1 September 2025 (5)"]
    assert screen.form.draft.pupils == (1, 2, 3, 4, 5)


def test_everyone_on_roll_on_asks_for_the_day(screen, pupils):
    QTest.keyClicks(pupils.edit, "roll on")
    press(Key.Key_Down)
    press(Key.Key_Return)
    QTest.keyClicks(pupils.edit, "1/9/2026")
    press(Key.Key_Return)

    assert chips(screen) == ["Everyone on roll on 1 September 2026 (6)"]


def test_a_pasted_block_is_looked_at_before_anybody_is_in(screen, pupils):
    seen: dict[str, Any] = {}

    def look(dialog):
        seen["who"] = [(it.line.said, it.who) for it in dialog.table.shown]
        seen["told"] = dialog.told.text()
        seen["focus"] = QApplication.focusWidget() is dialog.table
        assert screen.form.draft.pupils == ()
        press(Key.Key_Down)
        press(Key.Key_Space)  # the second Sampleton is meant
        press(Key.Key_Return, CONTROL)

    QGuiApplication.clipboard().setText(LIST)
    while_open(look)
    press(Key.Key_V, CONTROL)

    assert seen["who"] == [
        ("Sampleton", "Juno Sampleton"),
        ("Sampleton", "Kit Sampleton"),
        ("Zed Unlikely", ""),
        ("Juno Sampleton", "Juno Sampleton"),
        ("Juno Sampleton", "Juno Sampleton"),
        ("Pretendy, Otis", "Otis Pretendy"),
    ]
    assert seen["told"] == "2 of 5 lines in. 1 to choose, 1 not found, 1 twice."
    assert seen["focus"]
    assert chips(screen) == ["Juno Sampleton", "Otis Pretendy", "Kit Sampleton"]
    assert screen.window().focusWidget() is pupils.edit


def test_one_pasted_name_is_typed_as_ever(screen, pupils):
    QGuiApplication.clipboard().setText("Juno")
    press(Key.Key_V, CONTROL)

    assert pupils.edit.text() == "Juno"


def test_ctrl_shift_v_opens_the_list_from_any_question(screen):
    QGuiApplication.clipboard().setText("Juno Sampleton")
    screen.form.five.purpose.setFocus()
    while_open(lambda _dialog: press(Key.Key_Return, CONTROL))
    press(Key.Key_V, CONTROL | SHIFT)

    assert chips(screen) == ["Juno Sampleton"]


def test_esc_chooses_nobody(screen, pupils):
    QGuiApplication.clipboard().setText(LIST)
    while_open(lambda _dialog: press(Key.Key_Escape))
    press(Key.Key_V, CONTROL)

    assert chips(screen) == []


def test_a_child_shut_out_of_the_recipient_cannot_be_taken(screen, pupils, desk):
    pick_recipient = screen.form.five.recipient
    pick_recipient.setFocus()
    pick("plates lunch")
    states: list[object] = []

    def look(dialog):
        press(Key.Key_Space)
        states.append((dialog.table.record.chip(taken=False).words, dialog.chosen))
        press(Key.Key_Escape)

    QGuiApplication.clipboard().setText("Bea Exampleby\n")
    while_open(look)
    press(Key.Key_V, CONTROL | SHIFT)

    assert states == [("Shut out", ())]


def test_a_file_is_read_in_the_same_dialog_and_names_the_chip(screen, pupils, answers, tmp_path):
    answers.path = tmp_path / "Trip.csv"
    names = ["Juno Sampleton", "Kit Sampleton", "Otis Pretendy", "Bea Exampleby", "Ada Nobodata"]
    answers.path.write_text("Name\n" + "\n".join(names * 10) + "\n", encoding="utf-8")

    QTest.keyClicks(pupils.edit, "from a file")
    while_open(lambda _dialog: press(Key.Key_Return, CONTROL), lambda it: it.gathered is not None)
    press(Key.Key_Return)

    assert screen.form.draft.pupils == (1, 2, 3, 4, 6)


def test_a_long_list_is_one_chip_and_is_there_after_unlocking(screen, pupils):
    five = screen.form.five
    five.add_list("Trip.csv", [PupilId(1), PupilId(2), PupilId(1)])
    assert chips(screen) == ["Juno Sampleton", "Kit Sampleton"]
    kept = five.chips()
    five.show_chips((*kept[:1], replace(kept[1], kind="list", name="Trip.csv")), (), None)

    assert chips(screen) == ["Juno Sampleton", "Trip.csv (1)"]


def test_what_falls_due_opens_filled_and_enter_saves_it(shell, desk):
    shell.go("record", flow=4, due=True)
    screen = shell.here

    assert screen.form.five.recipient.choices[0].words.startswith("Department for Education")
    assert chips(screen) == ["Year 2 (1)", "Year 4 (3)", "Year 6 (1)"]
    assert screen.form.draft.day == date(2026, 9, 14)
    assert QApplication.focusWidget() is screen.save
    press(Key.Key_Return)

    assert [len(each.cohort) for each in entries(desk)] == [1, 1, 5]


def test_children_who_are_out_are_named_when_a_return_opens(screen, desk):
    screen.form.five.take_taken(desk.gathering.taken(FlowId(1), date(2026, 9, 14)))

    assert chips(screen)[-1] == "except Bea Exampleby"
    assert screen.form.draft.pupils == (1, 2, 3, 5)


def test_a_half_typed_form_waits_when_a_return_is_opened(shell):
    pick("nurse height")
    shell.go("today")
    shell.go("record", flow=4, due=True)

    assert shell.here.drafts.button.isVisible()

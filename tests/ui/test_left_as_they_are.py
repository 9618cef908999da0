"""A gap may stay as it is for a reason: from Today, with the keyboard, and it can be taken back."""

from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from sharebook.bootstrap.desk import Desk
from sharebook.domain.names import DisclosureId
from sharebook.ui.screens.leave_dialog import LeaveDialog
from sharebook.ui.screens.left_dialog import LeftDialog
from sharebook.ui.screens.today.screen import Today
from sharebook.ui.shell import Shell
from tests.builders import a_disclosure
from tests.ui.keyed import the
from tests.ui.recording import desk, shell  # noqa: F401 - fixtures

pytestmark = pytest.mark.ui
Key = Qt.Key
ASKED = "her aunt asked for it"


@pytest.fixture
def today(desk: Desk, shell: Shell) -> Today:  # noqa: F811 - the fixtures above
    undecided = {"decided_by": "", "day": date(2026, 9, 10), "reason": ASKED}
    with desk.register.writing("Pat Inkwell") as writer:
        for _ in range(2):
            number = DisclosureId(writer.next_id(type(a_disclosure())))
            writer.add(a_disclosure(id=number, **undecided))
    shell.go("today")
    screen = the(Today, shell.here)
    screen.refresh(frozenset({"*"}))
    return screen


def codes(screen: Today) -> list[str]:
    return [gap.finding.code for gap in screen.office.desk.reviewing.gaps()]


def leaving(screen: Today) -> QPushButton:
    buttons = screen.findChildren(QPushButton)
    return next(it for it in buttons if it.accessibleName().startswith("Leave it so: Who decided"))


def in_dialog(kind, do, press):
    """Do something in the dialog that `press` opens."""

    def act():
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, kind):
            QTimer.singleShot(10, act)
            return
        do(dialog)

    QTimer.singleShot(0, act)
    press()


def test_a_gap_is_left_with_a_reason_and_taken_back(today):
    before = codes(today).count("decider_unnamed")

    def leave(dialog):
        assert dialog.safe.isDefault()
        dialog.ticks[0].setChecked(True)
        QTest.keyClicks(dialog.because.inner, "nobody remembers, it was in the summer")
        QTest.keyClick(dialog.act, Key.Key_Space)

    in_dialog(LeaveDialog, leave, leaving(today).click)
    assert codes(today).count("decider_unnamed") == before - 1
    assert today.left.text().endswith("Left as they are: 1")

    def back(dialog):
        dialog.backs[0].click()
        assert dialog.backs == []
        QTest.keyClick(dialog, Key.Key_Escape)

    in_dialog(LeftDialog, back, today.left.click)
    assert codes(today).count("decider_unnamed") == before
    assert today.left.isHidden()


def test_without_a_reason_nothing_is_left_and_esc_leaves_nothing(today):
    before = codes(today)

    def nothing(dialog):
        dialog.act.click()
        assert "Say why" in dialog.because.message
        QTest.keyClick(dialog, Key.Key_Escape)

    in_dialog(LeaveDialog, nothing, leaving(today).click)
    assert codes(today) == before

"""What Today says first of the register itself: few rows, most pressing first, each with a way."""

from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from sharebook.domain.findings import Finding, Severity
from sharebook.domain.kept_drafts import KeptDraft
from sharebook.ui.screens.today.register_rows import MOST, RegisterRows, lines

pytestmark = pytest.mark.ui

OLDER = Finding(
    "head_older",
    Severity.STOP,
    facts={"here": "12", "last": "20", "by": "Pat Inkwell", "seen": "3 Sep 2026"},
)
NO_BACKUP = Finding("backups_none", Severity.WARNING)
NO_SECOND = Finding("second_place_none", Severity.WARNING)
DRAFT = KeptDraft("a" * 32, "record", "NHS, 3 pupils", datetime(2026, 9, 14, 9, tzinfo=UTC), b"{}")


@pytest.fixture
def rows(qtbot):
    gone: list[tuple[str, dict[str, object]]] = []
    made: Any = RegisterRows(lambda name, **wanted: gone.append((name, wanted)))
    made.gone = gone
    qtbot.addWidget(made)
    return made


def words(rows: RegisterRows) -> list[str]:
    return [each.text() for each in rows.findChildren(QLabel) if not each.isHidden()]


def test_with_nothing_to_say_it_takes_no_room(rows):
    rows.show_lines(lines([], []))

    assert rows.isHidden()


def test_a_stop_comes_before_a_half_typed_form_and_that_before_a_warning():
    found = lines([NO_BACKUP, OLDER], [DRAFT])

    assert [each.page for each in found] == ["backups", "record", "backups"]
    assert "ends at entry 12" in found[0].words
    assert "Carry on where you stopped: NHS, 3 pupils" in found[1].words


def test_each_row_says_what_is_safe_and_leads_to_its_page(rows):
    rows.show_lines(lines([NO_BACKUP], [DRAFT]))

    said = " ".join(words(rows))
    assert "makes one by itself when you lock or close it" in said
    buttons = rows.findChildren(QPushButton)
    buttons[0].click()
    buttons[1].click()
    assert rows.gone == [("record", {"draft": DRAFT.name}), ("backups", {})]


def test_more_than_three_are_counted_and_the_register_page_has_them_all(rows):
    rows.show_lines(lines([OLDER, OLDER, NO_BACKUP, NO_SECOND], [DRAFT]))

    buttons = rows.findChildren(QPushButton)
    assert len(buttons) == MOST + 1
    assert "2 more things" in buttons[-1].text()
    buttons[-1].click()
    assert rows.gone[-1] == ("care", {})


def test_showing_again_leaves_nothing_of_before(rows, qtbot):
    rows.show_lines(lines([OLDER, NO_BACKUP], []))
    rows.show_lines(lines([NO_SECOND], []))

    qtbot.waitUntil(lambda: len(rows.findChildren(QPushButton)) == 1)

"""Bring in: a list whose dates could be read both ways is asked about, in the window."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from sharebook.domain.pupils import Pupil
from sharebook.ui.screens.bring_in.date_question import both_ways
from sharebook.ui.screens.bring_in.screen import BringIn
from tests.ui.peopled import an_office, open_empty

pytestmark = pytest.mark.ui

DOUBTFUL = (
    "Surname,Forename,DOB,Year,Class\n"
    "Sampleton,Juno,03/04/2018,4,Kingfisher\n"
    "Sampleton,Kit,05/06/2018,4,Kingfisher\n"
)


@pytest.fixture
def desk(tmp_path, clock):
    desk = open_empty(tmp_path, clock)
    yield desk
    desk.close()


@pytest.fixture
def screen(desk, background, answers, qtbot, tmp_path) -> BringIn:
    window = QWidget()
    qtbot.addWidget(window)
    made = BringIn(an_office(desk, background, answers, window))
    qtbot.addWidget(made)
    made.resize(1150, 700)
    made.show()
    answers.path = tmp_path / "pupils.csv"
    answers.path.write_text(DOUBTFUL, encoding="utf-8")
    return made


@pytest.fixture
def asked(screen: BringIn, qtbot) -> BringIn:
    screen.choose("pupils")
    qtbot.waitUntil(screen.question.isVisible, timeout=20_000)
    return screen


def births(desk) -> set[date]:
    return {each.record.born for each in desk.register.current(Pupil)}


def test_doubtful_dates_are_shown_both_ways_before_anything_is_read(asked):
    assert "03/04/2018" in asked.question.readings.text()
    assert "3 April 2018 with the day first" in asked.question.readings.text()
    assert "4 March 2018 with the month first" in asked.question.readings.text()
    assert asked.apply_button.isVisible() is False


@pytest.mark.parametrize(
    ("answer", "born"),
    [
        ("day_first", {date(2018, 4, 3), date(2018, 6, 5)}),
        ("month_first", {date(2018, 3, 4), date(2018, 5, 6)}),
    ],
)
def test_the_answer_decides_how_the_whole_list_is_read(asked, qtbot, desk, answer, born):
    QTest.mouseClick(getattr(asked.question, answer), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(asked.apply_button.isVisible, timeout=20_000)
    assert asked.question.isHidden()

    with qtbot.waitSignal(asked.office.changed.happened, timeout=20_000):
        asked.primary()

    assert births(desk) == born


def test_the_question_can_be_left_unanswered(asked, desk):
    assert asked.leave()

    assert asked.question.isHidden()
    assert asked.pupils_button.isVisible()
    assert births(desk) == set()


@pytest.mark.parametrize("example", ["13/04/2018", "04/04/2018", "3 April 2018", "03/04/18", ""])
def test_a_date_with_one_reading_is_not_explained_twice(example):
    assert both_ways(example) == ""

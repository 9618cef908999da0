"""How many key actions recording takes, counted in the practice school of 420 children.

Every key press and every chord counts as one action; the letters of one typed word count as one
(see counting.py). Each disclosure begins on Today and ends when its entry is in the log.
"""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton

from sharebook.bootstrap.desk import Desk
from sharebook.bootstrap.opening import new_empty_register
from sharebook.bootstrap.practice import PASSPHRASE, USER
from sharebook.domain.disclosures import Disclosure
from sharebook.domain.names import Code
from sharebook.domain.people import Person
from sharebook.services.practising import practise
from sharebook.ui import fonts
from sharebook.ui.background import Background
from sharebook.ui.main_window import MainWindow
from sharebook.ui.screens.record.paste_dialog import PasteDialog
from sharebook.ui.shell import Shell
from sharebook.ui.telling import Telling
from sharebook.ui.theme import Theme
from sharebook.ui.widgets.toast import Toast
from sharebook.vault.strength import LEAST
from tests.conftest import Quiet, StillClock
from tests.stories.counting import CONTROL, Counted, Key
from tests.ui.answers import Answers

pytestmark = [pytest.mark.story, pytest.mark.slow]

MOST_ORDINARY, MOST_CENSUS = 15, 8
_TODAY = datetime(2026, 9, 30, 9, 10, tzinfo=UTC)  # the day before the autumn census
Do = Callable[[Counted, Any], None]


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    folder: Path = tmp_path_factory.mktemp("counted") / "Practice school.sharebook"
    clock, person = StillClock(_TODAY), Person(USER, Code("office"))
    made = new_empty_register(folder, "Practice school", person, PASSPHRASE, clock, LEAST).desk
    practise(made.register, made.catalogues, Quiet(), clock.today())
    yield made
    made.close()


@pytest.fixture
def shell(qtbot, qapp: QApplication, desk: Desk):
    fonts.load()
    Theme(qapp, "light")
    background, window, answers = Background(), MainWindow(), Answers()
    qtbot.addWidget(window)
    made = Shell(desk, background, answers, Telling(answers), Toast(window))
    window.put(made)
    window.resize(1366, 768)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    made.go("today")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    yield made
    background.close()


@pytest.fixture
def hands() -> Counted:
    return Counted()


def written(desk: Desk) -> int:
    return desk.register.count(Disclosure)


def a_child_for_the_nurse(hands: Counted, _screen: Any) -> None:
    hands.pick("school nurse")
    hands.pick("rollo wanderby")


def a_class_for_the_photographer(hands: Counted, _screen: Any) -> None:
    hands.pick("cheddar")
    hands.pick("kingfisher")


def a_year_for_the_times_tables(hands: Counted, _screen: Any) -> None:
    hands.pick("multiplication")
    hands.pick("year 4")


def a_leaver_to_the_next_school(hands: Counted, _screen: Any) -> None:
    hands.pick("mockford knows")
    hands.pick("hal patchworth")


def a_family_that_moved_told_to_admissions(hands: Counted, _screen: Any) -> None:
    hands.pick("admissions leaves")
    hands.pick("gretel twoschools")
    hands.press(Key.Key_Tab)
    hands.press(Key.Key_Tab)
    hands.press(Key.Key_Tab)
    hands.words("yesterday")


def everyone_but_two_for_the_vaccinations(hands: Counted, _screen: Any) -> None:
    hands.pick("immunisation")
    hands.pick("everyone")
    hands.pick("not rollo wanderby")
    hands.pick("not hal patchworth")


def a_spoken_word_with_the_psychologist(hands: Counted, _screen: Any) -> None:
    hands.pick("psychology")
    hands.pick("jory backagain")
    hands.press(Key.Key_Tab)
    hands.pick("sen plan")


def free_meals_for_the_kitchen(hands: Counted, _screen: Any) -> None:
    hands.pick("plate")
    hands.pick("free meals")


def a_pasted_list_for_the_trip(hands: Counted, screen: Any) -> None:
    hands.pick("outdoor")
    names = [each.pupil.full_name for each in screen.office.desk.choosing.everyone(_TODAY.date())]
    QGuiApplication.clipboard().setText("\n".join(names[3:33]))

    def look() -> None:
        open_now = QApplication.activeModalWidget()
        here = QApplication.focusWidget()
        if isinstance(open_now, PasteDialog) and here and open_now.isAncestorOf(here):
            hands.save()
        else:
            QTimer.singleShot(5, look)

    QTimer.singleShot(0, look)
    hands.press(Key.Key_V, CONTROL)
    screen.window().activateWindow()  # nobody manages windows here


def a_child_in_the_gazette_with_consent(hands: Counted, _screen: Any) -> None:
    hands.pick("gazette celebrate")
    hands.pick("wren sampleton")
    hands.save()  # it says that a consent must be named, and goes there
    hands.words("form of 3 september")


ORDINARY: tuple[Do, ...] = (
    a_child_for_the_nurse,
    a_class_for_the_photographer,
    a_year_for_the_times_tables,
    a_leaver_to_the_next_school,
    a_family_that_moved_told_to_admissions,
    everyone_but_two_for_the_vaccinations,
    a_spoken_word_with_the_psychologist,
    free_meals_for_the_kitchen,
    a_pasted_list_for_the_trip,
    a_child_in_the_gazette_with_consent,
)


def test_ten_ordinary_disclosures_take_fifteen_actions_at_most(qtbot, shell, desk, hands, capsys):
    counts = {}
    for do in ORDINARY:
        shell.go("today")
        before = written(desk)
        hands.begin()
        screen = hands.record(qtbot, shell)
        do(hands, screen)
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        hands.save()
        wrong = [field.message for field in screen.form.fields if field.message]
        assert written(desk) == before + 1, (do.__name__, wrong)
        counts[do.__name__.replace("_", " ")] = hands.actions
    with capsys.disabled():
        sys.stdout.write(f"\n{counts}\nmedian {median(counts.values())}\n")

    assert median(counts.values()) <= MOST_ORDINARY
    assert max(counts.values()) <= MOST_ORDINARY


def test_a_census_of_all_420_takes_eight_actions_from_today(qtbot, shell, desk, hands, capsys):
    before = written(desk)
    hands.begin()
    while "school census" not in (shell.focusWidget() or shell).accessibleName():
        hands.press(Key.Key_Down)
        assert hands.actions < 40
    assert isinstance(shell.focusWidget(), QPushButton)
    hands.press(Key.Key_Space)
    qtbot.waitUntil(lambda: shell.here.name == "record")
    hands.enter()
    assert written(desk) == before + 1
    entry = desk.register.current(Disclosure)[-1].record
    with capsys.disabled():
        sys.stdout.write(f"\ncensus from Today {hands.actions}\n")

    assert len(entry.cohort) == 420
    assert hands.actions <= MOST_CENSUS

"""The first hour: our own school from its name to the open register."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sharebook.bootstrap import starting
from sharebook.bootstrap.opening import Made, new_register
from sharebook.domain.names import Code
from sharebook.domain.people import Person
from sharebook.domain.school import School
from sharebook.ui.app import Program
from sharebook.ui.screens.first_run.page import PageStep
from sharebook.ui.screens.first_run.recovery import RecoveryStep
from sharebook.ui.screens.first_run.school import SchoolSteps
from sharebook.ui.screens.first_run.screen import FirstRun
from sharebook.ui.screens.first_run.starters import StartersStep
from sharebook.ui.shell import Shell
from sharebook.vault.strength import LEAST

PASSPHRASE = "paper lantern otter meadow kettle"  # noqa: S105 - invented
PAGE = Path(__file__).parents[1] / "samples" / "sharing-page.txt"


@pytest.fixture
def program(qtbot, qapp: QApplication, tmp_path, answers, monkeypatch):
    monkeypatch.setattr(starting, "place_for", lambda name: tmp_path / f"{name}.sharebook")
    made = Program(qapp, tmp_path / "settings", answers)
    made.start()
    yield made
    made.close()
    made.window.close()


@pytest.fixture
def steps(program: Program) -> SchoolSteps:
    door = program.window.open
    assert isinstance(door, FirstRun)
    QTest.keyClick(door.ours, Qt.Key.Key_Return)
    return door.findChildren(SchoolSteps)[0]


@pytest.fixture
def made(tmp_path, clock) -> Made:
    school = School("Example Lane Primary School", Code("maintained"), Code("england"))
    person = Person("Pat Inkwell", Code("office"))
    return new_register(tmp_path / "a.sharebook", school, person, PASSPHRASE, clock, LEAST)


def test_a_school_without_a_name_goes_no_further(steps: SchoolSteps):
    QTest.keyClick(steps.about.school_name.inner, Qt.Key.Key_Return)

    assert steps.part is steps.about
    assert steps.about.school_name.message


def test_a_weak_passphrase_is_said_to_be_weak(steps: SchoolSteps):
    name_the_school(steps)

    QTest.keyClicks(steps.passphrase.new.typed, "abc")
    QTest.keyClicks(steps.passphrase.new.again_typed, "abc")
    QTest.keyClick(steps.passphrase.new.again_typed, Qt.Key.Key_Return)

    assert steps.passphrase.new.field.message
    assert len(steps.passphrase.new.offered.split()) == 5


def test_by_keyboard_from_the_name_to_an_open_register(qtbot, program: Program, steps):
    name_the_school(steps)
    choose_a_passphrase(steps)
    qtbot.waitUntil(lambda: isinstance(steps.part, RecoveryStep), timeout=20_000)
    recovery = steps.part
    assert program.settings.registers  # closing the window now would not lose it

    QTest.keyClicks(recovery.paper.typed, "not this")
    QTest.keyClick(recovery.paper.typed, Qt.Key.Key_Return)
    assert recovery.paper.field.message

    recovery.paper.typed.setText(recovery.paper._sheet.code.lower().replace("-", " "))
    QTest.keyClick(recovery.paper.typed, Qt.Key.Key_Return)
    starters = steps.part
    assert isinstance(starters, StartersStep)
    starters.picker.every.click()
    starters.go_on.click()

    qtbot.waitUntil(lambda: isinstance(program.window.open, Shell), timeout=20_000)
    assert program.desk is not None
    assert len(program.desk.book.recipients()) > 10


def test_our_page_goes_in_as_it_was_shown(qtbot, program: Program, made: Made):
    page = PageStep(program, made.desk)
    qtbot.addWidget(page)
    page.text.setPlainText(PAGE.read_text(encoding="utf-8"))

    page.read.click()
    qtbot.waitUntil(lambda: bool(page.view.tiles), timeout=20_000)
    assert made.desk.book.recipients() == {}

    with qtbot.waitSignal(page.done, timeout=20_000):
        page.apply.click()
    assert made.desk.book.recipients()
    made.desk.close()


def test_an_empty_page_is_asked_for_its_words(qtbot, program: Program, made: Made):
    page = PageStep(program, made.desk)
    qtbot.addWidget(page)

    page.read.click()

    assert page.field.message
    made.desk.close()


def test_a_sheet_the_disk_would_not_have_is_told(qtbot, program, made: Made, answers, tmp_path):
    answers.path = tmp_path / "no such folder" / "sheet.pdf"
    step = RecoveryStep(program, made.desk, made.recovery_code)
    qtbot.addWidget(step)

    step.paper.keep.click()

    qtbot.waitUntil(lambda: bool(answers.told), timeout=20_000)
    assert "recovery sheet was not saved" in answers.told[0].title
    made.desk.close()


def test_a_saved_sheet_is_a_pdf(qtbot, program, made: Made, answers, tmp_path):
    answers.path = tmp_path / "sheet.pdf"
    step = RecoveryStep(program, made.desk, made.recovery_code)
    qtbot.addWidget(step)

    step.paper.keep.click()

    qtbot.waitUntil(lambda: bool(step.paper.kept.text()), timeout=20_000)
    assert answers.path.read_bytes().startswith(b"%PDF")
    made.desk.close()


def test_the_window_asks_before_it_stops_work(qtbot, program: Program, answers):
    program.background.start(lambda _progress: None)
    program.background._jobs[-1]._begun -= 10

    program.window.close()

    assert [question.act for question in answers.asked] == ["Stop and close"]
    assert program.window.isVisible()
    qtbot.waitUntil(lambda: not program.background.busy)


def name_the_school(steps: SchoolSteps) -> None:
    QTest.keyClicks(steps.about.school_name.inner, "Example Lane Primary School")
    QTest.keyClicks(steps.about.you.inner, "Pat Inkwell")
    QTest.keyClick(steps.about.you.inner, Qt.Key.Key_Return)


def choose_a_passphrase(steps: SchoolSteps) -> None:
    QTest.keyClicks(steps.passphrase.new.typed, PASSPHRASE)
    QTest.keyClicks(steps.passphrase.new.again_typed, PASSPHRASE)
    QTest.keyClick(steps.passphrase.new.again_typed, Qt.Key.Key_Return)


def test_the_place_is_shown_and_an_unsafe_one_is_refused(
    program: Program, steps: SchoolSteps, answers, tmp_path
):
    name_the_school(steps)
    place = steps.passphrase.place
    assert place.folder == tmp_path / "Example Lane Primary School.sharebook"

    answers.path = tmp_path / "OneDrive - Example Lane"
    QTest.keyClick(place.another, Qt.Key.Key_Return)
    assert "OneDrive" in answers.told[-1].title
    assert place.folder == tmp_path / "Example Lane Primary School.sharebook"

    answers.path = tmp_path / "office"
    QTest.keyClick(place.another, Qt.Key.Key_Return)
    assert place.folder == tmp_path / "office" / "Example Lane Primary School.sharebook"

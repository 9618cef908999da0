"""From the door to Today and back, with a real register."""

import shutil
import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sharebook.bootstrap.opening import new_register
from sharebook.domain.names import Code
from sharebook.domain.people import Person
from sharebook.domain.school import School
from sharebook.ui.app import Program
from sharebook.ui.screens.first_run.screen import FirstRun
from sharebook.ui.screens.unlock.screen import Unlock
from sharebook.ui.shell import Shell

PASSPHRASE = "paper lantern otter meadow kettle"  # noqa: S105 - invented
LIST = (
    "Surname,Forename,DOB,Year,Class\n"
    "Sampleton,Juno,14/03/2018,4,Kingfisher\n"
    "Broken,Dot,99/99/2018,4,Kingfisher\n"
)


@pytest.fixture(scope="module")
def register(tmp_path_factory):
    folder = tmp_path_factory.mktemp("school") / "Example Lane Primary School.sharebook"
    school = School("Example Lane Primary School", Code("maintained"), Code("england"))
    made = new_register(folder, school, Person("Pat Inkwell", Code("office")), PASSPHRASE)
    starters = [row for row in made.desk.catalogues.starter_flows.values() if row.on]
    made.desk.arranging.adopt(starters[:20], made.desk.clock.today(), "Pat Inkwell")
    made.desk.close()
    return folder


@pytest.fixture
def program(qtbot, qapp: QApplication, tmp_path: Path, answers, register: Path):
    made = Program(qapp, tmp_path / "settings", answers)
    made.theme.choose("light")
    own = tmp_path / register.name  # what one test brings in is not there for the next
    shutil.copytree(register, own)
    made.start(own)
    door = made.window.open
    assert isinstance(door, Unlock)
    qtbot.waitUntil(lambda: door.who.value == "Pat Inkwell")
    yield made
    made.close()
    made.window.close()


@pytest.fixture
def shell(qtbot, program: Program):
    unlock(qtbot, program, PASSPHRASE)
    qtbot.waitUntil(lambda: isinstance(program.window.open, Shell), timeout=20_000)
    return program.window.open


def unlock(qtbot, program: Program, passphrase: str) -> Unlock:
    door = program.window.open
    assert isinstance(door, Unlock)
    QTest.keyClicks(door.passphrase, passphrase)
    QTest.keyClick(door.passphrase, Qt.Key.Key_Return)
    return door


def test_a_wrong_passphrase_opens_nothing_and_says_so(qtbot, program: Program):
    door = unlock(qtbot, program, "not these words")

    qtbot.waitUntil(lambda: bool(door.field.message), timeout=20_000)

    assert program.desk is None
    assert "passphrase" in door.field.message


def test_the_right_one_opens_today(shell):
    assert shell.here is not None
    assert shell.here.name == "today"


def test_locking_closes_the_register_and_shows_its_door(qtbot, program: Program, shell):
    shell.lock.emit()

    assert program.desk is None
    assert isinstance(program.window.open, Unlock)


def test_a_document_is_shown_from_memory(qtbot, shell):
    shell.go("reports", kind="notice")

    qtbot.waitUntil(lambda: shell.here.preview.pages > 0, timeout=20_000)
    assert shell.here.preview.content.startswith(b"%PDF")


def test_a_list_is_looked_at_first_and_then_brought_in(qtbot, shell, answers, tmp_path):
    answers.path = tmp_path / "pupils.csv"
    answers.path.write_text(LIST, encoding="utf-8")
    shell.go("bring_in")
    screen = shell.here
    screen.choose("pupils")
    qtbot.waitUntil(lambda: bool(screen.view.tiles), timeout=20_000)
    figures = {each.tile.words: len(each.tile.lines) for each in screen.view.tiles}
    assert figures == {"New": 1, "Changed": 0, "Same": 0, "Held back": 1, "Not in the file": 0}

    with qtbot.waitSignal(shell.changed.happened, timeout=20_000):
        screen.primary()

    assert [it.full_name for it in shell.office.desk.answering.find("juno")] == ["Juno Sampleton"]


def test_rows_left_out_stay_in_sight_after_the_rest_came_in(qtbot, shell, answers, tmp_path):
    answers.path = tmp_path / "pupils.csv"
    answers.path.write_text(LIST.replace("Juno", "Kit"), encoding="utf-8")
    shell.go("bring_in")
    screen = shell.here
    screen.choose("pupils")
    qtbot.waitUntil(lambda: bool(screen.view.tiles), timeout=20_000)

    with qtbot.waitSignal(shell.changed.happened, timeout=20_000):
        screen.primary()

    assert [line.who for line in screen.view.table.shown] == ["Dot Broken"]
    screen.view.table.pick_first()
    assert "Dot Broken: " in screen.view.whole.text()
    assert screen.apply_button.isHidden()
    assert screen.leave()


def test_an_office_left_alone_is_locked(qtbot, program: Program, shell):
    program.lock_when_left()

    qtbot.waitUntil(lambda: isinstance(program.window.open, Unlock))
    assert program.desk is None


def test_looking_something_up_keeps_no_office_open(qtbot, program: Program, shell):
    def look_for_ever(progress: Any) -> None:
        while True:  # until it is stopped
            progress.report(0, 1)

    program.background.start(look_for_ever, quiet=True)

    program.lock_when_left()

    qtbot.waitUntil(lambda: isinstance(program.window.open, Unlock))


def test_work_under_way_is_finished_before_an_office_left_alone_is_locked(
    qtbot, program: Program, shell
):
    held = threading.Event()
    program.background.start(lambda _progress: held.wait(20))

    program.lock_when_left()

    assert program.desk is not None
    held.set()
    qtbot.waitUntil(lambda: not program.background.busy)


def test_another_register_is_chosen_where_one_begins(program: Program):
    door = program.window.open
    assert isinstance(door, Unlock)

    door.other.click()

    assert isinstance(program.window.open, FirstRun)

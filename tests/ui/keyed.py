"""A register of a few people, its window, and hands that wait for what they did."""

import shutil
from pathlib import Path
from types import SimpleNamespace
from typing import Any, TypeVar, cast

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from sharebook.bootstrap import keys as keys_module
from sharebook.bootstrap.desk import Desk
from sharebook.bootstrap.keys import KeyKeeping
from sharebook.bootstrap.opening import access, new_register, open_register
from sharebook.bootstrap.people import people
from sharebook.domain.errors import Refused
from sharebook.domain.names import Code
from sharebook.domain.people import Person
from sharebook.ui.app import Program
from sharebook.ui.main_window import MainWindow
from sharebook.ui.screens.people.screen import People
from sharebook.ui.screens.unlock.screen import Unlock
from sharebook.ui.shell import Shell
from sharebook.vault.strength import LEAST
from tests.builders import a_school
from tests.stories.hands import Hands
from tests.ui.peopled import Went, an_office

PAT, THEO, QUINN = "Pat Inkwell", "Theo Placeholder", "Quinn Samplewright"
PASSPHRASES = {
    PAT: "teapot lantern walrus gravel comet",
    THEO: "pebble mitten orchard waltz falcon",
    QUINN: "saddle ribbon harbour turnip quartz",
}
ROLES = {PAT: Code("office"), THEO: Code("office"), QUINN: Code("dpo")}
ANOTHER = "violet anchor biscuit thunder maple"
LONG = 20_000  # milliseconds; real keys are worked out

T = TypeVar("T")


def make(folder: Path) -> str:
    """Make the register with Pat, Theo and Quinn in it; return the code of its sheet."""
    made = new_register(folder, a_school(), Person(PAT, ROLES[PAT]), PASSPHRASES[PAT], None, LEAST)
    made.desk.close()
    keys = KeyKeeping(access(folder, PAT, PASSPHRASES[PAT]), None, LEAST)
    for name in (THEO, QUINN):
        keys.add(Person(name, ROLES[name]), PASSPHRASES[name])
    return made.recovery_code


def at_the_door(qtbot: Any, program: Program, folder: Path) -> Unlock:
    """Open the window at the register's door."""
    program.theme.choose("light", 100)
    program.start(folder)
    qtbot.waitExposed(program.window)
    program.window.activateWindow()
    door = the(Unlock, program.window.open)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is door.passphrase)
    return door


def unlocked(qtbot: Any, program: Program, hands: Hands, who: str, passphrase: str) -> Shell:
    """Open the register as `who` with the keyboard."""
    door = the(Unlock, program.window.open)
    door.who.choose(who)
    hands.type(passphrase)
    hands.enter()
    qtbot.waitUntil(lambda: isinstance(program.window.open, Shell), timeout=LONG)
    return the(Shell, program.window.open)


def on_people(qtbot: Any, program: Program) -> People:
    """Return the page for people, with the keyboard in its list."""
    shell = the(Shell, program.window.open)
    if not isinstance(shell.here, People):
        shell.go("people")
    page = the(People, shell.here)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.overview.table)
    return page


def the(kind: type[T], found: object) -> T:
    """Return `found`, which is a `kind`."""
    assert isinstance(found, kind), found
    return found


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    folder = tmp_path_factory.mktemp("keys") / "Example Lane.sharebook"
    return folder, make(folder)


@pytest.fixture
def folder(template, tmp_path) -> Path:
    return Path(shutil.copytree(template[0], tmp_path / template[0].name))


@pytest.fixture
def code(template) -> str:
    return cast("str", template[1])


@pytest.fixture
def quick(monkeypatch):
    """New passphrases are stretched as little as a reader accepts."""
    monkeypatch.setattr(keys_module, "tuned_strength", lambda: LEAST)


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def page(qtbot, folder, background, answers, quick):
    """Pat's page alone in a window; where it goes is remembered, not shown."""
    made = page_of(qtbot, folder, background, answers, PAT)
    yield made
    background.close()
    made.office.desk.close()


def page_of(qtbot, folder, background, answers, who) -> People:
    desk = open_register(folder, who, PASSPHRASES[who])
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1150, 720)
    page = People(an_office(desk, background, answers, window))
    QVBoxLayout(window).addWidget(page)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    page.arrive()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.overview.table)
    return page


def form_of(qtbot, page: People, name: str) -> Any:
    """Open a form and wait until it has been laid out."""
    page.open(name)
    form = page.form
    assert form is not None
    for _ in range(3):  # Qt shows what was added to a layout one turn later
        QCoreApplication.processEvents()
    qtbot.waitUntil(lambda: form.isAncestorOf(QApplication.focusWidget() or page))
    return form


def reopened(page: People) -> Any:
    """Return the way in that the page asked the window to go on with."""
    name, wanted = cast("Went", page.office.go).been[-1]
    assert name == "reopen"
    return wanted["access"]


def names(folder: Path) -> list[str]:
    return [each.name for each in people(folder)]


def opens(folder: Path, who: str, passphrase: str) -> bool:
    try:
        open_register(folder, who, passphrase).close()
    except Refused:
        return False
    return True


def told(page: People) -> str:
    item = page._told.itemAt(0)
    widget = item.widget() if item else None
    return widget.accessibleName() if widget else ""


def two_times(hands: Hands, passphrase: str) -> None:
    hands.type(passphrase)
    hands.enter()
    hands.type(passphrase)


@pytest.fixture
def door(qtbot, folder, background, answers, monkeypatch) -> Unlock:
    monkeypatch.setattr(keys_module, "tuned_strength", lambda: LEAST)
    made = Unlock(folder, PAT, SimpleNamespace(background=background, ask=answers))
    window = MainWindow()
    qtbot.addWidget(window)
    window.put(made)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    made.fill()
    turn()
    return made


def turn() -> None:
    for _ in range(3):  # Qt shows what was added to a layout one turn later
        QCoreApplication.processEvents()


def opened(qtbot: Any, door: Unlock, do: Any) -> Desk:
    """Return the desk that `do` opens."""
    with qtbot.waitSignal(door.opened, timeout=LONG) as heard:
        do()
    desk: Desk = heard.args[0]
    return desk

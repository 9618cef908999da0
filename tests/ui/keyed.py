"""A register of a few people, its window, and hands that wait for what they did."""

from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtWidgets import QApplication

from sharebook.bootstrap.keys import KeyKeeping
from sharebook.bootstrap.opening import access, new_register
from sharebook.domain.names import Code
from sharebook.domain.people import Person
from sharebook.ui.app import Program
from sharebook.ui.screens.people.screen import People
from sharebook.ui.screens.unlock.screen import Unlock
from sharebook.ui.shell import Shell
from sharebook.vault.strength import LEAST
from tests.builders import a_school
from tests.stories.hands import Hands

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

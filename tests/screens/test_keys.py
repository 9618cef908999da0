"""People and keys, and the door for many people, in every look; names of a hundred letters."""

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QCoreApplication

from sharebook.bootstrap.keys import KeyKeeping
from sharebook.bootstrap.opening import access, open_register
from sharebook.bootstrap.sheet_proof import SheetProof
from sharebook.domain.errors import Refused, Trouble
from sharebook.domain.names import Code
from sharebook.domain.people import Person
from sharebook.ui.background import Background
from sharebook.ui.screens.unlock.screen import Unlock
from sharebook.vault.strength import LEAST
from tests.screens.looking import colours, cut_off, keep
from tests.screens.test_doors import show
from tests.screens.test_screens import LOOKS, opened, settle
from tests.ui.answers import Answers
from tests.ui.peopled import PAT, open_empty

__all__ = ["opened"]  # a fixture

PASSPHRASE = "paper lantern otter meadow kettle"  # noqa: S105 - invented
LONG = "Wilhelmina Featherstonehaugh-Przykładowska of Nowhere in Particular, Teacher of Many Names"
MANY = [LONG, *(f"Person Number {number} Sampleton" for number in range(3, 13))]
FORMS = ("add", "passphrase", "prove", "new_sheet")
EDGES = (LOOKS[0], LOOKS[2], LOOKS[-1])


@pytest.fixture(scope="module")
def twelve(tmp_path_factory, clock):
    desk = open_empty(tmp_path_factory.mktemp("twelve"), clock)
    desk.close()
    keys = KeyKeeping(access(desk.folder, PAT, PASSPHRASE, clock), clock, LEAST)
    for place, name in enumerate(MANY):
        keys.add(Person(name, Code("dpo" if place % 3 else "office")), PASSPHRASE)
    SheetProof(keys.access, clock).remember()
    desk = open_register(desk.folder, PAT, PASSPHRASE, clock)
    yield desk
    desk.close()


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_twelve_people_and_a_name_of_a_hundred_letters(qtbot, opened, pictures, twelve, look):
    window, shell = opened(twelve, look)
    shell.go("people", done=f"{LONG} can open the register from now on.")
    settle(qtbot, shell)
    shell.here.overview.pick(LONG)
    settle(qtbot, shell)

    picture = keep(window, pictures / f"people-{look}.png")

    assert cut_off(window) == []
    assert shell.pages.currentWidget().horizontalScrollBar().maximum() == 0
    assert colours(picture) > 50


def test_one_person_alone(qtbot, opened, pictures, empty):
    window, shell = opened(empty, LOOKS[0])
    shell.go("people")
    settle(qtbot, shell)

    keep(window, pictures / "people-one.png")

    assert cut_off(window) == []
    assert not shell.here.overview.person.off.isVisible()


@pytest.mark.parametrize("look", EDGES, ids=str)
@pytest.mark.parametrize("form", FORMS)
def test_a_form_keeps_title_field_and_buttons_in_sight(qtbot, opened, pictures, twelve, form, look):
    window, shell = opened(twelve, look)
    window.activateWindow()
    shell.go("people", form=form)
    settle(qtbot, shell)
    qtbot.waitUntil(lambda: shell.here.form.isAncestorOf(window.focusWidget()))
    settle(qtbot, shell)

    picture = keep(window, pictures / f"people-{form}-{look}.png")

    assert cut_off(window) == []
    assert colours(picture) > 50
    assert shell.pages.currentWidget().horizontalScrollBar().maximum() == 0
    for each in (shell.here.form.act, shell.here.form.cancel, window.focusWidget()):
        assert each.visibleRegion().boundingRect() == each.rect(), each.accessibleName()


STATES: dict[str, Callable[[Unlock], object]] = {
    "many": lambda door: door.who.choose(LONG),
    "wrong": lambda door: door._say(Refused("wrong_passphrase", "passphrase", person=LONG)),
    "damaged": lambda door: door._say(Trouble("register_damaged", path=str(door.folder))),
    "lost": lambda door: door._on_lost(),
}


@pytest.mark.parametrize("look", EDGES, ids=str)
@pytest.mark.parametrize("state", STATES)
def test_the_door_in_every_state(qtbot, drawn, pictures, twelve, state, look):
    drawn(look.scheme, look.size)
    background = Background()
    door = Unlock(twelve.folder, PAT, SimpleNamespace(background=background, ask=Answers()))
    window = show(qtbot, door, look.window)
    window.activateWindow()
    STATES[state](door)
    for _ in range(4):
        QCoreApplication.processEvents()

    picture = keep(window, pictures / f"door-{state}-{look}.png")

    assert cut_off(window) == []
    assert colours(picture) > 30
    background.close()


@pytest.mark.parametrize("look", EDGES, ids=str)
def test_a_new_passphrase_at_the_door(qtbot, drawn, pictures, twelve, look):
    drawn(look.scheme, look.size)
    background = Background()
    door = Unlock(twelve.folder, PAT, SimpleNamespace(background=background, ask=Answers()))
    window = show(qtbot, door, look.window)
    window.activateWindow()
    door._on_lost()
    assert door.lost_part is not None
    door.lost_part._on_code_right(twelve.access)
    for _ in range(4):
        QCoreApplication.processEvents()

    keep(window, pictures / f"door-new-{look}.png")

    assert cut_off(window) == []
    background.close()

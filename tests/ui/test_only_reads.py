"""The data protection officer reads every page and is offered nothing that would be refused."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from sharebook.bootstrap.desk import Desk
from sharebook.domain.calls import Call
from sharebook.domain.errors import Refused
from sharebook.domain.names import Code
from sharebook.ui.may_write import may_write
from sharebook.ui.screens import register
from sharebook.ui.screens.only_reads import OnlyReads
from sharebook.ui.screens.record.screen import RecordScreen
from tests.builders import catalogues
from tests.ui.peopled import JUNO, NURSE, an_office, peopled

pytestmark = pytest.mark.ui
WRITING = {  # words on buttons that would be refused
    "Add a pupil", "Bring in a list", "Record", "Record a disclosure", "Pick from the catalogue",
    "Add a recipient", "Edit", "Add a purpose", "Put right", "Same again", "Recorded by mistake…",
    "Save call note",
}  # fmt: skip


@pytest.fixture
def desks(tmp_path, clock):
    """The office's desk and the officer's, at one register."""
    office = peopled(tmp_path, clock)
    found = replace(office.access, person="Quinn Samplewright", role=Code("dpo"))
    reads = Desk(found, clock, catalogues())
    yield office, reads
    reads.close()
    office.close()


@pytest.fixture
def shown(qtbot, background, answers):
    """Return a function that opens a page for somebody's desk."""

    def opened(name, desk, **wanted):
        window = QWidget()
        qtbot.addWidget(window)
        screen = register.factory(name)(an_office(desk, background, answers, window))
        qtbot.addWidget(screen)
        screen.resize(1150, 740)
        screen.show()
        qtbot.waitExposed(screen)
        screen.arrive(**wanted)
        qtbot.waitUntil(lambda: not background.busy)
        return screen

    yield opened
    qtbot.waitUntil(lambda: not background.busy)


def offered(screen):
    seen = [it for it in screen.findChildren(QPushButton) if it.isVisible()]
    words = {it.text().replace("&", "").strip().partition("     ")[0].strip() for it in seen}
    return words & WRITING


PAGES = [("pupils", {"pupil": JUNO}), ("recipients", {"recipient": NURSE}), ("log", {"entry": 4})]


@pytest.mark.parametrize(("name", "wanted"), PAGES, ids=[name for name, _ in PAGES])
def test_a_page_offers_the_office_what_it_hides_from_the_officer(shown, desks, qtbot, name, wanted):
    office, reads = desks
    theirs, mine = shown(name, office, **wanted), shown(name, reads, **wanted)
    qtbot.waitUntil(lambda: bool(offered(theirs)))

    mine.refresh(frozenset({"*"}))
    qtbot.waitUntil(lambda: not mine.office.background.busy)

    assert offered(mine) == set()
    mine.primary()  # Ctrl Enter
    assert reads.register.head() == office.register.head()


@pytest.mark.parametrize("name", ["record", "bring_in"])
def test_a_page_that_only_writes_says_so_calmly_and_leads_on(shown, desks, name):
    office, reads = desks
    page: Any = shown(name, reads, pupil=JUNO)

    assert isinstance(page, OnlyReads)
    assert page.log_button.hasFocus() or page.log_button.isVisible()
    page.primary()
    went: Any = page.office.go
    assert went.been[-1][0] == "log"
    assert not isinstance(shown(name, office), OnlyReads)
    assert may_write(office)


def test_the_office_s_own_page_is_made_where_somebody_may_write(shown, desks):
    assert isinstance(shown("record", desks[0]), RecordScreen)


def test_an_answer_is_read_and_no_call_note_is_kept(shown, desks, qtbot):
    reads = desks[1]
    page: Any = shown("answer", reads, pupil=JUNO)
    page.call.callers.choose(page.call.callers.rows[0])
    page.call.known_by.boxes["rang_back"].click()
    assert page.told
    before = reads.register.count(Call)

    page.primary()
    QTest.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert reads.register.count(Call) == before
    assert offered(page) == set()
    assert not page.office.ask.told


def test_writing_would_be_refused_all_the_same(desks):
    reads = desks[1]
    with pytest.raises(Refused, match="only_reads"), reads.register.writing(reads.person):
        pass

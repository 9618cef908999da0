"""The look-up screens without a mouse: letters, the way through the panels, stale answers."""

import re
import threading
from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QToolButton, QWidget

from sharebook.ui.screens.base import Office
from sharebook.ui.screens.latest import Latest
from sharebook.ui.screens.log.screen import LogScreen
from sharebook.ui.screens.pupils.add_dialog import AddPupil
from sharebook.ui.screens.pupils.roll_list import RollList
from sharebook.ui.screens.pupils.screen import PupilsScreen
from sharebook.ui.screens.recipients.catalogue_dialog import CatalogueDialog
from sharebook.ui.screens.recipients.purpose_dialog import PurposeDialog
from sharebook.ui.screens.recipients.recipient_dialog import RecipientDialog
from sharebook.ui.screens.recipients.screen import RecipientsScreen
from sharebook.ui.screens.recipients.tabs import Tabs
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.table import Table
from tests.ui.keyed import the
from tests.ui.peopled import JUNO, NURSE, an_office, peopled

pytestmark = pytest.mark.ui


@pytest.fixture
def office(tmp_path, clock, background, answers, qtbot):
    desk = peopled(tmp_path, clock)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    yield an_office(desk, background, answers, window)
    background.close()
    desk.close()


def everything(office: Office) -> list[QWidget]:
    window = the(QWidget, office.toast.parentWidget())
    return [
        PupilsScreen(office),
        RecipientsScreen(office),
        LogScreen(office),
        AddPupil(window, office),
        RecipientDialog(window, office, office.desk.book.recipients()[NURSE]),
        PurposeDialog(window, office, NURSE),
        CatalogueDialog(window, office),
    ]


def letters(page: QWidget) -> Counter[str]:
    """Count the Alt letters that can be heard while `page` stands as it is."""
    labels = [each for each in page.findChildren(QLabel) if each.buddy()]
    lettered: list[QLabel | QAbstractButton] = [*labels, *page.findChildren(QAbstractButton)]
    found = (re.search(r"&(\w)", each.text()) for each in lettered if each.isVisibleTo(page))
    return Counter(hit[1].casefold() for hit in found if hit)


def states(page: QWidget) -> Iterator[None]:
    """Show every page of a long form in turn; other pages stand in one way."""
    tabs = page.findChild(Tabs)
    for place in range(tabs.count if tabs is not None else 1):
        if tabs is not None:
            tabs.open(place)
        yield


def test_no_alt_letter_is_used_twice_on_one_page(office, qtbot):
    for page in everything(office):
        qtbot.addWidget(page)
        for _ in states(page):
            twice = [letter for letter, times in letters(page).items() if times > 1]
            assert twice == [], type(page).__name__


def test_every_table_and_button_has_a_name(office, qtbot):
    for page in everything(office):
        qtbot.addWidget(page)
        for table in page.findChildren(Table):
            assert table.accessibleName(), type(page).__name__
        for button in page.findChildren(QAbstractButton):
            if button.focusPolicy() == Qt.FocusPolicy.NoFocus or isinstance(button, QToolButton):
                continue
            said = button.accessibleName() or button.text()
            assert said, (type(page).__name__, button.metaObject().className(), button.parent())


def test_tab_goes_from_the_search_to_the_list_to_the_page(office, qtbot):
    screen = PupilsScreen(office)
    qtbot.addWidget(screen)
    screen.resize(1150, 700)
    screen.show()
    qtbot.waitUntil(lambda: bool(screen.list.table.shown))
    screen.search()
    order: list[QWidget | None] = []
    while screen.focusWidget() not in order:
        order.append(screen.focusWidget())
        screen.focusNextChild()
    assert order.index(screen.list.search) < order.index(screen.list.table)


def test_a_letter_jumps_to_a_name(office, qtbot):
    screen = PupilsScreen(office)
    qtbot.addWidget(screen)
    screen.show()
    qtbot.waitUntil(lambda: bool(screen.list.table.shown))
    screen.list.table.setFocus()
    qtbot.keyClick(screen.list.table, Qt.Key.Key_O)
    assert screen.list.table.record is not None
    assert screen.list.table.record.name == "Otis Pretendby"


def test_only_the_newest_question_is_answered(office, qtbot):
    gate = threading.Event()
    heard: list[str] = []
    owner = label("")
    qtbot.addWidget(owner)
    latest = Latest(office, owner)

    def slow(_desk):
        gate.wait(10)
        return "first"

    latest.ask(slow, heard.append)
    latest.ask(lambda desk: desk.school().name, heard.append)
    gate.set()
    qtbot.waitUntil(lambda: not office.background.busy)
    assert heard == ["Example Lane Primary School"]


def test_a_narrow_list_puts_the_class_under_the_name(qtbot, office):
    screen = PupilsScreen(office)
    qtbot.addWidget(screen)
    qtbot.waitUntil(lambda: bool(screen.list.table.shown))
    alone: RollList = screen.list
    alone.setParent(None)
    qtbot.addWidget(alone)
    alone.setMinimumWidth(0)
    alone.resize(220, 500)
    alone.show()
    qtbot.waitUntil(lambda: alone.table.isColumnHidden(1))
    assert alone.year.combo.isVisible()
    assert not alone.year.buttons.isVisible()


def test_a_window_without_room_shows_the_page_in_place_of_the_list(qtbot, office):
    screen = PupilsScreen(office)
    qtbot.addWidget(screen)
    screen.show()
    qtbot.waitUntil(lambda: bool(screen.list.table.shown))
    screen.resize(560, 600)
    qtbot.waitUntil(lambda: screen.splitter.folded)
    assert screen.list.isVisible()
    screen.arrive(pupil=JUNO)
    assert screen.list.isHidden()
    assert screen.splitter.way_back.isVisible()
    assert screen.leave()
    assert screen.list.isVisible()
    assert not screen.leave()

"""The catalogue of ready-made purposes: found, chosen by list, ticked and added by keyboard."""

from datetime import date
from itertools import chain

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sharebook.domain.catalogue_starters import StarterList
from sharebook.domain.names import Code
from sharebook.ui.screens.recipients.catalogue_dialog import CatalogueDialog
from tests.ui.peopled import an_office, peopled

pytestmark = pytest.mark.ui


@pytest.fixture
def desk(tmp_path, clock):
    desk = peopled(tmp_path, clock)
    yield desk
    desk.close()


@pytest.fixture
def window(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1366, 768)
    return made


@pytest.fixture
def office(desk, background, answers, window):
    return an_office(desk, background, answers, window)


def test_space_ticks_in_the_catalogue_and_add_adopts(window, office, desk, qtbot):
    dialog = CatalogueDialog(window, office)
    assert not dialog.add.isEnabled()
    before = len(desk.book.flows())
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    ticked = dialog.table.ticks.chosen[0]
    index = dialog.table.model().index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).startswith("ticked, ")
    dialog.search.searched.emit("census")
    assert dialog.table.ticks.chosen == [ticked]
    dialog.add.click()
    assert dialog.said == "1 purpose added"
    assert len(desk.book.flows()) == before + 1


def test_the_catalogue_leaves_out_what_the_school_has(window, office, desk):
    dialog = CatalogueDialog(window, office)
    first = dialog.table.shown[0]
    desk.arranging.adopt([first.row], date(2026, 9, 14), "Pat Inkwell")
    again = CatalogueDialog(window, office)
    assert first.row.code not in {each.row.code for each in again.table.shown}


def test_the_catalogue_stands_in_three_lists_chosen_by_arrow_keys(window, office, qtbot):
    picker = CatalogueDialog(window, office).picker
    told = {}
    for listed in (StarterList.PAGE, StarterList.AGREEMENT, StarterList.OTHER):
        told[listed] = [each.row.code for each in picker.table.shown]
        assert {each.listed for each in picker.table.shown} == {listed}
        qtbot.keyClick(picker.lists, Qt.Key.Key_Right)
    assert [each.row.code for each in picker.table.shown] == [*chain(*told.values())]
    assert told[StarterList.PAGE][:3] == ["R01", "R01_CP", "R02"]
    assert told[StarterList.AGREEMENT][0] == "A1"


def test_a_word_finds_through_all_the_lists(window, office):
    picker = CatalogueDialog(window, office).picker
    picker.search.searched.emit("joint panel")
    assert picker.lists.value is None
    assert [each.row.code for each in picker.table.shown] == ["SEND_JAP"]
    picker.search.searched.emit("no such thing")
    assert picker.table.shown == []
    assert not picker.every.isEnabled()
    assert picker.about.text().startswith("0 purposes")


def test_a_whole_list_is_ticked_at_once_and_unticked_again(window, office, desk, qtbot):
    dialog = CatalogueDialog(window, office)
    dialog.picker.search.searched.emit("year 6")
    wanted = len(dialog.table.shown)
    qtbot.keyClick(dialog.picker.every, Qt.Key.Key_Space)
    assert len(dialog.picker.chosen) == wanted > 1
    qtbot.keyClick(dialog.picker.every, Qt.Key.Key_Space)
    assert dialog.picker.chosen == []
    assert not dialog.add.isEnabled()


def test_a_row_says_its_basis_in_plain_words_and_what_is_special_about_it(window, office):
    picker = CatalogueDialog(window, office).picker
    rows = {each.row.code: each for each in picker._all}
    assert (rows[Code("A2")].basis, rows[Code("A2")].because) == (
        "Legal obligation",
        "a law makes the school do it",
    )
    assert (rows[Code("A10")].basis, rows[Code("A10")].details) == (
        "To be agreed",
        "To be agreed first: what is sent, why, how and by which right.",
    )
    assert rows[Code("A9")].details.startswith(
        "Only if the council is no longer given these results"
    )
    assert "Also about parents." in rows[Code("A3_PARENT")].details
    sentence = picker.table.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "The next school" in sentence
    assert "Legal obligation" in sentence

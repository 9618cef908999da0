"""The pupils screen: finding a child, reading the page, adding one."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from sharebook.ui.models.rows import RECORD
from sharebook.ui.screens.pupils.add_dialog import AddPupil
from sharebook.ui.screens.pupils.roll import LEFT
from sharebook.ui.screens.pupils.roll_list import _shape
from sharebook.ui.screens.pupils.screen import PupilsScreen
from tests.ui.peopled import JUNO, KIT, LONG, an_office, open_empty, peopled

pytestmark = pytest.mark.ui


@pytest.fixture
def desk(tmp_path, clock):
    desk = peopled(tmp_path, clock)
    yield desk
    desk.close()


@pytest.fixture
def office(desk, background, answers, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    return an_office(desk, background, answers, window)


@pytest.fixture
def screen(office, qtbot) -> PupilsScreen:
    made = PupilsScreen(office)
    qtbot.addWidget(made)
    made.resize(1150, 700)
    made.show()
    qtbot.waitUntil(lambda: not office.background.busy and made.list.counted.text() != "")
    return made


def names(screen: PupilsScreen) -> list[str]:
    return [row.name for row in screen.list.table.shown]


def search(screen: PupilsScreen, words: str) -> None:
    screen.list.search.setText(words)
    screen.list.search.searched.emit(words)


def opened(screen: PupilsScreen, qtbot, pupil=JUNO) -> PupilsScreen:
    screen.arrive(pupil=pupil)
    qtbot.waitUntil(lambda: screen.page.name.text() != "")
    return screen


def test_everyone_is_listed_and_counted_leavers_too(screen):
    assert len(names(screen)) == 4
    assert screen.list.counted.text() == "3 pupils, 1 leaver"


def test_the_models_of_the_screen_are_sound(screen, qtbot, qtmodeltester):
    opened(screen, qtbot)
    qtmodeltester.check(screen.list.table.model())
    qtmodeltester.check(screen.page.told.table.model())
    qtmodeltester.check(screen.page.contacts.table.model())
    qtmodeltester.check(screen.page.timeline.moments.model())


@pytest.mark.parametrize(
    ("typed", "found"),
    [("juno", ["Juno Sampleton"]), ("robin", ["Kit Sampleton"]), ("R6741", ["Juno Sampleton"])],
)
def test_a_child_is_found_by_name_class_or_number(screen, typed, found):
    search(screen, typed)
    assert names(screen) == found


def test_letters_with_marks_are_found_by_plain_ones(screen):
    search(screen, "eniola przyklad")
    assert len(names(screen)) == 1


def test_the_year_buttons_come_from_the_register(screen):
    screen.list.year.choose("4")
    search(screen, "")
    assert names(screen) == ["Juno Sampleton"]
    screen.list.year.choose(LEFT)
    search(screen, "")
    assert names(screen) == ["Otis Pretendby"]


def test_a_search_that_finds_nobody_offers_the_nearest_name(screen):
    search(screen, "sampelton")
    assert names(screen) == []
    assert screen.list.nobody.isVisible()
    screen.list.show_nearest.click()
    assert names(screen) == ["Juno Sampleton", "Kit Sampleton"]


def test_marks_are_words_too(screen):
    rows = {row.name: row for row in screen.list.table.shown}
    assert rows["Juno Sampleton"].state == "nothing may be said to Rex Sampleton"
    index = screen.list.table.model().index(0, 0)
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert index.data(RECORD).name in said
    assert rows["Otis Pretendby"].state == "has left"


def test_a_protected_child_is_marked_in_shape_and_words(screen):
    shown = next(row for row in screen.list.table.shown if row.id == LONG)
    assert _shape(shown) == ("eyeoff", "hold")
    assert shown.state == "whereabouts protected"


def test_down_goes_from_the_search_into_the_list(screen, qtbot):
    search(screen, "kit")
    qtbot.keyClick(screen.list.search, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: screen.page.name.text() == "Kit Sampleton")


def test_a_child_handed_over_is_shown_and_selected(screen, qtbot):
    search(screen, "nobody at all")
    opened(screen, qtbot, KIT)
    assert screen.list.table.record.id == KIT
    assert screen.page.about.text() == "Year 2, Robin. Born 2 May 2020."


def test_the_timeline_tells_entries_moves_calls_and_regular_sharing(screen, qtbot):
    opened(screen, qtbot)
    screen.page.timeline.period.choose(False)
    screen.page.timeline.period.activated.emit(1)
    model = screen.page.timeline.moments.model()
    told = [model.index(row, 0).data(RECORD).sentence for row in range(model.rowCount())]
    assert any("Refused: Pretend Plates Catering" in each for each in told)
    assert any("Moved to Year 4, Kingfisher" in each for each in told)
    assert any("Answered Dana Sampleton" in each for each in told)
    assert any("Correction" in each for each in told)
    assert any("regular sharing began" in each for each in told)
    assert "11 Sep 2026" in told[0]


def test_opening_a_moment_opens_its_entry(screen, office, qtbot):
    opened(screen, qtbot)
    screen.page.timeline.moments.opened.emit(3)
    assert office.go.been[-1] == ("log", {"entry": 3})


def test_the_buttons_hand_the_child_over(screen, office, qtbot):
    opened(screen, qtbot)
    screen.page.answer_button.click()
    screen.page.record_button.click()
    assert office.go.been[-2:] == [("answer", {"pupil": JUNO}), ("record", {"pupil": JUNO})]


def test_f4_opens_the_log_of_the_child_shown(screen, office, qtbot):
    screen.print_what_is_shown()
    opened(screen, qtbot)
    screen.print_what_is_shown()
    assert office.go.been == [
        ("reports", {}),
        ("reports", {"pupil": JUNO, "called": "Juno Sampleton"}),
    ]


def test_a_shut_out_adult_stands_in_red_on_the_page(screen, qtbot):
    opened(screen, qtbot)
    chips = [each.accessibleName() for each in screen.page.chips.findChildren(QWidget)]
    assert "No contact: Rex Sampleton" in chips


def test_the_answer_and_the_contacts_stand_in_their_tabs(screen, qtbot):
    opened(screen, qtbot)
    assert {row.line.whom for row in screen.page.told.table.shown} >= {"NHS: school nurse"}
    assert [each.name for each in screen.page.contacts.table.shown] == [
        "Dana Sampleton",
        "Rex Sampleton",
    ]


def typed(dialog: AddPupil, **words: str) -> None:
    for name, text in words.items():
        inner = dialog.fields[name].inner
        assert isinstance(inner, QLineEdit)
        inner.setText(text)
        inner.editingFinished.emit()


def test_adding_a_child_writes_it(screen, office, desk):
    dialog = AddPupil(screen, office)
    typed(dialog, surname="Mockridger", forename="Cass", born="1 Oct 2020", year="Year 1")
    dialog.save.click()
    added = desk.answering.pupil(dialog.added)
    assert (added.full_name, added.born) == ("Cass Mockridger", date(2020, 10, 1))
    assert desk.answering.spells(dialog.added)[0].year == "1"


def test_a_mistyped_number_is_said_under_its_field(screen, office):
    dialog = AddPupil(screen, office)
    typed(dialog, surname="Mockridger", forename="Cass", born="1 Oct 2020", year="1")
    typed(dialog, upn="A674123101121")
    dialog.save.click()
    assert "begin with R" in dialog.fields["upn"].message
    assert dialog.added is None


def test_an_empty_register_says_what_to_do_first(tmp_path, clock, background, answers, qtbot):
    desk = open_empty(tmp_path, clock)
    window = QWidget()
    qtbot.addWidget(window)
    screen = PupilsScreen(an_office(desk, background, answers, window))
    qtbot.addWidget(screen)
    qtbot.waitUntil(lambda: screen.list.counted.text() == "0 pupils")
    desk.close()

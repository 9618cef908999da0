"""The log screen: everything is there, found by words and filters, put right by a new entry."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget

from sharebook.ui.letters import give
from sharebook.ui.screens.log.filters import periods
from sharebook.ui.screens.log.query import Query, parse
from sharebook.ui.screens.log.screen import LogScreen
from tests.builders import a_disclosure
from tests.ui.peopled import PAT, an_office, open_empty, peopled

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
def screen(office, qtbot) -> LogScreen:
    made = LogScreen(office)
    qtbot.addWidget(made)
    made.resize(1150, 700)
    made.show()
    qtbot.waitUntil(lambda: bool(made.table.shown))
    return made


def numbers(screen: LogScreen) -> list[int]:
    return [line.number for line in screen.table.shown]


def find(screen: LogScreen, words: str) -> list[int]:
    screen.filters.search.setText(words)
    screen.filters.search.searched.emit(words)
    return numbers(screen)


def chosen(combo, value) -> None:
    combo.choose(value)
    combo.activated.emit(combo.currentIndex())


def test_an_entry_put_right_stands_struck_under_its_correction(screen):
    assert numbers(screen) == [4, 3, 2, 1]
    correction, wrong = screen.table.shown[2:]
    assert (correction.puts_right, wrong.put_right_by) == (1, 2)
    assert wrong.struck
    assert wrong.chip is not None
    assert wrong.chip.words == "See 2"


def test_the_model_is_sound_and_says_each_row_in_words(screen, qtmodeltester):
    model = screen.table.model()
    qtmodeltester.check(model)
    said = model.index(3, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "See 2" in said
    assert "put right by a later entry" in said


def test_counts_stand_over_the_log(screen):
    words = [chip.words for chip in screen.counts.shown]
    assert words[0] == "4 entries since 1 September 2025"
    assert "1 corrected" in words
    assert "1 refused" in words


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("pupil:kit", [4]),
        ("pupil:juno to:nhs", [2, 1]),
        ("refused", [3]),
        ("no:1", [1]),
        ("zebra", []),
    ],
)
def test_words_and_operators_find_entries(screen, typed, found):
    assert find(screen, typed) == found


def test_gaps_are_asked_for_or_shut_out(screen):
    gaps = {line.number for line in screen.table.shown if line.gaps}
    assert set(find(screen, "gap:yes")) == gaps
    assert set(find(screen, "gap:no")) == {1, 2, 3, 4} - gaps


def test_an_operator_without_a_word_asks_for_nothing():
    assert parse("pupil: to:") == Query()
    assert parse('care to:"city police" plan') == Query("care plan", to="city police")
    assert parse("gap:yes").gap is True
    assert parse("no:1281").number == 1281


def test_filters_narrow_and_clear_widens_again(screen):
    chosen(screen.filters.kind, "Several pupils")
    assert numbers(screen) == [4]
    screen.filters.clear.click()
    assert len(numbers(screen)) == 4
    chosen(screen.filters.recipient, screen.table.shown[2].recipient_id)
    assert numbers(screen) == [2, 1]


def test_a_shorter_period_reads_the_log_again(screen, qtbot):
    screen.filters.period.setCurrentIndex(1)
    screen.filters.period_changed.emit()
    qtbot.waitUntil(lambda: numbers(screen) == [4, 3, 2])


def test_the_periods_follow_the_school_year():
    words = [each.words for each in periods(date(2027, 3, 1))]
    assert words[:2] == ["Since September 2025", "Since September 2026"]


def test_enter_opens_everything_about_an_entry(screen, qtbot):
    screen.table.pick_first()
    qtbot.keyClick(screen.table, Qt.Key.Key_Return)
    qtbot.waitUntil(screen.panel.isVisible)
    facts = dict(screen.panel.shown.facts)
    assert facts["2 pupils"] == "Juno Sampleton, Kit Sampleton"
    assert facts["When"] == "11 September 2026, 15:20"
    assert screen.panel.shown.gaps


def test_put_right_and_same_again_hand_the_entry_over(screen, office, qtbot):
    screen.arrive(entry=4)
    qtbot.waitUntil(screen.panel.isVisible)
    screen.panel.put_right_button.click()
    screen.panel.again_button.click()
    assert office.go.been == [("record", {"correct": 4}), ("record", {"again": 4})]


def test_an_entry_is_recorded_again_for_others_by_its_letter(screen, office, qtbot):
    screen.arrive(entry=4)
    qtbot.waitUntil(screen.panel.isVisible)
    button = screen.panel.copy_button
    assert give(screen)["a"] is button
    assert button.accessibleName() == "Record again for others…"

    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)

    assert office.go.been == [("record", {"copy": 4})]


def test_an_entry_put_right_offers_its_correction_only(screen, qtbot):
    screen.arrive(entry=1)
    qtbot.waitUntil(screen.panel.isVisible)
    assert screen.panel.put_right_button.isHidden()
    screen.panel.other_button.click()
    qtbot.waitUntil(lambda: screen.panel.shown.number == 2)
    assert dict(screen.panel.shown.facts)["What was wrong with 1"] == "The class was left out."


def test_esc_closes_the_entry_then_the_filters_then_nothing(screen, qtbot):
    find(screen, "nhs")
    screen.arrive(entry=2)
    qtbot.waitUntil(screen.panel.isVisible)
    assert screen.leave()
    assert screen.panel.isHidden()
    assert screen.leave()
    assert len(numbers(screen)) == 4
    assert not screen.leave()


def test_what_is_shown_is_saved_as_a_table(screen, answers, office, tmp_path, qtbot):
    answers.path = tmp_path / "log.csv"
    find(screen, "refused")
    screen.print_what_is_shown()
    qtbot.waitUntil(lambda: not office.background.busy)
    text = answers.path.read_text(encoding="utf-8-sig")
    assert len(text.splitlines()) == 2
    assert "Pretend Plates Catering" in text


def test_a_file_that_cannot_be_written_is_told(screen, answers, office, tmp_path, qtbot):
    answers.path = tmp_path / "no such folder" / "log.xlsx"
    screen.print_what_is_shown()
    qtbot.waitUntil(lambda: bool(answers.told))
    assert "log.xlsx" in answers.told[0].title


def test_a_heading_sorts_and_the_order_is_kept_while_searching(screen):
    screen.table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.AscendingOrder)
    assert numbers(screen) == [1, 2, 3, 4]
    assert find(screen, "catering") == [3, 4]


def test_a_new_entry_appears_by_itself(screen, desk, qtbot):
    with desk.register.writing(PAT) as writer:
        writer.add(a_disclosure(id=5, day=date(2026, 9, 14)))
    screen.refresh(frozenset({"disclosure"}))
    qtbot.waitUntil(lambda: numbers(screen)[0] == 5)


def test_a_small_window_keeps_recipient_what_and_state(screen, qtbot):
    screen.resize(700, 600)
    qtbot.waitUntil(lambda: screen.table.isColumnHidden(3))
    assert screen.table.isColumnHidden(5)
    assert not screen.table.isColumnHidden(2)
    assert not screen.table.isColumnHidden(7)


def test_an_empty_log_says_so(tmp_path, clock, background, answers, qtbot):
    desk = open_empty(tmp_path, clock)
    window = QWidget()
    qtbot.addWidget(window)
    screen = LogScreen(an_office(desk, background, answers, window))
    qtbot.addWidget(screen)
    qtbot.waitUntil(lambda: "No entries since" in screen.nothing.accessibleName())
    desk.close()


def test_arriving_with_an_entry_puts_the_keyboard_on_it(screen, qtbot):
    screen.activateWindow()
    screen.arrive(entry=2)

    qtbot.waitUntil(screen.panel.isVisible)
    assert screen.focusWidget() is screen.panel.area


def test_filters_show_their_words_however_little_room_there_is(screen):
    for wide in (1150, 800, 500):
        screen.filters.resize(wide, 200)
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        for combo in (screen.filters.period, screen.filters.recipient):
            words = combo.fontMetrics().horizontalAdvance(combo.currentText())
            assert combo.width() > words + 40

from datetime import date

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from sharebook.ui.main_window import MainWindow
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.combo import Combo
from sharebook.ui.widgets.date_field import DateField
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.passphrase_field import PassphraseField
from sharebook.ui.widgets.picker import Picker, among
from sharebook.ui.widgets.popup import Choice
from sharebook.ui.widgets.segments import Segments
from sharebook.ui.widgets.toast import Toast

CHOICES = [
    Choice("NHS: school nurse", 1, "height and weight checks"),
    Choice("Example Gazette", 2, "photographs"),
    Choice("Sample Hill Junior School", 3, "transfer file"),
]


def standing(qtbot, *widgets: QWidget) -> MainWindow:
    window = MainWindow()
    page = QWidget()
    column = QVBoxLayout(page)
    for widget in widgets:
        column.addWidget(widget)
    window.put(page)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def test_a_picker_filters_over_all_words(qtbot):
    picker = Picker(among(CHOICES))
    standing(qtbot, picker)
    picker.setFocus()

    with qtbot.waitSignal(picker.changed):
        QTest.keyClicks(picker.edit, "weight nurse")
        QTest.keyClick(picker.edit, Qt.Key.Key_Return)

    assert picker.value == 1
    assert picker.edit.text() == "NHS: school nurse"


def test_several_things_are_picked_as_chips_and_taken_back(qtbot):
    picker = Picker(among(CHOICES), several=True)
    standing(qtbot, picker)
    picker.setFocus()

    for letters in ("gaz", "hill"):
        QTest.keyClicks(picker.edit, letters)
        QTest.keyClick(picker.edit, Qt.Key.Key_Return)
    assert picker.values == [2, 3]

    QTest.keyClick(picker.edit, Qt.Key.Key_Backspace)
    assert picker.values == [2]


def test_a_date_field_says_the_cure_under_itself(qtbot, clock):
    field = Field("when", "When?", DateField(clock))
    other = QLineEdit()
    standing(qtbot, field, other)
    field.inner.setFocus()

    QTest.keyClicks(field.inner, "31/9/26")
    other.setFocus()

    assert field.message == "September has 30 days. Did you mean 30 September?"


def test_a_date_field_shows_the_day_back_in_full(qtbot, clock):
    field = DateField(clock)
    standing(qtbot, field)
    QTest.keyClicks(field, "fri")

    with qtbot.waitSignal(field.chosen):
        QTest.keyClick(field, Qt.Key.Key_Return)

    assert field.day == date(2026, 9, 11)
    assert field.text() == "Friday 11 September 2026"


def test_the_eye_shows_and_hides_the_passphrase(qtbot):
    field = PassphraseField()
    qtbot.addWidget(field)
    eye = field.actions()[-1]

    eye.trigger()
    assert field.echoMode() == QLineEdit.EchoMode.Normal
    eye.trigger()
    assert field.echoMode() == QLineEdit.EchoMode.Password


def test_caps_lock_is_noticed_from_the_letters(qtbot):
    field = PassphraseField()
    qtbot.addWidget(field)

    with qtbot.waitSignal(field.caps_lock, check_params_cb=lambda on: on):
        QTest.keyClicks(field, "A", Qt.KeyboardModifier.NoModifier)


def test_arrow_keys_move_inside_segments(qtbot):
    segments = Segments([("All", None), ("R", "R"), ("1", "1")])
    standing(qtbot, segments)

    with qtbot.waitSignal(segments.chosen):
        QTest.keyClick(segments, Qt.Key.Key_Right)

    assert segments.value == "R"


def test_the_ring_lies_round_what_has_the_keyboard(qtbot):
    first, second = button("First"), button("Second", "go")
    window = standing(qtbot, first, second)

    second.setFocus()
    qtbot.waitUntil(window.ring.isVisible)

    corner = second.mapTo(window, second.rect().topLeft())
    assert window.ring.geometry().contains(corner)


def test_what_a_toast_offers_can_be_undone_after_it_has_gone(qtbot):
    window = standing(qtbot, QWidget())
    toast, undone = Toast(window), []

    toast.say("Draft moved to the bin", lambda: undone.append("draft"))
    toast.hide()
    toast.undo_last()
    toast.undo_last()

    assert undone == ["draft"]


def test_a_toast_stands_clear_of_every_button(qtbot):
    save = button("Save", "go")
    window = standing(qtbot, QWidget(), save)
    toast = Toast(window)

    toast.say("Entry 12 saved, with words that make it as wide as the window is likely to be")

    where = save.mapTo(window, save.rect().topLeft())
    assert not toast.geometry().intersects(QRect(where, save.size()))
    assert toast.geometry().bottom() < window.height() - 30


def test_a_new_toast_takes_the_place_of_the_old(qtbot):
    window = standing(qtbot, QWidget())
    first, second = Toast(window), Toast(window)
    first.say("One")
    second.say("Two")

    assert first.isHidden()
    assert second.isVisible()


def test_choices_that_all_fit_have_no_scroll_bar(qtbot):
    picker, below = Picker(among(CHOICES)), QWidget()
    below.setFixedHeight(500)
    standing(qtbot, picker, below)
    picker.setFocus()
    QTest.keyClick(picker.edit, Qt.Key.Key_Down)

    table = picker._popup.table
    rows = table.verticalHeader().length()
    qtbot.waitUntil(table.isVisible)
    assert table.viewport().height() == rows
    assert table.verticalScrollBar().maximum() == 0


def test_the_ring_of_a_picker_goes_round_its_field(qtbot):
    picker = Picker(among(CHOICES), several=True)
    window = standing(qtbot, picker)
    picker.setFocus()
    qtbot.waitUntil(window.ring.isVisible)

    whole = QRect(picker.mapTo(window, QPoint(0, 0)), picker.size())
    assert window.ring.geometry().contains(whole)


def test_nothing_found_is_said_in_the_list_and_cannot_be_picked(qtbot):
    picker = Picker(among(CHOICES))
    picker.say_if_nothing("Nobody has these words", "Try one word")
    standing(qtbot, picker)
    picker.setFocus()
    QTest.keyClicks(picker.edit, "zebra")

    assert picker._popup.isVisible()
    QTest.keyClick(picker.edit, Qt.Key.Key_Return)
    assert picker.value is None
    assert picker.edit.text() == "zebra"


def test_of_a_long_name_the_beginning_is_seen_when_one_comes_back(qtbot):
    picker, other = Picker(among(CHOICES)), QLineEdit()
    standing(qtbot, picker, other)
    picker.show_picked(CHOICES[:1])
    picker.setFocus()
    QTest.keyClick(picker.edit, Qt.Key.Key_End)
    other.setFocus()

    assert picker.edit.cursorPosition() == 0


def test_two_words_are_searched_for_in_a_list_and_it_stays_closed(qtbot):
    combo = Combo([("Choose how", 0), ("By post", 1), ("By telephone", 2)])
    standing(qtbot, combo)
    combo.setFocus()
    with qtbot.waitSignal(combo.activated):
        QTest.keyClicks(combo, "by tel")

    assert combo.currentData() == 2
    assert not combo.view().isVisible()


def test_tab_takes_what_is_marked_in_an_open_list_and_goes_on(qtbot):
    combo, after = Combo([("Choose how", 0), ("By post", 1)]), QLineEdit()
    standing(qtbot, combo, after)
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Space)
    qtbot.waitUntil(combo.view().isVisible)
    QTest.keyClick(combo.view(), Qt.Key.Key_Down)
    QTest.keyClick(combo.view(), Qt.Key.Key_Tab)

    assert combo.currentData() == 1
    qtbot.waitUntil(after.hasFocus)


def test_a_sentence_too_long_for_the_window_takes_more_lines(qtbot, light):
    light.choose("light", 200)
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(1024, 700)
    window.show()
    toast = Toast(window)
    toast.say("The attached file cannot wait with the unfinished form. " * 3)

    assert window.rect().contains(toast.geometry())
    assert toast._words.heightForWidth(toast._words.width()) <= toast._words.height()
    tall = toast.height()
    toast.say("Saved")
    assert toast.height() < tall

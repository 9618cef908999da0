"""The details and contacts of one child, changed in the window with the keyboard alone."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from sharebook.domain.contacts import Contact, Restriction
from sharebook.domain.names import ContactId, PupilId, SpellId
from sharebook.domain.pupils import Spell
from sharebook.ui.main_window import MainWindow
from sharebook.ui.screens.pupils import deeds
from sharebook.ui.screens.pupils.contact_dialog import ContactDialog
from sharebook.ui.screens.pupils.home_dialogs import TogetherDialog
from sharebook.ui.screens.pupils.record_dialogs import FlagsDialog, NamesDialog, ProtectDialog
from sharebook.ui.screens.pupils.roll_dialogs import LeaveDialog, PlaceDialog, TwoSchoolsDialog
from sharebook.ui.screens.pupils.screen import PupilsScreen
from tests.ui.peopled import JUNO, KIT, OTIS, PAT, an_office, peopled

pytestmark = pytest.mark.ui
BEA = PupilId(5)


@pytest.fixture
def desk(tmp_path, clock):
    made = peopled(tmp_path, clock)
    bea = replace(made.answering.pupil(JUNO), id=BEA, forename="Bea", upn="", upn_state="none")
    with made.register.writing(PAT) as writer:
        writer.add(bea)
        writer.add(Spell(SpellId(9), BEA, "4", "Heron", date(2026, 9, 1)))
        writer.add(Contact(ContactId(9), KIT, "Dana Sampleton", "Mother", responsibility=True))
    yield made
    made.close()


@pytest.fixture
def office(desk, background, answers, qtbot):
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(1200, 760)
    window.show()
    return an_office(desk, background, answers, window)


@pytest.fixture
def window(office):
    return office.toast.parentWidget()


@pytest.fixture
def screen(office, qtbot) -> PupilsScreen:
    made = PupilsScreen(office)
    qtbot.addWidget(made)
    made.resize(1150, 700)
    made.show()
    office.changed.happened.connect(made.refresh)
    made.arrive(pupil=JUNO)
    qtbot.waitUntil(lambda: made.page.name.text() == "Juno Sampleton")
    qtbot.waitUntil(lambda: not office.background.busy)
    return made


def juno(desk):
    return desk.answering.pupil(JUNO)


def keyed(dialog, **lines: str) -> None:
    """Type lines over what stands in the fields, then press the button with the space bar."""
    for name, words in lines.items():
        line: QLineEdit = dialog.fields[name].inner
        line.selectAll()
        QTest.keyClicks(line, words)
        line.editingFinished.emit()
    QTest.keyClick(dialog.act, Qt.Key.Key_Space)


def offered(screen: PupilsScreen) -> set[str]:
    buttons = screen.page.details.findChildren(QPushButton)
    return {each.accessibleName() for each in buttons if not each.isHidden()}


def test_the_details_say_where_with_whom_and_what(screen, desk):
    details = screen.page.details
    assert details.roll.text().splitlines() == [
        "Since 1 Sep 2026: Year 4, Kingfisher.",
        "1 Sep 2025 to 31 Aug 2026: Year 3, Swift.",
    ]
    assert "UPN R674123101121" in details.names.text()
    assert {"Left…", "Changed class…", "Registered at two schools…"} <= offered(screen)
    assert "Came back…" not in offered(screen)
    assert "Kit Sampleton (Year 2, Robin) also has Dana Sampleton: together?" in offered(screen)


def test_a_twin_is_said_on_the_page_and_in_the_list(screen):
    rows = {row.name: row for row in screen.list.table.shown}
    assert rows["Bea Sampleton"].state == "has a twin: Juno, 4 Kingfisher"
    chips = {each.accessibleName() for each in screen.page.chips.children() if each.isWidgetType()}
    assert "Has a twin: Bea, 4 Heron" in chips


def test_a_leaver_is_offered_to_come_back(screen, qtbot):
    screen.arrive(pupil=OTIS)
    qtbot.waitUntil(lambda: screen.page.name.text() == "Otis Pretendby")
    assert "Came back…" in offered(screen)
    assert "Left…" not in offered(screen)


def test_leaving_coming_back_and_changing_class_by_keys(office, window, desk):
    keyed(LeaveDialog(window, office, juno(desk)), last_day="11 Sep 2026", left_for="Mock Hill")
    assert desk.answering.spells(JUNO)[-1].left_for == "Mock Hill"
    back = PlaceDialog(window, office, juno(desk), None, back=True)
    keyed(back, year="Year 4", class_name="Robin", first_day="14 Sep 2026")
    now = desk.answering.spells(JUNO)[-1]
    assert (now.year, now.class_name, now.first_day) == ("4", "Robin", date(2026, 9, 14))
    again = PlaceDialog(window, office, juno(desk), now, back=False)
    keyed(again, class_name="Robin")
    assert "already" in again.fields["class_name"].message


def test_two_schools_by_keys(office, window, desk):
    dialog = TwoSchoolsDialog(window, office, juno(desk), desk.answering.spells(JUNO)[-1])
    QTest.keyClicks(dialog.kind, "Sub")
    keyed(dialog, other_school="Mock Hill")
    now = desk.answering.spells(JUNO)[-1]
    assert (now.enrolment, now.other_school) == ("subsidiary", "Mock Hill")


def test_a_new_name_asks_why(office, window, desk):
    dialog = NamesDialog(window, office, juno(desk))
    keyed(dialog, surname="Newname")
    assert dialog.fields["reason"].message
    keyed(dialog, reason="adoption")
    assert juno(desk).former_names == ("Sampleton",)


def test_flags_are_ticked_with_the_space_bar(office, window, desk):
    desk.pupils.flagging.set_to(KIT, ["Choir"], PAT)
    dialog = FlagsDialog(window, office, juno(desk))
    QTest.keyClick(dialog.ticks[0], Qt.Key.Key_Space)
    keyed(dialog, flag="Swims on Tuesdays")
    assert juno(desk).flags == ("Choir", "Swims on Tuesdays")


def test_protection_asks_who_decided(office, window, desk):
    dialog = ProtectDialog(window, office, juno(desk))
    keyed(dialog, because="court order")
    assert dialog.fields["decided_by"].message
    keyed(dialog, decided_by="Sam Invented, safeguarding lead")
    assert juno(desk).protected
    ended = ProtectDialog(window, office, juno(desk))
    assert ended.safe.isDefault()


def test_a_household_suggestion_is_a_question(office, window, desk):
    dialog = TogetherDialog(window, office, juno(desk), KIT)
    assert dialog.who.values == [KIT]
    assert desk.pupils.housing.of(JUNO) is None
    dialog.act.click()
    assert desk.pupils.housing.of(JUNO).pupils == (JUNO, KIT)


def test_a_sibling_is_one_key_away(screen, office, desk, qtbot):
    desk.pupils.housing.put_together((JUNO, KIT), PAT)
    office.changed.tell("household")
    link = "Kit Sampleton (Year 2, Robin)"
    qtbot.waitUntil(lambda: link in offered(screen))
    buttons = screen.page.details.findChildren(QPushButton)
    (there,) = [it for it in buttons if it.accessibleName() == link and not it.isHidden()]
    QTest.keyClick(there, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: screen.page.name.text() == "Kit Sampleton")
    assert screen.list.table.record.id == KIT


def test_a_contact_is_added_and_changed_by_keys(office, window, desk):
    dialog = ContactDialog(window, office, juno(desk))
    dialog.holds.choose("yes")
    keyed(dialog, name="Lee Sampleton", relationship="aunt", evidence="order seen")
    (made,) = [each for each in desk.answering.contacts(JUNO) if each.name == "Lee Sampleton"]
    assert (made.responsibility, made.rank) == (True, 3)
    change = ContactDialog(window, office, juno(desk), made)
    change.may.choose(str(Restriction.ASK_FIRST))
    keyed(change, reason="the lead asked")
    assert "why" in change.fields["restriction_note"].message
    keyed(change, restriction_note="ask the lead", reason="the lead asked")
    changed = next(each for each in desk.answering.contacts(JUNO) if each.id == made.id)
    assert changed.restriction is Restriction.ASK_FIRST


def test_half_typed_lines_come_back_to_the_same_child(screen, office, window, desk):
    dialog = LeaveDialog(window, office, juno(desk))
    QTest.keyClicks(dialog.fields["left_for"].inner, "Mock Hi")
    dialog.put_away()
    dialog.close()
    (draft,) = desk.drafting.waiting("pupils")
    assert deeds.whom(screen, draft.name) == (JUNO, "leave", None)
    other = LeaveDialog(window, office, desk.answering.pupil(KIT))
    assert other.text("left_for") == ""
    again = LeaveDialog(window, office, juno(desk))
    assert again.text("left_for") == "Mock Hi"


def test_every_dialog_has_its_own_letters(screen, office, window, desk):
    from tests.ui.test_pupils_keys import letters

    child, spell = juno(desk), desk.answering.spells(JUNO)[-1]
    made = [
        LeaveDialog(window, office, child),
        PlaceDialog(window, office, child, spell, back=False),
        TwoSchoolsDialog(window, office, child, spell),
        NamesDialog(window, office, child),
        FlagsDialog(window, office, child),
        ProtectDialog(window, office, child),
        ContactDialog(window, office, child, desk.answering.contacts(JUNO)[0]),
    ]
    for dialog in made:
        twice = [letter for letter, times in letters(dialog).items() if times > 1]
        assert twice == [], type(dialog).__name__
    QApplication.processEvents()


def test_who_only_reads_is_offered_nothing(screen, office, qtbot):
    screen.page.only_read()
    screen.arrive(pupil=KIT)
    qtbot.waitUntil(lambda: screen.page.name.text() == "Kit Sampleton")
    assert offered(screen) == set()
    assert not screen.page.contacts.add.isVisibleTo(screen.page.contacts)
    wanted: list[str] = []
    screen.page.wanted.connect(lambda deed, _about: wanted.append(deed))
    screen.page.contacts.table.pick_first()
    screen.page.contacts.table.opened.emit(screen.page.contacts.table.record)
    assert wanted == []

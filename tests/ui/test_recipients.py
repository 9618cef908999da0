"""The recipients screen: who gets what and why, what was agreed, adding and changing."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget

from sharebook.domain.bases import BasisChain
from sharebook.domain.flows import Reach
from sharebook.domain.names import Code
from sharebook.ui.screens.recipients.catalogue_dialog import CatalogueDialog
from sharebook.ui.screens.recipients.facts import who
from sharebook.ui.screens.recipients.purpose_dialog import PurposeDialog
from sharebook.ui.screens.recipients.recipient_dialog import RecipientDialog
from sharebook.ui.screens.recipients.screen import RecipientsScreen
from sharebook.ui.widgets.popup import Choice
from tests.builders import CATERER, a_flow
from tests.ui.peopled import NURSE, an_office, open_empty, peopled

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


@pytest.fixture
def screen(office, qtbot) -> RecipientsScreen:
    made = RecipientsScreen(office)
    qtbot.addWidget(made)
    made.resize(1150, 700)
    made.show()
    qtbot.waitUntil(lambda: bool(made.list.table.shown))
    return made


def opened(screen: RecipientsScreen, qtbot, recipient=NURSE) -> RecipientsScreen:
    screen.arrive(recipient=recipient)
    qtbot.waitUntil(lambda: screen.page.name.text() != "" and not screen.office.background.busy)
    return screen


def names(screen: RecipientsScreen) -> list[str]:
    return [row.name for row in screen.list.table.shown]


def search(screen: RecipientsScreen, words: str) -> None:
    screen.list.search.setText(words)
    screen.list.search.searched.emit(words)


def test_recipients_stand_by_name_with_their_purposes(screen):
    assert names(screen) == ["NHS", "Pretend Plates Catering"]
    assert [row.purposes for row in screen.list.table.shown] == ["1 purpose", "1 purpose"]
    assert screen.list.counted.text() == "2 recipients under 1 heading"


def test_a_former_name_still_finds_its_recipient(screen):
    search(screen, "school health")
    assert names(screen) == ["NHS"]


def test_marks_say_what_is_missing_and_what_is_late(screen):
    states = {row.name: row.state for row in screen.list.table.shown}
    assert states["NHS"] == "review overdue"
    assert states["Pretend Plates Catering"] == "2 gaps"  # contract, policy document


def test_the_models_are_sound(screen, qtbot, qtmodeltester, office, window):
    opened(screen, qtbot)
    dialog = CatalogueDialog(window, office)
    for table in (
        screen.list.table,
        screen.page.purposes,
        screen.page.agreements,
        dialog.table,
    ):
        qtmodeltester.check(table.model())


def test_each_purpose_stands_with_its_basis_and_its_heading(screen, qtbot):
    opened(screen, qtbot)
    purpose = screen.page.purposes.shown[0]
    assert purpose.purpose == "To plan the yearly visit"
    assert (purpose.basis, purpose.heading) == ("Public task", "under Public interest")
    assert purpose.items == "2 items, none sensitive"
    assert purpose.last_sent is None
    assert screen.page.headings.text() == "In the notice under Public interest"


def test_an_agreement_that_was_replaced_is_struck_through(screen, qtbot):
    opened(screen, qtbot)
    now, before = screen.page.agreements.shown
    assert (now.state.words, now.old) == ("Review passed", False)
    assert (before.state.words, before.old) == ("Replaced", True)
    assert now.signed_by == "Theo Placeholder, head"


def test_former_names_stand_on_the_page(screen, qtbot):
    opened(screen, qtbot)
    assert screen.page.former.text() == "School Health Service, until 31 August 2021"
    opened(screen, qtbot, CATERER)
    qtbot.waitUntil(screen.page.former.isHidden)


def test_last_sent_is_told_by_purpose(screen, qtbot, desk):
    from tests.builders import a_disclosure

    with desk.register.writing("Pat Inkwell") as writer:
        writer.add(a_disclosure(id=9, recipient=NURSE, flow=2, day=date(2026, 9, 13)))
    opened(screen, qtbot)
    qtbot.waitUntil(lambda: screen.page.purposes.shown[0].last_sent == date(2026, 9, 13))


def test_who_a_purpose_is_about_is_said_in_words():
    rule = replace(a_flow().covers, reach=Reach.YEARS, values=("5", "6"))
    assert who(rule) == "years 5, 6"
    assert who(a_flow().covers) == "everyone"


def typed(dialog: RecipientDialog, **words: str) -> None:
    for name, text in words.items():
        inner = dialog.fields[name].inner
        assert isinstance(inner, QLineEdit)
        inner.setText(text)


def test_a_new_recipient_is_written(window, office, desk):
    dialog = RecipientDialog(window, office)
    typed(dialog, name="Example Gazette", units="news desk, pictures")
    dialog.kind.choose(Code("caterer"))
    dialog.kind.activated.emit(0)
    dialog.save.click()
    assert dialog.saved is not None
    assert desk.book.recipients()[dialog.saved.id].units == ("news desk", "pictures")
    assert dialog.saved.role == "processor"


def test_a_name_that_is_taken_is_said_under_the_name(window, office):
    dialog = RecipientDialog(window, office)
    typed(dialog, name="nhs")
    dialog.save.click()
    assert "in the register already" in dialog.fields["name"].message


def test_a_new_name_keeps_the_old_one_as_a_former_name(window, office, desk):
    dialog = RecipientDialog(window, office, desk.book.recipients()[NURSE])
    typed(dialog, name="Calder Vale NHS")
    dialog.save.click()
    former = desk.book.recipients()[NURSE].former_names
    assert [old.name for old in former] == ["School Health Service", "NHS"]


def test_the_checks_stand_beside_a_purpose_and_offer_the_usual_choice(window, office, desk):
    dialog = PurposeDialog(window, office, CATERER)
    assert "no_lawful_basis" in {each.code for each in dialog.advice.shown}
    dialog.form.what.purpose.setText("so that lunch is safe")
    dialog.form.take("lawful_basis", Code("A6_E"))
    dialog.form.what.items.show_picked([Choice("allergy", Code("allergy"))])
    dialog.form.what.items.changed.emit([])
    asked = next(each for each in dialog.advice.shown if each.code == "special_needs_condition")
    dialog.advice.taken.emit(asked)
    assert dialog.form.flow.basis.condition == asked.suggestion
    assert "special_needs_condition" not in {each.code for each in dialog.advice.shown}
    dialog.save.click()
    assert dialog.saved is not None
    assert desk.book.flow_on(dialog.saved.id, date(2026, 9, 14)).items == ("allergy",)


def test_a_purpose_without_words_is_refused_under_its_field(window, office):
    dialog = PurposeDialog(window, office, CATERER)
    dialog.save.click()
    assert dialog.form.fields["purpose"].message
    assert dialog.saved is None


def test_changing_a_purpose_begins_a_new_version(window, office, desk):
    flow = desk.browsing.flows_to(CATERER, date(2026, 9, 14))[0]
    dialog = PurposeDialog(window, office, CATERER, flow)
    assert dialog.form.flow == replace(flow, valid_from=date(2026, 9, 14))
    dialog.form.whom.who.choose(Reach.YEARS.value)
    dialog.form.whom.who.activated.emit(1)
    dialog.form.whom.groups.show_picked([Choice("4", "4")])
    dialog.save.click()
    new = desk.book.flow_on(flow.id, date(2026, 9, 14))
    assert (new.version, new.covers.values) == (2, ("4",))
    assert desk.book.flow_on(flow.id, date(2026, 9, 13)).version == 1


def test_a_basis_the_catalogue_no_longer_offers_is_kept(window, office, desk):
    flow = a_flow(basis=BasisChain(Code("A6_E"), gateway=Code("GONE")))
    dialog = PurposeDialog(window, office, CATERER, flow)
    assert dialog.form.flow.basis.gateway == "GONE"


def test_an_empty_register_offers_the_catalogue(
    tmp_path, clock, background, answers, window, qtbot
):
    desk = open_empty(tmp_path, clock)
    screen = RecipientsScreen(an_office(desk, background, answers, window))
    qtbot.addWidget(screen)
    qtbot.waitUntil(lambda: screen.list.counted.text().startswith("0 recipients"))
    assert not screen.list.start.isHidden()
    desk.close()


def test_a_basis_the_school_may_not_use_is_put_right_with_its_partner(window, office):
    dialog = PurposeDialog(window, office, CATERER)
    dialog.form.take("lawful_basis", Code("A6_F"))
    dialog.form.take("heading", dialog.form.right.combos["heading"].itemData(1))
    barred = next(it for it in dialog.advice.shown if it.code == "basis_barred_for_state_schools")

    dialog.advice.taken.emit(replace(barred, suggestion2=Code("SCH1_2")))

    basis = dialog.form.flow.basis
    assert (basis.lawful_basis, basis.schedule1) == (barred.suggestion, "SCH1_2")
    assert barred.code not in {it.code for it in dialog.advice.shown}

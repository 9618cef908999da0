"""Recipients by keys: people at units, countries, agreements, and what the page tells."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from sharebook.bootstrap.desk import Desk
from sharebook.domain.agreements import Agreement
from sharebook.domain.flows import Flow
from sharebook.domain.names import AgreementId, Code, FlowId
from sharebook.ui.screens.recipients.agreement_dialog import AgreementDialog
from sharebook.ui.screens.recipients.agreements_dialog import AgreementRow, AgreementsDialog
from sharebook.ui.screens.recipients.recipient_dialog import RecipientDialog
from sharebook.ui.screens.recipients.renew_dialog import RenewDialog
from sharebook.ui.screens.recipients.screen import RecipientsScreen
from tests.builders import CATERER
from tests.ui.keyed import the
from tests.ui.peopled import NURSE, PAT, an_office, peopled
from tests.ui.pressing import press, typing

pytestmark = pytest.mark.ui
Key = Qt.Key
TODAY = date(2026, 9, 14)
LUNCH = FlowId(1)


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
    made.show()
    QTest.qWaitForWindowActive(made)
    return made


@pytest.fixture
def office(desk, background, answers, window):
    return an_office(desk, background, answers, window)


def lunch(desk: Desk) -> Flow:
    return the(Flow, desk.book.flow_on(LUNCH, TODAY))


def test_people_at_units_and_a_country_are_kept_and_come_back(window, office, desk):
    dialog = RecipientDialog(window, office, desk.book.recipients()[NURSE])
    assert dialog.abroad.transfer.isHidden() or not dialog.abroad.is_abroad
    dialog.parts.units.setText("school nurse, therapy")
    dialog.parts.which.choose("therapy")
    QTest.keyClicks(dialog.parts.lines["person"], "Tess Invented")
    dialog.abroad.country.setText("ie")
    dialog.abroad.transfer.choose(Code("adequacy"))
    dialog.put_away()
    dialog.close()
    again = RecipientDialog(window, office, desk.book.recipients()[NURSE])
    again.save.click()
    nurse = desk.book.recipients()[NURSE]
    assert nurse.contact_at("therapy").person == "Tess Invented"
    assert (nurse.country, nurse.transfer) == ("IE", "adequacy")


def test_a_country_that_cannot_be_read_is_said_on_its_page(window, office):
    dialog = RecipientDialog(window, office)
    the(QLineEdit, dialog.fields["name"].inner).setText("Example Gazette")
    dialog.abroad.country.setText("Ireland")
    dialog.save.click()
    assert dialog.tabs.head.value == 3
    assert "two capital letters" in dialog.fields["country"].message


def test_an_agreement_is_added_with_what_stands_under_it(window, office, desk):
    dialog = AgreementDialog(window, office, about=CATERER)
    dialog.texts["title"].setText("School meals contract")
    dialog.kind.choose(Code("processor"))
    (tick,) = dialog.ticks.values()
    tick.click()
    line = dialog.signatures.lines[0]
    line[0].setText("Example Lane")
    line[2].setText("Theo Placeholder")
    assert typing(dialog, lambda: QTest.keyClick(dialog, Key.Key_Return, _CONTROL))
    saved = the(Agreement, dialog.saved)
    assert saved.approvals[0].name == "Theo Placeholder"
    assert lunch(desk).agreement == saved.id


_CONTROL = Qt.KeyboardModifier.ControlModifier


def test_a_half_typed_agreement_is_there_again(window, office, desk):
    known = desk.book.agreements()[0]
    dialog = AgreementDialog(window, office, known)
    QTest.keyClicks(dialog.texts["owner"], "Head")
    dialog.put_away()
    dialog.close()
    again = AgreementDialog(window, office, known)
    assert again.texts["owner"].text().endswith("Head")


def test_the_list_begins_with_what_is_due_and_renews_it(window, office, desk):
    def renew(agreement: Agreement) -> bool:
        dialog = RenewDialog(window, office, agreement)

        def keys() -> None:
            press("2")
            dialog.review.setFocus()
            press("1/9/2027", Key.Key_Tab)
            dialog.act.setFocus()
            press(Key.Key_Return)

        return typing(dialog, keys)

    dialog = AgreementsDialog(window, office, change=lambda _it: False, renew=renew)
    first = dialog.table.shown[0]
    assert first.state.words == "Review passed"
    dialog.table.pick(first)
    dialog.renew_button.click()
    renewed = desk.map.agreeing.agreement(AgreementId(first.agreement.id))
    assert (renewed.version, renewed.review_due) == ("2", date(2027, 9, 1))


@pytest.fixture
def screen(office, qtbot) -> RecipientsScreen:
    made = RecipientsScreen(office)
    qtbot.addWidget(made)
    made.resize(1150, 700)
    made.show()
    qtbot.waitUntil(lambda: bool(made.list.table.shown))
    return made


def test_the_page_tells_who_is_shut_out_and_what_came_before(screen, office, desk, qtbot):
    flows = [flow.id for flow in desk.browsing.flows_to(CATERER, TODAY)]
    old = desk.book.recipients()[CATERER]
    made = desk.map.replacing.take_over(
        CATERER, replace(old, name="Invented Dinners"), date(2026, 9, 13), flows, PAT
    )
    screen.refresh(frozenset({"*"}))
    screen.arrive(recipient=made.id)
    qtbot.waitUntil(lambda: "Took the place of" in screen.page.former.text())
    screen.page.purposes.pick_first()
    assert "of 3 pupils today" in screen.page.more.text()
    screen.arrive(recipient=CATERER)
    qtbot.waitUntil(lambda: "Last used on 13 September 2026" in screen.page.ended.text())
    assert "Invented Dinners took its place" in screen.page.ended.text()
    assert not screen.page.over_button.isEnabled()


def test_today_leads_to_the_agreement(screen, qtbot, monkeypatch):
    seen: list[int] = []

    def look(dialog: AgreementsDialog) -> int:
        seen.append(the(AgreementRow, dialog.table.record).agreement.id)
        return 0

    monkeypatch.setattr(AgreementsDialog, "exec", look)
    screen.arrive(agreement=2)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [2]

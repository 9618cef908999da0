"""Recipients in full, by keys: purposes on pages, versions, agreements, shut out, taken over."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from sharebook.bootstrap.desk import Desk
from sharebook.domain.bases import BasisChain
from sharebook.domain.flows import CohortRule, Flow, Reach, Standing
from sharebook.domain.kept_drafts import Texts
from sharebook.domain.names import Code, FlowId
from sharebook.domain.recipients import Recipient
from sharebook.ui.screens.half_typed import texts_of
from sharebook.ui.screens.recipients.purpose_dialog import PurposeDialog
from sharebook.ui.screens.recipients.sets_dialog import SetsDialog
from sharebook.ui.screens.recipients.shut_out_dialog import LetInDialog, ShutOutDialog
from sharebook.ui.screens.recipients.take_over_dialog import TakeOverDialog
from sharebook.ui.screens.recipients.versions_dialog import VersionsDialog
from tests.builders import CATERER
from tests.ui.keyed import the
from tests.ui.peopled import JUNO, KIT, LONG, NURSE, PAT, an_office, peopled
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


def test_a_purpose_is_written_by_keys_alone(window, office, desk):
    dialog = PurposeDialog(window, office, CATERER)

    def keys() -> None:
        press("so that lunch is safe", Key.Key_Tab, "allergy", Key.Key_Return)
        dialog.form.tabs.head.setFocus()
        dialog.form.tabs.head._group.button(0).setFocus()
        press(Key.Key_Right, Key.Key_Right, Key.Key_Right)
        assert dialog.form.whom.isVisible()
        dialog.save.setFocus()
        press(Key.Key_Return)

    assert typing(dialog, keys)
    made = desk.book.flow_on(the(Flow, dialog.saved).id, TODAY)
    assert (made.purpose, made.items) == ("so that lunch is safe", ("allergy",))


def test_what_is_refused_is_said_on_its_page(window, office):
    dialog = PurposeDialog(window, office, CATERER)
    dialog.form.what.purpose.setText("so that lunch is safe")
    dialog.form.whom.who.choose(Reach.YEARS.value)
    dialog.form.whom.who.activated.emit(1)
    dialog.save.click()
    assert dialog.form.tabs.head.value == 3
    assert dialog.form.fields["groups"].message


def test_the_figure_follows_the_rule(window, office):
    dialog = PurposeDialog(window, office, CATERER)
    whom = dialog.form.whom
    assert whom.figure.text() == "2 of 3 today"
    assert whom.left_out.text() == "Left out: 1 protected child."
    whom.off.click()
    assert whom.figure.text() == "3 of 3 today"
    whom.off.click()
    whom.let_in.show_picked(whom._find_protected("prz"))
    whom.let_in.changed.emit([])
    assert whom.figure.text() == "3 of 3 today"
    assert dialog.form.flow.let_in == (LONG,)
    whom.who.choose(Reach.PICKED.value)
    whom.who.activated.emit(4)
    whom.pupils.show_picked(whom._find_pupils("juno"))
    whom.pupils.changed.emit([])
    assert whom.figure.text() == "1 of 3 today"
    assert dialog.form.flow.covers == CohortRule(Reach.PICKED, pupils=(JUNO,))


def test_new_sharing_with_those_told_of_everyone_leaves_nobody_out(window, office, desk):
    mis = replace(desk.book.recipients()[CATERER], kind=Code("mis"))
    desk.arranging.change_recipient(mis, "its kind", PAT)
    assert not PurposeDialog(window, office, CATERER).form.flow.protected_off


def test_every_part_of_a_purpose_comes_back_as_it_was_written(window, office, desk):
    made = desk.map.safeguarding.make("Locked", (Code("encrypted"), Code("dbs_staff")), PAT)
    whole = replace(
        lunch(desk),
        optional_items=(Code("dob"),),
        safeguard_set=made.id,
        safeguards_except=(Code("dbs_staff"),),
        safeguards=(Code("receipt"),),
        standing=Standing.CONDITIONAL,
        condition="only if no longer supplied nationally",
        covers=CohortRule(Reach.CLASSES, ("Kingfisher",)),
        protected_off=True,
        let_in=(LONG,),
        onward="the hospital",
        country="IE",
        transfer=Code("adequacy"),
        transfer_assessment="TRA 4",
        basis=BasisChain(Code("A6_E"), Code("A9_G"), Code("SCH1_6"), policy_document="APD 1"),
    )
    desk.arranging.change_flow(whole, date(2026, 9, 1), PAT)
    dialog = PurposeDialog(window, office, CATERER, lunch(desk))
    assert dialog.form.flow == replace(lunch(desk), valid_from=TODAY)


def test_a_half_typed_purpose_is_there_again(window, office, desk):
    dialog = PurposeDialog(window, office, CATERER, lunch(desk))
    QTest.keyClicks(dialog.form.purpose, " and warm")
    dialog.form.standing.standing.choose(Standing.RESERVED.value)
    dialog.form.standing.changed.emit()
    dialog.put_away()
    dialog.close()

    (draft,) = desk.drafting.waiting("recipients")
    assert the(Texts, texts_of(desk.drafting, draft.name)).part == "purpose"
    again = PurposeDialog(window, office, CATERER, lunch(desk))
    assert "and warm" in again.form.flow.purpose
    assert again.form.flow.standing is Standing.RESERVED
    assert PurposeDialog(window, office, NURSE).form.flow.purpose == ""


def test_a_set_is_made_from_what_is_chosen_and_used(window, office, desk):
    flow = replace(lunch(desk), safeguards=(Code("encrypted"), Code("receipt")))
    dialog = SetsDialog(window, office, flow)
    dialog.name.setText("Locked and proved")
    dialog.save.click()
    (made,) = desk.map.safeguarding.offered()
    assert (made.id, made.safeguards) == (dialog.chosen, ("encrypted", "receipt"))
    again = SetsDialog(window, office, replace(flow, safeguard_set=made.id))
    again.out.click()
    assert again.fields["reason"].message
    again.because.setText("No longer used")
    again.out.click()
    assert desk.map.safeguarding.offered() == []


def test_a_past_day_is_typed_and_says_what_held(window, office, desk):
    law = BasisChain(Code("A6_C"), gateway=Code("GW_CENSUS"))
    desk.arranging.change_flow(replace(lunch(desk), basis=law), date(2026, 9, 1), PAT)
    dialog = VersionsDialog(window, office, LUNCH)
    said: list[str] = []

    def keys() -> None:
        press("3/3/2026", Key.Key_Return)
        said.extend(each.text() for each in dialog.area.findChildren(type(dialog.field._label)))

    assert not typing(dialog, keys)
    assert "On 3 March 2026" in said
    assert "Public task" in said
    assert not any(each.startswith("What it changed") for each in said)


def test_a_child_is_shut_out_and_let_in_by_keys(window, office, desk):
    nurse = desk.book.recipients()[NURSE]
    dialog = ShutOutDialog(window, office, nurse, tuple(desk.browsing.flows_to(NURSE, TODAY)))

    def shut() -> None:
        press("kit", Key.Key_Return, Key.Key_Tab, Key.Key_Tab, Key.Key_Down, Key.Key_Tab)
        press("letter of 1 September")
        dialog.act.setFocus()
        press(Key.Key_Return)

    assert typing(dialog, shut)
    (made,) = desk.map.shutting_out.of_recipient(NURSE)
    assert (made.pupil, made.flow) == (KIT, None)
    assert made.reason == "The family objects: letter of 1 September"

    back = LetInDialog(window, office, made, "Kit Sampleton")
    assert not typing(back, lambda: press(Key.Key_Return))
    back = LetInDialog(window, office, made, "Kit Sampleton")

    def let_in() -> None:
        press("They agreed")
        back.act.setFocus()
        press(Key.Key_Space)

    assert typing(back, let_in)
    (made,) = desk.map.shutting_out.of_recipient(NURSE)
    assert made.last_day == date(2026, 9, 13)


def test_another_firm_takes_over_what_is_ticked(window, office, desk):
    flows = tuple(desk.browsing.flows_to(CATERER, TODAY))
    dialog = TakeOverDialog(window, office, desk.book.recipients()[CATERER], flows)

    def keys() -> None:
        press("Invented Dinners")
        dialog.act.setFocus()
        press(Key.Key_Return)

    assert typing(dialog, keys)
    saved = the(Recipient, dialog.saved)
    assert saved.replaces == CATERER
    assert [it.purpose for it in desk.browsing.flows_to(saved.id, TODAY)] == [flows[0].purpose]

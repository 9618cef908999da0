"""The in-tray by its keys: a request comes, waits, is decided, taken back, kept over a lock."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sharebook.domain.disclosures import Asker, Decision
from sharebook.domain.names import PupilId, RequestId
from sharebook.domain.requests import Request
from sharebook.ui.finding.found import find
from sharebook.ui.main_window import MainWindow
from sharebook.ui.screens.record.screen import RecordScreen
from sharebook.ui.screens.requests.again_dialog import LookAgain
from sharebook.ui.screens.requests.dialog import RequestDialog
from sharebook.ui.screens.requests.rows import Which
from sharebook.ui.screens.requests.screen import RequestsScreen
from tests.ui.peopled import JUNO, NURSE, PAT, an_office, peopled

pytestmark = pytest.mark.ui


@pytest.fixture(autouse=True)
def place(tmp_path, monkeypatch):
    monkeypatch.setattr("sharebook.bootstrap.draft_box.default_place", lambda: tmp_path / "own")


@pytest.fixture
def desk(tmp_path, clock):
    made = peopled(tmp_path, clock)
    yield made
    made.close()


@pytest.fixture
def office(qtbot, desk, background, answers):
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    qtbot.waitExposed(window)
    return an_office(desk, background, answers, window)


@pytest.fixture
def screen(office, qtbot):
    made = RequestsScreen(office)
    office.changed.happened.connect(made.refresh)
    office.toast.window().put(made)
    settle(qtbot, office)
    return made


def settle(qtbot, office) -> None:
    qtbot.waitUntil(lambda: not office.background.busy)


def a_request(**changes: Any) -> Request:
    made = Request(
        RequestId(0),
        date(2026, 9, 9),
        recipient=NURSE,
        asker=Asker("R. Invented", "team lead"),
        pupils=(JUNO,),
        asked_for="Her height",
        purpose="to plan a visit",
        wanted_by=date(2026, 9, 11),
    )
    return replace(made, **changes)


def with_one(qtbot: Any, screen: RequestsScreen, **changes: Any) -> RequestsScreen:
    desk = screen.office.desk
    made = desk.asking.receive(a_request(**changes), PAT)
    screen.refresh(frozenset({"request"}))
    settle(qtbot, screen.office)
    screen.arrive(request=int(made.id))
    qtbot.waitUntil(lambda: screen.page.shown is not None and not screen.office.background.busy)
    return screen


def in_dialog(kind: type[RequestDialog] | type[LookAgain], do: Any) -> None:
    """Do something in the next dialog of `kind`, once it stands."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        assert isinstance(dialog, kind), dialog
        try:
            do(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()  # or the test would wait for a person

    QTimer.singleShot(0, act)


def test_an_empty_tray_says_what_it_is_for(screen):
    assert "Nobody has asked for anything yet" in screen.list.nobody.accessibleName()
    assert screen.list.start.isVisibleTo(screen)


def test_a_request_comes_by_keys_alone_and_stands_in_the_list(screen, qtbot, desk):
    def type_it(dialog: RequestDialog) -> None:
        form = dialog.form
        for edit, words in (
            (form.who.edit, "example pol"),  # no recipient of that name: written as typed
            (form.pupils.edit, "juno"),
        ):
            QTest.keyClicks(edit, words)
            QTest.keyClick(edit, Qt.Key.Key_Return)
        QTest.keyClicks(form.texts["asked_for"], "her address")
        QTest.keyClicks(form.texts["purpose"], "to find her")
        form.came.selectAll()
        QTest.keyClicks(form.came, "fri")
        QTest.keyClick(form.came, Qt.Key.Key_Return)

    in_dialog(RequestDialog, type_it)
    screen.primary()
    settle(qtbot, screen.office)

    (row,) = screen.list.table.shown
    assert row.who == "example pol"
    assert row.about == "Juno Sampleton: her address"
    assert row.waited == "1 school day"
    made = desk.asking.request(1).record
    assert (made.recipient, made.received_on) == (None, date(2026, 9, 11))


def test_what_is_missing_is_asked_for_under_its_field(screen):
    said = {}

    def save(dialog: RequestDialog) -> None:
        dialog.save.click()
        said.update({each.name: each.message for each in dialog.form.fields if each.message})
        dialog.reject()

    in_dialog(RequestDialog, save)
    screen.primary()

    assert list(said) == ["who"]
    assert said["who"].startswith("Say who asks")


def test_a_late_request_is_marked_in_words_and_in_the_rail(screen, qtbot):
    heard: list[int] = []
    screen.overdue.connect(heard.append)
    with_one(qtbot, screen)

    assert screen.list.table.record.state == "late"
    assert heard[-1] == 1
    assert screen.page.shown.state[:2] == ("bad", "It was wanted by 11 September 2026")


def test_decide_opens_the_form_filled_with_the_caret_on_the_decision(screen, qtbot, office):
    with_one(qtbot, screen)
    QTest.keyClick(screen.page.decide_button, Qt.Key.Key_Return)

    name, wanted = office.go.been[-1]
    assert (name, wanted) == ("record", {"request": 1, "sealed": False})

    record = RecordScreen(office)
    office.toast.window().put(record)
    record.arrive(**wanted)
    draft = record.form.draft
    assert (draft.recipient, draft.pupils, draft.request) == (NURSE, (JUNO,), 1)
    assert draft.considered.requested_on == date(2026, 9, 9)
    assert QApplication.focusWidget() in record.form.kinds.children()

    record.primary()
    assert not office.desk.asking.waiting()
    assert record.form.draft.request is None


def test_a_decided_request_stands_under_decided_with_its_entry(screen, qtbot, office, desk):
    with_one(qtbot, screen)
    entry = desk.recording.save(desk.asking.decide(1), PAT)
    office.changed.tell("disclosure")
    settle(qtbot, office)

    assert "Every request is decided" in screen.list.nobody.accessibleName() or (
        screen.list.table.record is not None
    )
    assert screen.page.decide_button.isHidden()
    screen.page.entry_button.click()
    assert office.go.been[-1] == ("log", {"entry": entry.number, "sealed": False})


def test_put_off_asks_on_which_day_to_look_again(screen, qtbot, office, desk):
    with_one(qtbot, screen)
    desk.recording.save(replace(desk.asking.decide(1), decision=Decision.DEFERRED), PAT)
    office.changed.tell("disclosure")
    settle(qtbot, office)
    assert "Look again on 15 September 2026" in screen.page.shown.state[1]

    def choose(dialog: LookAgain) -> None:
        dialog.day.setText("24/9")
        dialog.save.click()

    in_dialog(LookAgain, choose)
    screen.page.look_again_button.click()
    settle(qtbot, office)

    assert screen.list.table.record.when == "Again 24 Sep 2026"


def test_taken_back_can_be_undone(screen, qtbot, office, desk):
    with_one(qtbot, screen)

    screen.page.take_back_button.click()
    assert not desk.asking.waiting()

    office.toast.undo_last()
    assert desk.asking.waiting()


def test_a_half_typed_request_outlives_a_lock(screen, qtbot, desk):
    def lock(dialog: RequestDialog) -> None:
        dialog.form.pupils.show_picked(dialog.form._roll.standing_for((JUNO,)))
        dialog.form.texts["asked_for"].setText("her tim")
        dialog.put_away()
        dialog.reject()

    in_dialog(RequestDialog, lock)
    screen.primary()
    assert [draft.kind for draft in desk.drafting.waiting()] == ["requests"]

    seen: dict[str, object] = {}

    def look(dialog: RequestDialog) -> None:
        seen["pupils"] = dialog.form.request.pupils
        seen["asked_for"] = dialog.form.request.asked_for
        dialog.reject()

    in_dialog(RequestDialog, look)
    screen.primary()
    assert seen == {"pupils": (JUNO,), "asked_for": "her tim"}
    assert not desk.drafting.waiting()


def test_putting_right_keeps_what_stood_before(screen, qtbot, desk):
    with_one(qtbot, screen)

    def change(dialog: RequestDialog) -> None:
        assert "Put right request 1" in dialog.windowTitle()
        dialog.form.texts["asked_for"].setText("Her weight")
        dialog.save.click()

    in_dialog(RequestDialog, change)
    screen.page.put_right_button.click()
    settle(qtbot, screen.office)

    assert [it.record.asked_for for it in desk.asking.versions(1)] == ["Her height", "Her weight"]
    assert screen.page.before_button is not None


def test_search_and_the_filter_find_it_again(screen, qtbot, desk):
    with_one(qtbot, screen)
    screen.list.search.setText("nobody")
    screen.list.search.searched.emit("")
    assert not screen.list.table.shown

    screen.list.pick(Which(1))
    assert screen.list.table.record.id == Which(1)


def test_ctrl_k_finds_a_request_and_the_way_to_write_one_down(desk):
    desk.asking.receive(a_request(), PAT)

    names = [(it.kind, it.name, it.wanted) for it in find(desk, "her height")]
    assert names == [("Request", "requests", {"request": 1})]
    assert any(it.wanted == {"new": True} for it in find(desk, "request came"))


def test_a_child_that_was_disposed_of_is_left_out_of_what_comes_back(screen, desk):
    def lock(dialog: RequestDialog) -> None:
        state = dialog.form.state()
        chosen = {**state.choices, "pupils": ("999", str(int(JUNO)))}
        dialog.form.show_state(replace(state, choices=chosen), frozenset({PupilId(JUNO)}))
        assert dialog.form.state().choices["pupils"] == (str(int(JUNO)),)
        dialog.reject()

    in_dialog(RequestDialog, lock)
    screen.primary()

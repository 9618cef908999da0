"""Lines typed into a dialog outlive a lock, and come back with Ctrl Z when they were given up."""

from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sharebook.domain.names import RecipientId
from sharebook.ui.main_window import MainWindow
from sharebook.ui.screens.pupils.add_dialog import AddPupil
from sharebook.ui.screens.recipients.recipient_dialog import RecipientDialog
from tests.ui.peopled import NURSE, an_office, peopled


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
    window.show()
    return an_office(desk, background, answers, window)


def window_of(office: Any) -> MainWindow:
    found: MainWindow = office.toast.parentWidget()
    return found


def adding(office) -> AddPupil:
    return AddPupil(window_of(office), office)


def type_a_child(dialog: AddPupil) -> None:
    QTest.keyClicks(dialog.fields["surname"].inner, "Sampleton")
    QTest.keyClicks(dialog.fields["born"].inner, "14/3/2018")
    dialog.born.editingFinished.emit()
    dialog.born.textEdited.emit("")


def test_lines_come_back_after_a_lock(desk, office):
    dialog = adding(office)
    type_a_child(dialog)
    dialog.put_away()
    dialog.close()

    again = adding(office)

    assert again._text("surname") == "Sampleton"
    assert again.born.day is not None
    assert (again.born.day.year, again.born.day.month) == (2018, 3)
    assert [it.words for it in desk.drafting.waiting()] == ["Add a pupil"]


def test_a_dialog_nobody_typed_in_is_not_kept(desk, office):
    dialog = adding(office)
    dialog.put_away()
    dialog.close()

    assert desk.drafting.waiting() == []


def test_giving_up_removes_the_draft_and_can_be_undone(desk, office):
    dialog = adding(office)
    type_a_child(dialog)
    dialog.reject()
    assert desk.drafting.waiting() == []

    office.toast.undo_last()

    (draft,) = desk.drafting.waiting()
    assert office.go.been == [("pupils", {"draft": draft.name})]
    assert adding(office)._text("surname") == "Sampleton"


def test_a_child_that_was_added_leaves_no_draft(desk, office):
    dialog = adding(office)
    type_a_child(dialog)
    QTest.keyClicks(dialog.fields["forename"].inner, "Wren")
    QTest.keyClicks(dialog.fields["year"].inner, "4")
    dialog.put_away()
    dialog._half._locked = False
    dialog.save.click()

    assert dialog.added is not None
    assert desk.drafting.waiting() == []


def test_a_change_of_one_recipient_is_not_shown_for_another(desk, office):
    recipients = desk.book.recipients()
    dialog = RecipientDialog(window_of(office), office, recipients[NURSE])
    QTest.keyClicks(dialog.fields["person"].inner, " or deputy")
    dialog.role.choose("joint")
    dialog.role.activated.emit(0)
    dialog.put_away()
    dialog.close()

    other = RecipientDialog(window_of(office), office, recipients[RecipientId(1)])
    again = RecipientDialog(window_of(office), office, recipients[NURSE])

    assert other._edit(other.fields["person"]).text() == recipients[RecipientId(1)].person
    assert again._edit(again.fields["person"]).text().startswith(" or deputy")
    assert again.role.currentData() == dialog.role.currentData()


def test_a_draft_opens_its_dialog_again(qtbot, desk, background, answers, monkeypatch):
    from sharebook.ui.shell import Shell
    from sharebook.ui.telling import Telling
    from sharebook.ui.widgets.toast import Toast

    window = MainWindow()
    qtbot.addWidget(window)
    shell = Shell(desk, background, answers, Telling(answers), Toast(window))
    window.put(shell)
    window.show()
    dialog = RecipientDialog(window, shell.office, desk.book.recipients()[NURSE])
    QTest.keyClicks(dialog.fields["person"].inner, " or deputy")
    dialog.put_away()
    dialog.close()
    opened: list[str] = []

    def see(dialog: RecipientDialog) -> int:
        opened.append(dialog._edit(dialog.fields["person"]).text())
        return 0

    monkeypatch.setattr(RecipientDialog, "exec", see)
    (draft,) = desk.drafting.waiting()
    shell.go(draft.kind, draft=draft.name)

    qtbot.waitUntil(lambda: bool(opened))
    assert opened[0].startswith(" or deputy")
    assert QApplication.activeModalWidget() is None

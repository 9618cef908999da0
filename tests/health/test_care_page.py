"""The register's own page: what it says, where it leads, and all of it from the keyboard."""

import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from sharebook.domain.findings import Finding, Severity
from sharebook.domain.places import Place
from sharebook.ui.screens.care.doors import Doors
from sharebook.ui.screens.care.screen import Care
from sharebook.ui.screens.care.verdict import verdict_on
from sharebook.ui.widgets.where_it_is import WhereItIs
from tests.health.pretended import NOW
from tests.services.backups.backed_up import copy_of, opened, work
from tests.ui.peopled import Went, an_office

TODAY = NOW.date()


@pytest.fixture
def care(qtbot, desk, background, answers):
    page = shown(qtbot, desk, background, answers)
    yield page
    background.wait()


def shown(qtbot, desk, background, answers) -> Care:
    window = QWidget()
    qtbot.addWidget(window)
    page = Care(an_office(desk, background, answers, window))
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    qtbot.waitExposed(page)
    page.arrive()
    settle(qtbot, page)
    return page


def settle(qtbot, page: Care) -> None:
    qtbot.waitUntil(lambda: not page.office.background.busy, timeout=20_000)


def been(page: Care) -> list[tuple[str, dict[str, object]]]:
    went = page.office.go
    assert isinstance(went, Went)
    return went.been


def finding(code: str, severity: Severity, **facts: object) -> Finding:
    return Finding(code, severity, facts=facts)


OLDER = finding(
    "head_older", Severity.STOP, here="40", last="60", by="Pat Inkwell", seen="3 Mar 2026"
)
FULL = finding("disk_nearly_full", Severity.GAP, free="12 MB")
FAILED = finding("backup_failed_last", Severity.WARNING)


def test_it_says_at_once_what_it_sees_and_that_all_was_never_checked(care):
    assert care.verdict.words == "Nothing is wrong at first sight"
    assert {"backups_none", "only_one_person"} <= {card.code for card in care.gaps.cards}
    assert care.findings.isHidden()


def test_checking_everything_is_one_key_and_says_when(qtbot, care):
    QTest.keyClick(care.check_button, Qt.Key.Key_Return)
    settle(qtbot, care)
    assert care.verdict.words == "Everything is in order"
    assert "today at" in care.verdict.accessibleName()
    assert care.check_button.hasFocus()


@pytest.mark.parametrize(
    ("findings", "last", "words"),
    [
        ([OLDER, FAILED], (NOW, True), "One thing needs a person before anything is written"),
        ([OLDER, OLDER], None, "Two things need a person before anything is written"),
        ([FAILED, FULL], (NOW, True), "One thing should be looked at"),
        ([FULL], (NOW, True), "Everything is in order"),
        ([FULL], (NOW, False), "The last whole check found something"),
        ([], None, "Nothing is wrong at first sight"),
    ],
)
def test_the_verdict_is_that_of_the_worst_finding(findings, last, words):
    assert verdict_on(findings, last, TODAY).words == words


def test_a_seal_from_paper_is_compared_by_return(qtbot, care):
    seal = str(care.office.desk.checking.seal())
    QTest.keyClicks(care.seal.line, f"Register seal {seal}")
    QTest.keyClick(care.seal.line, Qt.Key.Key_Return)
    settle(qtbot, care)
    assert care.seal.answer.startswith("The seal on the paper is right")
    QTest.keyClicks(care.seal.line, "x")
    assert care.seal.answer == ""
    care.seal.line.setText("AAAA-BBBB-CCCC-DDDD-EEEE")
    QTest.keyClick(care.seal.compare, Qt.Key.Key_Return)
    settle(qtbot, care)
    assert "was never this register’s" in care.seal.answer


def test_an_empty_seal_is_asked_for(care):
    care.seal.compare.click()
    assert "five groups" in care.seal.field.message


def test_doors_lead_to_pages_that_exist_and_the_sealed_one_is_not_there_for_the_office(care):
    assert {"people", "backups", "settings", "help"} <= set(care.doors.cards)
    assert "Safeguarding" not in {card.accessibleName() for card in care.doors.cards.values()}
    care.doors.cards["backups"].click()
    assert been(care) == [("backups", {})]


def test_a_finding_has_a_button_that_goes_there(care):
    card = next(card for card in care.gaps.cards if card.code == "backups_none")
    assert card.go_button is not None
    QTest.keyClick(card.go_button, Qt.Key.Key_Return)
    assert been(care) == [("backups", {})]


def test_an_older_register_is_accepted_only_after_a_question(
    qtbot, folder, clock, tmp_path, background, answers
):
    kept = copy_of(folder, tmp_path / "older")
    work(folder, clock, 3)
    shutil.rmtree(folder)
    shutil.copytree(kept, folder)
    with closing(opened(folder, clock)) as desk:
        page = shown(qtbot, desk, background, answers)
        (card,) = page.findings.cards
        assert card.code == "head_older"
        assert card.accept_button is not None
        card.accept_button.click()
        assert answers.asked[0].safe == "Leave it open"
        settle(qtbot, page)
        assert [each.code for each in page.findings.cards] == ["head_older"]
        answers.agree = True
        card.accept_button.click()
        qtbot.waitUntil(page.findings.isHidden, timeout=20_000)
        settle(qtbot, page)
        background.wait()


def test_many_findings_are_folded_and_unfolded_from_the_keyboard(qtbot, care):
    many = [finding("letters_missing", Severity.GAP, letters="x", what=f"a{n}") for n in range(12)]
    care._show(many, (NOW, True))
    visible = [card for card in care.gaps.cards if card.isVisibleTo(care.gaps)]
    assert len(visible) == 5
    assert care.gaps.more_button.text().strip() == "Show 7 more"
    QTest.keyClick(care.gaps.more_button, Qt.Key.Key_Return)
    assert all(card.isVisibleTo(care.gaps) for card in care.gaps.cards)
    assert care.gaps.more_button.isHidden()


def test_what_only_the_whole_check_finds_stays_until_the_next_one(qtbot, care):
    changed = finding("check_page_changed", Severity.STOP, told="page 3")
    care._deep = [changed]
    care.refresh(frozenset({"*"}))
    settle(qtbot, care)
    assert [card.code for card in care.findings.cards] == ["check_page_changed"]
    care.primary()
    settle(qtbot, care)
    assert care.findings.cards == []


def test_where_it_is_says_the_whole_path_and_copies_it(qtbot):
    folder = Path("/srv") / ("a very long folder name " * 8) / "Example Lane.sharebook"
    widget = WhereItIs(Place(folder, network="nfs4"))
    qtbot.addWidget(widget)
    widget.resize(500, 100)
    widget.show()
    qtbot.waitExposed(widget)
    assert str(folder) in widget.accessibleName()
    assert "On the network" in widget.accessibleName()
    assert "…" in widget._path.shown
    assert widget._path.shown.endswith("Lane.sharebook")
    assert widget._path.toolTip() == str(folder)
    with qtbot.waitSignal(widget.copied):
        QTest.keyClick(widget.copy_button, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == str(folder)


def test_a_folder_that_is_to_be_made_opens_the_one_above_it(qtbot, tmp_path, monkeypatch):
    shown_folders: list[str] = []

    def opened_in_the_systems_window(url: QUrl) -> bool:
        shown_folders.append(url.toLocalFile())
        return True

    monkeypatch.setattr(
        "sharebook.ui.widgets.where_it_is.QDesktopServices.openUrl",
        opened_in_the_systems_window,
    )
    widget = WhereItIs(Place(tmp_path / "new" / "Example.sharebook"))
    qtbot.addWidget(widget)
    widget.open_button.click()
    assert shown_folders == [str(tmp_path)]
    widget.show_place(replace(Place(tmp_path), synced_by="OneDrive"))
    assert "OneDrive copies" in widget.accessibleName()


def test_a_holder_of_the_compartments_key_has_a_door_to_the_sealed_log(qtbot):
    went = Went()
    doors = Doors(went, sealed=True)
    qtbot.addWidget(doors)
    doors.cards["log"].click()
    assert went.been == [("log", {"sealed": True})]
    assert doors.cards["log"].accessibleName() == "Safeguarding"

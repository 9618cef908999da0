"""Every dialog, full and with long names: whole words, and Enter or Esc at once write nothing."""

import ast
import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

import sharebook.ui
from sharebook.domain.attachments import Attachment
from sharebook.domain.disposal import Disposed
from sharebook.domain.flows import Exclusion
from sharebook.domain.names import AttachmentId, ExclusionId
from sharebook.ui.ask import Message, Question
from sharebook.ui.background import Background
from sharebook.ui.dialogs.base import SheetDialog
from sharebook.ui.dialogs.keys import KeysDialog
from sharebook.ui.dialogs.message import MessageDialog
from sharebook.ui.dialogs.question import QuestionDialog
from sharebook.ui.dialogs.settings import SettingsDialog
from sharebook.ui.finding.dialog import FindDialog
from sharebook.ui.screens.base import Office
from sharebook.ui.screens.disposal.dialogs import dispose_dialog, lift_dialog, years_dialog
from sharebook.ui.screens.disposal.facts import read
from sharebook.ui.screens.disposal.hold_dialog import HoldDialog
from sharebook.ui.screens.log.entry_facts import read_entry
from sharebook.ui.screens.log.file_deeds import TakeOutDialog
from sharebook.ui.screens.log.history_dialog import HistoryDialog
from sharebook.ui.screens.log.mistake_dialog import MistakeDialog
from sharebook.ui.screens.log.seal_dialog import SealDialog
from sharebook.ui.screens.pupils.add_dialog import AddPupil
from sharebook.ui.screens.recipients.agreement_dialog import AgreementDialog
from sharebook.ui.screens.recipients.agreements_dialog import AgreementsDialog
from sharebook.ui.screens.recipients.catalogue_dialog import CatalogueDialog
from sharebook.ui.screens.recipients.purpose_dialog import PurposeDialog
from sharebook.ui.screens.recipients.recipient_dialog import RecipientDialog
from sharebook.ui.screens.recipients.renew_dialog import RenewDialog
from sharebook.ui.screens.recipients.sets_dialog import SetsDialog
from sharebook.ui.screens.recipients.shut_out_dialog import LetInDialog, ShutOutDialog
from sharebook.ui.screens.recipients.take_over_dialog import TakeOverDialog
from sharebook.ui.screens.recipients.versions_dialog import VersionsDialog
from sharebook.ui.screens.record.unfinished import UnfinishedDialog
from sharebook.ui.settings import Settings
from tests.screens.hanas_school import make
from tests.screens.looking import cut_off_for_good, keep
from tests.screens.test_screens import LOOKS, Look
from tests.ui.answers import Answers
from tests.ui.peopled import KIT, LONG_NAME, NURSE, an_office

Key = Qt.Key
ROOT = Path(sharebook.ui.__file__).parent
EDGES = (LOOKS[0], LOOKS[-1])
QUESTION = Question(
    f"Take {' '.join(LONG_NAME)} off?",
    "Their passphrase opens nothing from now on: the register gets a new key.",
    act="Take them off",
    safe="Keep them",
    more="What they recorded stays, with their name.",
    icon="user",
)
MESSAGE = Message(
    "The disk is full. Nothing was lost.",
    "What you typed is still in the form.",
    ("Make room on the disk.", "Press Save again."),
    details="message disk_full",
    alarm=True,
)
Build = Callable[[QWidget, Office], SheetDialog]


def _entry(number: int, *, sealed: bool = False) -> Build:
    kind = SealDialog if sealed else MistakeDialog
    return lambda window, office: kind(
        window, office, read_entry(office.desk, number, sealed=sealed)
    )


def _take_out(window: QWidget, office: Office) -> SheetDialog:
    it = Attachment(
        AttachmentId(1), 4, f"{'_'.join(LONG_NAME)}_{'scan' * 20}.pdf", 48_211, "9f86d081"
    )
    return TakeOutDialog(window, office, read_entry(office.desk, 4), it)


def _dispose(window: QWidget, office: Office) -> SheetDialog:
    due = [each for each in read(office.desk).due if not each.held]
    proposals = [office.desk.disposing.propose(Disposed.PUPIL, it.due.number) for it in due]
    return dispose_dialog(window, office, due, proposals)


def _history(window: QWidget, office: Office) -> SheetDialog:
    versions = office.desk.remembering.history("disclosure", 1)
    told = office.desk.retelling.told("disclosure", versions)
    return HistoryDialog(window, "What entry 1 said before", told)


def _of_nurse(kind: type[ShutOutDialog | TakeOverDialog]) -> Build:
    def build(window: QWidget, office: Office) -> SheetDialog:
        desk = office.desk
        flows = tuple(desk.browsing.flows_to(NURSE, desk.clock.today()))
        return kind(window, office, desk.book.recipients()[NURSE], flows)

    return build


def _let_in(window: QWidget, office: Office) -> SheetDialog:
    shut = Exclusion(ExclusionId(1), KIT, NURSE, "The family objects", date(2026, 9, 1))
    return LetInDialog(window, office, shut, " ".join(LONG_NAME))


def _agreements(window: QWidget, office: Office) -> SheetDialog:
    return AgreementsDialog(window, office, change=lambda _it: False, renew=lambda _it: False)


def _first_agreement(window: QWidget, office: Office) -> SheetDialog:
    return RenewDialog(window, office, office.desk.book.agreements()[0])


def _sets(window: QWidget, office: Office) -> SheetDialog:
    return SetsDialog(window, office, office.desk.book.flows()[0])


BUILT: dict[str, Build] = {
    "add-pupil": AddPupil,
    "agreement": AgreementDialog,
    "agreements": _agreements,
    "let-in": _let_in,
    "renew": _first_agreement,
    "sets": _sets,
    "shut-out": _of_nurse(ShutOutDialog),
    "take-over": _of_nurse(TakeOverDialog),
    "versions": lambda window, office: VersionsDialog(
        window, office, office.desk.book.flows()[0].id
    ),
    "catalogue": CatalogueDialog,
    "dispose": _dispose,
    "find": lambda window, office: FindDialog(window, office.desk),
    "history": _history,
    "hold": HoldDialog,
    "keys": lambda window, _office: KeysDialog(window),
    "lift": lambda window, office: lift_dialog(window, office, read(office.desk).holds[0]),
    "message": lambda window, _office: MessageDialog(window, MESSAGE),
    "mistake": _entry(4),
    "move-in": lambda window, office: SealDialog(window, office, read_entry(office.desk, 4)),
    "move-out": _entry(1, sealed=True),
    "purpose": lambda window, office: PurposeDialog(window, office, NURSE),
    "question": lambda window, _office: QuestionDialog(window, QUESTION),
    "recipient": RecipientDialog,
    "settings": lambda window, _office: SettingsDialog(window, Settings()),
    "take-out": _take_out,
    "unfinished": lambda window, office: UnfinishedDialog(window, office.desk.drafting.waiting()),
    "years": lambda window, office: years_dialog(window, office, read(office.desk).rules[0]),
}


@pytest.fixture(scope="module")
def hanas(tmp_path_factory, clock):
    desk = make(tmp_path_factory.mktemp("hanas"), clock)
    yield desk
    desk.close()


@pytest.fixture
def around(qtbot, drawn, hanas, request) -> Iterator[tuple[QWidget, Office, Look]]:
    look = request.param
    drawn(look.scheme, look.size)
    window, background = QWidget(), Background()
    qtbot.addWidget(window)
    window.resize(*look.window)
    window.show()
    yield window, an_office(hanas, background, Answers(), window), look
    background.close()


def pressed(dialog: SheetDialog, key: Key, look: Callable[[], None]) -> int:
    """Open `dialog` as a person has it, look, press one key at once; leave it if it stays."""

    def act() -> None:
        look()
        QTest.keyClick(QApplication.focusWidget() or dialog, key)
        if dialog.isVisible():
            dialog.reject()

    QTimer.singleShot(0, act)
    return int(dialog.exec())


@pytest.mark.parametrize("around", EDGES, ids=str, indirect=True)
@pytest.mark.parametrize("name", BUILT)
def test_a_dialog_shows_its_words_and_neither_enter_nor_esc_writes(around, pictures, name):
    window, office, look = around
    head, found = office.desk.register.head(), []

    def seen(dialog: SheetDialog) -> Callable[[], None]:
        def look_at() -> None:
            found.extend(cut_off_for_good(dialog))
            keep(dialog, pictures / f"dialog-{name}-{look}.png")

        return look_at

    for key in (Key.Key_Return, Key.Key_Escape):
        dialog = BUILT[name](window, office)
        done = pressed(dialog, key, seen(dialog))
        assert key != Key.Key_Escape or not done

    assert found == []
    assert office.desk.register.head() == head


def _all_dialogs() -> set[type[SheetDialog]]:
    for module in pkgutil.walk_packages([str(ROOT)], "sharebook.ui."):
        importlib.import_module(module.name)
    found, waiting = set(), [SheetDialog]
    while waiting:
        more = waiting.pop().__subclasses__()
        found.update(more)
        waiting += more
    return found


@pytest.mark.parametrize("around", EDGES[:1], ids=str, indirect=True)
def test_no_dialog_is_left_out_that_needs_only_the_window_and_the_office(around):
    window, office, _look = around
    tried = {type(build(window, office)) for build in BUILT.values()}
    for kind in _all_dialogs() - tried:
        asks = [
            each
            for each in inspect.signature(kind).parameters.values()
            if each.default is each.empty
        ]
        if [each.name for each in asks] in (["window"], ["window", "office"]):
            made: Any = kind(*(window, office)[: len(asks)])
            head = office.desk.register.head()
            assert not pressed(made, Key.Key_Escape, lambda: None), kind.__name__
            assert office.desk.register.head() == head


_ORDER = [each.name for each in fields(Question)]


def _questions() -> Iterator[tuple[str, ast.Call]]:
    for path in sorted(ROOT.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Question":
                yield path.name, node


def test_every_question_has_two_verbs():
    found = list(_questions())
    assert len(found) > 4
    for name, call in found:
        given = dict(zip(_ORDER, map(ast.unparse, call.args), strict=False))
        given |= {str(each.arg): ast.unparse(each.value) for each in call.keywords}
        assert {"act", "safe"} <= set(given), name
        assert given["act"] != given["safe"], name
        for words in (given["act"], given["safe"]):
            assert words.strip("'\"").casefold() not in {"yes", "no", "ok", "cancel"}, name


@pytest.mark.parametrize("around", EDGES[:1], ids=str, indirect=True)
def test_a_question_is_answered_no_by_enter_and_by_esc(around):
    window, _office, _look = around
    for key in (Key.Key_Return, Key.Key_Enter, Key.Key_Escape, Key.Key_Space):
        dialog = QuestionDialog(window, QUESTION)
        assert pressed(dialog, key, lambda: None) == 0

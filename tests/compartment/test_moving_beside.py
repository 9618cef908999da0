"""An entry moves beside the window: it can be stopped, and a lock in the middle halves nothing."""

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from sharebook.domain.attachments import Copy
from sharebook.domain.disclosures import Disclosure
from sharebook.domain.errors import Cancelled
from sharebook.services.moving_along import Belongings
from sharebook.services.sealing import Sealing
from sharebook.ui.screens.log.screen import LogScreen
from sharebook.ui.screens.log.seal_dialog import SealDialog
from tests.compartment.school import PAT, QUINN, a_referral, compartment_of, opened
from tests.compartment.test_screens_for_holders import answers, background, open_screen, theme

__all__ = ["answers", "background", "open_screen", "theme"]

pytestmark = pytest.mark.ui
Key = Qt.Key
WHY = "Recorded in the wrong place"


class StoppedAt:
    """Progress that is stopped at one of its reports."""

    def __init__(self, at: int) -> None:
        self.at = at
        self.heard: list[tuple[int, int, str]] = []

    def report(self, done: int, total: int, doing: str = "") -> None:
        if len(self.heard) == self.at:
            raise Cancelled
        self.heard.append((done, total, doing))


def where(desk) -> tuple[bool, int]:
    """Say whether entry 1 stands in the open log, and how many stand in the sealed one."""
    sealed = compartment_of(desk).register.current(Disclosure)
    standing = [each for each in sealed if not each.record.is_mistake]
    return not desk.browsing.entry(1).mistake, len(standing)


def test_stopped_at_any_moment_it_stays_where_it_is(lead, sealed, quiet):
    lead.attaching.attach(1, [Copy("a.txt", b"one"), Copy("b.txt", b"two")], PAT)
    every = StoppedAt(-1)
    before = lead.register.head(), sealed.register.head()

    for moment in range(3):
        with pytest.raises(Cancelled):
            sealed.sealing.move_in(1, WHY, QUINN, progress=StoppedAt(moment))
        assert (lead.register.head(), sealed.register.head()) == before

    sealed.sealing.move_in(1, WHY, QUINN, progress=every)
    assert [done for done, _, _ in every.heard] == [0, 1, 2]
    assert {total for _, total, _ in every.heard} == {3}
    with pytest.raises(Cancelled):
        sealed.sealing.bring_out(1, WHY, QUINN, progress=StoppedAt(2))
    assert where(lead) == (False, 1)
    assert list(lead.register.verify(quiet)) == []
    assert list(sealed.register.verify(quiet)) == []


class Gate:
    """Holds the worker up until the test lets it go on."""

    def __init__(self) -> None:
        self.reached, self.opened = threading.Event(), threading.Event()
        self.thread = 0

    def __call__(self) -> None:
        self.thread = threading.get_ident()
        self.reached.set()
        assert self.opened.wait(30)


@pytest.fixture
def gate() -> Iterator[Gate]:
    made = Gate()
    yield made
    made.opened.set()


@pytest.fixture
def before_it_is_kept(monkeypatch, gate: Gate) -> Gate:
    """Hold the move up before its last chance to be stopped."""
    last = Belongings.last_chance

    def held(belongings: Belongings) -> None:
        gate()
        last(belongings)

    monkeypatch.setattr(Belongings, "last_chance", held)
    return gate


@pytest.fixture
def after_it_is_kept(monkeypatch, gate: Gate) -> Gate:
    """Hold the move up when both logs have it."""
    move = Sealing.move_in

    def moved(*given, **more):
        done = move(*given, **more)
        gate()
        return done

    monkeypatch.setattr(Sealing, "move_in", moved)
    return gate


@pytest.fixture
def begun(open_screen, lead, qtbot) -> Callable[[Gate], SealDialog]:
    """Return a function that begins to move entry 1 in, and returns once the worker stands."""

    def begin(gate: Gate) -> SealDialog:
        screen = open_screen(LogScreen, lead)
        screen.arrive(entry=1)
        qtbot.waitUntil(screen.panel.isVisible)
        window = QWidget()
        qtbot.addWidget(window)
        window.resize(1000, 700)
        dialog = SealDialog(window, screen.office, screen.panel.shown)
        dialog.show()
        dialog.act.click()
        qtbot.waitUntil(gate.reached.is_set)
        return dialog

    return begin


def test_it_is_done_away_from_the_window_which_says_so(begun, before_it_is_kept, qtbot):
    dialog = begun(before_it_is_kept)

    assert before_it_is_kept.thread != threading.get_ident()
    assert not dialog.act.isEnabled()
    qtbot.waitUntil(dialog.busy.isVisible)
    before_it_is_kept.opened.set()

    qtbot.waitUntil(lambda: dialog.result() == QDialog.DialogCode.Accepted)


def test_esc_stops_it_and_nothing_has_moved(begun, before_it_is_kept, lead, qtbot):
    dialog = begun(before_it_is_kept)

    QTest.keyClick(dialog, Key.Key_Escape)
    assert dialog.isVisible()  # until it has stopped
    before_it_is_kept.opened.set()

    qtbot.waitUntil(dialog.isHidden)
    assert dialog.result() == QDialog.DialogCode.Rejected
    assert where(lead) == (True, 0)


def test_stopped_too_late_it_says_that_it_was_moved(begun, after_it_is_kept, lead, qtbot):
    dialog = begun(after_it_is_kept)

    dialog.safe.click()
    after_it_is_kept.opened.set()

    qtbot.waitUntil(dialog.isHidden)
    assert dialog.said == "Moved: it is entry S1 now"
    assert where(lead) == (False, 1)


def lock(dialog: SealDialog, gate: Gate, background) -> None:
    """Close everything as the window does when the computer goes to sleep."""
    dialog.put_away()
    assert dialog.close()
    threading.Timer(0.05, gate.opened.set).start()
    background.close()


def test_a_lock_before_it_is_kept_leaves_it_in_the_open_log(
    begun, before_it_is_kept, background, keys, clock, quiet
):
    lock(begun(before_it_is_kept), before_it_is_kept, background)

    desk = opened(keys.lead, clock)
    assert where(desk) == (True, 0)
    assert list(desk.register.verify(quiet)) == []
    desk.close()


def test_a_lock_after_it_is_kept_finds_it_in_the_sealed_log(
    begun, after_it_is_kept, background, keys, clock, quiet
):
    lock(begun(after_it_is_kept), after_it_is_kept, background)

    desk = opened(keys.lead, clock)
    assert where(desk) == (False, 1)
    assert list(desk.register.verify(quiet)) == []
    assert list(compartment_of(desk).register.verify(quiet)) == []
    desk.close()


def press_through() -> None:
    """Press the keys of a person in the dialog, once it has the keyboard: why, Enter, Space."""
    dialog = QApplication.activeModalWidget()
    if not isinstance(dialog, SealDialog) or not dialog.reason.inner.hasFocus():
        if dialog is not None:
            dialog.activateWindow()
        QTimer.singleShot(5, press_through)
        return
    QTest.keyClicks(dialog.reason.inner, WHY)
    QTest.keyClick(dialog.reason.inner, Key.Key_Return)
    QTest.keyClick(dialog.act, Key.Key_Space)


@pytest.mark.parametrize("inwards", [True, False])
def test_the_page_shows_what_happened(open_screen, lead, sealed, qtbot, inwards):
    if not inwards:
        sealed.recording.save(a_referral(lead), QUINN)
    screen = open_screen(LogScreen, lead)
    screen.office.changed.happened.connect(screen.refresh)
    screen.arrive(entry=1, **({} if inwards else {"sealed": True}))
    qtbot.waitUntil(screen.panel.isVisible)
    qtbot.waitUntil(lambda: not screen.office.background.busy)

    QTimer.singleShot(0, press_through)
    screen.panel.move_button.click()

    qtbot.waitUntil(lambda: WHY in screen.panel.shown.mistake)
    said = "Moved: it is entry S1 now" if inwards else "Brought out: it is entry 4 of the open log"
    assert screen.office.toast.accessibleName() == said
    assert screen.panel.move_button.isHidden()
    qtbot.waitUntil(lambda: not screen.office.background.busy)

"""What every test shares: no screen, a clock that stands still, a private folder."""

import functools
import os
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import count
from typing import Any

import pytest

_numbers = count(1)
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


class StillClock:
    """A clock tests set."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment

    def today(self) -> date:
        return self.moment.date()


class Quiet:
    """Progress that says nothing."""

    def report(self, done: int, total: int, doing: str = "") -> None:
        pass


@pytest.fixture(autouse=True, scope="session")
def private_backups(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Backups and logs go nowhere near this person's own."""
    place = tmp_path_factory.mktemp("backups")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sharebook.bootstrap.backups.default_place", lambda: place)
        patch.setattr("sharebook.bootstrap.crash_reports.logs_folder", lambda: place / "Logs")
        patch.setattr("sharebook.bootstrap.remembered_head.default_place", lambda: place)
        yield


@pytest.fixture(autouse=True, scope="session")
def quick_passphrases() -> Iterator[None]:
    """Work out the same passphrase with the same salt only once; the result is the real one."""
    from sharebook.vault import kdf

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kdf, "key_from", functools.cache(kdf.key_from))
        yield


@pytest.fixture(autouse=True)
def own_drafts(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """What one test left half-typed does not come back in another with a copy of its register."""
    place = tmp_path_factory.getbasetemp() / f"drafts-{next(_numbers)}"
    monkeypatch.setattr("sharebook.bootstrap.draft_box.default_place", lambda: place)
    memory = place.with_name(f"{place.name}-memory")  # nor what was remembered of another copy
    monkeypatch.setattr("sharebook.bootstrap.remembered_head.default_place", lambda: memory)


@pytest.fixture(autouse=True, scope="session")
def empty_clipboard() -> Iterator[None]:
    """Leave no content made by Python on the clipboard: Qt lets go of it after Python has ended."""
    yield
    gui = sys.modules.get("PySide6.QtGui")
    if gui is not None and gui.QGuiApplication.instance() is not None:
        gui.QGuiApplication.clipboard().clear()


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime(2026, 9, 14, 10, 40, tzinfo=UTC))


@pytest.fixture
def quiet() -> Quiet:
    return Quiet()


@pytest.fixture
def qtbot(qtbot: Any) -> Iterator[Any]:
    """Hold every window until its test is over.

    pytest-qt remembers windows weakly; one that only a helper's local name held would be taken
    apart by Python's collector while Qt still paints it, which ends in a crash.
    """
    from sharebook.ui.theme import dress

    held: list[object] = []
    add = qtbot.addWidget

    def add_and_hold(widget: Any, **how: object) -> None:
        held.append(widget)
        add(widget, **how)
        if widget.parentWidget() is None and not widget.styleSheet():
            dress(widget)  # as the window they stand in would be

    qtbot.addWidget = qtbot.add_widget = add_and_hold
    yield qtbot
    held.clear()
    _leave_no_window()


def _leave_no_window() -> None:
    """Let go of every program and window of the test: each is drawn anew with each new look.

    Thousands of them would make every later choice of colours take seconds.
    """
    core, widgets = sys.modules["PySide6.QtCore"], sys.modules["PySide6.QtWidgets"]
    app = widgets.QApplication.instance()
    programs = [each for each in app.children() if type(each).__name__ == "Program"]
    for each in (*programs, *app.topLevelWidgets()):
        each.deleteLater()
    core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)

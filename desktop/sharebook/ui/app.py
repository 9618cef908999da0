"""The program with a window: looks, the door, the open register, locking."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from sharebook.ui import fonts, settings
from sharebook.ui.main_window import MainWindow
from sharebook.ui.theme import Theme

if TYPE_CHECKING:
    from sharebook.bootstrap.access import Access
    from sharebook.bootstrap.desk import Desk
    from sharebook.ui.ask import Ask
    from sharebook.ui.background import Background, Job


class Program(QObject):
    """Joins the window's parts; shows a door, then the register behind it."""

    def __init__(self, app: QApplication, where: Path, ask: "Ask | None" = None) -> None:
        super().__init__(app)
        self._app = app
        self._where = where
        self.settings = settings.load(where)
        self.theme = Theme(app, self.settings.scheme, self.settings.size)
        self.window = MainWindow()
        self._ask = ask
        self.desk: Desk | None = None
        self._backup: Job | None = None
        self.window.painted.connect(self._on_painted)
        self.window.closing.connect(self.close)
        self.window.may_close = self._may_close

    @cached_property
    def background(self) -> "Background":
        """The one worker; made when first wanted, to keep the first paint quick."""
        from sharebook.ui.background import Background

        return Background(self)

    @cached_property
    def ask(self) -> "Ask":
        """Whom every question goes through."""
        from sharebook.ui.window_ask import WindowAsk

        return self._ask or WindowAsk(self._window)

    def _window(self) -> QWidget:
        return self.window

    def start(self, folder: Path | None = None) -> None:
        """Show the door of `folder`, of the register used last, or the first run."""
        known = [Path(each) for each in self.settings.registers if Path(each).is_dir()]
        if folder is None and known:
            folder = known[0]
        if folder is None:
            self.welcome()
        else:
            self.unlock(folder)
        self.window.appear()

    def unlock(self, folder: Path) -> None:
        """Show who may open the register in `folder`."""
        from sharebook.ui.screens.unlock.screen import Unlock

        door = Unlock(folder, self.settings.person, self)
        door.opened.connect(self.enter)
        door.elsewhere.connect(self.welcome)
        door.restore.connect(lambda: self.restore(folder=folder))
        self.window.put(door)
        if self.window.isVisible():
            door.fill()

    def restore(self, file: Path | None = None, folder: Path | None = None) -> None:
        """Lock, and show what putting `file` in the place of the register would do.

        Args:
            file: a backup or a register put aside; asked for if left out.
            folder: the register; the one that is open if left out, None where there is none.
        """
        from sharebook.ui.screens.backups.restore_door import RestoreDoor

        live = self.desk.folder if self.desk is not None else folder
        self.lock()
        door = RestoreDoor(self, live, file)
        door.restored.connect(self.unlock)
        door.back.connect(lambda: self.unlock(live) if live is not None else self.welcome())
        self.window.put(door)
        door.fill()

    def welcome(self) -> None:
        """Show the first run."""
        from sharebook.ui.screens.first_run.screen import FirstRun

        door = FirstRun(self)
        door.opened.connect(self.enter)
        door.unlock.connect(self.unlock)
        door.made.connect(self._remember)
        door.back.connect(self.welcome)
        door.restore.connect(self.restore)
        self.window.put(door)
        if self.window.isVisible():
            door.fill()

    def enter(self, desk: "Desk", page: str = "today", **wanted: Any) -> None:
        """Show the open register at the page called `page`, which is handed what is `wanted`."""
        from sharebook.ui.shell import Shell
        from sharebook.ui.telling import Telling
        from sharebook.ui.widgets.toast import Toast

        self.desk = desk
        self._remember(desk)
        for old in self.window.findChildren(Toast):
            old.deleteLater()
        toast = Toast(self.window)
        shell = Shell(desk, self.background, self.ask, Telling(self.ask), toast)
        shell.lock.connect(self.lock)
        shell.settings.connect(self._on_settings)
        shell.restore.connect(self.restore)
        self.window.put(shell, f"{desk.school().name} – Sharebook")
        shell.reopen.connect(self.reopen)
        shell.go(page, **wanted)

    def reopen(self, access: "Access", wanted: Mapping[str, Any]) -> None:
        """Carry on at the same page with the register's new keys."""
        from sharebook.domain.errors import SharebookError
        from sharebook.ui.telling import Telling

        if self.desk is None:
            return
        here = getattr(self.window.open, "here", None)
        self._stop_work()
        try:
            desk = self.desk.moved(access)
        except SharebookError as problem:
            self.lock()
            Telling(self.ask).tell(problem)
            return
        self.enter(desk, here.name if here else "today", **wanted)

    def lock(self) -> None:
        """Close the register and show its door."""
        if self.desk is None:
            return
        folder = self.desk.folder
        self._stop_work()
        owed = self.desk.step_away()
        self.desk = None
        self.unlock(folder)
        if owed is not None:
            self._backup = self.background.start(owed)

    def lock_when_left(self) -> None:
        """Lock because nobody is there; work under way is finished first."""
        if self.desk is None or ("background" in self.__dict__ and self.background.busy):
            return
        while (dialog := QApplication.activeModalWidget()) is not None and dialog.close():
            pass  # what a dialog asked stays unanswered, which changes nothing
        QTimer.singleShot(0, self, self.lock)

    def close(self) -> None:
        """Stop the work, close the register, backed up first if anything was written."""
        if self._backup is not None and self._backup.running:
            self.background.wait()  # the backup of what was locked is not broken off
        self._stop_work()
        if self.desk is not None:
            self.desk.leave()
            self.desk = None

    def _may_close(self) -> bool:
        if not self._may_stop():
            return False
        if self.desk is not None and not self._app.isSavingSession():  # which waits for nobody
            self._stop_work()
            owed = self.desk.step_away()
            self.desk = None
            self._backup = self.background.start(owed) if owed is not None else None
        return not self._is_leaving()

    def _is_leaving(self) -> bool:
        """Show the backup under way, and close once it is over; say whether there is one."""
        from sharebook.ui.leaving import Leaving

        if self._backup is None or not self._backup.running:
            return False
        if not isinstance(self.window.open, Leaving):
            self.window.put(Leaving(self._backup))
            self._backup.finished.connect(self.window.close)
        return True

    def _may_stop(self) -> bool:
        backing_up = self._backup is not None and self._backup.running
        if "background" not in self.__dict__ or not self.background.long or backing_up:
            return True
        from sharebook.ui.ask import Question

        question = Question(
            "Stop what is under way, and close?",
            "Sharebook is still working. If you close it now, the work is stopped.",
            act="Stop and close",
            safe="Go on working",
            more="Nothing is left half-done: what was not finished was not begun.",
            icon="stop",
        )
        return self.ask.agrees(question)

    def _stop_work(self) -> None:
        stop = getattr(self.window.open, "stop", None)
        if stop:
            stop()  # a pause that ends later would ask a closed register
        if "background" in self.__dict__:
            self.background.close()

    def _remember(self, desk: "Desk") -> None:
        self._keep(self.settings.opened(desk.folder, desk.person))

    def _keep(self, chosen: settings.Settings) -> None:
        self.settings = chosen
        settings.keep(self._where, chosen)

    def _on_painted(self) -> None:
        from sharebook.ui.idle import Idle
        from sharebook.ui.telling import catch_bugs

        catch_bugs(self.ask)
        idle = Idle(self._app)
        idle.passed.connect(self.lock_when_left)
        self.window.closing.connect(idle.deleteLater)
        fill = getattr(self.window.open, "fill", None)
        if fill:
            fill()

    def _on_settings(self) -> None:
        from sharebook.ui.dialogs.settings import SettingsDialog

        dialog = SettingsDialog(self.window, self.theme.wanted, self.theme.size)
        if not dialog.exec():
            return
        size_changed = dialog.size_chosen != self.theme.size
        self.theme.choose(dialog.scheme_chosen, dialog.size_chosen)
        self._keep(replace(self.settings, scheme=self.theme.wanted, size=self.theme.size))
        if size_changed and self.desk is not None:
            here = getattr(self.window.open, "here", None)
            self.enter(self.desk, here.name if here else "today")  # widgets take lengths when made


def run(argv: Sequence[str]) -> int:
    """Open the window, on the register folder in `argv` if there is one; return the exit code."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication([sys.argv[0]])
    app.setApplicationName("Sharebook")
    app.setDesktopFileName("sharebook")
    fonts.load()
    program = Program(app, settings.folder())
    program.start(Path(argv[0]) if argv else None)
    return app.exec()

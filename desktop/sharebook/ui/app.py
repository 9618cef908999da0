"""The program with a window: looks, the door, the open register, locking."""

import sys
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from sharebook.ui import fonts, settings
from sharebook.ui.main_window import MainWindow
from sharebook.ui.qt_messages import catch_qt_messages
from sharebook.ui.theme import Theme

if TYPE_CHECKING:
    from sharebook.bootstrap.access import Access
    from sharebook.bootstrap.desk import Desk
    from sharebook.ui.ask import Ask
    from sharebook.ui.background import Background, Job
    from sharebook.ui.locking import Locking
    from sharebook.ui.sentry import Sentry
    from sharebook.ui.shell import Shell


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
        self._sentry: Sentry | None = None
        self.window.painted.connect(self._on_painted)
        self.window.closing.connect(self.close)
        self.window.may_close = self._may_close

    @cached_property
    def background(self) -> "Background":
        """The one worker; made when first wanted, to keep the first paint quick."""
        from sharebook.ui.background import Background

        return Background(self)

    @cached_property
    def locking(self) -> "Locking":
        """What is done for the window when it locks."""
        from sharebook.ui.locking import Locking

        return Locking(self.window, self)

    @cached_property
    def ask(self) -> "Ask":
        """Whom every question goes through."""
        from sharebook.ui.window_ask import WindowAsk

        return self._ask or WindowAsk(self._window)

    def _window(self) -> QWidget:
        return self.window

    @property
    def shell(self) -> "Shell | None":
        """The open register's pages; None at a door."""
        from sharebook.ui.shell import Shell

        return self.window.open if isinstance(self.window.open, Shell) else None

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

    def enter(self, desk: "Desk", page: str = "", **wanted: Any) -> None:
        """Show the open register at the page called `page`, which is handed what is `wanted`.

        Without a page it is the one where the same person locked the window, else Today.
        """
        from sharebook.ui.shell import Shell
        from sharebook.ui.telling import Telling
        from sharebook.ui.widgets.toast import Toast

        self.desk = desk
        self._remember(desk)
        for old in self.window.findChildren(Toast):
            old.hide()
            old.deleteLater()
        toast = Toast(self.window)
        shell = Shell(desk, self.background, self.ask, Telling(self.ask), toast)
        shell.lock.connect(self.lock_asked)
        shell.status.locks_after(self.settings.lock_minutes)
        shell.settings.connect(self._on_settings)
        shell.restore.connect(self.restore)
        self.window.put(shell, f"{desk.school().name} – Sharebook")
        shell.reopen.connect(self.reopen)
        shell.go(page or self.locking.page_of(desk), **wanted)

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
        self.locking.note_page(self.desk)
        self._stop_work()
        owed = self.desk.step_away()
        self.desk = None
        self.locking.leave_nothing()
        if self._sentry is not None:
            self._sentry.locked()
        self.unlock(folder)
        if owed is not None:
            self._backup = self.background.start(owed)

    def lock_asked(self) -> None:
        """Lock because the person said so; ask first where a half-typed form would be lost."""
        if self.locking.may_close(self.ask, "Lock"):
            self.lock()

    def lock_at_once(self) -> None:
        """Lock because the computer is about to sleep."""
        if self.desk is not None:
            self.locking.close_dialogs()
            self.lock()

    def lock_when_left(self) -> None:
        """Lock because nobody is there; work under way is finished first."""
        if self.desk is None or ("background" in self.__dict__ and self.background.at_work):
            return
        self.locking.close_dialogs()
        QTimer.singleShot(0, self, self.lock)

    def close(self) -> None:
        """Stop the work, close the register, backed up first if anything was written."""
        if self._backup is not None and self._backup.running:
            self.background.wait()  # the backup of what was locked is not broken off
        self._stop_work()
        self.locking.leave_nothing()
        if self.desk is not None:
            self.desk.leave()
            self.desk = None

    def _may_close(self) -> bool:
        if not self._may_stop() or not self.locking.may_close(self.ask, "Close"):
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
        return self.locking.may_stop(self.ask)

    def _stop_work(self) -> None:
        self.locking.put_away()
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
        from sharebook.ui.sentry import Sentry
        from sharebook.ui.telling import catch_bugs

        catch_bugs(self.ask)
        self._sentry = Sentry(self._app, self.settings.lock_minutes)
        self._sentry.left.connect(self.lock_when_left)
        self._sentry.asleep.connect(self.lock_at_once)
        self._sentry.logs_off.connect(self.locking.put_away)
        self.window.closing.connect(self._sentry.close)
        fill = getattr(self.window.open, "fill", None)
        if fill:
            fill()

    def _on_settings(self) -> None:
        from sharebook.ui.preferences import change

        change(self)

    def use(self, chosen: settings.Settings) -> None:
        """Use these settings, and keep them."""
        size_changed = chosen.size != self.theme.size
        self.theme.choose(chosen.scheme, chosen.size)
        self._keep(chosen)
        if self._sentry is not None:
            self._sentry.idle.minutes = chosen.lock_minutes
        if size_changed and self.desk is not None:
            here = getattr(self.window.open, "here", None)
            self._stop_work()
            self.enter(self.desk, here.name if here else "today")  # widgets take lengths when made


def run(argv: Sequence[str]) -> int:
    """Open the window, on the register folder in `argv` if there is one; return the exit code."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication([sys.argv[0]])
    catch_qt_messages()
    app.setApplicationName("Sharebook")
    app.setDesktopFileName("sharebook")
    fonts.load()
    program = Program(app, settings.folder())
    program.start(Path(argv[0]) if argv else None)
    return app.exec()

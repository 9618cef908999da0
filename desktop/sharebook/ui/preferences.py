"""Changing how the window looks and when it locks, with a way back."""

from dataclasses import replace
from typing import Protocol

from sharebook.ui.main_window import MainWindow
from sharebook.ui.settings import Settings
from sharebook.ui.shell import Shell


class Uses(Protocol):
    """Whose settings they are: the program."""

    window: MainWindow
    settings: Settings

    @property
    def shell(self) -> Shell | None:
        """The open register's pages."""
        ...

    def use(self, chosen: Settings) -> None:
        """Use these settings, and keep them."""
        ...


def change(program: Uses) -> None:
    """Ask for other settings, use them, and offer the way back."""
    from sharebook.ui.dialogs.settings import SettingsDialog

    before = program.settings
    dialog = SettingsDialog(program.window, before)
    if dialog.exec() and dialog.chosen != before:
        _use(program, dialog.chosen)
        if program.shell is not None:
            toast = program.shell.office.toast
            toast.say("Settings changed", lambda: _use(program, before))


def _use(program: Uses, chosen: Settings) -> None:
    """Use the look and the lock time of `chosen`; which registers are known stays."""
    now = program.settings
    program.use(
        replace(now, scheme=chosen.scheme, size=chosen.size, lock_minutes=chosen.lock_minutes)
    )
    if program.shell is not None:
        program.shell.status.locks_after(chosen.lock_minutes)

"""Changing how the window looks and when it locks, with a way back."""

from dataclasses import replace
from typing import TYPE_CHECKING

from sharebook.ui.settings import Settings

if TYPE_CHECKING:
    from sharebook.ui.app import Program


def change(program: "Program") -> None:
    """Ask for other settings, use them, and offer the way back."""
    from sharebook.ui.dialogs.settings import SettingsDialog

    before = program.settings
    dialog = SettingsDialog(program.window, before)
    if dialog.exec() and dialog.chosen != before:
        use(program, dialog.chosen)
        shell = program.shell
        if shell is not None:
            shell.office.toast.say("Settings changed", lambda: use(program, before))


def use(program: "Program", chosen: Settings) -> None:
    """Use the look and the lock time of `chosen`; which registers are known stays."""
    now = program.settings
    program.use(
        replace(now, scheme=chosen.scheme, size=chosen.size, lock_minutes=chosen.lock_minutes)
    )
    if program.shell is not None:
        program.shell.status.locks_after(chosen.lock_minutes)

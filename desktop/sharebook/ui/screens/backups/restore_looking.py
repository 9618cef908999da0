"""The last two steps of a restore: what it would do, and what was done."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from sharebook.ui.screens.backups.restore_steps import Step
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.passphrase_field import PassphraseField
from sharebook.ui.widgets.sheet import notice, panel, row
from sharebook.words.days import count
from sharebook.words.losses import loses_nothing, loss_sentence
from sharebook.words.moments import day_and_time
from sharebook.words.sentences import told

if TYPE_CHECKING:
    from sharebook.bootstrap.putting_back import Secrets
    from sharebook.services.restoring import Preview, Restored

_STAYS = (
    "The register in use is put aside under another name, so this can be undone. People and "
    "passphrases become those of that time. No old backup is let go for a while."
)


class LookStep(Step):
    """What you would get and what you would lose; the filled button keeps things as they are.

    Signals:
        again: the same with today's passphrase, to compare.
        restore: the person wants it.
    """

    again = Signal(object)
    restore = Signal()

    def __init__(self) -> None:
        super().__init__("What it would do")
        self._secrets: Secrets | None = None
        self._gets = label("", "b", wrap=True)
        self._frame, self._facts = panel("plain", 0, 8)
        self.passphrase = PassphraseField()
        self.field = Field(
            "passphrase_now",
            "Your passphrase of today",
            self.passphrase,
            "Only to see what would be lost. Leave it empty if you do not know.",
        )
        self.again_button = button("Compare", "", "search")
        self.keep_button = button("Keep things as they are", "go", key="Esc")
        self.restore_button = button("Restore this backup")
        self.column.addWidget(self._gets)
        self.column.addWidget(self._frame)
        self.column.addWidget(self.field)
        self.column.addLayout(row(self.again_button, 1))
        self.column.addWidget(label(_STAYS, "muted", wrap=True))
        self.column.addLayout(row(1, self.restore_button, self.keep_button, gap=10))
        self.setFocusProxy(self.keep_button)
        self.keep_button.clicked.connect(self.back)
        self.restore_button.clicked.connect(self.restore)
        self.again_button.clicked.connect(self._on_again)
        self.passphrase.returnPressed.connect(self._on_again)

    def show_preview(self, preview: "Preview", secrets: "Secrets | None") -> None:
        """Show what the backup holds and what the register in use has besides."""
        self._secrets = secrets
        held = preview.candidate
        entries = count(held.entries, "entry", "entries")
        self._gets.setText(
            f"You get the register as it was on {day_and_time(held.moment)}: {entries}."
        )
        self._clear()
        lost = preview.lost
        kind = "ok" if loses_nothing(lost) else "gap"
        self._facts.addWidget(notice(kind, loss_sentence(lost)))
        if preview.newer:
            self._facts.addWidget(notice("gap", "There is a newer backup", preview.newer.name))
        for finding in held.findings:
            self._facts.addWidget(notice("bad", told(finding)))
        asks = lost is None and bool(secrets and secrets.person)
        self.field.setVisible(asks)
        self.again_button.setVisible(asks)

    def _on_again(self) -> None:
        if self._secrets is not None and self.passphrase.text():
            self.again.emit(replace(self._secrets, now=self.passphrase.text()))

    def _clear(self) -> None:
        while self._facts.count():
            item = self._facts.takeAt(0)
            old = item.widget() if item else None
            if old:
                old.hide()
                old.deleteLater()


class DoneStep(Step):
    """What was done, and how to go back.

    Signals:
        open_it: the restored register is wanted.
    """

    open_it = Signal()

    def __init__(self) -> None:
        super().__init__("The backup is in place")
        self._words = label("", wrap=True)
        self._aside = label("", "muted", wrap=True)
        self.open_button = button("Open the register", "big")
        for part in (self._words, self._aside, self.open_button):
            self.column.addWidget(part)
        self.setFocusProxy(self.open_button)
        self.open_button.clicked.connect(self.open_it)

    def show_done(self, restored: "Restored") -> None:
        """Say it."""
        held = restored.preview.candidate
        self._words.setText(
            f"The register is as it was on {day_and_time(held.moment)}, "
            f"with {count(held.entries, 'entry', 'entries')}."
        )
        aside = restored.kept_as
        self._aside.setText(
            f"The register that was in use is kept as {aside.name}. To go back to it, open "
            "Backups and press Undo the last restore."
            if aside
            else "There was no register here before."
        )

"""The list of this computer's backups, and what can be done with one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sharebook.domain.backups import Proof
from sharebook.services.backing_up import Listed
from sharebook.services.backup_ports import Backup
from sharebook.ui.chips import Chip
from sharebook.ui.look import look
from sharebook.ui.models.rows import Column
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.nothing import Nothing
from sharebook.ui.widgets.sheet import heading, line, panel, row
from sharebook.ui.widgets.table import Table
from sharebook.words.backups import size_words
from sharebook.words.days import count
from sharebook.words.moments import day_and_time

_HOLDS, _SIZE = 1, 2  # columns
_LARGE_TEXT = 150
_CHIPS = {
    Proof.WHOLE: Chip("Whole", "ok"),
    Proof.DAMAGED: Chip("Damaged", "bad"),
    Proof.OTHER_KEY: Chip("Earlier key", "old", "key"),
}
_WHEN_MADE = Chip("Proved when made", "old", "check")
_MEANS = {
    Proof.WHOLE: "It was read from end to end: every byte is as it was written.",
    Proof.DAMAGED: "It is damaged and cannot be restored. Use another one, and make a new backup.",
    Proof.OTHER_KEY: (
        "It was made before the register's key was changed. It can be restored with a passphrase "
        "of that time."
    ),
}


class BackupList(QWidget):
    """A table of backups with its buttons below.

    Signals:
        prove: the backup to read from end to end.
        restore: the backup to restore.
    """

    prove = Signal(object)
    restore = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._proofs: dict[str, Proof] = {}
        self.table: Table[Backup] = Table(self._columns(), "Backups on this computer")
        self.nothing = Nothing(
            "disk", "No backup yet", "One is made by itself when you lock or close Sharebook."
        )
        self.prove_button = button("Prove this one", "", "check")
        self.restore_button = button("Restore this one…", "", "undo")
        self._means = label("", "small", wrap=True)
        frame, inside = panel("sheet", 0, 0)
        top, inner = panel("plain", 14, 0)
        words, self._count = heading("On this computer")
        inner.addLayout(words)
        foot, under = panel("plain", 12, 8)
        under.addWidget(self._means)
        under.addLayout(row(self.prove_button, self.restore_button, 1, gap=10))
        for part in (top, line("rule"), self.table, self.nothing, line(), foot):
            inside.addWidget(part)
        self._foot = foot
        self.table.setMinimumHeight(look().px(150))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(frame)
        self.prove_button.clicked.connect(self._on_prove)
        self.restore_button.clicked.connect(self._on_restore)
        self.table.opened.connect(self.prove.emit)
        self.table.picked.connect(lambda _each: self._explain())

    def _columns(self) -> list[Column[Backup]]:
        return [
            Column(
                "Made",
                lambda each: day_and_time(each.moment),
                sort=lambda each: each.moment,
                bold=True,
            ),
            Column(
                "Holds",
                lambda each: count(each.manifest.seq, "entry", "entries"),
                sort=lambda each: each.manifest.seq,
                width=120,
                right=True,
            ),
            Column("Size", lambda each: size_words(_size(each)), sort=_size, width=90, right=True),
            Column("Proof", lambda _each: "", chip=self._chip, width=150),
        ]

    def narrow(self, *, small: bool) -> None:
        """Leave out how much each holds and how large it is where there is no room."""
        large = look().size >= _LARGE_TEXT
        self.table.setColumnHidden(_HOLDS, small and large)
        self.table.setColumnHidden(_SIZE, small or large)

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """List `backups`; what was proved before stays said."""
        self.table.show_rows(backups)
        if self.table.record is None:
            self.table.pick_first()
        there = bool(backups)
        self.table.setVisible(there)
        self._foot.setVisible(there)
        self.nothing.setVisible(not there)
        self._count.setText(count(len(backups), "backup") if there else "")
        self._explain()

    def show_proof(self, listed: Listed) -> None:
        """Say what reading one of them showed."""
        self._proofs[listed.file.name] = listed.proof
        self.table.viewport().update()
        self._explain()

    def _chip(self, each: Backup) -> Chip | None:
        proof = self._proofs.get(each.file.name)
        return _CHIPS[proof] if proof else _WHEN_MADE

    def _explain(self) -> None:
        record = self.table.record
        proof = self._proofs.get(record.file.name) if record else None
        self._means.setText(_MEANS[proof] if proof else "")
        self._means.setVisible(proof is not None)

    def _on_prove(self) -> None:
        if self.table.record is not None:
            self.prove.emit(self.table.record)

    def _on_restore(self) -> None:
        if self.table.record is not None:
            self.restore.emit(self.table.record)


def _size(each: Backup) -> int:
    try:
        return each.file.stat().st_size
    except OSError:  # let go by another window meanwhile
        return 0

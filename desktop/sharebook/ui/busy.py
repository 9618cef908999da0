"""Says what takes long, how far it is, and lets the person stop it."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QProgressBar, QVBoxLayout

from sharebook.ui.background import PATIENCE, Job
from sharebook.ui.look import look
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.sheet import row

_PATIENCE = round(PATIENCE * 1000)  # milliseconds


class Busy(QFrame):
    """A panel with words, a bar with a count, and Stop; hidden while nothing takes long."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("f", "sheet")
        self._job: Job | None = None
        self._words = label("", "b")
        self._bar = QProgressBar(textVisible=False)
        self.stop = button("Stop", "small")
        self._wait = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._wait.timeout.connect(self._show)
        column = QVBoxLayout(self)
        pad = look().px(14)
        column.setContentsMargins(pad, pad // 2, pad, pad // 2 + 4)
        line = row(self._words, 1, self.stop)
        column.addLayout(line)
        column.addWidget(self._bar)
        self.stop.clicked.connect(self._on_stop)
        self.hide()

    def watch(self, job: Job, words: str) -> Job:
        """Follow `job`, saying `words` until it says something itself; return it."""
        self._job = job
        self._words.setText(words)
        self._bar.setRange(0, 0)
        self.stop.setEnabled(True)
        job.progressed.connect(self._on_progressed)
        job.finished.connect(self._on_finished)
        self._wait.start()
        return job

    def _show(self) -> None:
        self.setVisible(self._job is not None)

    def _on_progressed(self, done: int, total: int, doing: str) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        if doing:
            counted = any(letter.isdigit() for letter in doing)
            self._words.setText(doing if counted else f"{doing}, {done:,} of {total:,}")
        self._bar.setAccessibleName(f"{self._words.text()}: {done} of {total}")

    def _on_stop(self) -> None:
        if self._job:
            self._job.cancel()
            self._words.setText("Stopping. Nothing is left half-done.")
            self.stop.setEnabled(False)

    def _on_finished(self) -> None:
        if self._job is not None and self._job.running:  # begun meanwhile, and followed instead
            return
        self._job = None
        self._wait.stop()
        self.hide()

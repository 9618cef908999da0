"""The chips over the log: how many entries, with gaps, corrected, by mistake, refused."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from sharebook.domain.disclosures import Decision
from sharebook.ui.chips import Chip
from sharebook.ui.look import look
from sharebook.ui.screens.log.lines import LogLine
from sharebook.ui.widgets.chip import ChipLabel
from sharebook.ui.widgets.flow import FlowLayout
from sharebook.words.days import count


def chips(lines: Sequence[LogLine], said: str) -> list[Chip]:
    """Return the counts of `lines` as chips; none for what does not occur."""
    gaps = sum(1 for line in lines if line.gaps)
    corrected = sum(1 for line in lines if line.put_right_by)
    mistakes = sum(1 for line in lines if line.decision is Decision.MISTAKE)
    refused = sum(1 for line in lines if line.decision is Decision.REFUSED)
    found = [Chip(f"{count(len(lines), 'entry', 'entries')} {said}", "fact", "log")]
    found += [Chip(f"{gaps:,} with gaps", "gap")] if gaps else []
    found += [Chip(f"{corrected:,} corrected", "change")] if corrected else []
    found += [Chip(f"{mistakes:,} by mistake", "old")] if mistakes else []
    found += [Chip(f"{refused:,} refused", "bad")] if refused else []
    return found


class Counts(QWidget):
    """Shows the chips side by side."""

    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowLayout(look().px(8))
        self.setLayout(self._flow)
        self.shown: list[Chip] = []

    def show_lines(self, lines: Sequence[LogLine], said: str) -> None:
        """Count `lines`; `said` follows their number."""
        self.shown = chips(lines, said)
        while (item := self._flow.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for chip in self.shown:
            self._flow.addWidget(ChipLabel(chip))

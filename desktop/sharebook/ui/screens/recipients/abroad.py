"""Where the data goes; what lets it go is asked for only where that is abroad."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from sharebook.domain.catalogue import Row
from sharebook.domain.names import NO_CODE, Code
from sharebook.domain.recipients import HOME
from sharebook.ui.screens.recipients.kept import choose_kept
from sharebook.ui.screens.recipients.laying import in_two, narrow
from sharebook.ui.widgets.combo import Combo
from sharebook.ui.widgets.field import Field


class Abroad(QWidget):
    """Country, mechanism and assessment.

    Signals:
        changed: something was typed or chosen.

    Args:
        offered: the mechanisms one may choose.
        known: every mechanism, to show one that is offered no more.
        words, hint: how the country is asked for.
        home: whether an empty country means somewhere else, not the United Kingdom.
    """

    changed = Signal()

    def __init__(
        self,
        offered: Mapping[Code, Row],
        known: Mapping[Code, Row],
        words: str,
        hint: str,
    ) -> None:
        super().__init__()
        self._known = known
        self.country = QLineEdit()
        self.transfer = Combo(
            [("Not said yet", NO_CODE), *((row.words, code) for code, row in offered.items())]
        )
        self.assessment = QLineEdit()
        narrow(self.transfer)
        self.fields = {
            "country": Field("country", words, self.country, hint),
            "transfer": Field("transfer", "What &lets it leave the country", self.transfer),
            "transfer_assessment": Field(
                "transfer_assessment", "Risk assess&ment, its reference", self.assessment
            ),
        }
        parts = list(self.fields.values())
        in_two(self, parts, (parts[0],)).setContentsMargins(0, 0, 0, 0)
        self.country.textChanged.connect(self._on_country)
        self.country.textEdited.connect(self.changed)
        self.assessment.textEdited.connect(self.changed)
        self.transfer.activated.connect(self.changed)
        self._on_country()

    @property
    def code(self) -> str:
        """The country as its code, in capitals; "" where nothing is typed."""
        return self.country.text().strip().upper()

    @property
    def is_abroad(self) -> bool:
        """Whether another country is named."""
        return self.code not in ("", HOME)

    def show_words(self, country: str, transfer: Code, assessment: str) -> None:
        """Show what a record says."""
        self.country.setText(country)
        choose_kept(self.transfer, transfer, self._known)
        self.assessment.setText(assessment)

    @property
    def told(self) -> tuple[str, Code, str]:
        """Country, mechanism and assessment; the last two stay as typed while it is at home."""
        code = self.transfer.currentData() or NO_CODE
        return self.code, code, self.assessment.text().strip()

    def _on_country(self) -> None:
        for name in ("transfer", "transfer_assessment"):
            self.fields[name].setVisible(self.is_abroad)

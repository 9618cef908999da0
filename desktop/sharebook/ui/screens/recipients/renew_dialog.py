"""Renew an agreement: its next version, with a line of history."""

from PySide6.QtWidgets import QLineEdit, QWidget

from sharebook.domain.agreements import Agreement
from sharebook.services.agreeing import Renewal
from sharebook.ui.screens.base import Office
from sharebook.ui.screens.recipients.asking import AskingDialog
from sharebook.ui.screens.recipients.laying import in_two
from sharebook.ui.widgets.date_field import DateField
from sharebook.ui.widgets.field import Field


class RenewDialog(AskingDialog):
    """Asks for the new version and when it must be looked at again."""

    def __init__(self, window: QWidget, office: Office, agreement: Agreement) -> None:
        super().__init__(window, office, f"Renew {agreement.title}", 660)
        self._agreement = agreement
        clock = office.desk.clock
        self.version = QLineEdit(placeholderText=_next(agreement.version))
        self.day = DateField(clock)
        self.day.show_day(clock.today())
        self.ends, self.review = DateField(clock, ahead=True), DateField(clock, ahead=True)
        self.ends.setPlaceholderText("No end named")
        self.author, self.sent, self.comment = QLineEdit(), QLineEdit(), QLineEdit()
        self.fields = {
            "version": Field("version", "&Version", self.version),
            "day": Field("day", "&Agreed on", self.day),
            "review_due": Field("review_due", "To be looked at a&gain", self.review),
            "ends": Field("ends", "&Until, if it ends", self.ends),
            "author": Field("author", "&Written by", self.author),
            "released_to": Field("released_to", "&Sent to", self.sent),
            "comment": Field("comment", "What is &new in it", self.comment),
        }
        page = QWidget()
        in_two(page, self.fields.values(), (self.fields["comment"],))
        words = f"Version {agreement.version} stays readable. The new one waits for its signatures."
        self.lay_out(words, [page], "&Renew it", "Cancel")
        self.act.clicked.connect(lambda: self.write(self._write))
        self.version.setFocus()

    def _write(self) -> None:
        desk = self.office.desk
        renewal = Renewal(
            self.version.text().strip(),
            self.day.day or desk.clock.today(),
            self.ends.day,
            self.review.day,
            self.author.text().strip(),
            self.sent.text().strip(),
            self.comment.text().strip(),
        )
        desk.map.agreeing.renew(self._agreement.id, renewal, desk.person)


def _next(version: str) -> str:
    """Return "4" for "3"; nothing for a version that is no number."""
    return str(int(version) + 1) if version.isdigit() else ""

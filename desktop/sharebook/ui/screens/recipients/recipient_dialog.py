"""Add a recipient, or change one; a new name keeps the old one as a former name."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from sharebook.domain.errors import Refused
from sharebook.domain.names import NO_CODE, RecipientId
from sharebook.domain.recipients import Recipient
from sharebook.ui.dialogs.base import SheetDialog
from sharebook.ui.look import look
from sharebook.ui.room import HUGE_TEXT
from sharebook.ui.screens.base import Office
from sharebook.ui.screens.half_typed import Form, HalfTyped
from sharebook.ui.screens.recipients.kept import choose_kept
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.combo import Combo
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.sheet import line, row

_TEXTS = (
    ("name", "&Name"),
    ("units", "&Parts of it, with commas between"),
    ("person", "P&erson"),
    ("phone", "&Telephone"),
    ("secure_address", "&Secure address"),
    ("dpo", "&Data protection officer"),
    ("keeps_for", "They keep it &for"),
    ("contract", "Cont&ract, where it is kept"),
    ("country", "Countr&y of the data: GB, or another code"),
)


class RecipientDialog(SheetDialog):
    """A form for one recipient.

    Attributes:
        saved: the recipient as written, once the dialog was accepted.
    """

    def __init__(self, window: QWidget, office: Office, known: Recipient | None = None) -> None:
        title = "Edit this recipient" if known else "Add a recipient"
        super().__init__(window, title, 660)
        self._office = office
        self._known = known or Recipient(RecipientId(0), "")
        self.saved: Recipient | None = None
        self.fields = {name: Field(name, words, QLineEdit()) for name, words in _TEXTS}
        lists = office.desk.catalogues
        kinds = [(each.words, code) for code, each in lists.recipient_kinds.items()]
        roles = [(each.words, code) for code, each in lists.roles.items()]
        self.kind = Combo([("Not said yet", NO_CODE), *kinds], "Kind")
        self.role = Combo([("Not said yet", NO_CODE), *roles], "Part it plays")
        for combo in (self.kind, self.role):
            combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.save = button("Save", "go", key="Enter")
        self.cancel = button("Cancel", key="Esc")
        self._lay_out(title)
        self._show(self._known)
        self.kind.activated.connect(self._on_kind)
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.reject)
        self.save.setDefault(True)
        self.fields["name"].inner.setFocus()
        edits = {name: self._edit(field) for name, field in self.fields.items()}
        lists_of = {"kind": self.kind, "role": self.role}
        words = f"Edit {known.name}" if known else title
        form = Form("recipients", words, edits, lists_of, int(known.id) if known else None)
        self._half = HalfTyped(self, office, form)

    def put_away(self) -> None:
        """Keep what is half-typed."""
        self._half.put_away()

    def _lay_out(self, title: str) -> None:
        parts = [
            *self.fields.values(),
            Field("kind", "&Kind", self.kind),
            Field("role", "Part it pl&ays", self.role),
        ]
        grid = QGridLayout()
        grid.setHorizontalSpacing(look().px(14))
        grid.setVerticalSpacing(look().px(10))
        across = 1 if look().size >= HUGE_TEXT else 2
        for place, field in enumerate(parts):
            grid.addWidget(field, place // across, place % across, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(place % across, 1)
        self.column.addWidget(label(title, "h2"))
        self.column.addWidget(line("rule"))
        self.column.addLayout(grid)
        if self._known.id:
            note = "A new name is used from today. The old one stays findable, and on old prints."
            self.column.addWidget(label(note, "small", wrap=True))
        self.column.addLayout(row(1, self.cancel, self.save))

    def _show(self, known: Recipient) -> None:
        for name, field in self.fields.items():
            value = ", ".join(known.units) if name == "units" else str(getattr(known, name))
            self._edit(field).setText(value)
            self._edit(field).setCursorPosition(0)
        lists = self._office.desk.catalogues
        choose_kept(self.kind, known.kind, lists.recipient_kinds)
        choose_kept(self.role, known.role, lists.roles)

    def _edit(self, field: Field) -> QLineEdit:
        inner = field.inner
        if not isinstance(inner, QLineEdit):
            raise TypeError(inner)
        return inner

    def _on_kind(self) -> None:
        """Offer the part this kind usually plays, where none is said."""
        row = self._office.desk.catalogues.recipient_kinds.get(self.kind.currentData())
        if row is not None and not self.role.currentData():
            self.role.choose(row.role)

    def _typed(self) -> Recipient:
        texts = {name: self._edit(field).text().strip() for name, field in self.fields.items()}
        units = tuple(part.strip() for part in texts.pop("units").split(",") if part.strip())
        texts["country"] = texts["country"].upper() or "GB"
        named = texts["name"] != self._known.name
        return replace(
            self._known,
            **texts,  # type: ignore[arg-type]  # every one of them is text
            units=units,
            kind=self.kind.currentData(),
            role=self.role.currentData(),
            placeholder=self._known.placeholder and not named,
        )

    def _on_save(self) -> None:
        for field in self.fields.values():
            field.complain("")
        desk = self._office.desk
        try:
            if self._known.id:
                reason = "Changed in the office"
                self.saved = desk.arranging.change_recipient(self._typed(), reason, desk.person)
            else:
                self.saved = desk.arranging.add_recipient(self._typed(), desk.person)
        except Refused as problem:
            self._office.telling.tell(problem, self.fields.values())
            self.fit()
            return
        self.accept()

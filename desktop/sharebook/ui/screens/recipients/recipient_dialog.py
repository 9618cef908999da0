"""Add a recipient, or change one; a new name keeps the old one as a former name."""

from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QWidget

from sharebook.catalogues.choosing import for_school
from sharebook.domain.errors import Refused
from sharebook.domain.names import NO_CODE, RecipientId
from sharebook.domain.recipients import HOME, Recipient, UnitContact
from sharebook.ui.dialogs.base import SheetDialog
from sharebook.ui.screens.base import Office
from sharebook.ui.screens.half_typed import Form, HalfTyped
from sharebook.ui.screens.recipients.abroad import Abroad
from sharebook.ui.screens.recipients.kept import KeptLine, choose_kept
from sharebook.ui.screens.recipients.laying import in_two, narrow
from sharebook.ui.screens.recipients.tabs import Tabs
from sharebook.ui.screens.recipients.unit_contacts import UnitContacts
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.combo import Combo
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.sheet import line, row

_NAMED = (("name", "&Name"),)
_REACHED = (
    ("person", "P&erson"),
    ("post", "P&ost"),
    ("phone", "&Telephone"),
    ("secure_address", "&Secure address"),
    ("address", "Postal &address"),
    ("dpo", "&Data protection officer"),
    ("dpo_contact", "How to &reach that officer"),
)
_KEPT = (
    ("keeps_for", "They keep it &for"),
    ("onward", "They may pass it &on to"),
    ("contract", "Cont&ract, where it is kept"),
)
_COUNTRY = (
    "Countr&y of the data",
    "Two letters: GB is the United Kingdom, IE Ireland, US America.",
)
_TITLES = ("Who they are", "Whom to reach", "Parts of it", "What they do with it")


class RecipientDialog(SheetDialog):
    """A form for one recipient.

    Attributes:
        saved: the recipient as written, once the dialog was accepted.
    """

    def __init__(self, window: QWidget, office: Office, known: Recipient | None = None) -> None:
        title = "Edit this recipient" if known else "Add a recipient"
        super().__init__(window, title, 720)
        self._office = office
        self._known = known or Recipient(RecipientId(0), "")
        self.saved: Recipient | None = None
        texts = (*_NAMED, *_REACHED, *_KEPT)
        self.fields = {name: Field(name, words, QLineEdit()) for name, words in texts}
        self._offer()
        self.save = button("Save", "go", key="Enter")
        self.cancel = button("Cancel", key="Esc")
        self._lay_out(title)
        self._show(self._known)
        self.kind.activated.connect(self._on_kind)
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.reject)
        self.save.setDefault(True)
        self.fields["name"].inner.setFocus()
        self._keep(title)

    def _offer(self) -> None:
        desk = self._office.desk
        school, lists = desk.school(), desk.catalogues
        offered = for_school(lists, school.kind, school.nation, desk.clock.today())
        kinds = [(each.words, code) for code, each in offered.recipient_kinds.items()]
        roles = [(each.words, code) for code, each in lists.roles.items()]
        self.kind = Combo([("Not said yet", NO_CODE), *kinds], "Kind")
        self.role = Combo([("Not said yet", NO_CODE), *roles], "Part it plays")
        narrow(self.kind, self.role)
        self.parts = UnitContacts()
        self.abroad = Abroad(offered.transfers, lists.transfers, *_COUNTRY)
        self.fields |= self.parts.fields | self.abroad.fields
        self.fields["kind"] = Field("kind", "&Kind", self.kind)
        self.fields["role"] = Field("role", "Part it pl&ays", self.role)

    def _lay_out(self, title: str) -> None:
        named, reached, kept = QWidget(), QWidget(), QWidget()
        names: list[QWidget] = [self.fields[name] for name in ("name", "kind", "role")]
        if self._known.id:
            note = "A new name is used from today. The old one stays findable, and on old prints."
            names.append(_noted(note))
        in_two(named, names, (names[0], *names[3:]))
        reach = [self.fields[name] for name, _ in _REACHED]
        in_two(reached, reach, (self.fields["address"],))
        keep: list[QWidget] = [self.fields[name] for name, _ in _KEPT]
        in_two(kept, [*keep, self.abroad], (*keep[2:], self.abroad))
        pages = zip(_TITLES, (named, reached, self.parts, kept), strict=True)
        self.tabs = Tabs(list(pages), "Pages of this form")
        self.column.addWidget(label(title, "h2"))
        self.column.addWidget(line("rule"))
        self.column.addWidget(self.tabs, 1)
        self.column.addLayout(row(1, self.cancel, self.save))

    def _keep(self, title: str) -> None:
        """Keep what is half-typed."""
        people = KeptLine(list[UnitContact], lambda: self.parts.contacts, self.parts.show_contacts)
        self.parts.changed.connect(people.touched)
        edits = {name: self._edit(field) for name, field in self.fields.items() if _typed_in(field)}
        edits["unit_contacts"] = people
        chosen = {"kind": self.kind, "role": self.role, "transfer": self.abroad.transfer}
        known = self._known
        words = f"Edit {known.name}" if known.id else title
        form = Form("recipients", words, edits, chosen, int(known.id) if known.id else None)
        self._half = HalfTyped(self, self._office, form)

    def put_away(self) -> None:
        """Keep what is half-typed."""
        self._half.put_away()

    def _show(self, known: Recipient) -> None:
        for name, _words in (*_NAMED, *_REACHED, *_KEPT):
            self._edit(self.fields[name]).setText(getattr(known, name))
            self._edit(self.fields[name]).setCursorPosition(0)
        self.parts.show_recipient(known)
        self.abroad.show_words(known.country, known.transfer, known.transfer_assessment)
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
        names = [name for name, _words in (*_NAMED, *_REACHED, *_KEPT)]
        texts = {name: self._edit(self.fields[name]).text().strip() for name in names}
        country, transfer, assessment = self.abroad.told
        named = texts["name"] != self._known.name
        return replace(
            self._known,
            **texts,  # type: ignore[arg-type]  # every one of them is text
            units=self.parts.names,
            unit_contacts=tuple(self.parts.contacts),
            country=country or HOME,
            transfer=transfer if self.abroad.is_abroad else NO_CODE,
            transfer_assessment=assessment if self.abroad.is_abroad else "",
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
            self.tabs.show_for(problem, self.fields.values())
            self._office.telling.tell(problem, self.fields.values())
            self.fit()
            return
        self.accept()


def _typed_in(field: Field) -> bool:
    return isinstance(field.inner, QLineEdit)


def _noted(words: str) -> QWidget:
    return label(words, "small", wrap=True)

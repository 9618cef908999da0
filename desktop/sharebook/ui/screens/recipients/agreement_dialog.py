"""Add an agreement, or change one: who, what, when, where it is kept, what stands under it."""

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from sharebook.domain.agreements import Agreement, Approval
from sharebook.domain.errors import Refused
from sharebook.domain.names import NO_CODE, AgreementId, FlowId, RecipientId
from sharebook.ui.dialogs.base import SheetDialog
from sharebook.ui.look import look
from sharebook.ui.screens.base import Office
from sharebook.ui.screens.half_typed import Form, HalfTyped
from sharebook.ui.screens.recipients.kept import KeptLine, choose_kept
from sharebook.ui.screens.recipients.laying import in_two, narrow
from sharebook.ui.screens.recipients.signatures import Signatures
from sharebook.ui.screens.recipients.tabs import Tabs
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.combo import Combo
from sharebook.ui.widgets.date_field import DateField
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.picker import Picker, among
from sharebook.ui.widgets.popup import Choice
from sharebook.ui.widgets.sheet import line, row

_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
NEW, CHANGED = "agreement-new", "agreement"
_TEXTS = (
    ("title", "&Title"),
    ("owner", "Who looks after it &here"),
    ("kept_at", "Where the signed paper is &kept"),
    ("version", "&Version"),
)
_TITLES = ("What and with whom", "More about it", "Signed by", "What stands under it")


@dataclass(frozen=True, slots=True)
class _Whole:
    """What the dialog says."""

    agreement: Agreement
    flows: tuple[FlowId, ...]


class AgreementDialog(SheetDialog):
    """A form for one agreement.

    Attributes:
        saved: the agreement as written, once the dialog was accepted.
    """

    def __init__(
        self,
        window: QWidget,
        office: Office,
        known: Agreement | None = None,
        about: RecipientId | None = None,
    ) -> None:
        title = "Change this agreement" if known else "Add an agreement"
        super().__init__(window, title, 760)
        self._office, self._desk = office, office.desk
        self.saved: Agreement | None = None
        today = self._desk.clock.today()
        with_whom = (about,) if about is not None else ()
        self._known = known or Agreement(AgreementId(0), "", with_whom, today)
        self._make()
        self.save = button("Save", "go", key="Ctrl Enter")
        self.cancel = button("Cancel", key="Esc")
        self._lay_out(title)
        under = self._desk.map.agreeing.flows_under(self._known.id) if known else []
        self._show(_Whole(self._known, tuple(flow.id for flow in under)))
        self.partners.changed.connect(self._offer_flows)
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.reject)
        self._keep(title, about)
        self.fields["title"].inner.setFocus()

    def _make(self) -> None:
        clock = self._desk.clock
        self.texts = {name: QLineEdit() for name, _ in _TEXTS}
        rows = self._desk.catalogues.agreement_kinds
        self.kind = Combo(
            [("Not said yet", NO_CODE), *((it.words, code) for code, it in rows.items())]
        )
        narrow(self.kind)
        known = self._desk.book.recipients().values()
        self._names = [Choice(each.name, int(each.id)) for each in known]
        self.partners = Picker(among(self._names), "Type a name", several=True)
        self.days = {
            name: DateField(clock, ahead=True) for name in ("starts", "ends", "review_due")
        }
        self.covers = QPlainTextEdit(tabChangesFocus=True)
        self.covers.setFixedHeight(look().px(72))
        self.signatures = Signatures(clock)
        self.ticks: dict[FlowId, QCheckBox] = {}
        self.because = QLineEdit()
        self.fields = {name: Field(name, words, self.texts[name]) for name, words in _TEXTS}
        self.fields |= {
            "kind": Field("kind", "K&ind", self.kind),
            "recipients": Field("recipients", "With &whom", self.partners),
            "starts": Field("starts", "&From", self.days["starts"]),
            "ends": Field("ends", "&Until, if it ends", self.days["ends"]),
            "review_due": Field("review_due", "To be looked at a&gain", self.days["review_due"]),
            "covers": Field("covers", "What it is a&bout", self.covers),
            "reason": Field("reason", "Wh&y it changes", self.because),
        }

    def _lay_out(self, title: str) -> None:
        what, more, under = QWidget(), QWidget(), QWidget()
        fields = self.fields
        order = ("title", "recipients", "kind", "version", "starts", "ends", "review_due")
        in_two(what, [fields[name] for name in order], (fields["title"], fields["recipients"]))
        names = ["covers", "owner", "kept_at", *(("reason",) if self._known.id else ())]
        in_two(more, [fields[name] for name in names], (fields["covers"], fields["reason"]))
        self._under = QVBoxLayout(under)
        self._under.setContentsMargins(0, 0, 0, 0)
        self._under.setSpacing(look().px(8))
        self.nothing = label("", "muted", wrap=True)
        self._under.addWidget(self.nothing)
        self._under.addStretch(1)
        pages = zip(_TITLES, (what, more, self.signatures, under), strict=True)
        self.tabs = Tabs(list(pages), "Pages of this form")
        self.column.addWidget(label(title, "h2"))
        self.column.addWidget(line("rule"))
        self.column.addWidget(self.tabs, 1)
        self.column.addLayout(row(1, self.cancel, self.save))

    def _keep(self, title: str, about: RecipientId | None) -> None:
        whole = KeptLine(_Whole, self._told, self._show)
        for edit in (*self.texts.values(), self.because):
            edit.textEdited.connect(whole.touched)
        for day in self.days.values():
            day.chosen.connect(whole.touched)
        for signal in (self.kind.activated, self.partners.changed, self.signatures.changed):
            signal.connect(whole.touched)
        self.covers.textChanged.connect(whole.touched)
        part = CHANGED if self._known.id else NEW
        number = int(self._known.id) if self._known.id else (int(about) if about else None)
        lines = {"agreement": whole, "reason": self.because}
        words = f"{title}: {self._known.title}" if self._known.id else title
        self._half = HalfTyped(
            self, self._office, Form("recipients", words, lines, {}, number, part)
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ctrl Enter saves; Enter alone only ends a line."""
        if event.key() in _ENTERS:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.save.click()
            return
        super().keyPressEvent(event)

    def put_away(self) -> None:
        """Keep what is half-typed."""
        self._half.put_away()

    def _show(self, whole: _Whole) -> None:
        said = whole.agreement
        for name, edit in self.texts.items():
            edit.setText(getattr(said, name))
            edit.setCursorPosition(0)
        choose_kept(self.kind, said.kind, self._desk.catalogues.agreement_kinds)
        chosen = {int(each) for each in said.recipients}
        self.partners.show_picked([it for it in self._names if it.value in chosen])
        for name, field in self.days.items():
            field.show_day(getattr(said, name))
        self.covers.setPlainText(said.covers)
        self.signatures.show_approvals(list(said.approvals))
        self._offer_flows(chosen=set(whole.flows))

    def _offer_flows(self, _picked: object = None, chosen: set[FlowId] | None = None) -> None:
        """Offer the purposes of those it was agreed with."""
        kept = chosen if chosen is not None else set(self._flows())
        for tick in self.ticks.values():
            self._under.removeWidget(tick)
            tick.hide()
            tick.deleteLater()
        self.ticks = {}
        names = self._desk.book.recipients()
        mine = set(self._partners())
        for flow in self._desk.book.flows_on(self._desk.clock.today()):
            if flow.recipient not in mine:
                continue
            words = f"{names[flow.recipient].labelled(flow.unit)}: {flow.purpose}"
            tick = QCheckBox(words.replace("&", "&&"))
            tick.setChecked(flow.id in kept)
            self.ticks[flow.id] = tick
            self._under.insertWidget(len(self.ticks), tick)
        some = "Tick the purposes that rest on this agreement."
        self.nothing.setText(
            some if self.ticks else "Say with whom first: their purposes stand here."
        )

    def _partners(self) -> tuple[RecipientId, ...]:
        return tuple(RecipientId(int(str(value))) for value in self.partners.values)

    def _flows(self) -> tuple[FlowId, ...]:
        return tuple(flow for flow, tick in self.ticks.items() if tick.isChecked())

    def _told(self) -> _Whole:
        texts = {name: edit.text().strip() for name, edit in self.texts.items()}
        days: dict[str, date | None] = {name: field.day for name, field in self.days.items()}
        starts = days.pop("starts") or self._known.starts
        approvals: tuple[Approval, ...] = tuple(self.signatures.approvals)
        agreement = replace(
            self._known,
            **texts,  # type: ignore[arg-type]  # every one of them is text
            **days,  # type: ignore[arg-type]  # and these are days
            starts=starts,
            kind=self.kind.currentData() or NO_CODE,
            recipients=self._partners(),
            covers=self.covers.toPlainText().strip(),
            approvals=approvals,
        )
        return _Whole(agreement, self._flows())

    def _on_save(self) -> None:
        for field in self.fields.values():
            field.complain("")
        whole, agreeing, person = self._told(), self._desk.map.agreeing, self._desk.person
        try:
            if self._known.id:
                reason = self.because.text()
                self.saved = agreeing.change(whole.agreement, reason, person, whole.flows)
            else:
                self.saved = agreeing.add(whole.agreement, person, whole.flows)
        except Refused as problem:
            self.tabs.show_for(problem, self.fields.values())
            self._office.telling.tell(problem, self.fields.values())
            self.fit()
            return
        self.accept()

"""What the page asks before it writes: each answer that changes nothing is the one at hand."""

from collections.abc import Mapping

from PySide6.QtWidgets import QLineEdit, QWidget

from sharebook.domain.disposal import Disposed
from sharebook.domain.errors import Refused
from sharebook.domain.names import Code
from sharebook.domain.people import StaffRole
from sharebook.domain.retention import Due, Rule
from sharebook.services.disposing import Proposal, Word
from sharebook.ui.screens.base import Office
from sharebook.ui.screens.disposal.ask_dialog import AskDialog, Asked
from sharebook.ui.screens.disposal.facts import DueRow, HoldRow, backups_words
from sharebook.ui.widgets.field import Field
from sharebook.words.days import count, long_day
from sharebook.words.disposal import HOLD_REASONS, rule_words

_GOES = "Names, dates of birth, contacts, words, items and notes go for good. "
_STAYS = "Day, recipient, lawful basis and the number of children stay, so past figures add up."
_MANY = 8


def dispose_dialog(window: QWidget, office: Office, row: DueRow, proposal: Proposal) -> AskDialog:
    """Return the sheet that disposes of one thing."""
    desk, due = office.desk, row.due

    def do(typed: Mapping[str, str]) -> None:
        word = Word(typed["because"], typed["approved_by"], desk.person, desk.role)
        desk.disposing.dispose(due.what, due.number, word)

    head = desk.role == Code(StaffRole.HEAD)
    because = Field(
        "because",
        "Wh&y may it go?",
        QLineEdit(_ran_out(due)),
        "Stays in the disposal register: leave the child’s name out",
    )
    approved = Field(
        "approved_by",
        "Who &approved it?",
        QLineEdit(f"{desk.person}, Headteacher" if head else ""),
        "Name and post",
    )
    told = (_GOES + _STAYS, *_told(proposal), backups_words(desk))
    title = f"Dispose of {_what(row)}?"
    asked = Asked(title, told, (because, approved), "&Dispose of it for good", "Keep it")
    return AskDialog(window, office, asked, do)


def lift_dialog(window: QWidget, office: Office, row: HoldRow) -> AskDialog:
    """Return the sheet that lifts a hold."""
    desk, hold = office.desk, row.recorded.record

    def do(typed: Mapping[str, str]) -> None:
        desk.retaining.lift(hold.id, typed["because"], desk.person)

    told = (
        f"It covers: {row.covers}. It stands because {HOLD_REASONS[hold.why]}: {hold.note}",
        "Once lifted, what has run its time may be disposed of. Hold and reason stay on record.",
    )
    because = Field("because", "Wh&y is it over?", QLineEdit())
    title = f"Lift hold {hold.id}?"
    asked = Asked(title, told, (because,), "&Lift it", "Leave it in place")
    return AskDialog(window, office, asked, do)


def years_dialog(window: QWidget, office: Office, rule: Rule) -> AskDialog:
    """Return the sheet that sets the school's own years for a rule."""
    desk = office.desk

    def do(typed: Mapping[str, str]) -> None:
        years = typed["years"].strip()
        if not years.isdecimal():
            raise Refused("keeping_years_wrong", "years")
        desk.retaining.choose(rule.row.code, int(years), typed["authority"], desk.person)

    told = (
        f"{rule.row.words}: {rule_words(rule)}, {'in use' if rule.in_use else 'not in use'} now.",
        f"As shipped: {count(rule.row.years, 'year')}. {rule.row.source}. {rule.row.note}".strip(),
    )
    fields = (
        Field("years", "How many &years?", QLineEdit(str(rule.years))),
        Field("authority", "Who de&cided?", QLineEdit(rule.authority), "Your schedule, or who"),
    )
    title = "How long is this kept?"
    asked = Asked(title, told, fields, "&Use this", "Leave it as it is")
    return AskDialog(window, office, asked, do)


def _ran_out(due: Due) -> str:
    rule = due.ended.rule
    if rule.row.counts_from == "birth":  # the day would give the birthday away
        return f"{rule_words(rule)} have passed"
    return f"{rule_words(rule)}, ended {long_day(due.ended.on)}"


def _what(row: DueRow) -> str:
    if row.due.what is Disposed.PUPIL:
        return f"the record of {row.what}"
    return row.what[:1].lower() + row.what[1:]


def _told(proposal: Proposal) -> list[str]:
    told = []
    if proposal.alone:
        told.append(f"Goes: {_numbered(proposal.alone)}.")
    if proposal.shared:
        told.append(f"Stays, being about other children too: {_numbered(proposal.shared)}.")
    if proposal.naming:
        told.append(f"Of these, {_numbered(proposal.naming)} may name this child in the words.")
    return told


def _numbered(numbers: tuple[int, ...]) -> str:
    if len(numbers) > _MANY:
        return count(len(numbers), "entry", "entries")
    word = "entry" if len(numbers) == 1 else "entries"
    return f"{word} {', '.join(str(each) for each in numbers)}"

"""What the page asks before it writes: each answer that changes nothing is the one at hand."""

from collections.abc import Collection, Mapping, Sequence

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


def dispose_dialog(
    window: QWidget, office: Office, rows: Sequence[DueRow], proposals: Sequence[Proposal]
) -> AskDialog:
    """Return the sheet that blanks what `rows` name; writing the file anew is left to do."""
    desk = office.desk

    def do(typed: Mapping[str, str]) -> None:
        word = Word(typed["because"], typed["approved_by"], desk.person, desk.role)
        desk.disposing.blank([(each.due.what, each.due.number) for each in rows], word)

    head = desk.role == Code(StaffRole.HEAD)
    because = Field(
        "because",
        "Wh&y may it go?",
        QLineEdit(_ran_out([each.due for each in rows])),
        "Stays in the disposal register: leave the child’s name out",
    )
    approved = Field(
        "approved_by",
        "Who &approved it?",
        QLineEdit(f"{desk.person}, Headteacher" if head else ""),
        "Name and post",
    )
    told = (_GOES + _STAYS, *_told(proposals), backups_words(desk))
    title = f"Dispose of {_what(rows)}?"
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


def _ran_out(dues: Sequence[Due]) -> str:
    due, rule = dues[0], dues[0].ended.rule
    if any(each.ended.rule != rule for each in dues):
        return "Their time to be kept has ended"
    if len(dues) > 1 or rule.row.counts_from == "birth":  # the day would give the birthday away
        return f"{rule_words(rule)} have passed"
    return f"{rule_words(rule)}, ended {long_day(due.ended.on)}"


def _what(rows: Sequence[DueRow]) -> str:
    row = rows[0]
    if len(rows) > 1:
        children = all(each.due.what is Disposed.PUPIL for each in rows)
        return f"the records of {len(rows)} children" if children else f"{len(rows)} records"
    if row.due.what is Disposed.PUPIL:
        return f"the record of {row.what}"
    return row.what[:1].lower() + row.what[1:]


def _told(proposals: Sequence[Proposal]) -> list[str]:
    alone = {number for each in proposals for number in each.alone}
    shared = {number for each in proposals for number in each.shared}
    naming = {number for each in proposals for number in each.naming}
    asked = {number for each in proposals for number in each.requests}
    child = "this child" if len(proposals) == 1 else "one of these children"
    told = []
    if alone:
        told.append(f"Goes: {_numbered(alone)}.")
    if asked:
        told.append(f"Goes with it, decided or not: {_requests(asked)}.")
    if shared:
        told.append(f"Stays, being about other children too: {_numbered(shared)}.")
    if naming:
        told.append(f"Of these, {_numbered(naming)} may name {child} in the words.")
    return told


def _requests(numbers: Collection[int]) -> str:
    if len(numbers) > _MANY:
        return count(len(numbers), "request")
    said = ", ".join(str(each) for each in sorted(numbers))
    return f"request{'s' if len(numbers) > 1 else ''} {said}"


def _numbered(numbers: Collection[int]) -> str:
    if len(numbers) > _MANY:
        return count(len(numbers), "entry", "entries")
    word = "entry" if len(numbers) == 1 else "entries"
    return f"{word} {', '.join(str(each) for each in sorted(numbers))}"

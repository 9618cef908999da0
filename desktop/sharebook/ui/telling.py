"""An error to words and to a place on the screen; a bug to a report without pupil data."""

import sys
from collections.abc import Iterable
from types import TracebackType

from sharebook.bootstrap.crash_reports import report, write
from sharebook.domain.errors import Refused, SharebookError
from sharebook.ui.ask import Ask, Message
from sharebook.ui.widgets.field import Field
from sharebook.words.sentences import told


class Telling:
    """Tells the person what went wrong, beside the field it belongs to if there is one."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    def tell(self, problem: BaseException, fields: Iterable[Field] = ()) -> None:
        """Tell `problem`: under its field, in a panel, or, for a bug, in a report."""
        if not isinstance(problem, SharebookError):
            sys.excepthook(type(problem), problem, problem.__traceback__)
            return
        field = _field_of(problem, fields)
        if field is None:
            self._ask.tells(_panel(problem))
            return
        field.complain(told(problem))
        field.inner.setFocus()


def _field_of(problem: SharebookError, fields: Iterable[Field]) -> Field | None:
    if not isinstance(problem, Refused):
        return None
    return next((field for field in fields if field.name == problem.field), None)


def _panel(problem: SharebookError) -> Message:
    first, dot, rest = told(problem).partition(". ")
    alarm = not isinstance(problem, Refused)
    return Message(first + dot.strip(), rest, details=f"Message {problem.code}", alarm=alarm)


def catch_bugs(ask: Ask) -> None:
    """Show every uncaught exception as a crash panel and write it to the log."""

    def told_bug(
        kind: type[BaseException], problem: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, problem, trace)
            return
        details = report(kind, problem, trace)
        write(details)
        if sys.stderr:
            sys.stderr.write(details + "\n")
        ask.tells(_crash(details))

    sys.excepthook = told_bug


def _crash(details: str) -> Message:
    return Message(
        "Something in Sharebook broke. What was saved before is safe.",
        "This is a fault of the program, not of anything you did.",
        steps=(
            "Copy the details and send them to your technician. They hold no pupil's data.",
            "Go on working. If it happens again, close Sharebook and open it again.",
        ),
        details=details,
        alarm=True,
    )

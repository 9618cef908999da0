"""Says once, after each action, which nouns changed; screens refresh themselves."""

from PySide6.QtCore import QObject, Signal

EVERYTHING = frozenset({"*"})


class Changed(QObject):
    """The one broadcast of the window.

    Signals:
        happened: a frozenset of nouns ("pupil", "recipient", "flow", "disclosure", "call", ...).
    """

    happened = Signal(object)

    def tell(self, *nouns: str) -> None:
        """Tell every screen that these nouns changed; none means all of them."""
        self.happened.emit(frozenset(nouns) or EVERYTHING)

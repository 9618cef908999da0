"""A form field: words above, the widget, and room for what is wrong under it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sharebook.ui.look import look
from sharebook.ui.widgets.gap_dot import gap_dot
from sharebook.ui.widgets.labels import IconLabel, beside, label, restyle
from sharebook.ui.widgets.sheet import row


class Field(QWidget):
    """A label above a widget, a gap mark beside the label, a message below.

    Attributes:
        name: the field's name in `Refused.field`.
        inner: the widget a person types into.
    """

    def __init__(self, name: str, words: str, inner: QWidget, hint: str = "") -> None:
        super().__init__()
        self.name = name
        self.inner = inner
        self._label = label(words, "b")
        self._label.setBuddy(inner.focusProxy() or inner)  # Qt passes over what takes no focus
        self._dot = gap_dot()
        self._dot.hide()
        self._hint = label(hint, "small", wrap=True)
        if not hint:  # showing it here would open it as a window of its own
            self._hint.hide()
        self._message = label("", "bad", wrap=True)
        self._below = beside(IconLabel("warn", 16, "bad"), self._message)
        self._below.hide()
        inner.setAccessibleName(words.replace("&", ""))
        inner.setAccessibleDescription(hint)
        self._lay_out()
        complained = getattr(inner, "complained", None)  # a date field checks itself
        if complained is not None:
            complained.connect(self.complain)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(5))
        column.addLayout(row(self._label, self._dot, 1))
        column.addWidget(self.inner)
        column.addWidget(self._hint)
        column.addWidget(self._below)

    def rename(self, words: str, hint: str = "") -> None:
        """Ask for something else in the same field."""
        self._label.setText(words)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.inner.setAccessibleName(words.replace("&", ""))
        self.complain("")

    def say(self, hint: str) -> None:
        """Say something quietly under the widget; "" takes it away."""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        if not self.message:
            self.inner.setAccessibleDescription(hint)

    @property
    def message(self) -> str:
        """What stands under the field now."""
        return self._message.text()

    def complain(self, sentence: str) -> None:
        """Say under the field what is wrong and how to put it right; "" clears it."""
        self._message.setText(sentence)
        self._below.setVisible(bool(sentence))
        restyle(self.inner, "wrong", "1" if sentence else "")
        self.inner.setAccessibleDescription(sentence or self._hint.text())

    def mark_gap(self, *, missing: bool) -> None:
        """Show or hide the orange dot and "can wait"."""
        self._dot.setVisible(missing)

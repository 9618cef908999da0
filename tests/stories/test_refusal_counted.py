"""A refusal with its reasons, an emergency and a call written up: by keys alone, and counted.

Each key or chord counts one, and so do the letters of one typed text.
"""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sharebook.bootstrap.desk import Desk
from sharebook.domain.disclosures import Decision, Disclosure
from sharebook.domain.incidents import Incident
from sharebook.domain.names import Code
from sharebook.domain.recorded import known_at
from tests.stories.counting import Counted
from tests.stories.hands import focused
from tests.ui.conftest import answers, background, light, theme
from tests.ui.recording import desk, screen, shell

__all__ = ["answers", "background", "desk", "light", "screen", "shell", "theme"]

pytestmark = pytest.mark.story

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
MOST = 20


class Fingers(Counted):
    """Counts the letters of one typed text as one."""

    def text(self, words: str) -> None:
        self.actions += 1
        QTest.keyClicks(focused(), words)

    def take(self, words: str) -> None:
        self.text(words)
        self.enter()

    def alt(self, key: Qt.Key) -> None:
        self.press(key, ALT)


@pytest.fixture
def hands() -> Fingers:
    return Fingers()


def newest(desk: Desk) -> Disclosure:
    return known_at(desk.register.current(Disclosure), None)[-1]


def about_juno(hands: Fingers, flow: str) -> None:
    hands.take(flow)
    hands.take("juno")


def test_a_refusal_with_its_reasons(desk, screen, hands):
    hands.alt(Key.Key_3)
    about_juno(hands, "nurse height")
    hands.alt(Key.Key_C)
    hands.take("Quinn Samplewright")
    hands.alt(Key.Key_K)
    hands.text("Nia Invented, school nurse, NHS")
    hands.alt(Key.Key_Y)
    hands.text("The checks are over, and the mother objects.")
    hands.tab()
    hands.text("Safeguarding lead")
    hands.tab()
    hands.text("Asked the data protection officer on Friday")
    hands.save()

    entry = newest(desk)
    assert (entry.decision, entry.trigger) == (Decision.REFUSED, Code("request"))
    assert (entry.asker.post, entry.decided_by) == ("school nurse", "Quinn Samplewright")
    assert entry.decided_post == "Safeguarding lead"
    assert entry.considered.advice.startswith("Asked the data")
    assert hands.actions <= MOST, hands.actions


def test_the_first_field_knows_what_happened_too(screen, hands):
    hands.take("refused")

    assert screen.form.kinds.kind.decision is Decision.REFUSED
    assert focused() is screen.form.five.recipient.edit
    assert screen.form.draft.recipient is None


def test_an_emergency_written_up_afterwards(desk, screen, hands):
    hands.alt(Key.Key_6)
    about_juno(hands, "nurse height")
    hands.alt(Key.Key_M)
    hands.text("Juno was unconscious after a fall")
    hands.tab()
    hands.text("9.05")
    hands.alt(Key.Key_C)
    hands.take("Quinn Samplewright")
    hands.save()

    entry = newest(desk)
    assert (entry.time, entry.trigger) == ("09:05", Code("emergency"))
    assert entry.emergency == "Juno was unconscious after a fall"
    assert hands.actions <= MOST, hands.actions


def test_what_was_said_on_the_telephone_has_the_time_of_then(desk, screen, hands):
    about_juno(hands, "nurse height")
    hands.alt(Key.Key_H)
    hands.text("by")
    hands.press(Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    hands.text("8.50")
    hands.save()

    entry = newest(desk)
    assert (entry.time, entry.method) == ("08:50", Code("phone"))
    assert hands.actions <= MOST, hands.actions


def test_what_is_no_time_is_said_under_its_field(desk, screen, hands):
    before = newest(desk).number
    hands.alt(Key.Key_6)
    about_juno(hands, "nurse height")
    hands.alt(Key.Key_M)
    hands.tab()
    hands.text("noonish")
    hands.save()

    assert "is no time of day" in screen.form.rest._named["time"].message
    assert newest(desk).number == before


def test_without_a_time_of_then_there_is_no_time_of_now(desk, screen, hands):
    hands.alt(Key.Key_6)
    about_juno(hands, "nurse height")
    hands.save()

    assert newest(desk).time == ""


def test_what_went_wrong_opens_its_incident_and_says_what_to_do(desk, screen, hands, monkeypatch):
    shown: list[int] = []
    monkeypatch.setattr(
        "sharebook.ui.screens.incident_dialog.show_incident",
        lambda _office, _window, number, **_more: shown.append(number),
    )
    hands.alt(Key.Key_7)
    about_juno(hands, "nurse height")
    hands.save()

    assert [each.record.entry for each in desk.register.current(Incident)] == [newest(desk).number]
    assert shown == [1]
    assert QApplication.focusWidget() is screen.form.five.recipient.edit

"""In the window and on the command line: what is still sealed about children who went."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtWidgets import QWidget

from sharebook.bootstrap.opening import new_register
from sharebook.cli.main import run
from sharebook.domain.disposal import Disposed
from sharebook.domain.names import Code
from sharebook.domain.people import Person
from sharebook.domain.pupils import Spell
from sharebook.services.disposing import Word
from sharebook.ui import fonts
from sharebook.ui.background import Background
from sharebook.ui.letters import give
from sharebook.ui.screens.disposal.screen import DisposalScreen
from sharebook.ui.theme import Theme
from sharebook.vault.strength import LEAST
from tests.builders import a_pupil, a_recipient, a_school, a_spell
from tests.compartment.school import (
    JUNO,
    PAT,
    POLICE,
    QUINN,
    WORDS,
    a_referral,
    compartment_of,
    opened,
)
from tests.ui.answers import Answers
from tests.ui.peopled import an_office

LATER = datetime(2075, 9, 14, 10, 40, tzinfo=UTC)
LEFT = date(2029, 7, 20)


@pytest.fixture
def left(keys, clock):
    """Two entries about Juno are sealed; then the office disposes of Juno."""
    lead = opened(keys.lead, clock)
    for _ in range(2):
        compartment_of(lead).recording.save(a_referral(lead), QUINN)
    lead.close()
    office = opened(keys.office, clock)
    spell = office.register.about(Spell, JUNO)[0]
    with office.register.writing(PAT) as writer:
        writer.add(replace(spell.record, last_day=LEFT), spell.seq)
    clock.moment = LATER
    word = Word("its time has ended", "Theo Placeholder, head", PAT, office.role)
    office.disposing.blank([(Disposed.PUPIL, JUNO)], word)
    office.disposing.sweep()
    office.close()
    return keys


@pytest.fixture
def page(qtbot, qapp):
    """Return a function that opens the page on a desk."""
    fonts.load()
    Theme(qapp, "light")
    background = Background()

    def opened_on(desk, answers):
        window = QWidget()
        qtbot.addWidget(window)
        screen = DisposalScreen(an_office(desk, background, answers, window))
        qtbot.addWidget(screen)
        screen.resize(1150, 700)
        screen.show()
        screen.arrive(part="due")
        qtbot.waitUntil(lambda: screen.facts is not None)
        return screen

    yield opened_on
    qtbot.waitUntil(lambda: not background.busy)
    background.close()


@pytest.mark.ui
def test_a_holder_is_told_and_asked_and_keeping_them_is_the_safe_answer(page, left, clock, qtbot):
    desk, answers = opened(left.lead, clock), Answers()
    screen = page(desk, answers)
    line = screen.sealed_left
    assert line.said.text() == "2 sealed entries are about children already disposed of"
    assert line.button in give(screen).values()

    line.button.click()
    assert answers.asked[-1].safe == "Keep them"
    assert line.left

    answers.agree = True
    line.button.click()
    qtbot.waitUntil(lambda: not line.left)
    assert not line.isVisible()
    assert not compartment_of(desk).letting_go.left()
    qtbot.waitUntil(lambda: not screen.office.background.busy)
    desk.close()


@pytest.mark.ui
def test_the_office_sees_no_such_line(page, left, clock):
    desk = opened(left.office, clock)
    screen = page(desk, Answers())

    assert not screen.sealed_left.isVisible()
    assert screen.facts.left is None
    desk.close()


def test_the_command_line_lists_them_and_takes_them(tmp_path, clock, capsys, monkeypatch):
    folder = tmp_path / "Example Lane.sharebook"
    lead = Person(QUINN, Code("safeguarding_lead"))
    desk = new_register(folder, a_school(practice=True), lead, WORDS, clock, LEAST).desk
    with desk.register.writing(QUINN) as writer:
        writer.add(a_recipient(id=POLICE))
        writer.add(a_pupil())
        writer.add(a_spell(last_day=LEFT))
    compartment_of(desk).recording.save(a_referral(desk), QUINN)
    with desk.register.writing(QUINN) as writer:  # as an office person would
        clock.moment = LATER
        due = desk.retaining.due_one(Disposed.PUPIL, JUNO)
        word = Word("its time has ended", "Theo", QUINN, desk.role)
        writer.dispose(desk.disposing._order(due.what, due.number, word))
    desk.close()
    monkeypatch.setenv("SHAREBOOK_PASSPHRASE", WORDS)
    capsys.readouterr()

    def said(*words):
        assert run(["--register", str(folder), "--today", "2075-10-01", "--json", *words]) == 0
        return json.loads(capsys.readouterr().out)

    assert said("dispose", "--due") == [
        {"what": "sealed", "entries": ["S1"], "calls": [], "requests": []}
    ]
    said("dispose", "--all-due", "--because", "it ended", "--approved-by", "Theo")
    assert said("dispose", "--due") == []

"""The regulator's decision form: every question leads to a field that answers it."""

import pytest
from PySide6.QtWidgets import QApplication

from sharebook.catalogues.loading import load
from sharebook.domain.names import Code
from sharebook.ui.screens.record.decision_form import answered, go_to
from tests.ui.recording import desk, fill, screen, shell

__all__ = ["desk", "screen", "shell"]


def test_every_question_is_answerable_in_the_form(screen):
    for question in load().decision_form.values():
        for name in question.fields:
            go_to(screen.form, name)
            focused = QApplication.focusWidget()
            assert focused is not None, name
            assert screen.form.isAncestorOf(focused), name


def test_the_answers_that_stand_are_shown_in_the_form_s_order(desk, screen):
    fill()
    found = answered(screen.form, desk)

    assert [each.question.code for each in found] == list(load().decision_form)
    said = {each.question.code: each.answer for each in found}
    assert said[Code("receiver")] == desk.school().name
    assert said[Code("purpose")] == "for the height and weight checks"
    assert said[Code("necessity")] == ""


@pytest.mark.parametrize("place", range(7))
def test_each_kind_of_what_happened_is_read_back(screen, place):
    from sharebook.ui.screens.record.what_happened import KINDS, kind_of

    screen.form.turn(KINDS[place])
    draft = screen.form.draft

    assert kind_of(draft, load().triggers) is KINDS[place]
    screen.form.show_draft(draft)
    assert screen.form.kinds.kind is KINDS[place]

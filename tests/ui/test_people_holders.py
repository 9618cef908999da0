"""Heads and safeguarding leads are let in, and taken off, by one of them, never by the office."""

import pytest

from sharebook.bootstrap.opening import new_register
from sharebook.bootstrap.people import people
from sharebook.domain.names import Code
from sharebook.domain.people import Person
from sharebook.ui.screens.people.add_form import AddForm
from sharebook.vault.strength import LEAST
from tests.builders import a_school
from tests.ui.keyed import (
    ANOTHER,
    LONG,
    PASSPHRASES,
    PAT,
    code,
    folder,
    form_of,
    hands,
    names,
    opens,
    page,
    page_of,
    quick,
    reopened,
    template,
)

__all__ = ["code", "folder", "hands", "page", "quick", "template"]  # fixtures
pytestmark = [pytest.mark.ui, pytest.mark.slow]
NEW = "Robin Standin"


def role_chosen(form: AddForm, role: str) -> None:
    form.role.choose(role)
    form.new.typed.setText(ANOTHER)
    form.new.again_typed.setText(ANOTHER)


@pytest.mark.parametrize("role", ["head", "safeguarding_lead"])
def test_the_office_does_not_decide_who_holds_the_compartment(qtbot, page, hands, folder, role):
    form = form_of(qtbot, page, "add")
    hands.type(NEW)
    role_chosen(form, role)
    form.go()

    qtbot.waitUntil(lambda: bool(form.fields[1].message), timeout=LONG)
    assert "recovery sheet" in form.fields[1].message  # the way
    assert NEW not in names(folder)


def test_a_head_adds_a_safeguarding_lead_and_takes_them_off(
    qtbot, tmp_path, background, answers, quick, hands
):
    folder = tmp_path / "Head.sharebook"
    head = Person(PAT, Code("head"))
    new_register(folder, a_school(), head, PASSPHRASES[PAT], None, LEAST).desk.close()
    page = page_of(qtbot, folder, background, answers, PAT)
    form = form_of(qtbot, page, "add")
    hands.type(NEW)
    role_chosen(form, "safeguarding_lead")
    form.go()
    qtbot.waitUntil(lambda: page.form is None, timeout=LONG)
    assert opens(folder, NEW, ANOTHER)

    answers.agree = True
    page.take_off(people(folder)[-1])
    qtbot.waitUntil(lambda: NEW not in names(folder), timeout=LONG)
    qtbot.waitUntil(lambda: not background.busy, timeout=LONG)

    assert not opens(folder, NEW, ANOTHER)
    assert reopened(page).sealed is not None
    page.office.desk.close()

"""My passphrase and the recovery sheet with the keyboard alone, on real keys."""

from typing import cast

import pytest
from PySide6.QtCore import Qt

from sharebook.bootstrap.opening import access_with_recovery
from sharebook.bootstrap.sheet_proof import SheetProof
from sharebook.domain.errors import Refused
from sharebook.vault.recovery import new_secret, printed
from tests.stories.hands import focused
from tests.ui.keyed import (
    ANOTHER,
    LONG,
    PASSPHRASES,
    PAT,
    code,
    folder,
    form_of,
    hands,
    opens,
    page,
    quick,
    reopened,
    template,
    told,
    two_times,
)
from tests.ui.peopled import Went

__all__ = ["code", "folder", "hands", "page", "quick", "template"]  # fixtures
pytestmark = [pytest.mark.ui, pytest.mark.slow]
Key = Qt.Key

# ------------------------------------------------------------------------- my passphrase


def test_a_wrong_old_passphrase_is_told_under_it(qtbot, page, hands, folder):
    form = form_of(qtbot, page, "passphrase")
    assert focused() is form.old_typed
    hands.type("not this one at all")
    hands.enter()
    two_times(hands, ANOTHER)
    hands.enter()

    qtbot.waitUntil(lambda: bool(form.old.message), timeout=LONG)
    assert not form.new.field.message
    assert opens(folder, PAT, PASSPHRASES[PAT])


def test_my_passphrase_is_changed(qtbot, page, hands, folder):
    form_of(qtbot, page, "passphrase")
    hands.type(PASSPHRASES[PAT])
    hands.enter()
    two_times(hands, ANOTHER)
    page.primary()

    qtbot.waitUntil(lambda: page.form is None, timeout=LONG)
    assert told(page).startswith("Your passphrase is changed.")
    assert opens(folder, PAT, ANOTHER)
    assert not opens(folder, PAT, PASSPHRASES[PAT])


def test_a_passphrase_somebody_may_know_renews_the_key_too(qtbot, page, hands, folder):
    before = page.office.desk.access.data_key
    form = form_of(qtbot, page, "passphrase")
    hands.type(PASSPHRASES[PAT])
    hands.enter()
    two_times(hands, ANOTHER)
    hands.tab()
    assert focused() is form.known
    hands.press(Key.Key_Space)
    hands.tab()
    hands.enter()

    qtbot.waitUntil(lambda: bool(cast("Went", page.office.go).been), timeout=LONG)
    assert reopened(page).data_key != before
    assert opens(folder, PAT, ANOTHER)


def test_the_strength_is_said_in_words_on_leaving_the_field(qtbot, page, hands):
    form = form_of(qtbot, page, "passphrase")
    hands.tab(2)
    hands.type("Example Lane 2026")
    hands.tab()
    assert form.new.field.message.startswith("That passphrase is too easy to guess.")
    assert not form.new.good.isVisible()

    hands.press(Key.Key_Backtab)
    form.new.typed.selectAll()
    hands.type(ANOTHER)
    hands.tab()
    assert form.new.good.isVisible()
    assert not form.new.field.message


# ------------------------------------------------------------------------- the sheet


def test_the_sheet_is_proved_and_the_day_remembered(qtbot, page, hands, code):
    desk = page.office.desk
    form = form_of(qtbot, page, "prove")
    hands.type(code[:-1] + ("2" if code[-1] != "2" else "3"))
    hands.enter()
    qtbot.waitUntil(lambda: "typing slip" in form.code.message, timeout=LONG)

    form.typed.selectAll()
    hands.type(printed(new_secret()))
    hands.enter()
    qtbot.waitUntil(lambda: "another register" in form.code.message, timeout=LONG)
    assert desk.sheet_proved_on() is None

    form.typed.selectAll()
    hands.type(code.lower().replace("-", " "))
    hands.enter()
    qtbot.waitUntil(lambda: page.form is None, timeout=LONG)
    assert told(page).startswith("The sheet opens this register.")
    assert desk.sheet_proved_on() == desk.clock.today()
    assert page.overview.sheet.state.text().startswith("Last proved on")


def test_a_new_sheet_is_typed_back_before_it_counts(qtbot, page, hands, folder, code):
    desk = page.office.desk
    form = form_of(qtbot, page, "new_sheet")
    assert form.paper is not None
    assert focused() is form.paper.print
    hands.tab(2)
    hands.type(code)  # the old sheet's
    hands.enter()
    assert "another sheet" in form.paper.field.message
    access_with_recovery(folder, code)

    fresh = form._code
    form.paper.typed.selectAll()
    hands.type(fresh)
    hands.enter()
    qtbot.waitUntil(lambda: page.form is None, timeout=LONG)
    assert told(page).startswith("The new sheet opens the register.")
    access_with_recovery(folder, fresh)
    with pytest.raises(Refused, match="recovery_wrong"):
        access_with_recovery(folder, code)
    assert desk.sheet_proved_on() == desk.clock.today()


def test_leaving_a_new_sheet_keeps_the_old_one_and_forgets_the_code(
    qtbot, page, hands, folder, code
):
    form = form_of(qtbot, page, "new_sheet")
    page.leave()

    assert page.form is None
    assert (form._code, form.paper) == ("", None)
    access_with_recovery(folder, code)


def test_a_sheet_somebody_saw_renews_the_key_too(qtbot, page, hands, folder):
    before = page.office.desk.access.data_key
    form = form_of(qtbot, page, "new_sheet")
    hands.tab(2)
    hands.type(form._code)
    hands.tab()
    assert focused() is form.seen
    hands.press(Key.Key_Space)
    page.primary()

    qtbot.waitUntil(lambda: bool(cast("Went", page.office.go).been), timeout=LONG)
    assert reopened(page).data_key != before
    assert SheetProof(reopened(page)).proved_on() is not None

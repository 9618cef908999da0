"""The right secret opens; every wrong one says why and opens nothing."""

from dataclasses import replace

import pytest

from sharebook.domain.errors import Refused
from sharebook.vault import recovery
from sharebook.vault.unlocking import unlock, unlock_with_recovery
from sharebook.words.sentences import told
from tests.vault.conftest import PASSPHRASE, PERSON, Made


def test_the_passphrase_gives_back_the_key_that_was_made(made: Made) -> None:
    opened = unlock(made.folder, PERSON, PASSPHRASE)
    assert opened.data_key == made.new.data_key
    assert opened.database == made.folder / "register-1.db"
    assert (opened.register_id, opened.generation) == (made.new.register_id, 1)
    assert (opened.person, opened.role) == (PERSON, "office")


def test_names_and_spaces_may_be_typed_carelessly(made: Made) -> None:
    opened = unlock(
        made.folder, " pat  INKWELL ", "  " + PASSPHRASE.replace(" ", " \N{NO-BREAK SPACE}")
    )
    assert (opened.person, opened.data_key) == (PERSON, made.new.data_key)


@pytest.mark.parametrize("typed", ["", "teapot lantern", PASSPHRASE.upper()])
def test_a_wrong_passphrase_opens_nothing(made: Made, typed: str) -> None:
    with pytest.raises(Refused) as refused:
        unlock(made.folder, PERSON, typed)
    assert (refused.value.code, refused.value.field) == ("wrong_passphrase", "passphrase")
    assert "Pat Inkwell's passphrase" in told(refused.value)


def test_somebody_without_a_passphrase_is_told_so(made: Made) -> None:
    with pytest.raises(Refused) as refused:
        unlock(made.folder, "Sam Standin", PASSPHRASE)
    assert (refused.value.code, refused.value.field) == ("person_unknown", "person")


def test_the_recovery_sheet_opens_the_register(made: Made) -> None:
    typed = made.new.recovery_code.lower().replace("-", " ")
    opened = unlock_with_recovery(made.folder, typed)
    assert opened.data_key == made.new.data_key
    assert opened.person == ""


def test_a_slip_on_the_recovery_sheet_is_told_apart_from_another_sheet(made: Made) -> None:
    with pytest.raises(Refused) as slip:
        unlock_with_recovery(made.folder, made.new.recovery_code[:-1])
    assert (slip.value.code, slip.value.field) == ("recovery_mistyped", "code")
    with pytest.raises(Refused) as other:
        unlock_with_recovery(made.folder, recovery.printed(recovery.new_secret()))
    assert (other.value.code, other.value.field) == ("recovery_wrong", "code")


def test_the_key_does_not_show_in_messages(made: Made) -> None:
    opened = unlock_with_recovery(made.folder, made.new.recovery_code)
    assert repr(opened) == repr(replace(opened, data_key=b""))

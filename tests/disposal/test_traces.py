"""What else this computer keeps of a child goes too: half-typed forms, copies before upgrades."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from sharebook.bootstrap.desk import Desk
from sharebook.bootstrap.keys import KeyKeeping
from sharebook.domain.disposal import Disposed
from sharebook.domain.drafts import Draft
from sharebook.domain.kept_drafts import Chip, RecordForm, Texts
from sharebook.domain.names import Code
from sharebook.domain.people import Person
from sharebook.services.disposing import Word
from sharebook.vault.strength import LEAST
from tests.builders import catalogues
from tests.ui.peopled import JUNO, KIT, OTIS, PAT, peopled

LATER = datetime(2044, 9, 14, 10, 40, tzinfo=UTC)
ROBIN = "Robin Standin"


@pytest.fixture
def desk(tmp_path, clock):
    desk = peopled(tmp_path, clock)
    KeyKeeping(desk.access, clock, LEAST).add(
        Person(ROBIN, Code("office")), "violet anchor biscuit thunder maple"
    )
    clock.moment = LATER
    yield desk
    desk.close()


def somebody_elses(desk, person=ROBIN):
    return Desk(replace(desk.access, person=person), desk.clock, catalogues())


def half_typed(desk):
    keep = desk.drafting.keep
    keep("record", "about Otis", RecordForm(Draft(pupils=(OTIS,))))
    keep("record", "about both", RecordForm(Draft(), (Chip("pupil", "Otis", (OTIS, JUNO)),)))
    keep("record", "about Juno", RecordForm(Draft(pupils=(JUNO, KIT))))
    keep("answer", "a call about Otis", Texts({"note": "rang"}, int(OTIS)))
    keep("recipients", "a recipient", Texts({"name": "x"}, int(OTIS)))


def dispose_of_otis(desk):
    word = Word("its time has ended", "Theo Placeholder, head", PAT, desk.role)
    desk.disposing.blank([(Disposed.PUPIL, OTIS)], word)
    return desk.disposing.sweep()


def words(desk):
    return {each.words for each in desk.drafting.waiting()}


def test_drafts_about_the_child_are_thrown_away_mine_and_a_colleague_s(desk):
    robin = somebody_elses(desk)
    half_typed(desk)
    half_typed(robin)

    dispose_of_otis(desk)

    assert words(desk) == {"about Juno", "a recipient"}
    assert words(robin) == {"about Juno", "a recipient"}
    robin.close()


def test_drafts_on_another_computer_go_when_that_is_used_next(desk, tmp_path, monkeypatch):
    elsewhere = tmp_path / "another computer"
    monkeypatch.setattr("sharebook.bootstrap.draft_box.default_place", lambda: elsewhere)
    robin = somebody_elses(desk)
    half_typed(robin)
    robin.close()
    monkeypatch.undo()
    dispose_of_otis(desk)
    desk.register.close()
    monkeypatch.setattr("sharebook.bootstrap.draft_box.default_place", lambda: elsewhere)

    robin = somebody_elses(desk)

    assert words(robin) == {"about Juno", "a recipient"}
    robin.close()


def test_a_form_that_puts_a_disposed_entry_right_goes_with_it(desk):
    form = RecordForm(Draft(), corrects=4)
    desk.drafting.keep("record", "entry 4", form)
    desk.drafting.keep("record", "sealed entry 4", replace(form, corrects=5))
    desk.drafting.keep("log", "why 4", Texts({"reason": "twice"}, 4))

    made = desk.disposing.disposals()
    assert made == []
    assert form.is_about((), (4,))
    assert not replace(form, sealed=True).is_about((), (4,))


def test_copies_kept_before_upgrades_hold_the_child_and_go(desk):
    database = desk.access.database
    copy = database.with_name(f"{database.stem}-before-upgrade-from-1.db")
    copy.write_bytes(b"the child as before")
    other = database.with_name("notes-before-upgrade-from-1.db")
    other.write_bytes(b"somebody else's")

    assert dispose_of_otis(desk)

    assert not copy.exists()
    assert other.exists()


def test_without_a_disposal_copies_kept_before_upgrades_stay(desk):
    copy = desk.access.database.with_name("register-1-before-upgrade-from-1.db")
    copy.write_bytes(b"a way back")

    assert desk.disposing.sweep()

    assert copy.exists()

"""Names with letters that no document can print are found before anybody prints them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from sharebook.domain.errors import Cancelled
from sharebook.domain.names import Code, PupilId, RecipientId, Seq
from sharebook.domain.recorded import Recorded
from sharebook.services.health.advice import advice
from sharebook.services.health.letters import _ABOUT, texts, unprintable
from sharebook.store.families.every import EVERY
from sharebook.words.sentences import told
from tests.builders import a_disclosure, a_flow, a_pupil, a_recipient, a_school
from tests.conftest import Quiet

AT = datetime(2026, 9, 14, tzinfo=UTC)
RUNES = "ᚠᚢ"


class Records:
    """A register of these records."""

    def __init__(self, *records: object) -> None:
        self._records = records

    def current(self, kind: type[Any]) -> Iterator[Recorded[Any]]:
        for seq, record in enumerate(self._records, 1):
            if isinstance(record, kind):
                yield Recorded(record, Seq(seq), AT, "Pat Inkwell")


def found(*records: object) -> list[Any]:
    register: Any = Records(*records)
    return list(unprintable(register, Quiet()))


@pytest.mark.parametrize("name", ["Łukasz", "Ẹniọlá", "O’Brien", "Søren Groß", "Zoë", "Đặng"])
def test_names_that_schools_really_have_can_be_printed(name: str) -> None:
    assert found(a_pupil(forename=name), a_school()) == []


def test_a_letter_that_cannot_be_printed_is_named_with_its_record() -> None:
    (one,) = found(a_pupil(id=PupilId(7), forename="Juno", surname=f"Sampleton{RUNES}"))
    assert "ᚠ ᚢ" in told(one)
    assert "the pupil Juno Sampleton" in told(one)
    assert advice(one).page == "pupils"
    assert advice(one).wanted == {"pupil": 7}


def test_each_kind_of_record_leads_to_its_page() -> None:
    wanted = [
        found(a_recipient(id=RecipientId(3), name=f"Clinic {RUNES}")),
        found(a_flow(purpose=f"to plan {RUNES}")),
        found(a_disclosure(note=f"said {RUNES}")),
        found(replace(a_school(), head=f"Theo {RUNES}")),
    ]
    pages = [advice(one).page for (one,) in wanted]
    assert pages == ["recipients", "recipients", "log", ""]


def test_many_records_are_counted_and_not_all_told() -> None:
    pupils = [a_pupil(id=PupilId(each), surname=RUNES) for each in range(1, 30)]
    codes = [each.code for each in found(*pupils)]
    assert codes == ["letters_missing"] * 20 + ["letters_missing_more"]
    assert found(*pupils)[-1].facts["count"] == "9"


def test_every_text_of_a_record_is_looked_at() -> None:
    recipient = a_recipient(name="A", units=("b", "c"))
    seen = set(texts(recipient))
    assert {"A", "b", "c"} <= seen
    assert set(texts((Code("x"), 3, None, frozenset({"y"})))) == {"x", "y"}
    assert RUNES in set(texts(a_pupil(former_names=(RUNES,))))


def test_it_can_be_stopped() -> None:
    class Stopped:
        def report(self, done: int, total: int, doing: str = "") -> None:
            raise Cancelled

    register: Any = Records(a_pupil())
    with pytest.raises(Cancelled):
        list(unprintable(register, Stopped()))


def test_all_kinds_of_records_with_words_in_them_are_looked_at() -> None:
    without_words = {"Disposal", "Keeping", "Chase", "Household"}
    assert {each.kind for each in EVERY if each.kind.__name__ not in without_words} == set(_ABOUT)

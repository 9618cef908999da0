"""The check code binds every letter of a record, and nothing shows without the salt."""

import unicodedata
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sharebook.domain.canonical import canonical
from sharebook.domain.chain import GENESIS, Head, Link, commitment, next_hash
from sharebook.domain.names import Seq
from sharebook.domain.seal import seal_of, tidy_code
from tests.builders import a_disclosure, a_pupil

SALT = bytes(range(16))
LINK = Link(Seq(1), "2026-09-14T10:40:00+00:00", "Pat Inkwell", "add", "pupil", 1, bytes(32))


def test_any_change_to_a_record_changes_its_commitment():
    first = commitment(SALT, a_pupil(), None, "")

    assert commitment(SALT, a_pupil(surname="Sampletan"), None, "") != first
    assert commitment(SALT, a_pupil(born=date(2018, 3, 15)), None, "") != first
    assert commitment(SALT, a_pupil(), Seq(1), "") != first
    assert commitment(SALT, a_pupil(), None, "a reason") != first
    assert commitment(bytes(16), a_pupil(), None, "") != first


def test_any_change_to_an_entry_changes_the_chain():
    first = next_hash(GENESIS, LINK)
    changed: dict[str, Any] = {
        "seq": Seq(2),
        "at": "2026-09-14T10:41:00+00:00",
        "by": "Theo Placeholder",
        "operation": "supersede",
        "entity": "flow",
        "entity_id": 2,
        "commitment": bytes(31) + b"1",
    }

    for name, value in changed.items():
        assert next_hash(GENESIS, replace(LINK, **{name: value})) != first
    assert next_hash(bytes(31) + b"1", LINK) != first


def test_a_field_added_later_leaves_old_records_as_they_were():
    @dataclass(frozen=True)
    class Before:
        name: str

    @dataclass(frozen=True)
    class After:
        name: str
        colour: str = ""
        number: int | None = None
        marks: tuple[str, ...] = ()

    assert canonical(Before("Juno")) == canonical(After("Juno"))


def test_composed_and_decomposed_letters_are_one_text():
    name = "Ẹniọlá"
    composed, decomposed = (unicodedata.normalize(form, name) for form in ("NFC", "NFD"))

    assert composed != decomposed
    assert canonical(a_pupil(surname=composed)) == canonical(a_pupil(surname=decomposed))


def test_a_cohort_is_bound_by_its_digest():
    text = canonical(a_disclosure()).decode()

    assert a_disclosure().cohort.digest.hex() in text


@given(st.binary(min_size=32, max_size=32), st.integers(1, 10**6))
def test_a_seal_typed_in_any_case_and_spacing_is_the_same_seal(hash_, seq):
    code = seal_of(Head(Seq(seq), hash_)).code

    assert tidy_code(code.lower().replace("-", " ")) == code
    assert len(code.replace("-", "")) == 20


def test_a_seal_may_be_typed_with_the_number_of_entries_it_covers():
    seal = seal_of(Head(Seq(4873), bytes(range(32))))

    assert tidy_code(str(seal)) == seal.code
    assert tidy_code(f" 39 {seal.code}") == seal.code
    assert tidy_code("0000 1111") == "0000-1111"


def test_look_alike_letters_in_a_typed_seal_are_forgiven():
    assert tidy_code("oO1i lL") == "0011-11"

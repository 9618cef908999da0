"""A log shows what it shows, and nothing on it hints at anything else."""

import re

from sharebook.documents import pupil_log
from sharebook.documents.model import Table, words
from sharebook.documents.plain import body
from tests.documents import builders

_CLOSING = "The law lets a school leave some information out"


def _numbers(table: Table) -> list[str]:
    return [words(row[0]) for row in table.rows]


def test_rows_are_numbered_from_one_by_what_is_printed() -> None:
    log = builders.a_log(occasions=builders.occasion_rows(9)[3:])

    tables = [one for one in pupil_log.build(log).blocks if isinstance(one, Table)]

    assert _numbers(tables[0]) == ["1", "2", "3", "4"]
    assert _numbers(tables[1]) == ["1", "2", "3", "4", "5", "6"]


def test_totals_are_of_the_printed_rows() -> None:
    log = builders.a_log(regular=builders.regular_rows(2), occasions=builders.occasion_rows(1))

    assert "2 kinds of regular sharing and 1 occasion, to 2 organisations" in body(
        pupil_log.build(log)
    )


def test_the_same_closing_words_stand_on_every_log() -> None:
    full = body(pupil_log.build(builders.a_log()))
    bare = body(pupil_log.build(builders.a_log(regular=(), occasions=())))

    assert full[full.index(_CLOSING) :] == bare[bare.index(_CLOSING) :]
    assert "Nothing has been left out" not in full
    assert not re.search(r"\b(hidden|redacted|withheld|omitted)\b", full)


def test_the_period_is_the_one_asked_for_even_with_no_rows() -> None:
    text = body(pupil_log.build(builders.a_log(regular=(), occasions=())))

    assert "1 September 2025 to 31 August 2026" in text
    assert "0 kinds of regular sharing and 0 occasions, to 0 organisations" in text


def test_the_basis_stands_bold_on_its_own_line_under_the_reason() -> None:
    document = pupil_log.build(builders.a_log())

    table = next(one for one in document.blocks if isinstance(one, Table))

    assert words(table.rows[0][3]) == "To provide school meals safely.\nPublic task"

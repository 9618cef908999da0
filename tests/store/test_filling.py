"""Records filled many at a time are the records their own constructor makes."""

from dataclasses import dataclass

import pytest

from sharebook.store.filling import filled


@dataclass(frozen=True, slots=True)
class Plain:
    name: str
    size: int = 0


@dataclass(frozen=True, slots=True)
class Careful:
    name: str
    loud: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "loud", self.name.upper())


def test_records_are_equal_to_those_made_one_by_one():
    made = filled(Plain, 2, {"size": [1, 2], "name": iter(("Juno", "Otis"))})

    assert made == [Plain("Juno", 1), Plain("Otis", 2)]
    assert filled(Plain, 0, {"name": [], "size": []}) == []


def test_a_record_with_more_to_do_does_it():
    assert filled(Careful, 1, {"name": ["Juno"], "loud": [""]}) == [Careful("Juno")]


@pytest.mark.parametrize(("kind", "second"), [(Plain, "size"), (Careful, "loud")])
def test_no_record_is_left_half_filled(kind, second):
    with pytest.raises(ValueError, match=r"size|shorter"):
        filled(kind, 2, {"name": ["Juno", "Otis"], second: [1]})

"""A last page with next to nothing on it is spared where narrower white space can do it."""

from sharebook.documents.pdf.fitting import fitted
from sharebook.documents.pdf.strips import Strip
from sharebook.documents.pdf.styles import UPRIGHT

ROOM = UPRIGHT.high - UPRIGHT.top - UPRIGHT.bottom


def blocks(number: int, height: float, above: float) -> list[Strip]:
    return [Strip(height, above=above) for _ in range(number)]


def test_a_few_points_too_many_are_taken_from_the_white_space():
    height = ROOM / 10 - 20
    strips = blocks(10, height, 22)

    assert len(fitted([*strips, Strip(15, above=10)], UPRIGHT)) == 1


def test_where_it_does_not_help_the_ordinary_spacing_stays():
    strips = blocks(12, ROOM / 10 - 1, 1)

    pages = fitted(strips, UPRIGHT)
    assert len(pages) == 2
    assert pages[0].placed[1].strip.above == 1


def test_a_well_filled_last_page_is_left_alone():
    strips = blocks(15, ROOM / 10 - 12, 12)

    assert fitted(strips, UPRIGHT)[0].placed[1].strip.above == 12

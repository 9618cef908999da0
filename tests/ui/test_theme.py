import re

import pytest
from PySide6.QtGui import QFontInfo, QImage, QPalette
from PySide6.QtWidgets import QPushButton

from sharebook import assets
from sharebook.ui import icons
from sharebook.ui.look import SIZES, drawn, tokens
from sharebook.ui.theme import Theme, palette, style_sheet


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_no_token_or_length_is_left_open(scheme: str, size: int):
    sheet = style_sheet(drawn(scheme, size))

    assert "@" not in sheet
    assert not re.search(r"\d+u\b", sheet)


def test_light_and_dark_know_the_same_tokens():
    assert tokens()["light"].keys() == tokens()["dark"].keys()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_body_text_is_easy_to_read_on_every_ground(scheme: str):
    look = drawn(scheme)

    for ground in ("desk", "rail", "sheet", "sunk", "tint"):
        for ink in ("ink", "muted"):
            assert contrast(look.colour(ink), look.colour(ground)) >= 4.5, (ink, ground)


def contrast(one, other) -> float:
    def light(colour) -> float:
        parts = [colour.redF(), colour.greenF(), colour.blueF()]
        lin = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return float(0.2126 * lin[0] + 0.7152 * lin[1] + 0.0722 * lin[2])

    bright, dim = sorted((light(one), light(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def test_every_palette_role_is_set(qapp):
    made = palette(drawn("dark"))

    for role in (QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.Accent):
        assert made.isBrushSet(QPalette.ColorGroup.Active, role)


def test_a_button_icon_follows_the_theme(qtbot, light: Theme):
    button = QPushButton()
    button.setIcon(icons.icon("phone", "accent"))
    qtbot.addWidget(button)

    before = ink_of(button)
    light.choose("dark")

    assert before == "#12395b"
    assert ink_of(button) == "#9cc9ee"


def ink_of(button: QPushButton) -> str:
    image = button.icon().pixmap(64, 64).toImage().convertToFormat(QImage.Format.Format_ARGB32)
    points = ((x, y) for x in range(64) for y in range(64))
    return next(
        image.pixelColor(x, y).name() for x, y in points if image.pixelColor(x, y).alpha() == 255
    )


@pytest.mark.parametrize("weight", [400, 600, 700])
def test_each_weight_is_a_real_face_of_ours(weight: int, light: Theme):
    found = QFontInfo(drawn("light").font(14, weight))

    assert found.family().startswith("Sharebook Sans")
    assert found.weight() == weight


def test_every_icon_can_be_drawn_in_the_colour_of_a_token():
    for name in icons.names():
        assert "currentColor" in assets.read_text("icons", f"{name}.svg"), name

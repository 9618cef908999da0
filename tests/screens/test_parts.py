"""The parts page in every look: nothing is cut, nothing is empty."""

from importlib import util
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from sharebook.ui import fonts
from sharebook.ui.main_window import MainWindow
from sharebook.ui.theme import Theme


def parts_page():
    spec = util.spec_from_file_location("parts_page", Path(__file__).with_name("parts_page.py"))
    assert spec is not None
    assert spec.loader is not None
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.PartsPage()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [100, 125])
def test_every_part_shows_its_words_whole(
    qtbot, qapp: QApplication, tmp_path: Path, scheme: str, size: int
):
    fonts.load()
    theme = Theme(qapp, scheme, size)
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(1366 * size // 100, 768 * size // 100)
    window.put(parts_page())
    window.show()
    qtbot.waitExposed(window)

    picture = window.grab()

    picture.save(str(tmp_path / f"parts-{scheme}-{size}.png"))
    cut = [
        each.text()
        for each in window.findChildren(QLabel)
        if each.isVisible() and not each.wordWrap() and each.sizeHint().width() > each.width() + 1
    ]
    assert cut == []
    colours = {
        picture.toImage().pixelColor(x, y).name()
        for x in range(0, picture.width(), 3)
        for y in range(0, picture.height(), 3)
    }
    assert len(colours) > 50
    theme.choose("light", 100)

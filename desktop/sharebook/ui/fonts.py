"""The program's typeface, from its own files, so that every computer shows the same letters."""

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFontDatabase

from sharebook import assets


def load() -> list[str]:
    """Register the faces of ``resources/fonts`` and return their families.

    Raises:
        ValueError: a file is not a font.
    """
    families: list[str] = []
    for name in assets.names("fonts"):
        if not (name.startswith("SharebookSans") and name.endswith(".ttf")):
            continue
        number = QFontDatabase.addApplicationFontFromData(
            QByteArray(assets.read_bytes("fonts", name))
        )
        if number < 0:
            message = f"{name} is not a font"
            raise ValueError(message)
        families += QFontDatabase.applicationFontFamilies(number)
    return families

"""The first window is quick because it loads little (targets: at most 200 modules)."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MOST = 200
HEAVY = {
    "reportlab",
    "openpyxl",
    "docx",
    "lxml",
    "cryptography",
    "sqlcipher3",
    "pikepdf",
    "msgspec",
    "zxcvbn",
    "PIL",
    "PySide6.QtPdf",
    "PySide6.QtPrintSupport",
}
SCRIPT = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication

app = QApplication([])
from sharebook.ui import fonts, settings
from sharebook.ui.app import Program

settings.folder()
fonts.load()
program = Program(app, Path(sys.argv[1]))
loaded = []
program.window.painted.disconnect()
program.window.painted.connect(lambda: loaded.extend(sys.modules))
program.start(Path(sys.argv[2]) if len(sys.argv) > 2 else None)
while not loaded:
    app.processEvents()
print(json.dumps(loaded))
sys.stdout.flush()
program.close()
program.window.close()
"""


def modules_at_first_paint(*arguments: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *arguments],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT / "desktop")},
    )
    found: list[str] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("door", ["first run", "unlock"])
def test_the_first_paint_loads_little_and_nothing_heavy(tmp_path: Path, door: str):
    register = tmp_path / "Example Lane Primary School.sharebook"
    arguments = [str(tmp_path)] + ([str(register)] if door == "unlock" else [])

    loaded = modules_at_first_paint(*arguments)

    assert len(loaded) <= MOST, sorted(loaded)
    assert not {name for name in loaded if name in HEAVY or name.split(".")[0] in HEAVY}

"""Is there a screen to open a window on?"""

import os
import sys
from collections.abc import Mapping


def has_screen(environ: Mapping[str, str] | None = None, platform: str = sys.platform) -> bool:
    """Say whether a window could be seen: always on Windows and macOS, elsewhere by the display.

    A Qt platform that draws nowhere ("offscreen", "minimal") counts as no screen.
    """
    known = os.environ if environ is None else environ
    if known.get("QT_QPA_PLATFORM", "") in ("offscreen", "minimal"):
        return False
    if platform in ("win32", "darwin"):
        return True
    return bool(known.get("DISPLAY") or known.get("WAYLAND_DISPLAY"))

"""Is there a screen to open a window on?"""

import os
import sys
from collections.abc import Mapping


def present(surroundings: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Return whether a window could be seen: always on Windows and macOS, by display on Linux."""
    if platform in {"win32", "darwin"}:
        return True
    return bool(surroundings.get("DISPLAY") or surroundings.get("WAYLAND_DISPLAY"))

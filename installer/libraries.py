"""The system libraries Qt stands on under Linux; Windows and macOS bring their own."""

import ctypes
import sys
from collections.abc import Mapping

# What Qt loads by itself, and the Debian package that holds it.
ALWAYS: Mapping[str, str] = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
}
FOR_A_SCREEN: Mapping[str, str] = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def packages_missing(*, with_screen: bool) -> list[str]:
    """Return the Debian packages whose libraries this machine cannot load."""
    if sys.platform != "linux":
        return []
    wanted = {**ALWAYS, **FOR_A_SCREEN} if with_screen else ALWAYS
    return [package for library, package in wanted.items() if not _loads(library)]


def _loads(library: str) -> bool:
    """Ask the system's own loader: it knows every folder Qt's libraries are looked for in."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True

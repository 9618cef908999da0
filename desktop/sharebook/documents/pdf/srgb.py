"""A small sRGB profile (ICC version 2), which PDF/A wants beside every colour.

Computed from IEC 61966-2-1: the primaries adapted to D50, and the curve as a table.
"""

import struct
from functools import cache

_PRIMARIES = {
    b"wtpt": (0.9642, 1.0, 0.8249),
    b"rXYZ": (0.4360747, 0.2225045, 0.0139322),
    b"gXYZ": (0.3850649, 0.7168786, 0.0971045),
    b"bXYZ": (0.1430804, 0.0606169, 0.7141733),
}
_STEPS = 256
_HEADER = 128
NAME = "sRGB IEC61966-2.1"


@cache
def profile() -> bytes:
    """Return the profile's bytes."""
    tags = {b"desc": _described(), b"cprt": b"text\0\0\0\0CC0\0"}
    tags |= {name: _xyz(*values) for name, values in _PRIMARIES.items()}
    curve = _curve()
    body = b""
    table = struct.pack(">I", len(tags) + 3)
    start = _HEADER + 4 + 12 * (len(tags) + 3)
    for name, data in tags.items():
        table += name + struct.pack(">II", start + len(body), len(data))
        body += data + b"\0" * (-len(data) % 4)
    for name in (b"rTRC", b"gTRC", b"bTRC"):
        table += name + struct.pack(">II", start + len(body), len(curve))
    body += curve + b"\0" * (-len(curve) % 4)
    return _header(start + len(body)) + table + body


def _header(size: int) -> bytes:
    made = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)
    return (
        struct.pack(">I4sI", size, b"\0" * 4, 0x02100000)
        + b"mntrRGB XYZ "
        + made
        + b"acsp"
        + b"\0" * 28
        + struct.pack(">3i", *(round(part * 65536) for part in _PRIMARIES[b"wtpt"]))
        + b"\0" * 48
    )


def _described() -> bytes:
    said = NAME.encode() + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(said)) + said + b"\0" * (8 + 3 + 67)


def _xyz(*values: float) -> bytes:
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(part * 65536) for part in values))


def _curve() -> bytes:
    points = [round(_linear(step / (_STEPS - 1)) * 65535) for step in range(_STEPS)]
    return b"curv\0\0\0\0" + struct.pack(f">I{_STEPS}H", _STEPS, *points)


def _linear(value: float) -> float:
    edge, slope = 0.04045, 12.92
    if value <= edge:
        return value / slope
    return float(((value + 0.055) / 1.055) ** 2.4)

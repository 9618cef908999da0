"""What a file may be called: no folders, nothing that cannot be seen, nothing a disk refuses."""

import unicodedata
from pathlib import PurePath

_LONGEST = 180  # bytes of UTF-8; a disk takes 255, and " (12)" may come to it
_ENDING = 20  # bytes; what is longer after the last dot is no file's ending
_REFUSED = frozenset('<>:"|?*')  # by Windows
_JOINERS = frozenset("\u200c\u200d")  # unseen, and part of how some scripts are written
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)}
)
_NAMELESS = "copy"


def clean_file_name(typed: str) -> str:
    """Return `typed` as a file's name that every disk takes: without its folder, on one line.

    What turns letters round unseen goes too: "invoice" must not look as if it ended otherwise.
    """
    last = unicodedata.normalize("NFC", typed).replace("\\", "/").rstrip("/").rpartition("/")[2]
    seen = "".join(
        each for each in last if each in _JOINERS or unicodedata.category(each) not in _UNSEEN
    )
    plain = "".join("_" if each in _REFUSED else each for each in seen)
    name = _cut(" ".join(plain.split()).strip(". "))
    if name.strip("".join(_JOINERS)) == "":
        return _NAMELESS
    return f"_{name}" if name.partition(".")[0].casefold() in _RESERVED else name


def _cut(name: str) -> str:
    """Shorten a long name in its middle, so that its ending stays."""
    if len(name.encode()) <= _LONGEST:
        return name
    ending = PurePath(name).suffix
    ending = ending if len(ending.encode()) <= _ENDING else ""
    room = _LONGEST - len(ending.encode())
    stem = name.removesuffix(ending).encode()[:room].decode(errors="ignore")
    return f"{stem.rstrip()}{ending}"

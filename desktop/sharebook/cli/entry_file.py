"""The JSON file that `record` and `refuse` may read their options from."""

import json
from pathlib import Path

from sharebook.cli import files
from sharebook.cli.record_options import SWITCHES, TEXTS
from sharebook.domain.errors import Refused

_OTHER_NAMES = {
    "for": "purpose",
    "class": "class_name",
    "all": "everyone",
    "list": "pupil_list",
    "except": "left_out",
}
_TEXTS = (
    "to",
    "for",
    "class",
    "year",
    "flag",
    "file",
    "list",
    "roll_on",
    "description",
    "day",
    "method",
    "decided_by",
    "asked_by",
    "reason",
    "consent",
    "emergency",
    "note",
    "template",
    *TEXTS,
)
_LISTS = ("pupil", "except", "item")
_SWITCHES = ("all", *SWITCHES)


def options_in(path: Path) -> dict[str, object]:
    """Return the options a JSON file gives, by the names the commands use inside.

    Raises:
        Refused: it is not there, or not one JSON object of known options with values of their kind.
        Trouble: it cannot be read.
    """
    told = _object_in(path)
    for name, value in told.items():
        if not _fits(name, value):
            raise Refused("entry_option_wrong", "from", file=path.name, option=name)
    return {_OTHER_NAMES.get(name, name): value for name, value in told.items()}


def _object_in(path: Path) -> dict[str, object]:
    try:
        told = json.loads(files.read(path).decode("utf-8-sig"))
        json.dumps(told, ensure_ascii=False).encode()  # half a letter cannot be stored
    except (ValueError, RecursionError) as wrong:
        raise Refused("entry_file_broken", "from", file=path.name, why=str(wrong)) from wrong
    if not isinstance(told, dict):
        raise Refused("entry_file_broken", "from", file=path.name, why="it is not an object")
    return told


def _fits(name: str, value: object) -> bool:
    if name in _TEXTS:
        return isinstance(value, str)
    if name in _SWITCHES:
        return isinstance(value, bool)
    many = value if isinstance(value, list) else [value]
    return name in _LISTS and all(isinstance(each, str) for each in many)

"""About whom an entry typed on the command line is: options, lists and files into pupils."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sharebook.cli import files
from sharebook.domain.drafts import Draft
from sharebook.domain.errors import Refused
from sharebook.domain.names import PupilId

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk
    from sharebook.services.gathering import Gathered

_PIPED = "-"
_MOST = 10_000_000  # characters piped in
_SHOWN = 5
_GROUPS = (("class_name", "class"), ("year", "year"), ("flag", "flag"))


def pupils_of(desk: "Desk", draft: Draft, given: dict[str, object]) -> tuple[PupilId, ...]:
    """Return the pupils that options name; the draft's own where none does.

    Args:
        desk: an open register.
        draft: what the entry says so far.
        given: the options by name.

    Raises:
        Refused: one of them names nobody or more than one; list_undecided.
    """
    from sharebook.cli import finding

    found: list[PupilId] = [finding.pupil(desk, each).id for each in _each(given.get("pupil"))]
    for option, kind in _GROUPS:
        if given.get(option):
            found += finding.group(desk, kind, str(given[option]), draft.day)
    if given.get("everyone"):
        found += finding.group(desk, "all", "", draft.day)
    if given.get("roll_on"):
        found += desk.choosing.on_roll(finding.day(str(given["roll_on"])))
    found += _listed(desk, draft, given)
    out = {finding.pupil(desk, each).id for each in _each(given.get("left_out"))}
    return tuple(each for each in dict.fromkeys(found or draft.pupils) if each not in out)


def _each(value: object) -> list[str]:
    if value is None:
        return []
    return [str(each) for each in value] if isinstance(value, list) else [str(value)]


def _listed(desk: "Desk", draft: Draft, given: dict[str, object]) -> list[PupilId]:
    from sharebook.services.gathering import About

    day = draft.day or desk.clock.today()
    about = About(day, draft.recipient, draft.flow, draft.items)
    found: list[PupilId] = []
    if given.get("file"):
        path = Path(str(given["file"]))
        found += _certain(desk.gathering.read_file(path.name, files.read(path), about))
    if given.get("pupil_list"):
        text = _text(str(given["pupil_list"]))
        found += _certain(desk.gathering.read(text, about))
    return found


def _text(where: str) -> str:
    if where == _PIPED:
        return sys.stdin.read(_MOST)
    return files.read(Path(where)).decode("utf-8-sig", "replace")


def _certain(gathered: "Gathered") -> list[PupilId]:
    """Return who is on a list, if every line is certain: nobody is guessed or lost.

    Raises:
        Refused: list_undecided, a line means nobody, several, or a child who may not be sent.
    """
    from sharebook.services.gathering import Found

    doubtful = [
        line for line in gathered.lines if line.found not in (Found.SURE, Found.TWICE, Found.LEFT)
    ]
    if doubtful:
        lines = ", ".join(f"{line.row} “{line.said}” ({line.found})" for line in doubtful[:_SHOWN])
        raise Refused("list_undecided", "list", number=len(doubtful), lines=lines)
    return [line.pupils[0] for line in gathered.lines]

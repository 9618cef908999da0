"""Where a register may live: not in a folder that a sync program copies behind our back."""

import sys
from collections.abc import Mapping
from pathlib import Path

from platformdirs import user_data_path

from sharebook.domain.errors import Refused
from sharebook.domain.places import Place, PlaceKind
from sharebook.vault.places_around import Surroundings

__all__ = ["Place", "default_place", "place_of", "refuse_unsafe", "refuse_writing"]


def place_of(folder: Path, environ: Mapping[str, str], around: Surroundings | None = None) -> Place:
    """Tell what kind of place `folder` is; it need not exist.

    Args:
        folder: a register's folder, or where one is to be made.
        environ: the environment variables; OneDrive's name its folders, whatever they are called.
        around: another computer than this one, for tests.
    """
    from sharebook.vault.places_sync import is_inside, synced_by

    here = around or _this_computer(environ)
    drive = here.drive(folder)
    path, given = str(here.real(folder)), str(folder)
    roaming, local = (here.environ.get(name, "") for name in ("APPDATA", "LOCALAPPDATA"))
    in_profile = is_inside(path, str(here.home)) and not is_inside(path, local)
    return Place(
        folder,
        synced_by=synced_by(folder, here),
        network=drive.network or ("SMB" if given.startswith("\\\\") else ""),
        removable=drive.removable,
        roaming=is_inside(path, roaming) or (in_profile and here.profile_roams()),
        temporary=drive.in_memory
        or any(is_inside(path, str(each)) for each in here.temporary_folders()),
        open_to_others=here.others_may_look(folder),
    )


def refuse_unsafe(
    folder: Path, environ: Mapping[str, str], around: Surroundings | None = None
) -> None:
    """Let a safe place for a new register pass.

    Raises:
        Refused: a sync program would tear the register apart (`place_synced`), or Windows would
            copy it about with the person's profile (`place_roaming`).
    """
    place = place_of(folder, environ, around)
    if place.synced_by:
        raise Refused("place_synced", "folder", folder=folder, who=place.synced_by)
    if place.kind is PlaceKind.ROAMING:
        raise Refused("place_roaming", "folder", folder=folder)


def refuse_writing(
    folder: Path, environ: Mapping[str, str], around: Surroundings | None = None
) -> None:
    """Let a register be written to unless it was moved to where a sync program copies it.

    Reading, printing, exporting and backing up stay possible there.

    Raises:
        Refused: `place_synced_read_only`.
    """
    place = place_of(folder, environ, around)
    if place.synced_by:
        raise Refused("place_synced_read_only", folder=folder, who=place.synced_by)


def default_place() -> Path:
    """Return this person's own folder for registers on this computer; it stays off the network."""
    return user_data_path("Sharebook", appauthor=False, roaming=False)


def _this_computer(environ: Mapping[str, str]) -> Surroundings:
    if sys.platform == "win32":
        from sharebook.vault.places_registry import ThisWindows
        from sharebook.vault.places_windows import WindowsComputer

        computer: Surroundings = WindowsComputer(environ, ThisWindows())
    else:
        from sharebook.vault.places_posix import PosixComputer

        computer = PosixComputer(environ)
    return computer

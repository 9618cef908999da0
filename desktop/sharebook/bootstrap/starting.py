"""What the first window needs before a register exists: a place, a passphrase, a check of both."""

import secrets
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sharebook.bootstrap.desk import Desk
from sharebook.domain.errors import Refused
from sharebook.vault.bundle import folder_name
from sharebook.vault.passphrases import offered_words, refuse_weak
from sharebook.vault.places import default_place
from sharebook.vault.recovery import secret_from, tidy
from sharebook.words.days import long_day

if TYPE_CHECKING:
    from sharebook.documents.recovery_sheet import RecoverySheet


def offered_passphrase() -> str:
    """Return five plain words nobody could guess."""
    return offered_words(secrets.SystemRandom())


def judge_passphrase(passphrase: str, about: Sequence[str] = ()) -> None:
    """Let a good passphrase pass; `about` are names a guesser would try.

    Raises:
        Refused: it is weak, with the reason.
    """
    refuse_weak(passphrase, about)


def usual_place() -> Path:
    """Return the folder in which registers lie unless somebody moved them."""
    return default_place()


def place_for(school: str) -> Path:
    """Return the usual folder for a school's register."""
    return default_place() / folder_name(school)


def practice_place() -> Path:
    """Return the usual folder for the practice school and its documents."""
    return default_place() / "practice"


def same_code(typed: str, code: str) -> bool:
    """Say whether a recovery code was typed back as it was printed, spacing and case aside."""
    return tidy(typed) == tidy(code)


def refuse_other_code(typed: str, code: str) -> None:
    """Let a recovery code pass that was typed back as it was printed.

    Raises:
        Refused: `recovery_mistyped` (a slip), `recovery_other_sheet` (a whole code, of another
            sheet).
    """
    secret_from(typed)
    if not same_code(typed, code):
        raise Refused("recovery_other_sheet", "code")


def recovery_sheet(desk: Desk, code: str) -> "RecoverySheet":
    """Return what stands on the recovery sheet; the code is kept nowhere else."""
    from sharebook.documents.frame import Frame
    from sharebook.documents.recovery_sheet import RecoverySheet

    frame = Frame(school=desk.school().name, printed_on=long_day(desk.clock.today()))
    return RecoverySheet(frame=frame, register=desk.folder.name, person=desk.person, code=code)


def print_recovery(sheet: "RecoverySheet") -> bytes:
    """Return the recovery sheet as a PDF; any thread may ask."""
    from sharebook.documents.recovery_sheet import build
    from sharebook.documents.rendering import render

    return render(build(sheet), "pdf")

"""Which pupils a purpose is about, whether it may be used, and its set, as typed."""

from typing import TYPE_CHECKING

from sharebook.cli import finding
from sharebook.cli.said import Reader
from sharebook.domain.errors import Refused
from sharebook.domain.flows import CohortRule, Reach, Standing
from sharebook.domain.names import AgreementId, PupilId, SafeguardSetId

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk

_YES, _NO = frozenset({"yes", "true", "1"}), frozenset({"no", "false", "0"})


def readers(desk: "Desk") -> dict[str, tuple[str, Reader]]:
    """Return what reads these values."""
    return {
        "all": ("covers", lambda _it: CohortRule()),
        "years": ("covers", lambda it: CohortRule(Reach.YEARS, _several(it))),
        "classes": ("covers", lambda it: CohortRule(Reach.CLASSES, _several(it))),
        "flag": ("covers", lambda it: CohortRule(Reach.FLAG, _several(it))),
        "pupils": ("covers", lambda it: CohortRule(Reach.PICKED, pupils=_pupils(desk, it))),
        "protected-off": ("protected_off", _truth),
        "let-in": ("let_in", lambda it: _pupils(desk, it)),
        "standing": ("standing", _standing),
        "safeguard-set": ("safeguard_set", lambda it: _set(desk, it)),
        "agreement": ("agreement", lambda it: _agreement(desk, it)),
    }


def _several(typed: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in typed.split(",") if part.strip())


def _pupils(desk: "Desk", typed: str) -> tuple[PupilId, ...]:
    return tuple(finding.pupil(desk, each).id for each in _several(typed))


def _truth(typed: str) -> bool:
    if typed.casefold() in _YES | _NO:
        return typed.casefold() in _YES
    raise Refused("set_yes_or_no", "set", typed=typed)


def _standing(typed: str) -> Standing:
    try:
        return Standing(typed.casefold())
    except ValueError as wrong:
        known = ", ".join(each.value for each in Standing)
        raise Refused(
            "code_unknown", "standing", typed=typed, list="standing", known=known
        ) from wrong


def _set(desk: "Desk", typed: str) -> SafeguardSetId | None:
    if not typed:
        return None
    for each in desk.map.safeguarding.offered():
        if typed.casefold() in (each.name.casefold(), str(each.id)):
            return each.id
    known = ", ".join(each.name for each in desk.map.safeguarding.offered())
    raise Refused("code_unknown", "safeguard_set", typed=typed, list="sets", known=known)


def _agreement(desk: "Desk", typed: str) -> AgreementId | None:
    if not typed:
        return None
    for each in desk.book.agreements():
        if typed.casefold() in (each.title.casefold(), str(each.id)):
            return each.id
    known = "; ".join(f"{each.id} {each.title}" for each in desk.book.agreements())
    raise Refused("agreement_unknown", "agreement", number=typed, known=known)

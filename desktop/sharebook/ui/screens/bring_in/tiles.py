"""A preview as tiles: how many rows of each kind, and the rows themselves."""

from collections.abc import Iterable
from dataclasses import dataclass

from sharebook.domain.preview import Fate, PagePreview, PupilPlan, PupilPreview
from sharebook.ui.chips import Chip
from sharebook.words.days import count
from sharebook.words.sentences import sentence


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the preview: where it stands in the file, who, what, and a chip."""

    row: int
    who: str
    what: str
    second: str = ""
    chip: Chip | None = None


@dataclass(frozen=True, slots=True)
class Tile:
    """One tile: a word, a figure, what it means, and its rows."""

    words: str
    second: str
    icon: str
    ink: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A whole preview, ready for the screen.

    Attributes:
        act: the words of the filled button.
        can_apply: whether it may be pressed.
        note: what to know before pressing it.
    """

    read: str
    tiles: tuple[Tile, ...]
    act: str
    can_apply: bool
    note: str


_KEPT = "Nothing is changed until you press Bring in. All of it is written, or nothing."


def of_pupils(preview: PupilPreview) -> Shown:
    """Return the preview of a pupil file as tiles."""
    held = tuple(
        Line(
            each.row,
            each.who or "(no name)",
            sentence(each.codes[0], each.facts[0] if each.facts else {}),
            " ".join(
                sentence(code, facts)
                for code, facts in zip(each.codes[1:], each.facts[1:], strict=False)
            ),
            Chip("Held back", "bad"),
        )
        for each in preview.held
    )
    leavers = tuple(
        Line(0, pupil.full_name, "In the register, not in the file", "Kept as it is")
        for pupil in preview.leavers
    )
    fates = {fate: tuple(_pupil_lines(preview.plans, fate)) for fate in Fate}
    writes = len(fates[Fate.NEW]) + len(fates[Fate.CHANGED])
    leaving = f", leave {len(held):,} out" if held else ""
    note = sentence(preview.reason, preview.facts) if preview.reason else _KEPT
    return Shown(
        f"Read and checked {count(len(preview.plans) + len(held), 'row')}",
        (
            Tile("New", "not in the register yet", "plus", "ok", fates[Fate.NEW]),
            Tile("Changed", "class, name or number", "edit", "link", fates[Fate.CHANGED]),
            Tile("Same", "nothing to do", "check", "muted", fates[Fate.SAME]),
            Tile("Held back", "a person must look", "stop", "bad", held),
            Tile("Not in the file", "kept as they are", "clock", "muted", leavers),
        ),
        f"Bring in {writes:,}{leaving}",
        preview.can_apply and writes > 0,
        note,
    )


def _pupil_lines(plans: Iterable[PupilPlan], fate: Fate) -> Iterable[Line]:
    for plan in plans:
        if plan.fate is not fate:
            continue
        spell = plan.spell or (plan.known and plan.old_spell and plan.old_spell.record)
        where = f"Year {spell.year}, {spell.class_name}" if spell else ""
        what = ", ".join(plan.changes) if plan.changes else where
        warned = " ".join(sentence(each.code, each.facts) for each in plan.warnings)
        chip = Chip("Look", "warn") if warned else None
        yield Line(plan.row, plan.pupil.full_name, what, warned, chip)


def of_page(preview: PagePreview) -> Shown:
    """Return the preview of a sharing page as tiles."""
    fates: dict[Fate, list[Line]] = {fate: [] for fate in Fate}
    for plan in preview.plans:
        line = plan.line
        names = [
            recipient.labelled(flow.unit)
            for recipient, flow in zip(line.recipients, line.flows, strict=False)
        ]
        to = "; ".join(dict.fromkeys(names))
        why = line.flows[0].purpose if line.flows else ""
        fates[plan.fate].append(Line(line.row, line.line, to, f"{line.heading.words}, {why}"))
    warned = tuple(
        Line(
            each.row, f"Line {each.row}", sentence(each.code, each.facts), "", Chip("Look", "warn")
        )
        for each in preview.warnings
    )
    unread = tuple(
        Line(row, words, "Not understood, left out", "", Chip("Left out", "gap"))
        for row, words in preview.not_understood
    )
    flows = sum(plan.known is None for plan in preview.flows)
    return Shown(
        f"Read “{preview.title}”: {count(len(preview.plans), 'line')} under "
        f"{count(len(preview.headings), 'heading')}",
        (
            Tile("New", "not in the register yet", "plus", "ok", tuple(fates[Fate.NEW])),
            Tile("Changed", "other words now", "edit", "link", tuple(fates[Fate.CHANGED])),
            Tile("Same", "nothing to do", "check", "muted", tuple(fates[Fate.SAME])),
            Tile("To look at", "in, with a question", "warn", "gap", warned),
            Tile("Left out", "nobody understood it", "stop", "bad", unread),
        ),
        f"Bring in {count(preview.new_recipients, 'recipient')}, {count(flows, 'purpose')}",
        preview.can_apply,
        _KEPT,
    )

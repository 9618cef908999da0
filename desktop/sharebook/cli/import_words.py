"""What an import would do, or did, as JSON and as text."""

from collections.abc import Sequence

from sharebook.domain.errors import Refused
from sharebook.domain.preview import Held, Outcome, PagePlan, PagePreview, PupilPreview, Warned
from sharebook.words.days import count
from sharebook.words.sentences import sentence, told


def pupils_json(seen: PupilPreview, *, applied: bool) -> dict[str, object]:
    """Return the documented result of `import pupils`."""
    return {
        "file": seen.name,
        "outcome": _outcome(seen.outcome, applied=applied),
        "reason": sentence(seen.reason, seen.facts) if seen.reason else "",
        "counts": seen.counts,
        "held": [_held(each) for each in seen.held],
        "warnings": [_warned(each) for each in seen.warnings],
        "skipped_columns": list(seen.skipped_columns),
    }


def pupils_text(seen: PupilPreview, *, applied: bool) -> str:
    """Return the same for a person."""
    counts = seen.counts
    done = "Brought in" if applied else "Nothing is changed yet. It would bring in"
    if seen.reason:
        return sentence(seen.reason, seen.facts)
    lines = [
        f"{done}: {counts['new']} new, {counts['changed']} changed; {counts['same']} the same, "
        f"{counts['held']} held back, {counts['leaver']} not in the file and kept as they are."
    ]
    lines += [f"  Held, {_where(each)}: {' '.join(_reasons(each))}" for each in seen.held]
    lines += [f"  Row {each.row}: {sentence(each.code, each.facts)}" for each in seen.warnings]
    if seen.skipped_columns:
        lines.append(f"  Columns not read: {', '.join(seen.skipped_columns)}")
    return "\n".join(lines)


def page_json(seen: PagePreview, *, applied: bool) -> dict[str, object]:
    """Return the documented result of `import page`."""
    return {
        "file": seen.name,
        "outcome": _outcome(seen.outcome, applied=applied),
        "reason": "",
        "counts": seen.counts,
        "recipients": {"new": seen.new_recipients},
        "flows": {"new": seen.new_flows, "same": seen.same_flows},
        "lines": [_line(plan) for plan in seen.plans],
        "held": [
            {"row": row, "who": text, "codes": ["page_line_not_understood"], "reasons": [text]}
            for row, text in seen.not_understood
        ],
        "warnings": [_warned(each) for each in seen.warnings],
    }


def page_text(seen: PagePreview, *, applied: bool) -> str:
    """Return the same for a person: each heading, each line, what it was mapped to."""
    done = "Read into the register" if applied else "Nothing is changed yet. It would read in"
    recipients = count(seen.new_recipients, "new recipient")
    lines = [
        f"{done}: {count(len(seen.plans), 'line')} under {count(len(seen.headings), 'heading')}, "
        f"{recipients}, {count(seen.new_flows, 'new flow')}; {seen.same_flows} there already."
    ]
    for heading, _ in seen.headings:
        lines += ["", heading.words]
        for plan in seen.plans:
            if plan.line.heading.code == heading.code:
                lines += _line_text(plan)
    lines += [f"  Line {row} was not understood: {text}" for row, text in seen.not_understood]
    return "\n".join(lines)


def refused_json(file: str, refused: Refused) -> dict[str, object]:
    """Return the documented result of an import whose file was refused whole."""
    return {
        "file": file,
        "outcome": Outcome.REFUSED.value,
        "reason": told(refused),
        "code": refused.code,
        "counts": {"new": 0, "changed": 0, "same": 0, "leaver": 0, "held": 0},
        "held": [],
        "warnings": [],
    }


def _outcome(outcome: Outcome, *, applied: bool) -> str:
    return (Outcome.APPLIED if applied else outcome).value


def _held(each: Held) -> dict[str, object]:
    return {
        "row": each.row,
        "who": each.who,
        "codes": list(each.codes),
        "reasons": _reasons(each),
    }


def _reasons(each: Held) -> list[str]:
    return _sentences(each.codes, each.facts)


def _sentences(codes: Sequence[str], facts: Sequence[dict[str, object]]) -> list[str]:
    padded = [*facts, *({} for _ in codes[len(facts) :])]
    return [sentence(code, fact) for code, fact in zip(codes, padded, strict=False)]


def _where(each: Held) -> str:
    return f"row {each.row}, {each.who}" if each.who else f"row {each.row}"


def _warned(each: Warned) -> dict[str, object]:
    return {"row": each.row, "code": each.code, "sentence": sentence(each.code, each.facts)}


def _line(plan: PagePlan) -> dict[str, object]:
    line = plan.line
    return {
        "row": line.row,
        "heading": line.heading.words,
        "line": line.line,
        "outcome": plan.fate.value,
        "recipients": [
            each.labelled(flow.unit) for each, flow in zip(line.recipients, line.flows, strict=True)
        ],
        "mapped": _sentences(line.codes, line.facts),
    }


def _line_text(plan: PagePlan) -> list[str]:
    told = _line(plan)
    names = ", ".join(
        each.labelled(flow.unit)
        for each, flow in zip(plan.line.recipients, plan.line.flows, strict=True)
    )
    mapped = _sentences(plan.line.codes, plan.line.facts)
    return [
        f"  {plan.line.line}",
        f"      {told['outcome']}: {names}",
        *(f"      {m}" for m in mapped),
    ]

"""Lists that stand side by side in text taken out of a PDF, put below each other again."""

import re

_TWO = re.compile(r"\s*([•·▪])\s.*?\S\s{2,}(\1)\s")
_GAP = 2  # spaces that part two columns


def one_column(lines: list[str]) -> list[str]:
    """Return `lines` with each pair of lists side by side as one list, the left one first."""
    kept: list[str] = []
    at = 0
    while at < len(lines):
        found = _TWO.match(lines[at])
        if found is None:
            kept.append(lines[at])
            at += 1
            continue
        edge = found.start(2)
        end = _end_of_pair(lines, at, edge)
        left = [line[:edge] for line in lines[at:end]]
        right = [line[edge:] for line in lines[at:end]]
        kept += [line for line in (*left, *right) if line.strip()]
        at = end
    return kept


def _end_of_pair(lines: list[str], start: int, edge: int) -> int:
    """Return the place of the first line after `start` that does not keep the gap at `edge`."""
    end = start
    while end < len(lines) and lines[end].strip() and not lines[end][edge - _GAP : edge].strip():
        end += 1
    return end

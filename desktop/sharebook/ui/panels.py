"""The panels of a page, in reading order, and where the keyboard lands in each (F6)."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QFrame, QWidget


def panels_of(page: QWidget) -> list[QWidget]:
    """Return the sheets that stand on `page`, left to right, then down; a sheet's own parts not."""
    sheets: list[QWidget] = [
        frame
        for frame in page.findChildren(QFrame)
        if frame.property("f") == "sheet" and frame.isVisible() and not _inside_sheet(frame, page)
    ]
    return sorted(sheets, key=lambda it: _place(it, page))


def first_in(panel: QWidget) -> QWidget | None:
    """Return the first widget of `panel` that Tab would reach, or None."""
    chain: QWidget | None = panel
    for _ in range(_LONGEST):
        chain = chain.nextInFocusChain() if chain is not None else None
        if chain is None or chain is panel:
            return None
        if panel.isAncestorOf(chain) and reachable(chain):
            return chain
    return None


def reachable(widget: QWidget) -> bool:
    """Say whether Tab stops at `widget` as things stand."""
    stops = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return stops and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def move_on(panels: Sequence[QWidget]) -> None:
    """Put the keyboard into the panel after the one that has it; panels without a stop are left."""
    stops = [(panel, stop) for panel in panels if (stop := first_in(panel)) is not None]
    if not stops:
        return
    now = QApplication.focusWidget()
    here = [place for place, (panel, _) in enumerate(stops) if now and panel.isAncestorOf(now)]
    following = (here[-1] + 1) % len(stops) if here else 0
    stops[following][1].setFocus(Qt.FocusReason.ShortcutFocusReason)


_LONGEST = 5_000  # widgets of a window; more than any page has


def _inside_sheet(frame: QWidget, page: QWidget) -> bool:
    parent = frame.parentWidget()
    while parent is not None and parent is not page:
        if parent.property("f") == "sheet":
            return True
        parent = parent.parentWidget()
    return False


def _place(widget: QWidget, page: QWidget) -> tuple[int, int]:
    corner = widget.mapTo(page, QPoint(0, 0))
    return corner.x(), corner.y()

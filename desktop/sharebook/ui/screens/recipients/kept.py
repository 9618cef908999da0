"""Choose what a record holds, even if the catalogue does not offer it any more."""

from collections.abc import Mapping

from sharebook.domain.catalogue import Row
from sharebook.domain.names import Code
from sharebook.ui.widgets.combo import Combo


def choose_kept(combo: Combo, code: Code, rows: Mapping[Code, Row]) -> None:
    """Choose `code` in `combo`, adding it first where it is not offered; nothing is lost."""
    if combo.findData(code) < 0:
        row = rows.get(code)
        combo.addItem(row.words if row is not None else str(code), code)
    combo.choose(code)

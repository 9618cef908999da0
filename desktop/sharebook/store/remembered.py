"""Lists and records inside records, remembered by their stored text: many entries share one."""

from collections.abc import Callable

from sharebook.store.plain import plain_text

_MOST = 4096


class Remembered:
    """What was decoded lately, so that the same text is decoded and written out once.

    Everything kept is frozen, so that records may share it. It lives as long as its connection's
    shelves, and no name outlives a locked register here.
    """

    def __init__(self) -> None:
        self._values: dict[tuple[Callable[[str], object], str], object] = {}
        self._texts: dict[int, tuple[object, str]] = {}  # by identity; the value keeps it taken

    def value(self, decode: Callable[[str], object], text: str) -> object:
        """Return what `decode` makes of `text`.

        Raises:
            ValueError: `decode` can make nothing of it.
        """
        key = decode, text
        if key not in self._values:
            if len(self._values) >= _MOST:
                self._values.clear()
                self._texts.clear()
            value = self._values[key] = decode(text)
            self._texts[id(value)] = value, plain_text(value)
        return self._values[key]

    def text(self, value: object) -> str:
        """Return `value` as it is stored."""
        known = self._texts.get(id(value))
        return known[1] if known and known[0] is value else plain_text(value)

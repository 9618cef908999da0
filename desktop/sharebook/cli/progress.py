"""A progress bar on stderr; silent where stderr is not a screen."""

import sys
from typing import TextIO

_WIDTH = 30


class Bar:
    """Draws one line that fills up.

    Ctrl C stops the work; the service's transaction then leaves nothing half-done.
    """

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = sys.stderr if stream is None else stream
        self._shown = self._stream is not None and self._stream.isatty()  # None: closed
        self._last = -1

    def report(self, done: int, total: int, doing: str = "") -> None:
        """Redraw the bar when it moved."""
        filled = _WIDTH if total == 0 else _WIDTH * done // total
        if not self._shown or (filled == self._last and done < total):
            return
        self._last = filled
        bar = "#" * filled + "." * (_WIDTH - filled)
        end = "\n" if done >= total else ""
        print(
            f"\r{doing or 'Working'} [{bar}] {done:,} of {total:,}   ", end=end, file=self._stream
        )
        self._stream.flush()

"""Something done again and again beside the work: the real timer."""

import threading
from collections.abc import Callable


class Heartbeat:
    """Calls from a thread of its own, which ends with the program."""

    def start(self, every: float, call: Callable[[], None]) -> Callable[[], None]:
        """Call `call` each `every` seconds; return what stops it and waits until it has."""
        stopped = threading.Event()

        def beat() -> None:
            while not stopped.wait(every):
                call()

        thread = threading.Thread(target=beat, name="sign of life", daemon=True)
        thread.start()

        def stop() -> None:
            stopped.set()
            thread.join()

        return stop

"""Two ways of doing one thing, by turns in one process: the median of the pairs' ratios."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

Work = Callable[[], object]
_LEAST = 0.01  # seconds; shorter work is repeated inside one turn
_MOST_TIMES = 200
_NOTHING = 1e-9


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of one turn: on the clock, and of the processor in this process."""

    clock: float
    cpu: float


@dataclass(frozen=True, slots=True)
class Compared:
    """Ours against the peer.

    Attributes:
        clock, cpu: medians of the pairs' ratios.
        ours, peer: seconds of processor time, medians.
    """

    clock: float
    cpu: float
    ours: float
    peer: float


def cost(work: Work, times: int = 1) -> Cost:
    """Return what doing `work` costs once, on average over `times`."""
    began, spent = time.perf_counter(), time.process_time()
    for _ in range(times):
        work()
    clock, cpu = time.perf_counter() - began, time.process_time() - spent
    return Cost(max(clock, _NOTHING) / times, max(cpu, _NOTHING) / times)


def compare(ours: Work, peer: Work, pairs: int, *, repeat: bool = True) -> Compared:
    """Do both by turns, after one turn of each that does not count.

    Args:
        ours: what the program does.
        peer: what it is measured against.
        pairs: how often; the first of a pair is ours and the peer by turns.
        repeat: short work may be done several times in one turn.
    """
    first = min(cost(ours).clock, cost(peer).clock)
    times = min(_MOST_TIMES, max(1, int(_LEAST / first))) if repeat else 1
    turns: list[tuple[Cost, Cost]] = []
    for number in range(pairs):
        if number % 2:
            peer_cost, our_cost = cost(peer, times), cost(ours, times)
        else:
            our_cost, peer_cost = cost(ours, times), cost(peer, times)
        turns.append((our_cost, peer_cost))
    return Compared(
        median(ours.clock / peer.clock for ours, peer in turns),
        median(ours.cpu / peer.cpu for ours, peer in turns),
        median(ours.cpu for ours, _ in turns),
        median(peer.cpu for _, peer in turns),
    )

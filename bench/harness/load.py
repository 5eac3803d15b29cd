"""Several clients at once, and what their waiting times say."""

import math
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

Step = Callable[[], None]


@dataclass(slots=True)
class Run:
    """What a run measured: each answer's waiting time in seconds, and what went wrong."""

    seconds: float = 0.0
    waits: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    @property
    def rate(self) -> float:
        """Answers per second."""
        return len(self.waits) / self.seconds if self.seconds else 0.0

    def wait_ms(self, share: float) -> float:
        """Return the waiting time that a share (0-1) of the answers stayed within, in ms."""
        return quantile(self.waits, share) * 1000


class Done(Exception):
    """A client has nothing more to do."""


def run(steps: Sequence[Step], *, seconds: float = math.inf, most: float = math.inf) -> Run:
    """Let each client take its steps one after the other, all clients at once.

    Args:
        steps: One for each client. It raises ``Done`` when there is nothing left to do.
        seconds: How long.
        most: How many steps all clients together take.

    Returns:
        The waiting times of the steps that did not fail.
    """
    found = Run()
    begun = time.perf_counter()
    clients = [
        threading.Thread(target=_client, args=(step, begun + seconds, most / len(steps), found))
        for step in steps
    ]
    for client in clients:
        client.start()
    for client in clients:
        client.join()
    found.seconds = time.perf_counter() - begun
    return found


def quantile(values: Sequence[float], share: float) -> float:
    """Return the smallest value that at least this share (0-1) of the values do not exceed.

    Not a number when there are no values.
    """
    if not values:
        return math.nan
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def _client(step: Step, until: float, most: float, found: Run) -> None:
    taken = 0
    while taken < most and time.perf_counter() < until:
        begun = time.perf_counter()
        try:
            step()
        except Done:
            return
        except Exception as error:  # noqa: BLE001  one client's trouble is counted, not raised
            found.errors.append(f"{type(error).__name__}: {error}")
        else:
            found.waits.append(time.perf_counter() - begun)
        taken += 1

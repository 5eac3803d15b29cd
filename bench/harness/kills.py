"""A server that is killed at random moments, and started again at once."""

import random
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from harness.server import Server

BETWEEN_KILLS = (1.5, 3.0)  # seconds


@dataclass(slots=True)
class Kills:
    """How often a server was killed so far; and why it did not start again, if so."""

    number: int = 0
    fault: str = ""


@contextmanager
def killing(at: Server) -> Iterator[Kills]:
    """Kill and start a server over and over for as long as the block lasts; then it runs.

    Raises:
        RuntimeError: It did not start again: the run says nothing.
    """
    made, over = Kills(), threading.Event()
    killer = threading.Thread(target=_kill_often, args=(at, over, made))
    killer.start()
    try:
        yield made
    finally:
        over.set()
        killer.join()
    if made.fault:
        raise RuntimeError(made.fault)


def _kill_often(at: Server, over: threading.Event, made: Kills) -> None:
    while not over.wait(random.uniform(*BETWEEN_KILLS)):
        at.kill()
        made.number += 1
        try:
            at.start()
        except RuntimeError as error:
            made.fault = str(error)
            return

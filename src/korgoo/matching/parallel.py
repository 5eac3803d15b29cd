"""Two cores at work: long lists encoded by processes, part by part, in order; whole arrays by threads."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from multiprocessing import get_context
from typing import TypeVar

from korgoo.matching.columns import Columns
from korgoo.matching.encoding import Encoded, Encoder

WORKERS = 2
Part = TypeVar("Part")
Found = TypeVar("Found")


def encoded(
    key: bytes, parts: Iterable[tuple[list[str], Columns]], workers: int = 2
) -> Iterator[tuple[list[str], Encoded]]:
    """Encode parts of a list.

    Args:
        key: At least 32 bytes, secret.
        parts: Identifiers and records.
        workers: Processes; with one, nothing is started.
    """
    encode = partial(_encode, key)
    if workers == 1:
        for names, columns in parts:
            yield names, encode(columns)
        return
    waiting: deque[tuple[list[str], Future[Encoded]]] = deque()
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        for names, columns in parts:
            waiting.append((names, pool.submit(encode, columns)))
            if len(waiting) > workers:
                done, future = waiting.popleft()
                yield done, future.result()
        while waiting:
            done, future = waiting.popleft()
            yield done, future.result()


def _encode(key: bytes, columns: Columns) -> Encoded:
    return Encoder(key).encode(columns)


def by_threads(deed: Callable[[Part], Found], parts: Iterable[Part]) -> list[Found]:
    """Do the same to several parts by threads: what works on whole arrays lets others work meanwhile.

    Args:
        deed: Of one part; must write nowhere where another one does.
        parts: In the order in which the answers come.
    """
    with ThreadPoolExecutor(WORKERS) as pool:
        return list(pool.map(deed, parts))

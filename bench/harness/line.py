"""A slow line in front of a server: all connections share its width, every answer takes its way.

A new connection first costs two round trips, one to open it and one to agree on a key (TLS 1.3); after them
its first question goes out. Where the proxy in front speaks HTTP/2, all questions share one connection: those
beside the first then cost nothing of their own. What a name costs to look up, and how a connection gathers
speed, is left out.
"""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from harness.server import HOST

BITS_PER_SECOND, ROUND_TRIP = 400_000, 0.4  # slow 3G
GREETINGS = 2  # round trips before the first question of a connection
PIECE = 1460  # bytes in a packet
QUESTION = b" HTTP/1.1\r\n"


@dataclass(slots=True)
class Way:
    """One direction: when it is free again, and what went over it since the count began."""

    free: float = 0.0
    size: int = 0


@dataclass(slots=True)
class Line:
    """A line to the server at ``to``; listens at ``port``.

    Attributes:
        is_shared: Whether all connections stand for one, as HTTP/2 has it.
        is_slow: Whether it is slow now; else it only hands on and counts.
        questions: How many requests went up since the count began.
    """

    to: int
    port: int = 0
    is_shared: bool = True
    is_slow: bool = True
    questions: int = 0
    up: Way = field(default_factory=Way)
    down: Way = field(default_factory=Way)
    last: float = 0.0
    over: asyncio.Event = field(default_factory=asyncio.Event)
    _greeted: float = 0.0  # when the first connection that is open now may ask
    _loop: asyncio.AbstractEventLoop = field(default_factory=asyncio.new_event_loop)
    _ends: set[asyncio.StreamWriter] = field(default_factory=set)

    def begin(self, *, is_slow: bool) -> None:
        """Cut all connections and count anew."""
        asyncio.run_coroutine_threadsafe(self._begin(is_slow), self._loop).result(10)

    def idle_seconds(self) -> float:
        """Return for how long nothing has gone over the line."""
        return self._loop.time() - self.last

    async def _begin(self, is_slow: bool) -> None:  # noqa: FBT001
        for end in list(self._ends):
            end.transport.abort()
        self._ends.clear()  # what still comes to its end greets for nobody
        self.is_slow, self.questions = is_slow, 0
        self.up, self.down = Way(), Way()

    async def _take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        wait = self._greeting()
        far_reader, far_writer = await asyncio.open_connection(HOST, self.to)
        ends = {writer, far_writer}
        self._ends |= ends
        try:
            await asyncio.gather(
                self._carry(reader, far_writer, self.up, wait),
                self._carry(far_reader, writer, self.down, 0),
            )
        except (OSError, asyncio.CancelledError):
            pass  # cut: by us, or by the browser
        finally:
            self._ends -= ends
            for end in ends:
                end.transport.abort()

    def _greeting(self) -> float:
        now = self._loop.time()
        if not (self.is_shared and self._ends):
            self._greeted = now + GREETINGS * ROUND_TRIP
        return max(0.0, self._greeted - now)

    async def _carry(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, way: Way, wait: float
    ) -> None:
        first = self.is_slow and wait
        while piece := await reader.read(PIECE if self.is_slow else 2**16):
            if first:
                await asyncio.sleep(first)
                first = 0
            way.size += len(piece)
            self.questions += piece.count(QUESTION) if way is self.up else 0
            await self._hand_on(piece, writer, way)
        if self.is_slow:
            await asyncio.sleep(ROUND_TRIP)  # what is still on its way
        writer.close()

    async def _hand_on(self, piece: bytes, writer: asyncio.StreamWriter, way: Way) -> None:
        self.last = now = self._loop.time()
        if not self.is_slow:
            writer.write(piece)
            return
        way.free = max(now, way.free) + len(piece) * 8 / BITS_PER_SECOND
        self._loop.call_at(way.free + ROUND_TRIP / 2, writer.write, piece)
        await asyncio.sleep(way.free - now)


@contextmanager
def line(to: int, *, is_shared: bool = True) -> Iterator[Line]:
    """Lay a line to a server's port, for as long as the block lasts."""
    made = Line(to, is_shared=is_shared)
    loop, is_ready = made._loop, threading.Event()
    lying = threading.Thread(target=loop.run_until_complete, args=(_lie(made, is_ready),))
    lying.start()
    is_ready.wait(10)
    try:
        yield made
    finally:
        loop.call_soon_threadsafe(made.over.set)
        lying.join(10)
        loop.close()


async def _lie(made: Line, is_ready: threading.Event) -> None:
    listening = await asyncio.start_server(made._take, HOST, 0)
    made.port = listening.sockets[0].getsockname()[1]
    made.last = made._loop.time()
    is_ready.set()
    await made.over.wait()
    listening.close()
    await made._begin(is_slow=False)
    await asyncio.sleep(0.1)  # those that were cut come to their end
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)

"""The real server (granian, WSGI) in processes of its own: start, watch, stop, kill."""

import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO

import psutil

from harness.place import Place

HOST = "127.0.0.1"
WORKERS, THREADS = 1, 4  # what `korgoo serve` takes when not told otherwise
PORTS = (20_000, 32_000)
START_SECONDS, STOP_SECONDS = 60, 10


@dataclass(slots=True)
class Server:
    """A server that can be killed and started again on the same port."""

    place: Place
    command: Sequence[str]
    settings: str
    port: int
    log: IO[bytes]
    process: "subprocess.Popen[bytes] | None" = field(default=None)

    def start(self) -> None:
        """Start and wait until it answers.

        Raises:
            RuntimeError: It did not; the message holds the end of its log.
        """
        self.process = subprocess.Popen(
            self.command,
            env={**self.place.environment, "DJANGO_SETTINGS_MODULE": self.settings},
            stdout=self.log,
            stderr=self.log,
            start_new_session=True,  # a group of its own, to be killed as a whole
        )
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until and self.process.poll() is None:
            if _answers(self.port):
                return
            time.sleep(0.05)
        said = Path(self.log.name).read_text(errors="replace")
        self.stop()
        raise RuntimeError(f"the server did not start:\n{said[-2000:]}")

    def kill(self) -> None:
        """Kill the server and its workers at once, without a word (SIGKILL to the group)."""
        if self.process:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def stop(self) -> None:
        """Ask it to stop; kill what is left after ten seconds."""
        if self.process is None or self.process.poll() is not None:
            return
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.kill()

    def cpu_ms(self) -> float:
        """Return the processor time of the server and its workers so far, in milliseconds."""
        times = [process.cpu_times() for process in self._tree()]
        return float(sum(t.user + t.system for t in times)) * 1000

    def rss_mb(self) -> float:
        """Return the resident memory of the server and its workers, in MB (10^6 bytes)."""
        return float(sum(process.memory_info().rss for process in self._tree())) / 1e6

    def _tree(self) -> list[psutil.Process]:
        if self.process is None:
            return []
        head = psutil.Process(self.process.pid)
        return [head, *head.children(recursive=True)]


@contextmanager
def korgoo(place: Place, settings: str = "korgoo.settings.local") -> Iterator[Server]:
    """Run `korgoo serve` as long as the block lasts."""
    port = free_port()
    command = (sys.executable, "-m", "korgoo.cli", "serve", "--port", str(port))
    with _running(place, command, settings, port) as server:
        yield server


@contextmanager
def bare(place: Place, settings: str = "bare.settings") -> Iterator[Server]:
    """Run the bare application on the same database, with the same server and numbers."""
    port = free_port()
    with _running(place, _granian(port, "bare.wsgi:application"), settings, port) as server:
        yield server


@contextmanager
def plain(place: Place, files: Path) -> Iterator[Server]:
    """Serve a folder of files, with the same server and numbers and nothing of the platform."""
    port = free_port()
    own = replace(place, environment={**place.environment, "BENCH_FILES": str(files)})
    command = _granian(port, "plain.wsgi:application")
    with _running(own, command, "korgoo.settings.local", port) as server:
        yield server


def free_port() -> int:
    """Find a free port of the loopback address.

    Not among those that the system gives to whoever connects (from 32768 on): somebody who tries again and
    again while the server is dead would else be given its port, and be connected with themselves.

    Raises:
        RuntimeError: A hundred ports are taken.
    """
    for _ in range(100):
        port = random.randrange(*PORTS)
        with socket.socket() as found, suppress(OSError):
            found.bind((HOST, port))
            return port
    raise RuntimeError(f"no port is free among {PORTS}")


def _granian(port: int, application: str) -> tuple[str, ...]:
    numbers = ("--workers", str(WORKERS), "--blocking-threads", str(THREADS))
    where = ("--host", HOST, "--port", str(port), "--log-level", "warning")
    granian = (sys.executable, "-m", "granian", "--interface", "wsgi")
    return (*granian, *numbers, *where, application)


@contextmanager
def _running(place: Place, command: Sequence[str], settings: str, port: int) -> Iterator[Server]:
    with (place.var / f"server-{port}.log").open("wb") as log:
        server = Server(place, command, settings, port, log)
        server.start()
        try:
            yield server
        finally:
            server.stop()


def _answers(port: int) -> bool:
    try:
        # Those who were cut off by a kill may stand in the queue before us.
        with socket.create_connection((HOST, port), timeout=START_SECONDS) as line:
            line.sendall(
                f"GET / HTTP/1.1\r\nHost: {HOST}:{port}\r\nConnection: close\r\n\r\n".encode()
            )
            return line.recv(12).startswith(b"HTTP/1.1")
    except OSError:
        return False

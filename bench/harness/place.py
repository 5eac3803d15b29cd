"""A place of one's own: a temporary KORGOO_VAR with its database, on either engine."""

import importlib
import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

BENCH = Path(__file__).resolve().parents[1]
ROOT = BENCH.parent
SQLITE, POSTGRESQL = "SQLite", "PostgreSQL"
ENGINES = (SQLITE, POSTGRESQL)


@dataclass(frozen=True, slots=True)
class Place:
    """Where one installation lives: the environment that its processes get."""

    engine: str
    var: Path
    environment: dict[str, str]

    def run(self, *command: str, text: str = "") -> str:
        """Run a Python module there and return what it printed.

        Args:
            command: The module's name and its arguments.
            text: What it reads on standard input.

        Raises:
            RuntimeError: It failed; the message holds the end of what it said.
        """
        done = subprocess.run(
            [sys.executable, "-m", *command],
            cwd=ROOT,
            env=self.environment,
            input=text,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"{' '.join(command)}:\n{done.stderr[-3000:]}")
        return done.stdout

    def ask(self, module: str, *arguments: str, text: str = "") -> Any:
        """Run one of ``harness.inside`` and read the JSON in its last line."""
        said = self.run(f"harness.inside.{module}", *arguments, text=text)
        return json.loads(said.splitlines()[-1])


@contextmanager
def place(engine: str = SQLITE, *, demo: bool = True) -> Iterator[Place]:
    """Make an installation, ready to serve, as long as the block lasts.

    Args:
        engine: ``SQLite`` or ``PostgreSQL``.
        demo: Load the fictitious cases, so that one can sign in.
    """
    # Asked to stop, we still stop the servers and remove the place: leaving the block does it.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    with tempfile.TemporaryDirectory(prefix="korgoo-bench-") as folder, _url(engine) as url:
        var = Path(folder)
        found = Place(engine, var, _environment(var, url, demo=demo))
        found.run("korgoo.cli", "messages", "compile")
        found.run("korgoo.cli", "migrate")
        found.run("django", "collectstatic", "--noinput", "--verbosity", "0")
        if demo:
            found.run("korgoo.cli", "demo", "load")
        yield found


def _environment(var: Path, url: str, *, demo: bool) -> dict[str, str]:
    own = {
        "KORGOO_VAR": str(var),
        "DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "korgoo.settings.local",
        "KORGOO_DEMO": "1" if demo else "0",
        "PYTHONPATH": os.pathsep.join([str(BENCH), str(ROOT / "src")]),
        "PYTHONWARNINGS": "ignore",
    }
    return {**os.environ, **own}


@contextmanager
def _url(engine: str) -> Iterator[str]:
    if engine == SQLITE:
        yield ""
        return
    sys.path.append(str(ROOT))
    server = importlib.import_module("scripts.private_postgres")
    # For tests it may lose data at a power cut. Here every commit waits for the disk, as in use.
    server.QUICK = ("max_connections=60",)  # type: ignore[attr-defined]
    with server.private_server() as running:
        yield running.url

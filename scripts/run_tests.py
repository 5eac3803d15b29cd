"""Run the whole suite on both engines: `make test`.

    python -m scripts.run_tests [ARGUMENTS OF PYTEST...]

On SQLite everything; on PostgreSQL every test that meets the database, but for those marked
`browser`, which look at pages and meet the same code above it. PostgreSQL is the server that DATABASE_URL names, else
one started for the purpose. Without a Chromium the browser tests are left out and that is said;
with CI=true it is a failure.
"""

import os
import subprocess
import sys
import time

from scripts import browser
from scripts.private_postgres import environment, private_server

WORKERS = ("-n", "2", "--dist", "loadfile")
NO_BROWSER = ("-m", "not browser")
# Read by tests/conftest.py: what never meets a database is the same on every engine.
DATABASE_ONLY = {"KORGOO_TESTS": "database"}


def main() -> int:
    """Run on SQLite, then on PostgreSQL; both even if the first fails. 0 only if both pass."""
    chromium = browser.ensure()
    if not chromium:
        print(browser.MISSING, file=sys.stderr)
        if os.environ.get("CI") == "true":
            return 1
    given = sys.argv[1:]
    failed = _run("SQLite", _sqlite(), [*([] if chromium else NO_BROWSER), *given])
    return _on_postgresql([*NO_BROWSER, *given]) or failed


def _sqlite() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}


def _on_postgresql(arguments: list[str]) -> int:
    if os.environ.get("DATABASE_URL", "").startswith(("postgres://", "postgresql://")):
        return _run("PostgreSQL (DATABASE_URL)", {**os.environ, **DATABASE_ONLY}, arguments)
    with private_server() as server:
        return _run("PostgreSQL (private)", {**environment(server), **DATABASE_ONLY}, arguments)


def _run(engine: str, surroundings: dict[str, str], arguments: list[str]) -> int:
    print(f"== {engine}", flush=True)
    start = time.monotonic()
    command = [sys.executable, "-m", "pytest", "-q", *WORKERS, *arguments]
    code = subprocess.run(command, env=surroundings, check=False).returncode
    print(f"== {engine}: {'passed' if code == 0 else f'failed ({code})'}, ", end="")
    print(f"{time.monotonic() - start:.0f} s", flush=True)
    return code


if __name__ == "__main__":
    sys.exit(main())

"""Find a Chromium for the browser tests, or install Debian's: `python -m scripts.browser`.

Exit code 1, and one line naming what is missing, where there is none and none can be installed.
"""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
MISSING = "browser tests: no Chromium on the PATH (on Debian: apt-get install chromium)"


def find() -> str | None:
    """Return the path of a Chromium: CHROMIUM names one, else the first on the PATH."""
    named = os.environ.get("CHROMIUM")
    return named or next((path for path in map(shutil.which, NAMES) if path), None)


def install() -> None:
    """Install Debian's Chromium where that needs nobody's password. Otherwise do nothing."""
    prefix = _prefix()
    if prefix is None or not shutil.which("apt-get"):
        return
    print("browser tests: installing Chromium", file=sys.stderr)
    quiet = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    for arguments in (["update"], ["install", "-y", "--no-install-recommends", "chromium"]):
        if subprocess.run([*quiet, *arguments], stdout=sys.stderr, check=False).returncode:
            return


def _prefix() -> list[str] | None:
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if (
        sudo
        and not subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode
    ):
        return [sudo, "-n"]
    return None


def ensure() -> str | None:
    """Return the path of a Chromium, installing one when there is none and it can be done."""
    if not find():
        install()
    return find()


def main() -> int:
    """Print the path of the Chromium that the tests will use."""
    path = ensure()
    print(path or MISSING, file=sys.stdout if path else sys.stderr)
    return 0 if path else 1


if __name__ == "__main__":
    sys.exit(main())

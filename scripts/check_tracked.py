"""Check what the repository holds: no address of a package index, no path of one machine.

Prints `file:line: rule: text` for each and exits 1. Run by `make check`.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# Written with brackets, so that this file does not find itself.
RULES = {
    "package index": re.compile(
        r"pypi[.]org|pythonhosted[.]org|registry[.]npmjs|deb[.]debian[.]org|crates[.]io/api|"
        r"--(?:extra-)?index-url[ =]h"
    ),
    "machine path": re.compile(
        r"(?<![\w.~])/(?:home|Users)/[\w.-]+/|(?<![\w./])/(?:root|work|farm)/\w"
    ),
}


def tracked(root: Path) -> list[Path]:
    """List the files under version control.

    Raises:
        RuntimeError: This is not a working copy, so there is nothing to check.
    """
    done = subprocess.run(
        ["git", "ls-files", "-z"], cwd=root, capture_output=True, text=True, check=False
    )
    if done.returncode or not done.stdout:
        raise RuntimeError(f"{root}: no tracked files found: {done.stderr.strip()}")
    return [root / name for name in done.stdout.split("\0") if name]


def faults(path: Path, root: Path) -> Iterator[str]:
    """List the forbidden texts of one file. Files that are not text hold none."""
    try:
        text = path.read_text(encoding="utf-8")
    except (UnicodeDecodeError, FileNotFoundError):
        return
    for number, line in enumerate(text.splitlines(), 1):
        for rule, pattern in RULES.items():
            if found := pattern.search(line):
                yield f"{path.relative_to(root)}:{number}: {rule}: {found.group()}"


def main() -> int:
    """Check every tracked file."""
    paths = tracked(ROOT)
    found = [fault for path in paths for fault in faults(path, ROOT)]
    print("\n".join([*found, f"tracked files: {len(paths)} read, {len(found)} faults"]))
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())

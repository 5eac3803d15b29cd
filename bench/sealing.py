"""What sealing costs: opening a hundred names for a list, and unlocking a key with a password.

    python bench/sealing.py [--full]

The names are opened beside the same list without opening, and beside plain AES-GCM over as many bytes.
Measured inside one process, without pages.
"""

import sys
from typing import Any

from harness import report
from harness.place import ENGINES, SQLITE, Place, place

OWNER, NAMES = "shelter", 100


def main() -> None:
    """Measure on each engine, print and publish."""
    full = "--full" in sys.argv
    rows: list[list[object]] = []
    for engine in ENGINES:
        with place(engine) as here:
            rows += names(here, rounds=15 if full else 5)
            if engine == SQLITE:
                passwords = unlocking(here, rounds=15 if full else 5)
    section = report.Section(
        "Sealing",
        ("deed", "engine", "ms", "CPU ms", "to its reference"),
        [*rows, *passwords],
        (
            f"{NAMES} names of own cases; medians. Each name opened leaves a row in the audit trail.",
            "Every name has a key of its own, wrapped to the organisation (HPKE, X25519).",
            "Argon2id: 64 MiB and 3 passes for a member's key; Django's own numbers for passwords.",
        ),
    )
    report.publish(section, full=full)


def names(here: Place, *, rounds: int) -> list[list[object]]:
    """Return what the opening of many names costs and is made of.

    Raises:
        RuntimeError: Not every name was opened.
    """
    found: dict[str, Any] = here.ask("seal_costs", OWNER, str(NAMES), str(rounds))
    if found["opened"] != NAMES:
        raise RuntimeError(f"{found['opened']} of {NAMES} names were opened")
    lines = {
        "list of 100, names closed": "list",
        "list of 100, names opened": "list and names",
        "of that: unwrap and decrypt": "unseal",
        "of that: audit rows": "audit",
        f"plain AES-GCM of as many bytes ({NAMES} x {found['bytes']})": "aes",
    }
    beneath = {"list and names": "list", "unseal": "aes"}
    return [
        [words, here.engine, found[key], "", ratio(found, key, beneath.get(key))]
        for words, key in lines.items()
    ]


def ratio(found: dict[str, Any], key: str, beneath: str | None) -> object:
    """Return how many times a deed takes what lies beneath it; empty where nothing does."""
    return f"{found[key] / found[beneath]:.1f}x" if beneath else ""


def unlocking(here: Place, *, rounds: int) -> list[list[object]]:
    """Return what passwords and codes cost."""
    found: dict[str, Any] = here.ask("unlock_costs", str(rounds))
    words = {
        "unlock": "unlock a member's key (Argon2id)",
        "hash": "hash a member's password (Argon2id)",
        "check": "check that password at sign-in (Argon2id)",
        "code": "hash the person's code of a referral (keyed, not slow)",
    }
    rows: list[list[object]] = [
        [text, "", found[key]["ms"], found[key]["cpu_ms"], ""] for key, text in words.items()
    ]
    peak = f"{found['peak_mb']:.0f} MB"
    return [*rows, ["peak memory of the process that did the last four", "", "", "", peak]]


if __name__ == "__main__":
    main()

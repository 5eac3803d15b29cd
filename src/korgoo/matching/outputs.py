"""What the command writes: the owner's table of codes, and links as pairs of codes. Never a name."""

import csv
import json
import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from korgoo.matching.columns import NAMES, Columns
from korgoo.matching.hardening import decoys
from korgoo.matching.store import Stored
from korgoo.matching.strengths import strength

if TYPE_CHECKING:
    from korgoo.matching.linking import Linked

CODE_BYTES = 8


def coded(
    parts: Iterator[tuple[list[str], Columns]], table: Path, decoy_share: float
) -> Iterator[tuple[list[str], Columns]]:
    """Give each record a code drawn by chance, put decoys among them, and mix the order of each part.

    Args:
        parts: Identifiers and records.
        table: Where the owner's table of codes goes; decoys are not in it. It stays with the owner.
        decoy_share: Decoys to each record.

    Raises:
        FileExistsError: The table is there.
    """
    rng = np.random.default_rng(int.from_bytes(secrets.token_bytes(16)))
    handle = os.open(table, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("code", "id"))
        for names, columns in parts:
            own = [secrets.token_hex(CODE_BYTES) for _name in names]
            writer.writerows(zip(own, names, strict=True))
            others = decoys(columns, decoy_share, rng)
            codes = [*own, *(secrets.token_hex(CODE_BYTES) for _one in range(len(others)))]
            order = rng.permutation(len(codes)).tolist()
            yield [codes[row] for row in order], _taken(columns, others, order)


def _taken(columns: Columns, others: Columns, order: list[int]) -> Columns:
    def mixed(name: str) -> list[str]:
        both = [*columns.column(name), *(others.column(name) if len(others) else ())]
        return [both[row] for row in order]

    return Columns(**{name: mixed(name) for name in NAMES})


def write_links(path: Path, here: Stored, there: Stored, linked: "Linked", least: float) -> int:
    """Write links as CSV: two codes, strength in words, posterior; the surest first.

    Returns:
        How many.
    """
    one, other = here.identifiers(), there.identifiers()
    links = linked.links.above(least)
    rows = zip(links.here.tolist(), links.there.tolist(), links.posterior.tolist(), strict=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("code_here", "code_there", "strength", "posterior"))
        writer.writerows((one[i], other[j], strength(p).value, f"{p:.4f}") for i, j, p in rows)
    return len(links)


def write_summary(path: Path, data: dict[str, Any]) -> None:
    """Write counts as JSON."""
    path.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")


def read_summary(path: Path) -> dict[str, Any]:
    """Read counts.

    Raises:
        ValueError: It is not what ``write_summary`` writes.
    """
    try:
        data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return {
            name: data[name]
            for name in ("records", "links", "persons_on_both", "overlap_table", "share_reached")
        } | data
    except (UnicodeDecodeError, TypeError, KeyError) as error:
        raise ValueError(f"{path}: not the counts of a link") from error

"""Our engine on the two lists: encode, find candidates on one path, judge, link.

python ours.py FOLDER native|portable [judge]
"""

import csv
import itertools
import json
import resource
import sys
import tempfile
from pathlib import Path

import numpy as np

from korgoo.matching import candidates as mission
from korgoo.matching import linking, parallel, store
from korgoo.matching.columns import Columns
from matched import figures

KEY, PART = b"a key of thirty-two bytes, bench", 125_000


def main(folder: Path, path: str, *, judges: bool) -> None:
    """Measure and print."""
    found: dict[str, object] = {}
    stored = [encoded(folder / f"{name}.csv", found) for name in "ab"]
    here, there = (one.encoded for one in stored)
    with figures.timed(found, "candidates"):
        pairs = mission.candidates(here, there, path=path)
    truth = json.loads((folder / "truth.json").read_text())["both"]
    who = [np.array(one.identifiers()) for one in stored]
    right = who[0][pairs.here] == who[1][pairs.there]
    found |= {"looked_at": pairs.counts.pairs, "kept": len(pairs), "reached": right.sum() / truth}
    found |= {"split": pairs.counts.split, "dropped": pairs.counts.dropped, "records": len(here)}
    # The whole answer of this path, to be compared with the other's.
    found["mark"] = int(
        (pairs.there * (pairs.here + 1) % 1_000_003 * pairs.likeness % 1_000_003).sum()
    )
    if judges:
        with figures.timed(found, "judging"):
            linked = linking.judged(here, there, pairs)
        links = linked.links
        is_right = who[0][links.here] == who[1][links.there]
        found |= figures.quality(is_right.tolist(), truth)
        own = is_right[links.posterior >= 0.5]
        found["f1_at_half"] = 2 * own.sum() / (len(own) + truth)
        found["overlap"] = linked.judged.overlap / truth
        found["bare_sum"] = linked.judged.posterior.sum() / truth
        found["calibration"] = calibration(linked.judged.posterior, right)
    figures.say(found)


def encoded(path: Path, found: dict[str, object]) -> store.Stored:
    """Encode a list by two processes; notes records a second of both lists together."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    names = [row["who"] for row in rows]
    columns = Columns.of(
        {name: [row[name] for row in rows] for name in Columns.__slots__ if name in rows[0]}
    )
    del rows
    parts = ((names[s : s + PART], columns.part(s, s + PART)) for s in range(0, len(names), PART))
    folder = Path(tempfile.mkdtemp(dir=path.parent))
    each: dict[str, float] = {}
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    before = ended.ru_utime + ended.ru_stime
    with figures.timed(each, "all"), store.writing(folder / "list", "bench") as writer:
        for some, part in parallel.encoded(KEY, parts, 2 if len(names) >= PART else 1):
            writer.add(some, part)
    # Processor seconds of the processes that encode, too: they have ended, so the system has added them up.
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = each["all_cpu"] + children.ru_utime + children.ru_stime - before
    if "encoding" not in found or each["all"] < float(found["encoding"]):  # type: ignore[arg-type]
        found |= {"encoding": each["all"], "encoding_cpu": cpu}
        found["encoded_per_second"] = len(names) / each["all"]
    return store.opened(folder / "list")


def calibration(posterior, right) -> list[list[float]]:
    """Say for stretches of the posterior how many pairs there are and how many of them are right."""
    edges = (0, 0.1, 0.5, 0.9, 0.99, 1.01)
    found = []
    for low, high in itertools.pairwise(edges):
        inside = (posterior >= low) & (posterior < high)
        found.append(
            [low, int(inside.sum()), float(right[inside].mean()) if inside.any() else 0.0]
        )
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], judges="judge" in sys.argv)

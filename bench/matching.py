"""The same person found on encodings: quality and speed beside peers on the same files.

    python bench/matching.py [--full] [--sizes=10000,100000] [--peers=splink,anonlink] [--keep]

``--keep`` leaves rows of other sizes on the page as they are: a size that needs most of an hour can be run by itself.

Lists of invented people with truth (``docs/methods/matching.md`` names every rate). Peers: Splink in clear text (names raw, by ICAO
9303, as our skeletons), clkhash and anonlink on encodings, each in an environment of its own that this script makes; and
brute force over all pairs at the speed at which this machine counts bits, as the limit.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
import venv
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from harness import report

from korgoo.matching import native

HERE = Path(__file__).parent / "matched"
PART = 200_000  # records from which two processes encode
HARDENED = 100_000  # records of the lists on which hardening is priced
SHORT, FULL = (10_000,), (10_000, 100_000, 1_000_000)
PEERS = {
    "splink": ("splink==5.0.0", "duckdb", "numpy"),
    "anonlink": ("anonlink==0.15.3", "clkhash==0.18.3"),
}
# Least F1, recall at precision .99 and seconds of join and judging that the platform promises, by size.
BARS: dict[int, dict[str, float]] = {
    10_000: {"f1": 0.975},
    100_000: {"f1": 0.955, "recall_at_99": 0.90, "seconds": 15},
    1_000_000: {"f1": 0.93, "seconds": 360, "portable": 1_200, "peak_gb": 4},
}
# Chosen before anything was measured on them, and never for a parameter.
MORE_SEEDS = (501, 502, 503, 504, 505)
MEANS = ("f1", "recall_at_99", "overlap")
PEER_MOST = {"splink": 1_000_000, "anonlink": 100_000}  # records: beyond, hours
Found = dict[str, Any]


def main() -> None:
    """Measure, print and publish."""
    full = "--full" in sys.argv
    sizes = next(
        (tuple(map(int, word[8:].split(","))) for word in sys.argv if word.startswith("--sizes=")),
        FULL if full else SHORT,
    )
    most = next((int(word[12:]) for word in sys.argv if word.startswith("--peer-most=")), FULL[-1])
    quality, speed = [], [roof_row()]
    with tempfile.TemporaryDirectory(prefix="korgoo-bench-") as folder:
        asked = next(
            (word[8:].split(",") for word in sys.argv if word.startswith("--peers=")), PEERS
        )
        pythons = {
            name: environment(Path(folder) / name, needs)
            for name, needs in PEERS.items()
            if name in asked
        }
        for size in sizes:
            place = Path(folder) / str(size)
            place.mkdir()
            run([sys.executable, "lists.py", str(place), str(size)], plain=True)
            some, more = of_size(place, size, pythons if size <= most else {})
            quality += some
            if size == SHORT[0]:
                quality += of_more_lists(Path(folder), size, some[0])
            speed += more
            # After each size: the largest takes most of an hour, with its peers hours.
            publish(quality, speed, full=full)
            if size == HARDENED:
                publish_price(place, full=full)


def of_more_lists(folder: Path, size: int, first: list[object]) -> list[list[object]]:
    """Measure quality on lists of other people too: one small list cannot decide a bar of a thousandth.

    Args:
        folder: Where lists are written.
        size: Records of each.
        first: The row of the list that everybody is measured on: it counts as one.
    """
    found = [dict(zip(MEANS, map(float, first[2:5]), strict=True))]  # type: ignore[arg-type]
    for seed in MORE_SEEDS:
        place = folder / f"{size}-{seed}"
        place.mkdir()
        run([sys.executable, "lists.py", str(place), str(size), str(seed)], plain=True)
        found.append(run([sys.executable, "ours.py", str(place), native.path(), "judge"]))
    mean = {name: float(np.mean([one[name] for one in found])) for name in MEANS}
    least = three(min(one["f1"] for one in found))
    who = f"ours, mean of {len(found)} lists, this one and others (least F1 {least})"
    return [[size, who, *(three(mean[name]) for name in MEANS), bar_of(mean, BARS.get(size, {}))]]


def publish(quality: list[list[object]], speed: list[list[object]], *, full: bool) -> None:
    """Print both tables; a full run also writes them into the page."""
    for section in (
        report.Section("Matching on encodings", QUALITY, quality, QUALITY_NOTES),
        report.Section("Matching on encodings: speed", SPEED, speed, SPEED_NOTES),
    ):
        kept = report.rows_of(section.title) if "--keep" in sys.argv else []
        here = {str(row[0]) for row in section.rows}
        others = [row for row in kept if row[0] not in here]
        rows = sorted([*others, *section.rows], key=lambda row: int(str(row[0]) or 0))
        report.publish(replace(section, rows=rows), full=full)


def publish_price(place: Path, *, full: bool) -> None:
    """Print what hardening costs; a full run also writes it into the page."""
    ways = run([sys.executable, "hardened.py", str(place)])["ways"]
    table = [
        [
            "folded" if way["fold"] else "whole",
            f"{way['flips']:.0%}",
            f"{way['decoys']:.0%}",
            *(three(way[name]) for name in ("reached", "f1", "recall_at_99", "overlap")),
        ]
        for way in ways
    ]
    report.publish(
        report.Section("Matching on encodings: price of hardening", PRICE, table, PRICE_NOTES),
        full=full,
    )


PRICE = (
    "record filters",
    "bits flipped",
    "decoys",
    "the same among candidates",
    "F1",
    "recall at precision .99",
    "sum of posteriors / truth",
)
PRICE_NOTES = (
    "100,000 by 100,000 records; both lists hardened, each by its own chance; decoys are nobody and cannot be right.",
    "Filters of names and codes stay as they are: they go under a key for each pair, or not at all, to who is not trusted.",
)
QUALITY = (
    "records each",
    "who",
    "F1",
    "recall at precision .99",
    "sum of posteriors / truth",
    "bar",
)
QUALITY_NOTES = (
    "F1 and recall over all thresholds, one to one; 30 % of each list are on the other too.",
    "Ours sees encodings alone, and no truth: it learns from documents that both lists have.",
    "F1 of one list of 10,000 differs from another's by 2 thousandths (standard deviation): its bar is meant for the mean.",
    "The sum counts those whom no block reaches, as estimated by documents.",
)
SPEED = (
    "records each",
    "what",
    "seconds",
    "CPU s",
    "a second",
    "share of the roof",
    "peak GB",
    "bar",
)
SPEED_NOTES = (
    "The roof is brute force: all pairs of 512 bits at the speed at which one core counts bits, times two.",
    "Ours compares only pairs that share a code; the speed stands for all pairs of the two lists, so it may exceed the roof.",
    "Native and portable gave the same candidates, pair by pair, or this run would have stopped.",
)


def of_size(
    place: Path, size: int, pythons: dict[str, Path]
) -> tuple[list[list[object]], list[list[object]]]:
    """Measure everybody on lists of one size.

    Raises:
        RuntimeError: The two paths did not find the same.
    """
    bar = BARS.get(size, {})
    ours = run([sys.executable, "ours.py", str(place), native.path(), "judge"])
    portable = run([sys.executable, "ours.py", str(place), "portable"])
    if ours["mark"] != portable["mark"]:
        raise RuntimeError("native and portable found different candidates")
    paths = list(dict.fromkeys([native.path(), "portable"]))
    asked = run([sys.executable, "searching.py", str(place), *paths])
    quality = [
        [
            size,
            "ours, encodings",
            three(ours["f1"]),
            three(ours["recall_at_99"]),
            three(ours["overlap"]),
            bar_of(ours, bar),
        ]
    ]
    quality.append(
        [
            size,
            "ours at its own threshold (.5)",
            three(ours["f1_at_half"]),
            "",
            three(ours["bare_sum"]),
            f"reached {three(ours['reached'])}",
        ]
    )
    speed = [*ours_rows(size, ours, portable, bar), *search_rows(size, asked, paths)]
    hit = asked["first_ten"]
    quality.append(
        [
            size,
            "search: right person in the first ten",
            three(hit),
            "",
            "",
            f"0.98: {'held' if hit >= 0.98 else 'MISSED'}",
        ]
    )
    for way in ("raw", "icao", "skeleton"):
        if (
            "splink" in pythons
            and size <= PEER_MOST["splink"]
            and (size < 1_000_000 or way == "skeleton")
        ):
            found = run([str(pythons["splink"]), "splink_peer.py", str(place), way])
            quality.append(
                [
                    size,
                    f"Splink, clear text, {way}",
                    three(found["f1"]),
                    three(found["recall_at_99"]),
                    three(found["bare_sum"]),
                    "",
                ]
            )
            both = found["training"] + found["predicting"]
            cpu = found["training_cpu"] + found["predicting_cpu"]
            speed.append(
                [
                    size,
                    f"Splink, {way}: train and predict",
                    both,
                    cpu,
                    "",
                    "",
                    found["peak_gb"],
                    "",
                ]
            )
    for way in ("icao", "skeleton"):
        if "anonlink" in pythons and size <= PEER_MOST["anonlink"]:
            found = run([str(pythons["anonlink"]), "anonlink_peer.py", str(place), way])
            quality.append(
                [
                    size,
                    f"anonlink, encodings, {way}",
                    three(found["f1"]),
                    three(found["recall_at_99"]),
                    "",
                    "",
                ]
            )
            share = found["pairs_per_second"] / roof()
            speed.append(
                [
                    size,
                    f"anonlink, {way}: compare",
                    found["comparing"],
                    found["comparing_cpu"],
                    f"{found['pairs_per_second']:.3g} pairs",
                    f"{share:.2f}",
                    found["peak_gb"],
                    "",
                ]
            )
    return quality, speed


def ours_rows(
    size: int, ours: Found, portable: Found, bar: dict[str, float]
) -> list[list[object]]:
    """Give the rows of our own speed."""
    all_pairs = size * size
    encoded = ours["encoded_per_second"]
    rows: list[list[object]] = [
        [
            size,
            "ours: encode, two processes" if size >= PART else "ours: encode, one process",
            ours["encoding"],
            ours["encoding_cpu"],
            f"{encoded:,.0f} records",
            "",
            "",
            held("100,000 a second", encoded >= 100_000) if size >= PART else "",
        ]
    ]
    for name, found in (("native", ours), ("portable", portable)):
        took = found["candidates"]
        words = f"ours: candidates, {name} ({found['looked_at'] / size:.0f} looked at a record)"
        rows.append(
            [
                size,
                words,
                took,
                found["candidates_cpu"],
                f"{all_pairs / took:.3g} pairs",
                f"{all_pairs / took / roof():.2f}",
                found["peak_gb"],
                "",
            ]
        )
    for name, found, limit in (("native", ours, "seconds"), ("portable", portable, "portable")):
        took = found["candidates"] + ours["judging"]
        cpu = found["candidates_cpu"] + ours["judging_cpu"]
        words = "" if limit not in bar else held(f"{bar[limit]:.0f} s", took <= bar[limit])
        if name == "native" and "peak_gb" in bar:
            memory = held(f"{bar['peak_gb']:.0f} GB", ours["peak_gb"] <= bar["peak_gb"])
            words = f"{words}; {memory}"
        what = f"ours: candidates and judging, {name}"
        share = f"{all_pairs / took / roof():.2f}"
        rows.append(
            [
                size,
                what,
                took,
                cpu,
                f"{all_pairs / took:.3g} pairs",
                share,
                found["peak_gb"],
                words,
            ]
        )
    return rows


def held(bar: str, is_held: bool) -> str:  # noqa: FBT001
    """Say whether a bar is held."""
    return f"{bar}: {'held' if is_held else 'MISSED'}"


def search_rows(size: int, asked: Found, paths: list[str]) -> list[list[object]]:
    """Give the rows of a search for one person."""
    rows: list[list[object]] = []
    for path in paths:
        took = asked[f"{path}_ms"]
        words = f"{took:.1f} ms, 95 of 100 within {asked[f'{path}_p95_ms']:.1f}"
        rows.append(
            [
                size,
                f"search, {path}: {words}",
                took / 1000,
                "",
                "",
                "",
                "",
                f"10 ms: {'held' if took <= 10 else 'MISSED'}",
            ]
        )
    return [
        *rows,
        [
            size,
            "search: open the index",
            asked["open"],
            "",
            "",
            "",
            "",
            f"5 s: {'held' if asked['open'] <= 5 else 'MISSED'}",
        ],
    ]


def bar_of(found: Found, bar: dict[str, float]) -> str:
    """Say whether the bars of quality are held."""
    named = {name: least for name, least in bar.items() if name in {"f1", "recall_at_99"}}
    words = [
        f"{name} {least}: {'held' if found[name] >= least else 'MISSED'}"
        for name, least in named.items()
    ]
    return "; ".join(
        [*words, f"sum within 2 %: {'held' if abs(found['overlap'] - 1) <= 0.02 else 'MISSED'}"]
    )


def roof() -> float:
    """Give the pairs of 512 bits that two cores could compare in a second if counting bits were all."""
    if not hasattr(roof, "found"):
        rng = np.random.default_rng(1)
        one, other = (rng.integers(0, 2**64, (count, 8), np.uint64) for count in (2_000, 500))
        roof.found = 2 * max(_pairs_per_second(one, other) for _time in range(5))  # type: ignore[attr-defined]
    return roof.found  # type: ignore[attr-defined,no-any-return]


def _pairs_per_second(one: Any, other: Any) -> float:
    began = time.process_time()
    native.roof(one, other)
    return len(one) * len(other) / (time.process_time() - began)


def roof_row() -> list[object]:
    """Give the row of the limit."""
    return [
        "",
        "brute force: the popcount roof, two cores",
        "",
        "",
        f"{roof():.3g} pairs",
        "1.00",
        "",
        "",
    ]


def environment(folder: Path, needs: tuple[str, ...]) -> Path:
    """Make an environment for a peer: its requirements are not ours."""
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", *needs], check=True)
    return python


def run(words: list[str], *, plain: bool = False) -> Found:
    """Run one of the scripts and read its line."""
    paths = [str(HERE.parent), *filter(None, sys.path)]
    peer = words[0] != sys.executable
    set_to = {} if peer else {"PYTHONPATH": os.pathsep.join(paths)}
    done = subprocess.run(
        words, cwd=HERE, env=os.environ | set_to, check=True, capture_output=True, text=True
    )
    return {} if plain else json.loads(done.stdout.strip().splitlines()[-1])


def three(number: float) -> str:
    """Write a share with three places."""
    return f"{number:.3f}"


if __name__ == "__main__":
    main()

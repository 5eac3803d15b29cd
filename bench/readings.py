"""What reading the signs costs: one card, and 100,000 past screenings replayed under a draft.

    python bench/readings.py [--full]

One reading stands beside a plain count of the same answers in a dictionary. The replay by arrays stands
beside a plain loop of the same rules over the same screenings, without the explanation that a whole
reading gives, and both results are compared. Each way runs in a process of its own on one core. The list is
the Kyrgyz pack's for adults; the draft has two other weights; answers are invented.
"""

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from harness import report
from harness.place import ROOT
from numpy.typing import NDArray

from korgoo.countrypack import api as packs
from korgoo.identification import bulk, guidelines
from korgoo.identification.rules import Guideline, Strength, Value, read
from korgoo.identification.rules.findings import extent_of
from korgoo.identification.rules.outcome import conclude, picture_of
from korgoo.identification.rules.tally import tallies_of

SCREENINGS, SAMPLE, BATCH = 100_000, 5_000, 5_000
CHANGED = {"D5.01": Strength.MEDIUM, "D4.04": Strength.STRONG}
KINDS = (Value.PRESENT, Value.ABSENT, Value.REFUSED, None)  # None: not asked
# Shares of these in a dimension. One share for all would leave most branches unreached.
MOODS = np.array(
    [
        [0.60, 0.25, 0.05, 0.10],
        [0.25, 0.55, 0.05, 0.15],
        [0.08, 0.72, 0.05, 0.15],
        [0.00, 1.00, 0.00, 0.00],
        [0.05, 0.10, 0.05, 0.80],
    ]
)
ANSWERED, THIRD_OPEN = np.array([[0.3, 0.7, 0.0, 0.0]]), np.array([[0.2, 0.47, 0.03, 0.3]])
Answers = Mapping[str, Value]
Codes = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Cost:
    """What one way of reading took: CPU seconds by part, screenings, MB at its peak and before."""

    parts: dict[str, float]
    screenings: int
    peak_mb: float
    start_mb: float

    @property
    def seconds(self) -> float:
        return sum(self.parts.values())

    @property
    def each(self) -> float:
        """Microseconds for one screening."""
        return self.seconds / self.screenings * 1e6


def main() -> None:
    """Measure, compare the results, print and publish."""
    full = "--full" in sys.argv
    rows = [*one_card(rounds=500 if full else 50), *replay(SCREENINGS if full else SAMPLE)]
    section = report.Section(
        "Readings",
        ("deed", "screenings", "CPU seconds", "CPU µs each", "to its reference", "peak memory"),
        rows,
        (
            "One card: medians; its reference is the plain count of the same answers.",
            "Replay: the reference is the loop of the same rules for outcome and reason alone.",
            "A whole reading also explains itself, and says what would change it.",
            "Outcome and reason of every screening that the loop read were equal to those by arrays.",
            "Answers are plain mappings in memory: what a database takes to hand them out comes on top.",
            f"Peak memory of the process, {BATCH} screenings in hand at once; in brackets before the first.",
        ),
    )
    report.publish(section, full=full)


def one_card(*, rounds: int) -> list[list[object]]:
    """Return what one reading costs, beside a plain count."""
    card = adults()
    rows: list[list[object]] = []
    for words, shares in (("every sign answered", ANSWERED), ("a third open", THIRD_OPEN)):
        answers = next(cards(card, 1, 1, shares))[0]
        counting = median_us(lambda told=answers: count(told), rounds)
        reading = median_us(lambda told=answers: read(card, told), rounds)
        rows.append([f"count in a dictionary, {words}", 1, "", counting, "", ""])
        rows.append([f"one reading, {words}", 1, "", reading, f"{reading / counting:.0f}x", ""])
    return rows


def count(answers: Answers) -> dict[Value, int]:
    """Count answers in the plainest way."""
    found: dict[Value, int] = {}
    for value in answers.values():
        found[value] = found.get(value, 0) + 1
    return found


def replay(looped: int) -> list[list[object]]:
    """Return what the replay costs in each way.

    Raises:
        RuntimeError: The ways do not agree.
    """
    with tempfile.TemporaryDirectory(prefix="korgoo-bench-") as folder:
        loop, by_loop = measured("loop", looped, Path(folder))
        whole, by_reading = measured("readings", looped, Path(folder))
        arrays, by_arrays = measured("arrays", SCREENINGS, Path(folder))
    if not (by_loop == by_arrays[:, :looped]).all() or not (by_loop == by_reading).all():
        raise RuntimeError("the loop and the arrays do not read alike")
    reading = arrays.parts["read"] / arrays.screenings * 1e6
    return [
        line("replay, loop of whole readings", whole, f"{whole.each / loop.each:.1f}x"),
        line("replay, loop of the rules", loop, ""),
        line("replay, by arrays", arrays, f"1/{loop.each / arrays.each:.0f}"),
        part("of that: write as arrays", arrays, "encode", ""),
        part("of that: read the arrays", arrays, "read", f"1/{loop.each / reading:.0f}"),
    ]


def line(words: str, cost: Cost, ratio: str) -> list[object]:
    memory = f"{cost.peak_mb:.0f} MB ({cost.start_mb:.0f})"
    return [words, cost.screenings, cost.seconds, cost.each, ratio, memory]


def part(words: str, cost: Cost, key: str, ratio: str) -> list[object]:
    seconds = cost.parts[key]
    return [words, cost.screenings, seconds, seconds / cost.screenings * 1e6, ratio, ""]


def measured(way: str, screenings: int, folder: Path) -> tuple[Cost, Codes]:
    """Run one way in a process of its own; return its cost, and outcome and reason codes."""
    kept = folder / f"{way}.npy"
    done = subprocess.run(
        [sys.executable, __file__, "--measure", way, str(screenings), str(kept)],
        cwd=ROOT,
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{way}:\n{done.stderr[-3000:]}")
    return Cost(**json.loads(done.stdout)), np.load(kept)


def measure(way: str, screenings: int, kept: Path) -> None:
    """Read the invented screenings under the draft, in one way, and print what it took."""
    draft = draft_of(adults())
    ways = {"loop": by_loop, "readings": by_readings, "arrays": by_arrays}
    start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    parts: dict[str, float] = {}
    found = [ways[way](draft, batch, parts) for batch in cards(draft, screenings, BATCH, MOODS)]
    np.save(kept, np.concatenate(found, axis=1))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    cost = {"parts": parts, "screenings": screenings, "peak_mb": peak, "start_mb": start}
    print(json.dumps(cost))


def by_arrays(draft: Guideline, batch: list[Answers], parts: dict[str, float]) -> Codes:
    matrix = timed(parts, "encode", lambda: bulk.encode(batch, draft))
    return np.stack(timed(parts, "read", lambda: bulk.outcomes(draft, matrix)))


def by_loop(draft: Guideline, batch: list[Answers], parts: dict[str, float]) -> Codes:
    def conclusions():
        for answers in batch:
            tallies = tallies_of(draft, answers)
            yield conclude(picture_of(draft, tallies, extent_of(tallies)))

    return coded(timed(parts, "read", lambda: list(conclusions())))


def by_readings(draft: Guideline, batch: list[Answers], parts: dict[str, float]) -> Codes:
    readings = timed(parts, "read", lambda: [read(draft, answers) for answers in batch])
    return coded([(reading.outcome, reading.because) for reading in readings])


def coded(conclusions: list) -> Codes:
    rows = [(bulk.OUTCOMES.index(one), bulk.REASONS.index(why)) for one, why in conclusions]
    return np.array(rows, dtype=np.uint8).T


def adults() -> Guideline:
    """Return the Kyrgyz list for adults: 67 weighted signs.

    Raises:
        RuntimeError: It has another number of signs.
    """
    files = packs.guideline_files(ROOT / "countries" / "kg")
    pack = packs.read_guideline(files, languages=("ky", "ru", "en"))
    found = guidelines.guideline(pack.catalogues["ilo-labour"], "adult_labour")
    if len(found.indicators) != 67:
        raise RuntimeError(f"the list has {len(found.indicators)} signs")
    return found


def draft_of(guideline: Guideline) -> Guideline:
    """Return the same list with two other weights."""
    signs = tuple(
        replace(sign, strength=CHANGED.get(sign.code, sign.strength))
        for sign in guideline.indicators
    )
    return replace(guideline, version="draft", indicators=signs)


def cards(
    guideline: Guideline, number: int, batch: int, moods: NDArray[np.float64]
) -> Iterator[list[Answers]]:
    """Invent answers, the same at every run: each dimension of a card is in one mood."""
    chance = np.random.default_rng(189)
    column = [guideline.dimensions.index(sign.dimension) for sign in guideline.indicators]
    limits = moods.cumsum(axis=1)[:, :-1]
    for start in range(0, number, batch):
        size = min(batch, number - start)
        mood = chance.integers(len(moods), size=(size, len(guideline.dimensions)))[:, column]
        drawn = (chance.random(mood.shape)[..., None] > limits[mood]).sum(axis=-1)
        yield [answers_of(guideline, row) for row in drawn.tolist()]


def answers_of(guideline: Guideline, drawn: list[int]) -> Answers:
    told = zip(guideline.indicators, drawn, strict=True)
    return {sign.code: value for sign, kind in told if (value := KINDS[kind])}


def timed(parts: dict[str, float], key: str, way: Callable[[], Any]) -> Any:
    """Add the CPU seconds that a way takes to its part."""
    begun = time.process_time()
    found = way()
    parts[key] = parts.get(key, 0.0) + time.process_time() - begun
    return found


def median_us(way: Callable[[], object], rounds: int) -> float:
    """Return the median CPU time of a way in microseconds, over so many rounds of ten."""
    turns = []
    for _ in range(rounds):
        begun = time.process_time_ns()
        for _ in range(10):
            way()
        turns.append((time.process_time_ns() - begun) / 10_000)
    return statistics.median(turns)


if __name__ == "__main__":
    if "--measure" in sys.argv:
        measure(sys.argv[2], int(sys.argv[3]), Path(sys.argv[4]))
    else:
        main()

"""What differs between two wordings, word by word. Plain Python."""

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Kind = Literal["kept", "removed", "added"]

# A word or a mark with the space after it; the space before the first word stands alone.
PIECES = re.compile(r"\w+\s*|[^\w\s]+\s*|\s+")
# Pairs of equal pieces that are compared; beyond that only equal ends are kept.
MOST_PAIRS = 2_000_000


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that was kept, removed or added."""

    kind: Kind
    text: str


def difference(before: str, after: str) -> tuple[Run, ...]:
    """Say what differs between two wordings.

    Args:
        before: the older wording; empty when there was none.
        after: the newer wording; empty when there is none any more.

    Returns:
        Runs in reading order. What was kept or removed puts ``before`` together again, what was
        kept or added ``after``, letter by letter.
    """
    old, new = PIECES.findall(before), PIECES.findall(after)
    head = _shared(old, new)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    ends = (len(old) - tail, len(new) - tail)
    middle = _compare(old[head : ends[0]], new[head : ends[1]])
    return _joined([("kept", old[:head]), *middle, ("kept", old[ends[0] :])])


def _shared(old: list[str], new: list[str]) -> int:
    """Count the pieces at the beginning that are the same."""
    count = 0
    for left, right in zip(old, new, strict=False):
        if left != right:
            break
        count += 1
    return count


def _compare(old: list[str], new: list[str]) -> list[tuple[Kind, list[str]]]:
    if _pairs(old, new) > MOST_PAIRS:  # repetitive text would take minutes
        return [("removed", old), ("added", new)]
    found: list[tuple[Kind, list[str]]] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(("kept", old[a:b]))
        else:
            found += [("removed", old[a:b]), ("added", new[c:d])]
    return found


def _pairs(old: list[str], new: list[str]) -> int:
    counts = Counter(new)
    return sum(times * counts[piece] for piece, times in Counter(old).items())


def _joined(parts: list[tuple[Kind, list[str]]]) -> tuple[Run, ...]:
    runs: list[Run] = []
    for kind, pieces in parts:
        text = "".join(pieces)
        if text and runs and runs[-1].kind == kind:
            runs[-1] = Run(kind, runs[-1].text + text)
        elif text:
            runs.append(Run(kind, text))
    return tuple(runs)

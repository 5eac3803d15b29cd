"""What is compared of a pair: likeness of names also crosswise, dates part by part, rarity, and who else comes close.

Every number is the same when the two records change places.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from korgoo.matching.candidates import Candidates
from korgoo.matching.encoding import PERSON_NAMES, Encoded
from korgoo.matching.hashing import Bits
from korgoo.matching.kernels import AT_ONCE, ONE, likeness

Floats = NDArray[np.float32]
PARTS = ("year", "month", "day", "turned", "sex", "place")
DOCUMENTS = ("number", "document", "phone")
CROSSED = (("surname", "given"), ("surname", "patronymic"), ("given", "patronymic"))
NAMES = (
    *PERSON_NAMES,
    *(f"{one}/{other} {way}" for one, other in CROSSED for way in ("less", "more")),
    *PARTS, "years apart", "surname rough", "given rough",
    *(f"{name} rarity {way}" for name in ("surname", "given") for way in ("less", "more")),
    "shared rarity",
    "record", "behind the best, less", "behind the best, more", "before the next, less", "before the next, more",
)  # fmt: skip


def dice(one: Bits, other: Bits) -> Floats:
    """Compare filters of names row by row: 0 to 1; not a number where one is empty.

    Args:
        one: p x words.
        other: p x words.
    """
    common = np.bitwise_count(one & other).sum(axis=1, dtype=np.float32)
    mine = np.bitwise_count(one).sum(axis=1, dtype=np.float32)
    theirs = np.bitwise_count(other).sum(axis=1, dtype=np.float32)
    known = (mine > 0) & (theirs > 0)
    return np.where(known, 2 * common / np.maximum(mine + theirs, 1), np.nan).astype(np.float32)


def equal(one: Bits, other: Bits) -> Floats:
    """Compare codes: 1 equal, 0 not, not a number where one is not known."""
    known = (one != 0) & (other != 0)
    return np.where(known, one == other, np.nan).astype(np.float32)


@dataclass(slots=True)
class Compared:
    """Two lists with what pairs of them are compared by, worked out once for each record."""

    here: Encoded
    there: Encoded
    rarity: dict[str, tuple[Floats, Floats]]
    alike: Floats
    place: "Standing"

    @classmethod
    def of(cls, here: Encoded, there: Encoded, pairs: Candidates) -> "Compared":
        """Prepare two lists and their candidates."""
        rarity = {name: _rarity(here.codes[name], there.codes[name]) for name in PERSON_NAMES}
        # Without the bonus for documents: what teaches by documents must not see them.
        alike = _alike(here, there, pairs)
        return cls(here, there, rarity, alike, Standing.of(pairs, alike, len(here), len(there)))

    def plain(self, pairs: Candidates) -> Floats:
        """Compare all pairs by what they have in themselves; what depends on other candidates is not known."""
        found = self._of_pairs(pairs.here, pairs.there)
        unknown = np.full((len(pairs), len(NAMES) - len(found)), np.nan, np.float32)
        return np.column_stack([*found, unknown])

    def features(self, pairs: Candidates, part: NDArray[np.int64] | slice) -> Floats:
        """Compare some pairs: p x len(NAMES)."""
        left, right = pairs.here[part], pairs.there[part]
        score = self.alike[part]
        place = self.place.of_pairs(score, left, right)
        return np.column_stack([*self._of_pairs(left, right), score, *place])

    def features_of_others(self, pairs: Candidates) -> Floats:
        """Compare pairs that are no candidates: without their standing among candidates."""
        other = Compared(
            self.here, self.there, self.rarity, _alike(self.here, self.there, pairs), self.place
        )
        return other.features(pairs, slice(None))

    def documents(self, pairs: Candidates, part: NDArray[np.int64] | slice) -> Floats:
        """Compare the numbers of some pairs: p x len(DOCUMENTS), as ``equal``."""
        left, right = pairs.here[part], pairs.there[part]
        return np.column_stack(
            [equal(self.here.codes[n][left], self.there.codes[n][right]) for n in DOCUMENTS]
        )

    def _of_pairs(self, left: NDArray[np.int64], right: NDArray[np.int64]) -> list[Floats]:
        found = [*self._names(left, right), *self._parts(left, right)]
        for name in ("surname", "given"):
            one, other = self.rarity[name]
            found += _in_order(one[left], other[right])
        return [*found, self._shared(left, right)]

    def _shared(self, left: NDArray[np.int64], right: NDArray[np.int64]) -> Floats:
        """Say how rare the names are that both have, whatever each list calls them: a father's may be the other's surname."""
        mine = {name: self.here.codes[name][left] for name in PERSON_NAMES}
        theirs = {name: self.there.codes[name][right] for name in PERSON_NAMES}
        found = np.zeros(len(left), np.float32)
        for name, (one, other) in self.rarity.items():
            rare = np.fmin(one[left], other[right])
            found += _where(mine[name], theirs[name], rare)
            for second in PERSON_NAMES:
                if second != name:
                    found += _where(mine[name], theirs[second], one[left])
                    found += _where(mine[second], theirs[name], other[right])
        return found

    def _names(self, left: NDArray[np.int64], right: NDArray[np.int64]) -> list[Floats]:
        mine = {name: self.here.filters[name][left] for name in PERSON_NAMES}
        theirs = {name: self.there.filters[name][right] for name in PERSON_NAMES}
        found = [dice(mine[name], theirs[name]) for name in PERSON_NAMES]
        for one, other in CROSSED:
            found += _in_order(dice(mine[one], theirs[other]), dice(mine[other], theirs[one]))
        return found

    def _parts(self, left: NDArray[np.int64], right: NDArray[np.int64]) -> list[Floats]:
        def same(name: str) -> Floats:
            return equal(self.here.codes[name][left], self.there.codes[name][right])

        near = np.fmax(same("even_pair"), same("odd_pair"))
        return [*(same(name) for name in PARTS), near, same("surname_rough"), same("given_rough")]


def _where(one: Bits, other: Bits, rare: Floats) -> Floats:
    return np.where((one != 0) & (one == other), np.nan_to_num(rare), 0).astype(np.float32)


def _in_order(one: Floats, other: Floats) -> list[Floats]:
    return [np.fmin(one, other), np.fmax(one, other)]


def _alike(here: Encoded, there: Encoded, pairs: Candidates) -> Floats:
    found = np.empty(len(pairs), np.float32)
    for start in range(0, len(pairs), AT_ONCE):
        part = slice(start, start + AT_ONCE)
        score = likeness(here.record[pairs.here[part]], there.record[pairs.there[part]])
        found[part] = score.astype(np.float32) / ONE
    return found


def _rarity(here: Bits, there: Bits) -> tuple[Floats, Floats]:
    share = rarity_of(np.concatenate([here, there]))
    return share[: len(here)], share[len(here) :]


def rarity_of(codes: Bits) -> Floats:
    """Give for each record the logarithm of the share of all records that bear the same name."""
    _values, inverse, counts = np.unique(codes, return_inverse=True, return_counts=True)
    share = np.log(counts[inverse] / len(codes)).astype(np.float32)
    share[codes == 0] = np.nan
    return share


@dataclass(slots=True)
class Standing:
    """For each record of both lists the likeness of its best candidate and of the next."""

    here: tuple[Floats, Floats]
    there: tuple[Floats, Floats]

    @classmethod
    def of(cls, pairs: Candidates, score: Floats, here: int, there: int) -> "Standing":
        """Find the two best of each record by the likeness of the pairs."""
        return cls(_two_best(pairs.here, score, here), _two_best(pairs.there, score, there))

    @classmethod
    def none(cls) -> "Standing":
        """Give the standing of nobody."""
        empty = np.zeros(0, np.float32)
        return cls((empty, empty), (empty, empty))

    def of_pairs(
        self, score: Floats, left: NDArray[np.int64], right: NDArray[np.int64]
    ) -> list[Floats]:
        """Say how far each pair is behind the best of each side, and before the best of the others."""
        behind = [
            best[rows] - score for (best, _next), rows in ((self.here, left), (self.there, right))
        ]
        before = []
        for (best, second), rows in ((self.here, left), (self.there, right)):
            is_best = best[rows] == score
            before.append(score - np.where(is_best, second[rows], best[rows]))
        return [*_in_order(*behind), *_in_order(*before)]


def _two_best(rows: NDArray[np.int64], score: Floats, count: int) -> tuple[Floats, Floats]:
    best = np.zeros(count, np.float32)
    np.maximum.at(best, rows, score)
    first = np.full(count, len(rows), np.int64)
    is_best = score == best[rows]
    np.minimum.at(first, rows[is_best], np.flatnonzero(is_best))
    second, rest = np.zeros(count, np.float32), np.ones(len(rows), bool)
    rest[first[first < len(rows)]] = False
    np.maximum.at(second, rows[rest], score[rest])
    return best, second

"""Which pairs are looked at: those that share one of some keyed codes, never all with all.

A block is a code made of one to three codes of a record, as given name and year. A code that very many bear is
split by further ones; what is left over the limit is dropped and counted, never in silence.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from korgoo.matching.hashing import Bits

LIMIT, RARE = 2_000, 150  # records of one shard that may share a code
SPLITS = ("month", "place", "patronymic")
ODD = np.uint64(0x9E3779B97F4A7C15)  # 2^64 over the golden ratio: spreads neighbouring numbers
_HALF = np.uint64(29)
Rows = NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class Block:
    """Two records meet where these codes of the one are those of the other.

    ``bonus`` is added to the likeness (in 65,536ths): an equal document outweighs unlike names. ``limit`` is how many
    records of one shard may share a code.
    """

    here: tuple[str, ...]
    there: tuple[str, ...] = ()
    bonus: int = 0
    limit: int = LIMIT

    @property
    def other(self) -> tuple[str, ...]:
        """The codes of the other side; the same ones unless said otherwise."""
        return self.there or self.here


DOCUMENTS = frozenset({"number", "document", "phone"})
# The strong ones first: a pair counts for the first block in which it is met. Names of two kinds that agree weigh where
# no date is known, for the filters of such records are emptier.
NAMED = 8_000
BLOCKS = (
    Block(("number",), bonus=40_000),
    Block(("document",), bonus=32_768),
    Block(("phone",), bonus=16_384),
    Block(("patronymic", "given"), bonus=NAMED),
    Block(("patronymic", "given"), ("surname", "given"), bonus=NAMED),
    Block(("surname", "given"), ("patronymic", "given"), bonus=NAMED),
    Block(("surname_rough", "given_rough"), bonus=NAMED),
    Block(("surname_rough", "given_rough"), ("given_rough", "surname_rough"), bonus=NAMED),
    Block(("given_rough", "year")),
    Block(("surname_rough", "year")),
    Block(("year", "turned")),
    Block(("given_rough", "turned")),
    Block(("surname_rough", "turned")),
    Block(("given", "year"), ("surname", "year")),
    Block(("surname", "year"), ("given", "year")),
    Block(("given_rough", "place")),
    Block(("surname", "place")),
    Block(("year", "place")),
    Block(("turned", "place")),
    Block(("patronymic", "year")),
    # A rare name alone is enough; a common one is split at once.
    Block(("given_rough",), limit=RARE),
    Block(("surname_rough",), limit=RARE),
)


def mixed(codes: Mapping[str, Bits], names: tuple[str, ...]) -> Bits:
    """Make one code of several; 0 where one of them is not known.

    Args:
        codes: Of n records.
        names: Which of them, in this order.
    """
    found = np.zeros_like(codes[names[0]])
    known = np.ones(len(found), bool)
    for name in names:
        known &= codes[name] != 0
        found = (found ^ codes[name]) * ODD
        found ^= found >> _HALF
    return np.where(known, found | np.uint64(1), np.uint64(0))


@dataclass(slots=True)
class BlockIndex:
    """The records of one shard by the code of one block: codes in order, and whose they are."""

    block: Block
    codes: Bits
    rows: Rows
    crowded: list[Bits] = field(default_factory=list)
    split: int = 0
    dropped: int = 0

    @classmethod
    def of(cls, block: Block, codes: Mapping[str, Bits]) -> "BlockIndex":
        """Put the records of a shard in order.

        Args:
            block: How they are put together.
            codes: Of n records.
        """
        code = mixed(codes, block.other)
        crowded: list[Bits] = []
        split = dropped = 0
        for name in (*SPLITS, ""):
            values, counts = np.unique(code[code != 0], return_counts=True)
            many = values[counts > block.limit]
            if not len(many):
                break
            here = _among(code, many)
            split += int(here.sum()) if name else 0
            dropped += 0 if name else int(here.sum())
            crowded += [many] if name else []
            code[here] = _further(code, codes[name], here) if name else np.uint64(0)
        order = np.argsort(code, kind="stable")
        order = order[np.searchsorted(code[order], 1) :]
        return cls(block, code[order], order.astype(np.uint32), crowded, split, dropped)

    def ranges(self, codes: Mapping[str, Bits]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Find for each of m records the stretch of ``rows`` that it meets: first, and number of them.

        Args:
            codes: Of m records of the other side.
        """
        code = mixed(codes, self.block.here)
        for name, many in zip(SPLITS, self.crowded, strict=False):
            here = _among(code, many)
            if here.any():
                code[here] = _further(code, codes[name], here)
        first = np.searchsorted(self.codes, code, "left")
        number = np.searchsorted(self.codes, code, "right") - first
        return first, np.where(code == 0, 0, number)


def _among(codes: Bits, ordered: Bits) -> NDArray[np.bool_]:
    """Tell which codes are among others, of which there are some, in order."""
    places = np.minimum(np.searchsorted(ordered, codes), len(ordered) - 1)
    return np.asarray(ordered[places] == codes)


def _further(code: Bits, other: Bits, here: NDArray[np.bool_]) -> Bits:
    return mixed({"code": code[here], "other": other[here]}, ("code", "other"))

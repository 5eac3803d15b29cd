"""Everything that leaves in code goes through here: HMAC-SHA256 under the key, nothing else."""

import hashlib
import hmac
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

LEAST_KEY = 32  # bytes
POSITIONS = 16  # of two bytes each in one digest
AT_ONCE = 65_536  # values whose filters are laid out at the same time
Bits = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of v values: the different ones, how many each value has (v), and which, value after value."""

    different: list[str]
    lengths: NDArray[np.int64]
    ids: NDArray[np.int64]

    @classmethod
    def of(cls, values: Sequence[Collection[str]]) -> "Tokens":
        """Number the tokens of each value."""
        every = list(chain.from_iterable(values))
        different = list(dict.fromkeys(every))
        places = {token: place for place, token in enumerate(different)}
        ids = np.fromiter(map(places.__getitem__, every), np.int64, len(every))
        return cls(different, np.fromiter(map(len, values), np.int64, len(values)), ids)


class Hasher:
    """Turns tokens into positions of a filter and values into numbers, under one key.

    Args:
        key: At least 32 bytes, secret.

    Raises:
        ValueError: The key is short.
    """

    def __init__(self, key: bytes) -> None:
        if len(key) < LEAST_KEY:
            raise ValueError(f"the key must have at least {LEAST_KEY} bytes")
        self._key = key

    def codes(self, space: str, values: Iterable[str]) -> Bits:
        """Give one number of 64 bits for each value; 0 for what is not known.

        Args:
            space: What the value is of: the same text as a name and as a place gives different numbers.
            values: Text; empty is "not known".
        """
        column, key, digest = list(values), self._key, hmac.digest
        found = {
            value: digest(key, f"{space}={value}".encode(), "sha256")[:8] for value in set(column)
        }
        found[""] = bytes(8)
        numbers = np.frombuffer(b"".join(map(found.__getitem__, column)), "<u8")
        return np.asarray(
            numbers | (numbers != 0)
        )  # odd, so that none can be mistaken for "not known"

    def filters(
        self, space: str, tokens: "Tokens | Sequence[Collection[str]]", *, bits: int, hashes: int
    ) -> Bits:
        """Lay the tokens of each value into a filter of its own.

        Args:
            space: As in ``codes``.
            tokens: For each of v values its tokens; numbered beforehand where they make several filters.
            bits: Length of a filter, a multiple of 64.
            hashes: Positions that each token sets, 16 at most.

        Returns:
            v x bits/64 words.
        """
        found = tokens if isinstance(tokens, Tokens) else Tokens.of(tokens)
        positions = self._positions(space, found.different)[:, :hashes] % bits
        lengths, ids, ends = found.lengths, found.ids, np.cumsum(found.lengths)
        parts = [
            _laid(lengths[s : s + AT_ONCE], positions[ids[_first(ends, s) : _last(ends, s)]], bits)
            for s in range(0, len(lengths), AT_ONCE)
        ]
        return np.concatenate(parts) if parts else np.zeros((0, bits // 64), np.uint64)

    def _positions(self, space: str, tokens: Iterable[str]) -> NDArray[np.int64]:
        digests = b"".join(self._digest(f"{space}:{token}") for token in tokens)
        return np.frombuffer(digests, "<u2").reshape(-1, POSITIONS).astype(np.int64)

    def _digest(self, text: str) -> bytes:
        return hmac.digest(self._key, text.encode(), "sha256")


def _first(ends: NDArray[np.int64], start: int) -> int:
    return int(ends[start - 1]) if start else 0


def _last(ends: NDArray[np.int64], start: int) -> int:
    return int(ends[min(start + AT_ONCE, len(ends)) - 1])


def _laid(lengths: NDArray[np.int64], positions: NDArray[np.int64], bits: int) -> Bits:
    rows = np.repeat(np.arange(len(lengths)), lengths)
    flags = np.zeros(len(lengths) * bits, bool)
    flags[(rows[:, None] * bits + positions).ravel()] = True
    packed = np.packbits(flags, bitorder="little")
    return packed.view("<u8").reshape(len(lengths), bits // 64)


def fingerprint(key: bytes) -> str:
    """Name a key without telling anything of it: so that two files can be seen to be under one key."""
    return hmac.digest(key, b"korgoo matching key", hashlib.sha256)[:8].hex()

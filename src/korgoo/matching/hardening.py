"""What makes encodings harder to attack when they go to somebody who is not trusted; and what it costs is measured.

Folding halves a filter, so that two positions share a bit. Flipping turns some bits over at random, differently in each
list. Decoys are invented records among the true ones. None of it is differential privacy. What protects is the key: make a
new one for each round, never give it to whoever links, delete encodings afterwards.

Sources: Schnell, Borgs 2016 (XOR folding, BLIP); Heng, Armknecht, Chen, Schnell, PLOS ONE 2022 (decoys against graph
matching); Franke, Sehili, Rohde, Rahm, EDBT 2021.
"""

import hmac
from dataclasses import dataclass, field

import numpy as np

from korgoo.matching.columns import Columns
from korgoo.matching.encoding import PERSON_NAMES, Encoded, name_tokens
from korgoo.matching.hashing import Bits, Hasher
from korgoo.matching.skeletons import skeletons


@dataclass(frozen=True, slots=True)
class Hardening:
    """What is done to the record filters of a list.

    Attributes:
        fold: Whether filters are folded to half their length.
        flips: Share of bits turned over, 0 to 0.2.
        decoys: Invented records to each true one, 0 to 1.
    """

    fold: bool = False
    flips: float = 0.0
    decoys: float = 0.0

    def __post_init__(self) -> None:
        """Refuse shares that leave nothing.

        Raises:
            ValueError: A share out of bounds.
        """
        if not 0 <= self.flips <= 0.2 or not 0 <= self.decoys <= 1:
            raise ValueError("flips go from 0 to 0.2, decoys from 0 to 1")


def folded(record: Bits) -> Bits:
    """Lay the second half of each filter over the first by exclusive or: n x words gives n x words/2."""
    half = record.shape[1] // 2
    return record[:, :half] ^ record[:, half:]


def flipped(record: Bits, share: float, rng: np.random.Generator) -> Bits:
    """Turn over each bit with this chance.

    Args:
        record: n x words.
        share: 0 to 0.2.
        rng: Secret and of its own for each list: with the same one twice the flips could be subtracted.
    """
    found = record.copy()
    for start in range(0, len(record), 65_536):
        part = found[start : start + 65_536]
        turns = rng.random((len(part), part.shape[1] * 64), np.float32) < share
        part ^= np.packbits(turns, axis=1, bitorder="little").view(np.uint64)
    return found


def hardened(encoded: Encoded, how: Hardening, rng: np.random.Generator) -> Encoded:
    """Harden the record filters of a list; names and codes stay, so they are to be left out of what is sent.

    Args:
        encoded: n records.
        how: What to do; decoys are put in before encoding (``decoys``).
        rng: Secret, of its own for each list.
    """
    record = folded(encoded.record) if how.fold else encoded.record
    if how.flips:
        record = flipped(record, how.flips, rng)
    return Encoded(record, encoded.filters, encoded.codes)


def decoys(columns: Columns, share: float, rng: np.random.Generator) -> Columns:
    """Invent records of the parts of true ones, each part of another person: they look like the list and are nobody.

    Args:
        columns: The true records.
        share: Decoys to each true record.
        rng: Secret.
    """
    count = int(len(columns) * share)

    def drawn(name: str) -> list[str]:
        column = columns.column(name)
        return [column[row] for row in rng.integers(0, len(columns), count)]

    names = ("surname", "given", "patronymic", "birth", "sex", "place")
    return Columns(**{name: drawn(name) for name in names})


@dataclass(slots=True)
class PairKeys:
    """A fresh key for each candidate pair, so that names can be compared without any frequency or pattern to attack.

    Both owners hold the key of the round and make the same key for a pair out of it; whoever compares has neither. The same
    name is another filter in every pair.
    """

    key: bytes = field(repr=False)
    bits: int = 256
    hashes: int = 6

    def of_pair(self, pair: str) -> bytes:
        """Make the key of one pair, named by the code that whoever links gave it."""
        return hmac.digest(self.key, b"pair=" + pair.encode(), "sha256")

    def filters(self, pair: str, names: dict[str, str]) -> dict[str, Bits]:
        """Encode the names of one record for one pair.

        Args:
            pair: Code of the pair.
            names: Of ``PERSON_NAMES``, as written.
        """
        hasher = Hasher(self.of_pair(pair))
        return {
            name: hasher.filters(
                "pair",
                [name_tokens(skeletons(names.get(name, "")))],
                bits=self.bits,
                hashes=self.hashes,
            )[0]
            for name in PERSON_NAMES
        }

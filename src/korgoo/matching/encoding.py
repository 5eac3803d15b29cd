"""Keyed encodings of records: a Bloom filter for the whole record, one for each name, numbers for the rest.

Every token (two neighbouring letters of a skeleton, a year, a number) is hashed with HMAC-SHA256 under the key; the
digest gives up to sixteen positions in a filter. Without the key nothing can be encoded, compared or guessed.

Source: Schnell, Bachteler, Reiher 2009 (Bloom filters for linkage); parameters measured in ``bench/matching.py``.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from korgoo.matching.columns import Columns, Distinct
from korgoo.matching.dates import birth_tokens, parts, surer
from korgoo.matching.hashing import Bits, Hasher, Tokens
from korgoo.matching.skeletons import rough, skeletons

RECORD_BITS, NAME_BITS = 512, 256
PERSON_NAMES = ("surname", "given", "patronymic")
PARTS_OF_BIRTH = ("year", "month", "day", "turned", "even_pair", "odd_pair")
_SIGNS = re.compile(r"[\W_]+")  # all but letters and digits
PLAIN = ("sex", "place", "document", "number", "phone")
CODES = (*PERSON_NAMES, "surname_rough", "given_rough", *PARTS_OF_BIRTH, *PLAIN)


@dataclass(frozen=True, slots=True)
class Parameters:
    """How much each part of a record weighs: positions set for each token."""

    names: int = 8
    patronymic: int = 2
    birth: int = 16
    field_names: int = 5


@dataclass(slots=True)
class Encoded:
    """Records in code. ``record``: n x 8 words; filters of names: n x 4 words; codes: n each, 0 for "not known"."""

    record: Bits
    filters: dict[str, Bits]
    codes: dict[str, Bits]

    def __len__(self) -> int:
        return len(self.record)

    def at(self, rows: NDArray[np.int64] | slice) -> "Encoded":
        """Give some of the records."""
        filters = {name: found[rows] for name, found in self.filters.items()}
        codes = {name: found[rows] for name, found in self.codes.items()}
        return Encoded(self.record[rows], filters, codes)


@dataclass(frozen=True, slots=True)
class Encoder:
    """Encodes records under one key; each different value is worked on once.

    Attributes:
        key: At least 32 bytes, secret.
        parameters: The same on both sides.
    """

    key: bytes
    parameters: Parameters = Parameters()

    def encode(self, columns: Columns) -> Encoded:
        """Encode all records.

        Raises:
            ValueError: The key is short.
        """
        hasher, weight = Hasher(self.key), self.parameters
        dates = zip(columns.column("birth"), columns.column("number"), strict=True)
        birth = Distinct(
            [surer(written, number) if number else written for written, number in dates]
        )
        tokens = Tokens.of([birth_tokens(value) for value in birth.values])
        record = birth.spread(
            hasher.filters("date", tokens, bits=RECORD_BITS, hashes=weight.birth)
        )
        filters, codes = {}, _birth_codes(hasher, birth) | _plain_codes(hasher, columns)
        for name in PERSON_NAMES:
            column = Distinct(_skeletons(columns.column(name)))
            pairs = Tokens.of([name_tokens(words) for words in column.values])
            hashes = weight.patronymic if name == "patronymic" else weight.names
            record |= column.spread(hasher.filters("name", pairs, bits=RECORD_BITS, hashes=hashes))
            filters[name] = column.spread(
                hasher.filters("part", pairs, bits=NAME_BITS, hashes=weight.field_names)
            )
            whole = [" ".join(sorted(words)) for words in column.values]
            codes[name] = column.spread(hasher.codes("name", whole))
            if name != "patronymic":
                codes[f"{name}_rough"] = column.spread(
                    hasher.codes("rough", map(rough, column.values))
                )
        return Encoded(record, filters, codes)


def _skeletons(names: Sequence[str]) -> list[tuple[str, ...]]:
    """Give the skeletons of each name; each writing is worked on once, and writings of one name are one from here on."""
    known = {name: skeletons(name) for name in set(names)}
    return list(map(known.__getitem__, names))


def name_tokens(words: tuple[str, ...]) -> set[str]:
    """Give pairs of neighbouring letters of the skeletons of a name, their borders included."""
    padded = [f"_{word}_" for word in words]
    return {word[i : i + 2] for word in padded for i in range(len(word) - 1)}


def _birth_codes(hasher: Hasher, birth: Distinct[str]) -> dict[str, Bits]:
    known = [parts(value) for value in birth.values]
    return {
        part: birth.spread(hasher.codes(part, [one.get(part, "") for one in known]))
        for part in PARTS_OF_BIRTH
    }


def _plain_codes(hasher: Hasher, columns: Columns) -> dict[str, Bits]:
    found = {}
    for name in PLAIN:
        column = Distinct(columns.column(name))
        found[name] = column.spread(hasher.codes(name, map(_plain, column.values)))
    return found


def _plain(value: str) -> str:
    value = value.upper()
    return value if value.isalnum() else _SIGNS.sub("", value)


def together(parts_: list[Encoded]) -> Encoded:
    """Put encodings one after the other."""
    first = parts_[0]
    return Encoded(
        np.concatenate([one.record for one in parts_]),
        {name: np.concatenate([one.filters[name] for one in parts_]) for name in first.filters},
        {name: np.concatenate([one.codes[name] for one in parts_]) for name in first.codes},
    )

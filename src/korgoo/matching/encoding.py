"""Keyed Bloom-filter encodings of records: one filter for the whole record, one for each name, hashes for the rest.

Every token (two letters of a skeleton, a year, a number) is hashed with HMAC-SHA256 under the key; the digest
gives up to sixteen positions in a filter. Without the key nothing can be encoded, compared or guessed.

Source: Schnell, Bachteler, Reiher 2009 (Bloom filters for linkage); parameters measured in bench/matching.py.
"""

import hashlib
import hmac
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from korgoo.matching.dates import birth_tokens, parts
from korgoo.matching.skeletons import skeletons

RECORD_BITS, NAME_BITS = 512, 128
PARTS_OF_BIRTH = ("year", "month", "day", "decade", "turned", "unit", "even_pair", "odd_pair")
Bits = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Parameters:
    """How much each part of a record weighs: positions set for each token."""

    names: int = 8
    patronymic: int = 2
    birth: int = 16
    field_names: int = 6


@dataclass(frozen=True, slots=True)
class Columns:
    """Records by column, all of one length; empty text is "not known".

    ``birth`` is ISO 8601, also partial: ``1985``, ``1985-07``.
    """

    surname: Sequence[str]
    given: Sequence[str]
    patronymic: Sequence[str]
    birth: Sequence[str]
    sex: Sequence[str] = ()
    place: Sequence[str] = ()
    document: Sequence[str] = ()
    number: Sequence[str] = ()
    phone: Sequence[str] = ()


@dataclass(slots=True)
class Encoded:
    """Records in code. ``record``: n x 8 words; filters of names: n x 2 words; hashes: n each, 0 for "not known"."""

    record: Bits
    filters: dict[str, Bits]
    hashes: dict[str, Bits]

    def __len__(self) -> int:
        return len(self.record)


@dataclass(slots=True)
class Encoder:
    """Encodes records under one key.

    Attributes:
        key: at least 32 bytes, secret.
    """

    key: bytes
    parameters: Parameters = field(default_factory=Parameters)
    _digests: dict[str, bytes] = field(default_factory=dict, repr=False)

    def encode(self, columns: Columns) -> Encoded:
        """Encode all records; each different value is worked on once.

        Raises:
            ValueError: The key is short.
        """
        if len(self.key) < 32:
            raise ValueError("the key must have at least 32 bytes")
        weight = self.parameters
        names = {name: _Column(getattr(columns, name)) for name in ("surname", "given", "patronymic")}
        birth = _Column(columns.birth)
        record = birth.spread(self._filters(birth.values, _birth_tokens, RECORD_BITS, weight.birth, "b"))
        for name, column in names.items():
            hashes = weight.patronymic if name == "patronymic" else weight.names
            record |= column.spread(self._filters(column.values, name_tokens, RECORD_BITS, hashes, "n"))
        filters = {
            name: column.spread(
                self._filters(column.values, name_tokens, NAME_BITS, weight.field_names, "f")
            )
            for name, column in names.items()
        }
        return Encoded(record, filters, self._hashes(columns, names, birth))

    def _hashes(
        self, columns: Columns, names: "dict[str, _Column]", birth: "_Column"
    ) -> dict[str, Bits]:
        found = {
            part: birth.spread(self._codes(part, [str(parts(v).get(part, "")) for v in birth.values]))
            for part in PARTS_OF_BIRTH
        }
        for name, column in names.items():
            whole = [" ".join(sorted(skeletons(v))) for v in column.values]
            found[name] = column.spread(self._codes("name", whole))
        for name in ("sex", "place", "document", "number", "phone"):
            given = getattr(columns, name) or [""] * len(columns.birth)
            column = _Column(given)
            found[name] = column.spread(self._codes(name, [_plain(v) for v in column.values]))
        return found

    def _codes(self, space: str, values: Iterable[str]) -> Bits:
        """One number for each value under the key; 0 for what is not known."""
        codes = [
            int.from_bytes(self._digest(f"{space}={v}")[:8], "little") | 1 if v else 0 for v in values
        ]
        return np.array(codes, dtype=np.uint64)

    def _filters(self, values, tokens_of, bits: int, hashes: int, space: str) -> Bits:  # type: ignore[no-untyped-def]
        filters = np.zeros((len(values), bits), dtype=bool)
        for row, value in enumerate(values):
            for token in tokens_of(value):
                filters[row, self._positions(space + token, bits, hashes)] = True
        return np.packbits(filters, axis=1, bitorder="little").view(np.uint64)

    def _positions(self, token: str, bits: int, hashes: int) -> NDArray[np.int64]:
        key = f"{bits}/{hashes}/{token}"
        known = self._digests.get(key)
        if known is None:
            digest = np.frombuffer(self._digest(token), dtype="<u2")
            known = self._digests[key] = (digest[:hashes] % bits).astype(np.int64)  # type: ignore[assignment]
        return known  # type: ignore[return-value]

    def _digest(self, token: str) -> bytes:
        return hmac.digest(self.key, token.encode(), hashlib.sha256)


class _Column:
    """A column of text: its different values, and which each row has."""

    def __init__(self, rows: Sequence[str]) -> None:
        places: dict[str, int] = {}
        self.inverse = np.fromiter(
            (places.setdefault(row, len(places)) for row in rows), np.int64, len(rows)
        )
        self.values = list(places)

    def spread(self, by_value: Bits) -> Bits:
        return by_value[self.inverse]


def name_tokens(name: str) -> set[str]:
    """Give pairs of neighbouring letters of the skeletons of a name, its borders included."""
    found = set()
    for skeleton in skeletons(name):
        padded = f"_{skeleton}_"
        found.update(padded[i : i + 2] for i in range(len(padded) - 1))
    return found


def _birth_tokens(birth: str) -> list[str]:
    return birth_tokens(birth)


def _plain(value: str) -> str:
    return "".join(c for c in value.upper() if c.isalnum())

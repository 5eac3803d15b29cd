"""A list of encodings in memory that is asked for one person at a time. Pure: no database, no key.

Candidates are the likest records, those that share a number or a name and a year, and those whose names hold the
asked letters (a fragment). All of them are then judged by the weights of ``korgoo.matching``.
"""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from korgoo.lookup.enums import Kind
from korgoo.matching import native
from korgoo.matching.candidates import Candidates
from korgoo.matching.encoding import PERSON_NAMES, Encoded
from korgoo.matching.features import Compared, Floats, Standing
from korgoo.matching.filter_index import Index, turned
from korgoo.matching.hashing import Bits
from korgoo.matching.levels import Agreement
from korgoo.matching.usual import DOCUMENT_WEIGHTS, USUAL

Rows = NDArray[np.int64]
LIKEST, OF_A_CODE, HOLDING = 100, 100, 1_000  # candidates of each way
MOST_HOLDING = 20_000  # looked at one by one, of those whose names hold the letters together
# A list of five people says nothing about how rare a name is: it counts as if so many others stood in it.
OTHERS, SHARE_OF_OTHERS = 10_000, 0.001
# Evidence for each pair of letters that a name holds or lacks; of a long fragment some may be mistyped.
OF_A_TOKEN, OF_A_MISS, OF_A_BEGINNING = 1.1, 0.3, 1.0
LONG, MOST_OF_IT = 5, 0.55
TOGETHER = (("surname_rough", "year"), ("given_rough", "year"), ("surname", "given"))
NUMBERS = ("number", "document", "phone")
# Levels of agreement that are said in words.
SAID = {
    "surname": {
        0: Kind.SURNAME,
        1: Kind.SURNAME,
        2: Kind.SURNAME,
        3: Kind.SURNAME,
        4: Kind.SURNAME,
    },
    "given": {0: Kind.GIVEN, 1: Kind.GIVEN, 2: Kind.GIVEN, 3: Kind.GIVEN},
    "patronymic": {0: Kind.PATRONYMIC},
    "birth": {0: Kind.BIRTH, 1: Kind.BIRTH, 2: Kind.YEAR, 3: Kind.YEAR, 6: Kind.YEAR},
}
OF_NUMBER = {"number": Kind.DOCUMENT, "document": Kind.DOCUMENT, "phone": Kind.PHONE}


@dataclass(frozen=True, slots=True)
class Fragment:
    """Letters that a name may hold: one filter, the filter of its beginning, how many pairs of letters."""

    inner: Bits
    beginning: Bits
    tokens: int

    @property
    def size(self) -> int:
        """Positions that the letters set."""
        return int(np.bitwise_count(self.inner).sum())


@dataclass(frozen=True, slots=True)
class Asked:
    """One way to read what is asked for: a record in code, and its words as fragments."""

    encoded: Encoded
    fragments: tuple[Fragment, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """Records found: row, evidence (logarithm of a likelihood ratio), what agrees."""

    rows: Rows
    evidence: Floats
    kinds: list[frozenset[Kind]]


@dataclass(slots=True)
class Block:
    """n encodings, ready to be asked."""

    encoded: Encoded
    index: Index
    names: tuple[Bits, ...]
    rarity: dict[str, Floats]

    @classmethod
    def of(cls, encoded: Encoded, beside: "Block | None" = None) -> Self:
        """Prepare encodings; how rare a name is, is counted in the list ``beside`` which they stand too."""
        names = np.bitwise_or.reduce([encoded.filters[name] for name in PERSON_NAMES])
        columns = tuple(np.ascontiguousarray(column) for column in names.T)
        rarity = {
            name: _rarity(encoded.codes[name], beside.encoded.codes[name] if beside else None)
            for name in ("surname", "given")
        }
        return cls(encoded, _index(encoded.record), columns, rarity)

    def __len__(self) -> int:
        return len(self.encoded)

    def find(self, asked: Asked, keep: int) -> Found:
        """Find the records that agree best with what is asked, the best first."""
        rows = self._candidates(asked)
        if not len(rows):
            return Found(rows, np.zeros(0, np.float32), [])
        features, documents = self._compare(asked.encoded, rows)
        levels = Agreement.of(features)
        evidence = USUAL.evidence(levels, features) + _of_documents(documents)
        held = np.stack(
            [self._held(one, rows) for one in asked.fragments] or [np.zeros(len(rows))]
        )
        evidence = evidence + held.sum(axis=0)
        order = np.lexsort((rows, -evidence))[:keep]
        kinds = [_kinds(levels, documents, bool(held[:, row].any()), row) for row in order]
        return Found(rows[order], evidence[order].astype(np.float32), kinds)

    def _candidates(self, asked: Asked) -> Rows:
        if not len(self):
            return np.zeros(0, np.int64)
        ways = [*self._likest(asked), *self._by_code(asked), self._holding(asked)]
        return np.unique(np.concatenate(ways))

    def _likest(self, asked: Asked) -> list[Rows]:
        record = asked.encoded.record[0]
        if not record.any():
            return []
        return [self.index.likest(record, LIKEST)[0]]

    def _by_code(self, asked: Asked) -> list[Rows]:
        wanted = {name: code[0] for name, code in asked.encoded.codes.items()}
        found = []
        for names in (*((name,) for name in NUMBERS), *TOGETHER):
            if not all(wanted[name] for name in names):
                continue
            here = self.encoded.codes[names[0]] == wanted[names[0]]
            for name in names[1:]:
                here &= self.encoded.codes[name] == wanted[name]
            found.append(np.flatnonzero(here)[:OF_A_CODE])
        return found

    def _holding(self, asked: Asked) -> Rows:
        """Find the records of which some name holds each of the fragments."""
        here: NDArray[np.bool_] | None = None
        for one in asked.fragments:
            for column, bits in zip(self.names, one.inner, strict=True):
                fits = (column & bits) == bits
                here = fits if here is None else here & fits
        rows = np.flatnonzero(here)[:MOST_HOLDING] if here is not None else np.zeros(0, np.int64)
        for one in asked.fragments:
            rows = rows[self._held(one, rows) > 0]
        return rows[:HOLDING]

    def _held(self, one: Fragment, rows: Rows) -> NDArray[np.float64]:
        """Weigh that one name of a record holds the letters, more if it begins with them."""
        found = np.zeros(len(rows))
        for name in PERSON_NAMES:
            bits = self.encoded.filters[name][rows]
            common = np.bitwise_count(bits & one.inner).sum(axis=1) / one.size
            weight = one.tokens * (OF_A_TOKEN * common - OF_A_MISS * (1 - common))
            begins = ((bits & one.beginning) == one.beginning).all(axis=1)
            holds = common >= (MOST_OF_IT if one.tokens >= LONG else 1)
            found = np.maximum(found, holds * (weight + begins * OF_A_BEGINNING))
        return found

    def _compare(self, asked: Encoded, rows: Rows) -> tuple[Floats, Floats]:
        pairs = Candidates(np.zeros_like(rows), rows, np.zeros(len(rows), np.uint32))
        nobody = np.full(1, np.nan, np.float32)
        rarity = {name: (nobody, share) for name, share in self.rarity.items()}
        compared = Compared(
            asked, self.encoded, rarity, np.zeros(len(rows), np.float32), Standing.none()
        )
        return compared.plain(pairs), compared.documents(pairs, slice(None))


def _index(record: Bits) -> Index:
    """Put filters in order; they are turned for the portable path alone."""
    if native.path() != "native":
        return Index.of(record)
    counts = native.bit_counts(record)
    order = np.argsort(counts, kind="stable").astype(np.uint32)
    none = turned(record[:0])
    return Index(np.ascontiguousarray(record[order]), counts[order], order, none)


def _rarity(codes: Bits, beside: Bits | None) -> Floats:
    whole = codes if beside is None else np.concatenate([beside, codes])
    _values, inverse, counts = np.unique(whole, return_inverse=True, return_counts=True)
    number = counts[inverse[len(whole) - len(codes) :]]
    share = np.log((number + OTHERS * SHARE_OF_OTHERS) / (len(whole) + OTHERS))
    share[codes == 0] = np.nan
    return share.astype(np.float32)


def _of_documents(documents: Floats) -> NDArray[np.float64]:
    """Weigh equal and different numbers as ``learning.with_documents`` does, which needs scikit-learn."""
    weight = np.where(documents == 1, DOCUMENT_WEIGHTS[:, 1], DOCUMENT_WEIGHTS[:, 0])
    return np.asarray(np.where(np.isnan(documents), 0.0, weight).sum(axis=1))


def _kinds(levels: Agreement, documents: Floats, is_held: bool, row: int) -> frozenset[Kind]:  # noqa: FBT001
    found = {
        kind
        for field, said in SAID.items()
        if (kind := said.get(int(levels.levels[field][row]))) is not None
    }
    found |= {OF_NUMBER[name] for n, name in enumerate(NUMBERS) if documents[row, n] == 1}
    if is_held and not found & {Kind.SURNAME, Kind.GIVEN, Kind.PATRONYMIC}:
        found.add(Kind.PART)
    return frozenset(found)

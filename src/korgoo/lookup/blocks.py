"""A list of encodings in memory that is asked for one person at a time. Pure: no database, no key.

Candidates are the likest records, those that share a number or a name and a year, and those whose names hold the
asked letters (a fragment). All of them are then judged by the weights of ``korgoo.matching``.
"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from korgoo.lookup.enums import Kind
from korgoo.matching import native
from korgoo.matching.candidates import Candidates
from korgoo.matching.encoding import NAME_BITS, PERSON_NAMES, Encoded
from korgoo.matching.features import Compared, Floats, Standing
from korgoo.matching.filter_index import Index
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
TALLIED = ("surname", "given")
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


@dataclass(frozen=True, slots=True)
class Tally:
    """How often each name stands in a list, and in the one beside it: their codes in order."""

    lists: tuple[Bits, ...]

    @classmethod
    def of(cls, codes: Bits, beside: "Tally | None" = None) -> Self:
        """Put the codes of n records in order."""
        return cls((*(beside.lists if beside else ()), np.sort(codes)))

    def shares(self, codes: Bits) -> Floats:
        """Say for some records how rare their name is: the logarithm of its share; not a number where there is none."""
        number = np.zeros(len(codes), np.int64)
        for one in self.lists:
            number += np.searchsorted(one, codes, "right") - np.searchsorted(one, codes, "left")
        total = sum(len(one) for one in self.lists)
        share = np.log((number + OTHERS * SHARE_OF_OTHERS) / (total + OTHERS))
        return np.where(codes == 0, np.nan, share).astype(np.float32)


@dataclass(slots=True)
class Block:
    """n encodings, ready to be asked."""

    encoded: Encoded
    index: Index
    names: tuple[Bits, ...]
    tallies: dict[str, Tally]

    @classmethod
    def of(cls, encoded: Encoded, beside: "Block | None" = None) -> Self:
        """Prepare encodings; how rare a name is, is counted in the list ``beside`` which they stand too."""

        def tally(name: str) -> Tally:
            return Tally.of(encoded.codes[name], beside.tallies[name] if beside else None)

        def column(word: int) -> Bits:
            one, other, third = (encoded.filters[name][:, word] for name in PERSON_NAMES)
            return one | other | third

        # Of a million each takes a part of a second, and whoever looks for somebody waits.
        with ThreadPoolExecutor(2) as pool:
            index = pool.submit(Index.of, encoded.record, portable=native.path() != "native")
            tallies = dict(zip(TALLIED, pool.map(tally, TALLIED), strict=True))
            columns = tuple(pool.map(column, range(NAME_BITS // 64)))
            return cls(encoded, index.result(), columns, tallies)

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
            # Only those that the first code leaves are looked at for the next one.
            rows = np.flatnonzero(self.encoded.codes[names[0]] == wanted[names[0]])
            for name in names[1:]:
                rows = rows[self.encoded.codes[name][rows] == wanted[name]]
            found.append(rows[:OF_A_CODE])
        return found

    def _holding(self, asked: Asked) -> Rows:
        """Find the records of which some name holds each of the fragments."""
        rows = self._with_bits(asked.fragments)[:MOST_HOLDING]
        for one in asked.fragments:
            rows = rows[self._held(one, rows) > 0]
        return rows[:HOLDING]

    def _with_bits(self, fragments: tuple[Fragment, ...]) -> Rows:
        """Find the records whose names together set all positions of the fragments: the word that asks most comes first."""
        words = [
            (int(np.bitwise_count(bits)), number, bits)
            for one in fragments
            for number, bits in enumerate(one.inner)
        ]
        rows: Rows | None = None
        for _count, number, bits in sorted(words, key=lambda word: -word[0]):
            column = self.names[number] if rows is None else self.names[number][rows]
            fits = np.flatnonzero((column & bits) == bits)
            rows = fits if rows is None else rows[fits]
        return np.zeros(0, np.int64) if rows is None else rows

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
        some, places = self.encoded.at(rows), np.arange(len(rows))
        pairs = Candidates(np.zeros_like(rows), places, np.zeros(len(rows), np.uint32))
        nobody = np.full(1, np.nan, np.float32)
        rarity = {
            name: (nobody, tally.shares(some.codes[name])) for name, tally in self.tallies.items()
        }
        compared = Compared(asked, some, rarity, np.zeros(len(rows), np.float32), Standing.none())
        return compared.plain(pairs), compared.documents(pairs, slice(None))


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

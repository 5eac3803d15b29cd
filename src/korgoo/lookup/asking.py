"""A reading of what was typed, in code: under the key that is open, for the list that is asked."""

from typing import TYPE_CHECKING

from korgoo.lookup.blocks import Asked, Fragment
from korgoo.lookup.people import split
from korgoo.lookup.reader import Reading
from korgoo.matching.columns import Columns
from korgoo.matching.encoding import NAME_BITS, Encoder
from korgoo.matching.hashing import Hasher
from korgoo.matching.skeletons import skeletons

if TYPE_CHECKING:
    from korgoo.matching.encoding import Encoded

LEAST_LETTERS = 2  # of a skeleton that can be looked for as a fragment


def ways_of(reading: Reading, encoder: Encoder) -> list[Asked]:
    """Encode a reading: as surname and given name in either order, a lone word as either."""
    fragments = _fragments(reading.words, encoder)
    return [Asked(one, fragments) for one in _records(reading, encoder)]


def _records(reading: Reading, encoder: Encoder) -> "list[Encoded]":
    names = [split(" ".join(reading.words))]
    surname, given, patronymic = names[0]
    if bool(surname) != bool(given):
        names.append((given, surname, patronymic))
    size = len(names)
    columns = Columns(
        surname=[one[0] for one in names],
        given=[one[1] for one in names],
        patronymic=[one[2] for one in names],
        birth=[reading.birth] * size,
        document=[reading.document] * size,
        number=[reading.number] * size,
        phone=[reading.phone] * size,
    )
    return each(encoder.encode(columns))


def each(encoded: "Encoded") -> "list[Encoded]":
    """Take n encodings apart: one by one."""
    from korgoo.lookup.rows import to_encoded, to_words

    words = to_words(encoded)
    return [to_encoded(words[n : n + 1]) for n in range(len(words))]


def _fragments(words: tuple[str, ...], encoder: Encoder) -> tuple[Fragment, ...]:
    found = []
    for word in words:
        for skeleton in skeletons(word):
            letters = skeleton.rstrip("oe") if len(skeleton) > LEAST_LETTERS + 2 else skeleton
            if len(letters) >= LEAST_LETTERS:
                found.append(_fragment(letters, encoder))
    return tuple(found)


def _fragment(letters: str, encoder: Encoder) -> Fragment:
    pairs = {letters[n : n + 2] for n in range(len(letters) - 1)}
    inner, beginning = Hasher(encoder.key).filters(
        "part",
        [pairs, {f"_{letters[0]}"}],
        bits=NAME_BITS,
        hashes=encoder.parameters.field_names,
    )
    return Fragment(inner, beginning, len(pairs))

"""An encoding as bytes: words of 64 bits for each form of a name, little-endian."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from korgoo.matching.encoding import CODES, NAME_BITS, PERSON_NAMES, RECORD_BITS, Encoded

Words = NDArray[np.uint64]
RECORD, FILTER = RECORD_BITS // 64, NAME_BITS // 64  # words
WIDTH = RECORD + FILTER * len(PERSON_NAMES) + len(CODES)
BYTES = WIDTH * 8
PHONE = WIDTH - len(CODES) + CODES.index("phone")


def to_words(encoded: Encoded) -> Words:
    """Lay n encodings side by side: n x WIDTH."""
    parts = [encoded.record, *(encoded.filters[name] for name in PERSON_NAMES)]
    parts += [encoded.codes[name][:, None] for name in CODES]
    return np.ascontiguousarray(np.concatenate(parts, axis=1))


def to_encoded(words: Words) -> Encoded:
    """Read n encodings, each array by itself."""
    record = np.ascontiguousarray(words[:, :RECORD])
    filters, place = {}, RECORD
    for name in PERSON_NAMES:
        filters[name] = np.ascontiguousarray(words[:, place : place + FILTER])
        place += FILTER
    # All codes at once: each by itself would go through all of the memory.
    codes = dict(zip(CODES, np.ascontiguousarray(words[:, place:].T), strict=True))
    return Encoded(record, filters, codes)


def to_bytes(words: Words) -> bytes:
    """Write encodings as bytes."""
    return words.astype("<u8").tobytes()


def whole(text: bytes | None) -> bytes:
    """Keep what is an encoding of this version; nothing of what did not open or has another length."""
    return wholes([text])[0]


def wholes(texts: Iterable[bytes | None]) -> list[bytes]:
    """Keep of many texts what ``whole`` keeps of each; a million calls would be felt."""
    return [text if text and len(text) % BYTES == 0 else b"" for text in texts]


def from_bytes(texts: Sequence[bytes]) -> tuple[Words, NDArray[np.int64]]:
    """Read the encodings of several cases.

    Returns:
        n x WIDTH, and for each of n the place of its case among ``texts``.
    """
    whole = np.frombuffer(b"".join(texts), "<u8").reshape(-1, WIDTH)
    forms = np.fromiter(map(len, texts), np.int64, len(texts)) // BYTES
    return whole, np.repeat(np.arange(len(texts)), forms)

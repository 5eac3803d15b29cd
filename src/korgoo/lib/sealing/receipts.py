"""The key behind a code of words: only who has the words has it."""

from dataclasses import dataclass, field

from korgoo.lib.sealing.keys import PrivateKey
from korgoo.lib.word_codes import derive


@dataclass(frozen=True, slots=True)
class Receipt:
    """Where things lie for the holder of a code, and the key that opens them."""

    locator: bytes = field(repr=False)
    private: PrivateKey


def receipt_of(canonical: str) -> Receipt:
    """Come from seven words to the key; slowly on purpose (PBKDF2, 600,000 iterations).

    Args:
        canonical: A code as ``word_codes.read_code`` gives it.
    """
    derived = derive(canonical)
    return Receipt(derived.locator, PrivateKey(derived.private))

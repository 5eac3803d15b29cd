"""Many screenings read at once by a guideline. NumPy and the rules only.

It gives outcome and reason of each, the same as `korgoo.identification.rules.read` would; for
dimensions, elements and what would change it, read the one screening.
"""

from korgoo.identification.bulk.encoding import ABSENT, NOT_ANSWERED, PRESENT, encode
from korgoo.identification.bulk.reading import OUTCOMES, REASONS, BulkReading, outcomes

__all__ = [
    "ABSENT",
    "NOT_ANSWERED",
    "OUTCOMES",
    "PRESENT",
    "REASONS",
    "BulkReading",
    "encode",
    "outcomes",
]

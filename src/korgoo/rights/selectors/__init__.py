from korgoo.rights.selectors.past import relatives, told_versions, versions_of
from korgoo.rights.selectors.told import (
    edition,
    edition_mark,
    numbers,
    statement,
    statements,
    successor,
)

__all__ = [
    "edition",
    "edition_mark",
    "numbers",
    "relatives",
    "statement",
    "statements",
    "successor",
    "told_versions",
    "versions_of",
]

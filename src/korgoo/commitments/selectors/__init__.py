from korgoo.commitments.selectors.commitments import (
    due,
    end_of,
    get_commitment,
    get_evidence,
    get_public,
    list_commitments,
    list_public,
    organisations_named,
    origin_kinds,
    public_version,
    standing_of,
    start_of,
)
from korgoo.commitments.selectors.wanted import Standing, Wanted

__all__ = [
    "Standing",
    "Wanted",
    "due",
    "end_of",
    "get_commitment",
    "get_evidence",
    "get_public",
    "list_commitments",
    "list_public",
    "organisations_named",
    "origin_kinds",
    "public_version",
    "standing_of",
    "start_of",
]

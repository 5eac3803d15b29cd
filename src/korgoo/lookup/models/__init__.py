from korgoo.lookup.models.encodings import CaseEncoding, HouseTally
from korgoo.lookup.models.judgements import Judgement
from korgoo.lookup.models.keys import KeyRotation, MatchingKey, MatchingKeyWrap
from korgoo.lookup.models.links import CaseLink, NotSame

__all__ = [
    "CaseEncoding",
    "CaseLink",
    "HouseTally",
    "Judgement",
    "KeyRotation",
    "MatchingKey",
    "MatchingKeyWrap",
    "NotSame",
]

"""What other missions may ask: who is like whom, and under which case a person is counted."""

from korgoo.lookup.enums import Kind
from korgoo.lookup.index import Index
from korgoo.lookup.selectors import Similar, link_key, link_keys, open_index, similar
from korgoo.lookup.services.encoding import encode_more
from korgoo.matching.strengths import Strength

with_index = open_index

__all__ = [
    "Index",
    "Kind",
    "Similar",
    "Strength",
    "encode_more",
    "link_key",
    "link_keys",
    "open_index",
    "similar",
    "with_index",
]

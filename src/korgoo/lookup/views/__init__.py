from korgoo.lookup.views.finding import find, make_findable, open_hit
from korgoo.lookup.views.keys import confirm_key, key, propose_key, refuse_key
from korgoo.lookup.views.links import like, take_apart

__all__ = [
    "confirm_key",
    "find",
    "key",
    "like",
    "make_findable",
    "open_hit",
    "propose_key",
    "refuse_key",
    "take_apart",
]

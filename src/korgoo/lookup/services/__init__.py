"""Deeds: making, giving and changing the matching key; encoding people; putting cases together."""

from korgoo.lookup.services.encoding import encode_more
from korgoo.lookup.services.links import put_together, take_apart, tell_apart
from korgoo.lookup.services.looking import note_search, open_both, open_person
from korgoo.lookup.services.rotation import confirm, propose, refuse

__all__ = [
    "confirm",
    "encode_more",
    "note_search",
    "open_both",
    "open_person",
    "propose",
    "put_together",
    "refuse",
    "take_apart",
    "tell_apart",
]

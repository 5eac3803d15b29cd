"""Deeds: the matching key; encoding people; putting cases together; noting how well matching judged."""

from korgoo.lookup.services.encoding import encode_more
from korgoo.lookup.services.judging import note_judgement, say_different, say_same
from korgoo.lookup.services.links import put_together, take_apart, tell_apart
from korgoo.lookup.services.looking import note_search, open_both, open_person
from korgoo.lookup.services.rotation import confirm, propose, refuse

__all__ = [
    "confirm",
    "encode_more",
    "note_judgement",
    "note_search",
    "open_both",
    "open_person",
    "propose",
    "put_together",
    "refuse",
    "say_different",
    "say_same",
    "take_apart",
    "tell_apart",
]

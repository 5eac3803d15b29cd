from korgoo.councils.selectors.bodies import (
    Sitting,
    all_bodies,
    all_seats,
    bodies_of,
    get_body,
    get_kept,
    get_seat,
    keeper_on,
    organisation_ids,
    sittings,
    successions,
)
from korgoo.councils.selectors.contacts import contacts, get_contact

__all__ = [
    "Sitting",
    "all_bodies",
    "all_seats",
    "bodies_of",
    "contacts",
    "get_body",
    "get_contact",
    "get_kept",
    "get_seat",
    "keeper_on",
    "organisation_ids",
    "sittings",
    "successions",
]

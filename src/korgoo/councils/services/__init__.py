from korgoo.councils.services.bodies import (
    BodyFacts,
    change_body,
    end_body,
    found_body,
    load_bodies,
)
from korgoo.councils.services.contacts import (
    ContactFacts,
    add_contact,
    check_contact,
    end_contact,
)
from korgoo.councils.services.seats import SeatFacts, add_seat, change_office, end_seat
from korgoo.councils.services.successions import record_succession

__all__ = [
    "BodyFacts",
    "ContactFacts",
    "SeatFacts",
    "add_contact",
    "add_seat",
    "change_body",
    "change_office",
    "check_contact",
    "end_body",
    "end_contact",
    "end_seat",
    "found_body",
    "load_bodies",
    "record_succession",
]

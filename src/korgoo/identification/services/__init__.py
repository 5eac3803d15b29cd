from korgoo.identification.services.editions import adopt_edition, hold_editions, keep_edition
from korgoo.identification.services.field import fill_from_field
from korgoo.identification.services.looking import look_again, look_at, print_reading
from korgoo.identification.services.screenings import (
    give_opinion,
    save_answers,
    set_age,
    start_screening,
)

__all__ = [
    "adopt_edition",
    "fill_from_field",
    "give_opinion",
    "hold_editions",
    "keep_edition",
    "look_again",
    "look_at",
    "print_reading",
    "save_answers",
    "set_age",
    "start_screening",
]

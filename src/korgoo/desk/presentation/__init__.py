"""What the pages of the desk show."""

from korgoo.desk.presentation.cards import looked_up
from korgoo.desk.presentation.contacts import call_page, case_page, contact_page, pass_on_page
from korgoo.desk.presentation.desk import desk_page
from korgoo.desk.presentation.forms import first_steps, join_form, new_form
from korgoo.desk.presentation.shifts import (
    hand_over_page,
    handover_page,
    left,
    opened_handover,
)

__all__ = [
    "call_page",
    "case_page",
    "contact_page",
    "desk_page",
    "first_steps",
    "hand_over_page",
    "handover_page",
    "join_form",
    "left",
    "looked_up",
    "new_form",
    "opened_handover",
    "pass_on_page",
]

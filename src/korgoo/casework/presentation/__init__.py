"""What the pages of a case show, gathered for one reader."""

from korgoo.casework.presentation.clocks import clock_view
from korgoo.casework.presentation.page import coded_facts, page_of_case, step, what_may
from korgoo.casework.presentation.parts import part_row, parts_in_sight
from korgoo.casework.presentation.sharing import (
    consents_in_short,
    glass_row,
    glass_state,
    sharing_in_short,
    sharing_of,
    sharing_row,
)

__all__ = [
    "clock_view",
    "coded_facts",
    "consents_in_short",
    "glass_row",
    "glass_state",
    "page_of_case",
    "part_row",
    "parts_in_sight",
    "sharing_in_short",
    "sharing_of",
    "sharing_row",
    "step",
    "what_may",
]

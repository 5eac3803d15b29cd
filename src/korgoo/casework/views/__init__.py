from korgoo.casework.views.case import case, facet, note, status
from korgoo.casework.views.consents import consent, consents, withdraw
from korgoo.casework.views.details import details
from korgoo.casework.views.lists import find, list_cases, watch
from korgoo.casework.views.opening import help_now, open_case
from korgoo.casework.views.screening import decide, screen

__all__ = [
    "case",
    "consent",
    "consents",
    "decide",
    "details",
    "facet",
    "find",
    "help_now",
    "list_cases",
    "note",
    "open_case",
    "screen",
    "status",
    "watch",
    "withdraw",
]

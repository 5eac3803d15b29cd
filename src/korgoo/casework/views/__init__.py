from korgoo.casework.views.case import case, facet, note, status
from korgoo.casework.views.consents import consent, consents, withdraw
from korgoo.casework.views.details import details
from korgoo.casework.views.lists import export, find, forget_list, list_cases, save_list, watch
from korgoo.casework.views.opening import help_now, open_case
from korgoo.casework.views.papers import add_paper, paper, papers, remove_paper
from korgoo.casework.views.screening import decide, screen
from korgoo.casework.views.told import told

__all__ = [
    "add_paper",
    "case",
    "consent",
    "consents",
    "decide",
    "details",
    "export",
    "facet",
    "find",
    "forget_list",
    "help_now",
    "list_cases",
    "note",
    "open_case",
    "paper",
    "papers",
    "remove_paper",
    "save_list",
    "screen",
    "status",
    "told",
    "watch",
    "withdraw",
]

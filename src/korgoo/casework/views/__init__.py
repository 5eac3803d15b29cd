from korgoo.casework.views.case import case, facet, note
from korgoo.casework.views.clocks import clock, clock_deed
from korgoo.casework.views.conflicts import conflict_ask, conflict_lift, conflicts
from korgoo.casework.views.consents import consent, consents, new_keys, proof, withdraw
from korgoo.casework.views.details import details
from korgoo.casework.views.exceptions import (
    exceptions,
    share,
    sharing,
    sharing_confirm,
    sharing_end,
    sharing_refuse,
    sharing_told,
)
from korgoo.casework.views.glass import glass, glass_confirm, glass_new, glass_refuse
from korgoo.casework.views.gone import notice_read, notices_read
from korgoo.casework.views.lists import export, find, forget_list, list_cases, save_list, watch
from korgoo.casework.views.opening import help_now, open_case
from korgoo.casework.views.papers import add_paper, paper, papers, remove_paper
from korgoo.casework.views.screening import decide, screen
from korgoo.casework.views.status import procedural, status, status_map, status_map_paper
from korgoo.casework.views.told import told

__all__ = [
    "add_paper",
    "case",
    "clock",
    "clock_deed",
    "conflict_ask",
    "conflict_lift",
    "conflicts",
    "consent",
    "consents",
    "decide",
    "details",
    "exceptions",
    "export",
    "facet",
    "find",
    "forget_list",
    "glass",
    "glass_confirm",
    "glass_new",
    "glass_refuse",
    "help_now",
    "list_cases",
    "new_keys",
    "note",
    "notice_read",
    "notices_read",
    "open_case",
    "paper",
    "papers",
    "procedural",
    "proof",
    "remove_paper",
    "save_list",
    "screen",
    "share",
    "sharing",
    "sharing_confirm",
    "sharing_end",
    "sharing_refuse",
    "sharing_told",
    "status",
    "status_map",
    "status_map_paper",
    "told",
    "watch",
    "withdraw",
]

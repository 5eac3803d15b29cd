from korgoo.casework.services.cases import (
    FirstContact,
    add_note,
    change_protection,
    decide_after_screening,
    open_case,
    update_coded_facts,
    write_facet,
)
from korgoo.casework.services.clocks import start_clock, stop_clocks
from korgoo.casework.services.consents import (
    ConsentTalk,
    close_expired_consents,
    record_consent,
    withdraw_consent,
)
from korgoo.casework.services.details import Details, open_details, save_details
from korgoo.casework.services.exports import export_cases
from korgoo.casework.services.filters import forget_filter, save_filter
from korgoo.casework.services.opening import open_facet, open_names, view_case
from korgoo.casework.services.papers import (
    PaperLine,
    add_paper,
    list_papers,
    open_paper,
    remove_paper,
)
from korgoo.casework.services.parties import add_party, end_party

__all__ = [
    "ConsentTalk",
    "Details",
    "FirstContact",
    "PaperLine",
    "add_note",
    "add_paper",
    "add_party",
    "change_protection",
    "close_expired_consents",
    "decide_after_screening",
    "end_party",
    "export_cases",
    "forget_filter",
    "list_papers",
    "open_case",
    "open_details",
    "open_facet",
    "open_names",
    "open_paper",
    "record_consent",
    "remove_paper",
    "save_details",
    "save_filter",
    "start_clock",
    "stop_clocks",
    "update_coded_facts",
    "view_case",
    "withdraw_consent",
    "write_facet",
]

from korgoo.casework.services.cases import (
    CODED,
    FirstContact,
    add_note,
    decide_after_screening,
    open_case,
    update_coded_facts,
    write_facet,
)
from korgoo.casework.services.clocks import start_clock, stop_clock, stop_clocks, stop_every_clock
from korgoo.casework.services.closing import (
    add_correction,
    assign,
    erase,
    open_cases_by_worker,
    set_closed,
    set_restricted,
)
from korgoo.casework.services.conflicts import ask_to_lift, lift_conflict, mark_conflict
from korgoo.casework.services.consents import (
    ConsentTalk,
    close_expired_consents,
    give_new_keys,
    record_consent,
    withdraw_by_person,
    withdraw_consent,
)
from korgoo.casework.services.details import Details, open_details, save_details
from korgoo.casework.services.exports import export_cases
from korgoo.casework.services.filters import forget_filter, save_filter
from korgoo.casework.services.glass import (
    Emergency,
    break_glass,
    confirm_glass,
    raise_overdue_glass,
    refuse_glass,
)
from korgoo.casework.services.keeping import (
    end_clock,
    extend_clock,
    pause_clock,
    resume_clock,
)
from korgoo.casework.services.notices import read_notice, read_notices
from korgoo.casework.services.opening import (
    open_facet,
    open_names,
    open_proof,
    open_words,
    view_case,
)
from korgoo.casework.services.papers import (
    PaperLine,
    add_paper,
    list_papers,
    open_paper,
    remove_paper,
)
from korgoo.casework.services.parties import add_party, end_party
from korgoo.casework.services.sharing import (
    SharingWish,
    confirm_sharing,
    end_run_out_sharing,
    end_sharing,
    note_telling,
    propose_sharing,
    refuse_sharing,
)
from korgoo.casework.services.status import change_procedural, change_protection, decide_status
from korgoo.casework.services.stepping import run_step

__all__ = [
    "CODED",
    "ConsentTalk",
    "Details",
    "Emergency",
    "FirstContact",
    "PaperLine",
    "SharingWish",
    "add_correction",
    "add_note",
    "add_paper",
    "add_party",
    "ask_to_lift",
    "assign",
    "break_glass",
    "change_procedural",
    "change_protection",
    "close_expired_consents",
    "confirm_glass",
    "confirm_sharing",
    "decide_after_screening",
    "decide_status",
    "end_clock",
    "end_party",
    "end_run_out_sharing",
    "end_sharing",
    "erase",
    "export_cases",
    "extend_clock",
    "forget_filter",
    "give_new_keys",
    "lift_conflict",
    "list_papers",
    "mark_conflict",
    "note_telling",
    "open_case",
    "open_cases_by_worker",
    "open_details",
    "open_facet",
    "open_names",
    "open_paper",
    "open_proof",
    "open_words",
    "pause_clock",
    "propose_sharing",
    "raise_overdue_glass",
    "read_notice",
    "read_notices",
    "record_consent",
    "refuse_glass",
    "refuse_sharing",
    "remove_paper",
    "resume_clock",
    "run_step",
    "save_details",
    "save_filter",
    "set_closed",
    "set_restricted",
    "start_clock",
    "stop_clock",
    "stop_clocks",
    "stop_every_clock",
    "update_coded_facts",
    "view_case",
    "withdraw_by_person",
    "withdraw_consent",
    "write_facet",
]

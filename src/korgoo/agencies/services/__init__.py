from korgoo.agencies.services.decisions import correct_decision, record_decision
from korgoo.agencies.services.facts import AgencyFacts, DecisionFacts, PermitFacts
from korgoo.agencies.services.lists import drop_list, keep_list, sweep, take_list
from korgoo.agencies.services.register import add_agency, add_name, add_permit, change_contacts
from korgoo.agencies.services.watches import watch

__all__ = [
    "AgencyFacts",
    "DecisionFacts",
    "PermitFacts",
    "add_agency",
    "add_name",
    "add_permit",
    "change_contacts",
    "correct_decision",
    "drop_list",
    "keep_list",
    "record_decision",
    "sweep",
    "take_list",
    "watch",
]

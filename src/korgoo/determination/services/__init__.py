from korgoo.determination.services.after import appeal, note_printed, notify
from korgoo.determination.services.claims import NewClaim, decide_claim, file_claim, pay_claim
from korgoo.determination.services.deciding import decide, dissent, review, say_conflict
from korgoo.determination.services.notes import (
    Giving,
    confirm_receipt,
    give_note,
    make_note,
    print_note,
)
from korgoo.determination.services.proposing import Proposal, Seat, open_reasons, propose, revise

__all__ = [
    "Giving",
    "NewClaim",
    "Proposal",
    "Seat",
    "appeal",
    "confirm_receipt",
    "decide",
    "decide_claim",
    "dissent",
    "file_claim",
    "give_note",
    "make_note",
    "note_printed",
    "notify",
    "open_reasons",
    "pay_claim",
    "print_note",
    "propose",
    "review",
    "revise",
    "say_conflict",
]

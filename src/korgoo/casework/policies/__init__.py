"""Rules of a case. No queries, no request: facts in, verdict out."""

from korgoo.casework.policies.cases import go_on, relation_of
from korgoo.casework.policies.clocks import (
    extend_clock,
    first_wake,
    keep_clock,
    pause_clock,
    resume_clock,
)
from korgoo.casework.policies.conflicts import lift_conflict, mark_conflict, watches_exceptions
from korgoo.casework.policies.consents import (
    decide_for,
    gate,
    purposes_offered,
    record_consent,
    scopes_offered,
    second_person,
    share_without_consent,
)
from korgoo.casework.policies.parts import (
    WITH_PAPERS,
    break_glass,
    keep_papers,
    open_facet,
    write_facet,
)
from korgoo.casework.policies.status import (
    change_procedural,
    change_protection,
    decide_after_screening,
    decide_status,
    follows_card,
    moves_by_hand,
    procedural_moves,
    record_procedural,
)

__all__ = [
    "WITH_PAPERS",
    "break_glass",
    "change_procedural",
    "change_protection",
    "decide_after_screening",
    "decide_for",
    "decide_status",
    "extend_clock",
    "first_wake",
    "follows_card",
    "gate",
    "go_on",
    "keep_clock",
    "keep_papers",
    "lift_conflict",
    "mark_conflict",
    "moves_by_hand",
    "open_facet",
    "pause_clock",
    "procedural_moves",
    "purposes_offered",
    "record_consent",
    "record_procedural",
    "relation_of",
    "resume_clock",
    "scopes_offered",
    "second_person",
    "share_without_consent",
    "watches_exceptions",
    "write_facet",
]

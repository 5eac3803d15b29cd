from korgoo.assistance.services.assessing import Findings, assess
from korgoo.assistance.services.children import Safeguard, decide_best_interest, record_guardian
from korgoo.assistance.services.conferring import Meeting, TaskGiven, finish_task, hold_conference
from korgoo.assistance.services.giving import Given, give
from korgoo.assistance.services.items import Plan, add_item, change_item, move_item
from korgoo.assistance.services.programmes import (
    export_programme,
    open_words,
    print_programme,
    review_programme,
    write_goals,
)

__all__ = [
    "Findings",
    "Given",
    "Meeting",
    "Plan",
    "Safeguard",
    "TaskGiven",
    "add_item",
    "assess",
    "change_item",
    "decide_best_interest",
    "export_programme",
    "finish_task",
    "give",
    "hold_conference",
    "move_item",
    "open_words",
    "print_programme",
    "record_guardian",
    "review_programme",
    "write_goals",
]

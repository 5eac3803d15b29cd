from korgoo.assistance.views.assessing import assess, assessment, best_interest, guardian
from korgoo.assistance.views.conferring import conference, finish_task
from korgoo.assistance.views.lists import waiting
from korgoo.assistance.views.papers import export, paper
from korgoo.assistance.views.planning import (
    change_item,
    given,
    goals,
    move_item,
    plan_item,
    review,
)
from korgoo.assistance.views.programme import item, programme, words

__all__ = [
    "assess",
    "assessment",
    "best_interest",
    "change_item",
    "conference",
    "export",
    "finish_task",
    "given",
    "goals",
    "guardian",
    "item",
    "move_item",
    "paper",
    "plan_item",
    "programme",
    "review",
    "waiting",
    "words",
]

"""What the pages of assistance show: plain rows, limited to what the reader may know."""

from korgoo.assistance.presentation.assessments import assessment_page, last_time, questions
from korgoo.assistance.presentation.forms import bodies_for_children, conference_groups
from korgoo.assistance.presentation.items import item_page
from korgoo.assistance.presentation.programmes import of_case, programme_page, words_page
from korgoo.assistance.presentation.shared import Group, moves_of
from korgoo.assistance.presentation.waiting import waiting_page

__all__ = [
    "Group",
    "assessment_page",
    "bodies_for_children",
    "conference_groups",
    "item_page",
    "last_time",
    "moves_of",
    "of_case",
    "programme_page",
    "questions",
    "waiting_page",
    "words_page",
]

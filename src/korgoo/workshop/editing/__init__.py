"""Changing a guideline, one deed at a time: plain data in, new plain data out.

Nothing here knows Django or changes what it is given. A guideline may be faulty in between; what
cannot be done at all raises ``CannotEdit`` and names file and item.
"""

from korgoo.workshop.editing.catalogues import (
    add_indicator,
    indicator_file,
    next_code,
    remove_indicator,
    set_rule,
    set_use,
    set_weight,
)
from korgoo.workshop.editing.errors import CannotEdit, Why
from korgoo.workshop.editing.finding import Target, file_of, find, whole
from korgoo.workshop.editing.records import add, move, remove, set_fields, set_text
from korgoo.workshop.editing.views import (
    add_page,
    add_question,
    add_view,
    move_page,
    move_question,
    remove_page,
    remove_question,
    remove_view,
    set_conditions,
)

__all__ = [
    "CannotEdit",
    "Target",
    "Why",
    "add",
    "add_indicator",
    "add_page",
    "add_question",
    "add_view",
    "file_of",
    "find",
    "indicator_file",
    "move",
    "move_page",
    "move_question",
    "next_code",
    "remove",
    "remove_indicator",
    "remove_page",
    "remove_question",
    "remove_view",
    "set_conditions",
    "set_fields",
    "set_rule",
    "set_text",
    "set_use",
    "set_weight",
    "whole",
]

from korgoo.consultation.selectors.adoptions import (
    deciding_organisations,
    deciding_roles,
    get_adoption,
    obstacles_of,
    organisations_in_force,
    person_name,
)
from korgoo.consultation.selectors.consultations import (
    count_on_part,
    find_consultation,
    get_comment,
    get_consultation,
    list_adopted,
    list_comments,
    list_running,
    standing_of,
    standings,
)
from korgoo.consultation.selectors.notices import get_notice, list_notices, list_unread

__all__ = [
    "count_on_part",
    "deciding_organisations",
    "deciding_roles",
    "find_consultation",
    "get_adoption",
    "get_comment",
    "get_consultation",
    "get_notice",
    "list_adopted",
    "list_comments",
    "list_notices",
    "list_running",
    "list_unread",
    "obstacles_of",
    "organisations_in_force",
    "person_name",
    "standing_of",
    "standings",
]

from korgoo.workshop.services.adopting import adopt_draft
from korgoo.workshop.services.bringing import bring, drop_brought, proposed, take_brought
from korgoo.workshop.services.drafts import (
    Edit,
    change_draft,
    drop_draft,
    name_draft,
    start_draft,
)
from korgoo.workshop.services.joining import join_newer
from korgoo.workshop.services.trying import try_draft

__all__ = [
    "Edit",
    "adopt_draft",
    "bring",
    "change_draft",
    "drop_brought",
    "drop_draft",
    "join_newer",
    "name_draft",
    "proposed",
    "start_draft",
    "take_brought",
    "try_draft",
]

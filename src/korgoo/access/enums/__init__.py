"""The vocabulary of access: roles and mandates, permissions, events of the trail."""

from korgoo.access.enums.events import LOOKS, Event
from korgoo.access.enums.permissions import Permission
from korgoo.access.enums.roles import (
    KEY_HOLDING_ROLES,
    Facet,
    Mandate,
    OrganisationKind,
    ReadingKind,
    Relation,
    Role,
)

__all__ = [
    "KEY_HOLDING_ROLES",
    "LOOKS",
    "Event",
    "Facet",
    "Mandate",
    "OrganisationKind",
    "Permission",
    "ReadingKind",
    "Relation",
    "Role",
]

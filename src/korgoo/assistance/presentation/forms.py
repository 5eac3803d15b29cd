"""What the forms of conferences and children offer."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from korgoo.access import api as access
from korgoo.assistance.presentation.shared import Group
from korgoo.lib.collation import by_name

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


def conference_groups(parts: list[str], tasks: list[list[str]]) -> list[Group]:
    """Put the questions of a conference under their headings."""
    return [
        Group("", ["held_on"]),
        Group(_("Who took part? Functions, no names"), parts, beside=True),
        Group("", ["questions"]),
        Group(_("What was decided?"), [name for task in tasks for name in task], beside=True),
        Group("", ["minutes"]),
    ]


def bodies_for_children(actor: "Actor") -> list[access.OrganisationCard]:
    """List the bodies that may have decided what is best for a child: one's own first."""
    found = {
        card.id: card
        for m in ("coordinate", "decide", "serve")
        for card in access.offer(m, actor=actor)
    }
    return [
        access.card(actor.organisation_id),
        *by_name(found.values()),
    ]

"""The page of one item of a programme."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import pgettext

from korgoo.access import policy
from korgoo.access.enums import Permission
from korgoo.assistance import selectors, wording
from korgoo.assistance.enums import (
    OPEN_STATES,
    Agreed,
    Cost,
    Delay,
)
from korgoo.assistance.presentation.shared import Row, moves_of, state_of_item
from korgoo.lib import codes

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.assistance.models import (
        ProgrammeItem,
    )


def item_page(case_id: UUID, item_id: UUID, *, actor: "Actor") -> Row:
    """Gather one item of a programme for who runs it, or gives it.

    Raises:
        NotFound: Not theirs.
    """
    item = selectors.get_item(case_id, item_id, actor=actor, permission=Permission.PROGRAMME_VIEW)
    seen = selectors.sight(case_id, actor=actor, permission=Permission.PROGRAMME_VIEW)
    may_report = bool(policy.decide(actor, Permission.WORK_REPORT, seen.case.relation))
    may_write = bool(policy.decide(actor, Permission.PROGRAMME_WRITE, seen.case.relation))
    return {
        "case": seen.case,
        "item": item,
        "title": wording.service_name(item.service),
        "tag": state_of_item(item),
        "facts": item_facts(item),
        "moves": moves_of(item) if may_report else [],
        "may_report": may_report,
        "may_change": may_write and item.state in OPEN_STATES,
    }


def item_facts(item: "ProgrammeItem") -> list[Row]:
    """List what is known of an item in words; what is not known is left out."""
    facts = [
        (pgettext("of an item", "Need"), item.get_need_display()),
        (pgettext("of an item", "Type of help"), item.get_plan_type_display()),
        (pgettext("of an item", "Who gives it"), wording.who_helps(item)),
        (pgettext("of an item", "Planned from"), item.planned_start),
        (pgettext("of an item", "Planned until"), item.planned_end),
        (pgettext("of an item", "Began"), item.actual_start),
        (pgettext("of an item", "Ended"), item.actual_end),
        (pgettext("of an item", "Who pays"), Cost(item.cost).label),
        (pgettext("of an item", "Agreed with the person"), Agreed(item.agreed).label),
        (pgettext("of an item", "Asked on"), item.agreed_on),
        (pgettext("of an item", "Why it is late"), Delay(item.delay).label if item.delay else ""),
        (pgettext("of an item", "Referral"), codes.spoken(item.referral_number)),
    ]
    return [{"name": name, "value": value} for name, value in facts if value]

from typing import TYPE_CHECKING

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.library.api import InboxItem


class PlanConfig(AppConfig):
    name = "korgoo.plan"

    def ready(self) -> None:
        from korgoo.library import api as library

        library.register_inbox("plan", _("Half-year reports"), find=_reports_due)


def _reports_due(actor: "Actor") -> "list[InboxItem]":
    """List the reports that the actor still has to write."""
    from django.utils import timezone

    from korgoo.access.enums import Permission
    from korgoo.library.api import InboxItem
    from korgoo.plan import api, policies

    if not policies.may(actor, Permission.REPORT_WRITE):
        return []
    return [
        InboxItem(
            ", ".join(part for part in (one.period, one.region) if part),
            one.address,
            timezone.localdate(one.due_at - api.A_MOMENT),
        )
        for one in api.reports_to_write(actor=actor)
    ]

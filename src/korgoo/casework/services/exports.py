from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit, policy
from korgoo.access.enums import Event, Permission
from korgoo.casework import selectors
from korgoo.casework.filters import CaseFilter, Order
from korgoo.lib import clock, codes
from korgoo.lib.errors import DomainError, NotFound

if TYPE_CHECKING:
    from datetime import datetime

    from korgoo.access.actor import Actor
    from korgoo.casework.models import Case

MOST = 10_000


@dataclass(frozen=True, slots=True)
class Export:
    """Cases taken out of the platform, under a number that leads back to who took them."""

    number: str
    at: "datetime"
    cases: "list[Case]"

    @property
    def spoken_number(self) -> str:
        """The number in groups of three digits."""
        return codes.spoken(self.number)


@transaction.atomic
def export_cases(wanted: CaseFilter, *, is_watch: bool, actor: "Actor") -> Export:
    """Take the coded facts of a list out of the platform. Leaves an audit row with the number.

    Args:
        wanted: Which cases, in which order.
        is_watch: Of all cases, not of the own ones.
        actor: Who takes them; the number on every page and line leads back to them.

    Raises:
        NotFound: The actor may not, or has no such list.
        DomainError: There are more than ten thousand.
    """
    if not policy.may_enter(actor, Permission.CASES_EXPORT):
        raise NotFound(_("We found no such page."))
    chosen = selectors.watched_cases if is_watch else selectors.own_cases
    rows = chosen(actor=actor, wanted=wanted)
    is_resting = wanted.order == Order.RESTING
    rows = rows.longest_resting_first() if is_resting else rows.newest_first()
    cases = list(rows[: MOST + 1])
    if len(cases) > MOST:
        raise DomainError(
            _("These are more than ten thousand cases. Choose fewer, then export them.")
        )
    made = Export(codes.new_code(), clock.now(), cases)
    audit.record(
        Event.CASES_EXPORTED, actor=actor, target=f"export:{made.number}", detail=str(len(cases))
    )
    return made

"""A code that the person made anew, between the deed and the page that shows it.

It waits in the row of the visit, sealed to the page's own key, and goes with the visit.
"""

from typing import TYPE_CHECKING

from korgoo.mypage import seals
from korgoo.mypage.models import PageSession

if TYPE_CHECKING:
    from korgoo.mypage.visits import Visit


def keep_for_person(visit: "Visit", code: str) -> None:
    """Seal a code that was just made into the visit."""
    sealed = seals.to_person(visit.page, {"code": code}, record=visit.page.pk)
    PageSession.objects.filter(pk=visit.session.pk).update(fresh=sealed)


def read_by_person(visit: "Visit") -> str:
    """Open the code that was made in this visit; empty when there was none."""
    sealed = bytes(visit.session.fresh)
    found = seals.open_by_person(sealed, record=visit.page.pk, private=visit.private)
    return str(found["code"]) if sealed and found else ""

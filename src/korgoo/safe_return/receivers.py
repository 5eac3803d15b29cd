"""What a return does when casework tells that a person no longer agrees."""

from typing import Any
from uuid import UUID

from korgoo.casework.enums import Scope
from korgoo.safe_return import sealed_places
from korgoo.safe_return.services import stop_what_ended


def consent_ended(case_id: UUID, recipient_id: int, scopes: Any, actor: Any, **_more: Any) -> None:
    """Take the places away and stop the packages that rest on what the person took back."""
    if {Scope.WHEREABOUTS, Scope.REFERRAL} & set(scopes):
        sealed_places.close_of_case(case_id, recipient_id, actor=actor)
    stop_what_ended(case_id=case_id, actor=actor)

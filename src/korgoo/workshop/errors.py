from typing import TYPE_CHECKING

from korgoo.lib.errors import DomainError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.utils.functional import _StrOrPromise

    from korgoo.workshop.models import DraftChange


class Stale(DomainError):
    """Somebody changed the same part of the draft meanwhile.

    Attributes:
        changes: what they changed, oldest first.
    """

    def __init__(self, message: "_StrOrPromise", changes: "Sequence[DraftChange]") -> None:
        super().__init__(message)
        self.changes = changes

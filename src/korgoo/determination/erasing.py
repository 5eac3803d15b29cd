"""What goes with a case when it is erased: why a body decided as it did."""

from uuid import UUID

from korgoo.determination.models import SealedReasons


def destroy_reasons(case_id: UUID) -> int:
    """Delete the sealed reasons of every decision in a case, with their keys; the decision stays coded.

    Returns:
        How many rows went.
    """
    gone, _by = SealedReasons.objects.filter(proceeding__case_id=case_id).delete()
    return gone

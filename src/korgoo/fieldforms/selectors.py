from typing import TYPE_CHECKING
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from korgoo.access import policy
from korgoo.access.enums import Permission
from korgoo.casework import api as casework
from korgoo.casework import places
from korgoo.fieldforms.exports import frame
from korgoo.fieldforms.incoming.faults import Fault, Place, Rule
from korgoo.fieldforms.incoming.known import Forms, Known
from korgoo.fieldforms.incoming.submission import Submission
from korgoo.fieldforms.models import FieldBatch, TakenSubmission
from korgoo.identification import api as identification
from korgoo.lib import clock
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Iterable

    from korgoo.access.actor import Actor
    from korgoo.countrypack.api import AgencyView

NO_SUCH = _("We found no such import.")
MOST = 50
# Each is fetched from its own missions: more would make the page slow.
MOST_TAKEN = 25


def get_batch(batch_id: UUID, *, actor: "Actor", lock: bool = False) -> FieldBatch:
    """Fetch an import of the actor's own organisation.

    Args:
        batch_id: As in the address.
        actor: Who asks.
        lock: Hold all waiting imports of the organisation until the transaction ends, so that two
            that bring the same form are taken one after the other.

    Raises:
        NotFound: No such import there, or the actor may not bring forms in.
    """
    if not policy.may_enter(actor, Permission.SUBMISSION_IMPORT):
        raise NotFound(NO_SUCH)
    own = FieldBatch.objects.visible_to(actor)
    if lock:
        list(own.waiting().select_for_update().values_list("pk", flat=True))
    found = own.filter(pk=batch_id).first()
    if found is None:
        raise NotFound(NO_SUCH)
    return found


def list_batches(*, actor: "Actor") -> list[FieldBatch]:
    """List the imports of the actor's organisation, newest first, without their answers."""
    return list(FieldBatch.objects.visible_to(actor).defer("rows")[:MOST])


def submissions_of(batch: FieldBatch) -> list[Submission]:
    """Read the filled forms of an import that waits; empty once it was taken or dropped."""
    return [Submission.from_data(row) for row in batch.rows]


def list_taken(batch: FieldBatch) -> list[TakenSubmission]:
    """List what became of the first forms of an import, those with danger before the others."""
    return list(batch.taken.order_by("-was_danger", "pk")[:MOST_TAKEN])


def known_now() -> Known:
    """Say what a filled form is compared with today."""
    spoken = frozenset(code for code, _name in places.languages())
    return Known(_forms_of, spoken, timezone.localtime(clock.now()))


def faults_outside(
    submissions: "Iterable[Submission]", places_of: "Iterable[Place]", *, actor: "Actor"
) -> list[Fault]:
    """Find what is wrong with forms that make sense by themselves.

    Args:
        submissions: The forms.
        places_of: Where each stands in its file.
        actor: Who brings them. A case of others is no case: it gets the same words as a wrong code.

    Returns:
        Forms taken before, and codes that no own case has.
    """
    placed = list(zip(submissions, places_of, strict=True))
    before = TakenSubmission.objects.filter(
        organisation_id=actor.organisation_id,
        instance_id__in={number for one, _place in placed for number in one.numbers},
    )
    taken = set(before.values_list("instance_id", flat=True))
    codes = {one.case_code for one, _place in placed if one.case_code}
    own = casework.own_cases(codes, actor=actor)
    return [fault for one, place in placed for fault in _outside(one, place, taken, set(own))]


def _outside(one: Submission, place: Place, taken: set[UUID], own: set[str]) -> "Iterable[Fault]":
    if one.numbers & taken:
        yield Fault(place, "", Rule.TAKEN_BEFORE, str(one.instance_id))
    if one.case_code and one.case_code not in own:
        yield Fault(place, frame.CASE_CODE, Rule.CASE_CODE, one.case_code)


def exportable(edition: identification.Edition) -> "dict[str, AgencyView]":
    """List the views of an edition in which answers are entered; a pocket card has no answers."""
    return {key: view for key, view in edition.data.views.items() if view.pocket is None}


def _forms_of(digest: str) -> Forms | None:
    try:
        edition = identification.edition_by_digest(digest)
    except NotFound:
        return None
    return Forms(edition.digest, edition.valid_from, exportable(edition))

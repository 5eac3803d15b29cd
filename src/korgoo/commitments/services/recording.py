from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import api as access
from korgoo.commitments import policies
from korgoo.commitments.enums import Deed, OriginKind
from korgoo.commitments.errors import CannotPromise
from korgoo.commitments.models import Commitment
from korgoo.commitments.origins import Origin
from korgoo.commitments.services.steps import leave, need
from korgoo.lib import clock, codes

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


@dataclass(frozen=True, slots=True)
class Letter:
    """The letter in which something was promised, as typed by hand."""

    number: str
    day: date


@dataclass(frozen=True, slots=True)
class Promise:
    """What is promised.

    Attributes:
        promiser_id: who promises.
        what: in one language, as written.
        due_on: the last day; None when no day was named.
        beneficiary: to whom, in words; may be empty beside an organisation.
        beneficiary_id: to which organisation.
        made_on: the day of the promise; None for today.
    """

    promiser_id: int
    what: str
    due_on: date | None
    beneficiary: str = ""
    beneficiary_id: int | None = None
    made_on: date | None = None


@transaction.atomic
def record(
    promise: Promise,
    origin: Origin,
    *,
    actor: "Actor",
    letter: Letter | None = None,
    is_public: bool = False,
) -> Commitment:
    """Write down what an organisation promised.

    Args:
        promise: Who promised what to whom by when.
        origin: Where.
        actor: Who writes it down.
        letter: Number and day, for a letter.
        is_public: Whether everybody is to see it; only the promising organisation chooses that.

    Raises:
        Forbidden: The actor's role does not include it, or another organisation promised.
        CannotPromise: Something is missing, or a day makes no sense.
    """
    today = clock.today()
    bearer = access.bearers_on([promise.promiser_id], today)[promise.promiser_id]
    policies.record(
        actor, bearer_id=bearer, origin_kind=origin.kind, is_public=is_public
    ).require()
    _check(promise, origin, letter)
    now = clock.now()
    row = Commitment(
        code=codes.new_code(),
        promiser_id=promise.promiser_id,
        beneficiary=promise.beneficiary.strip(),
        beneficiary_organisation_id=promise.beneficiary_id,
        what=promise.what.strip(),
        due_on=promise.due_on,
        origin_kind=origin.kind,
        origin_key=origin.key,
        origin_label=origin.label,
        origin_address=origin.address,
        letter_number=letter.number.strip() if letter else "",
        letter_day=letter.day if letter else None,
        is_public=is_public,
        made_on=promise.made_on or (letter.day if letter else today),
        recorded_at=now,
        recorded_by_id=actor.user_id,
        organisation_id=actor.organisation_id,
        changed_at=now,
    )
    row.save()
    leave(row, Deed.MADE, actor=actor)
    return row


def _check(promise: Promise, origin: Origin, letter: Letter | None) -> None:
    if not promise.what.strip():
        raise CannotPromise(_("Write what is promised."))
    if not promise.beneficiary.strip() and promise.beneficiary_id is None:
        raise CannotPromise(_("Say to whom it is promised."))
    if (letter is not None) != (origin.kind == OriginKind.LETTER):
        raise CannotPromise(_("Write the number and the day of the letter."))
    if letter is not None and not letter.number.strip():
        raise CannotPromise(_("Write the number of the letter."))
    today = clock.today()
    need(policies.plausible(promise.due_on, today=today))
    need(policies.past(promise.made_on, today=today))
    need(policies.past(letter.day if letter else None, today=today))

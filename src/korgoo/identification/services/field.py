from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.identification import agency_views, editions, guidelines
from korgoo.identification.enums import AgeCheck, Moved, Opinion, Talk
from korgoo.identification.services.screenings import Start, begin, give_opinion, save_answers
from korgoo.lib.errors import DomainError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from korgoo.access.actor import Actor
    from korgoo.identification.guidelines import Choice
    from korgoo.identification.models import Screening


@transaction.atomic
def fill_from_field(  # noqa: PLR0913 - a whole card at once
    subject: UUID,
    *,
    view: str,
    edition_digest: str,
    talk: Talk,
    choices: "Sequence[Choice]",
    opinion: Opinion,
    asked_at: "datetime",
    age_check: AgeCheck | None = None,
    moved: Moved | None = None,
    actor: "Actor",
) -> "Screening":
    """Take over a card that was filled elsewhere, as if it had been typed in.

    It is read under the edition of the form it was filled on, whichever holds now.

    Args:
        subject: Number of a case of the actor's organisation.
        view: Key of the agency view.
        edition_digest: The beginning of the digest of the form's edition.
        talk: Could the person speak freely?
        choices: What was chosen.
        opinion: The officer's own, given on the form before any reading.
        asked_at: When the questions were asked, aware.
        age_check: When the case says it.
        moved: Did the person leave home for this work?
        actor: Who brings the forms in.

    Raises:
        NotFound: No such view or edition, or the actor may not fill cards.
        DomainError: That edition does not have the view.
    """
    edition = editions.by_digest(edition_digest)
    try:
        described = agency_views.view_of(view, edition.data)
    except KeyError:
        raise DomainError(_("That edition does not have this card.")) from None
    start = Start(view, talk, age_check, moved, asked_at)
    card = begin(subject, start, edition=edition, actor=actor)
    asked = [question.key for question in guidelines.questions_of(described)]
    save_answers(card.pk, choices, asked=asked, actor=actor)
    filled = give_opinion(card.pk, opinion, actor=actor)
    audit.record(Event.SCREENING_ANSWERED, actor=actor, target=filled, detail="field")
    return filled

"""Who may do what in a consultation. No queries, no request: facts in, verdict out."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from korgoo.access import policy
from korgoo.access.enums import Permission, Relation
from korgoo.consultation.enums import (
    MOST_DAYS_OPEN,
    MOST_ON_DRAFT,
    MOST_ON_PART,
    AdoptionState,
    AnswerKind,
    Wait,
)
from korgoo.lib.verdict import ALLOWED, Verdict

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.consultation.models import Adoption, Consultation
    from korgoo.consultation.standing import Standing

ADOPTED = _("This draft was adopted. The consultation is over.")
FROZEN = _(
    "Adoption of this draft was proposed. Nothing changes until it is confirmed or taken back."
)

DONE = {
    AdoptionState.CONFIRMED: ADOPTED,
    AdoptionState.WITHDRAWN: _("This proposal was taken back."),
}


def may(actor: "Actor", permission: Permission) -> Verdict:
    """Say whether somebody's role and organisation include a permission; no case is asked about."""
    return policy.decide(actor, permission, Relation.NONE)


def comment(actor: "Actor", standing: "Standing") -> Verdict:
    """Say whether somebody may comment for their organisation now."""
    verdict = may(actor, Permission.COMMENT_WRITE)
    if not verdict:
        return verdict
    if standing.row.takes_comments:
        return ALLOWED
    return Verdict(_("The time for comments is over."))


def room(on_part: int, on_draft: int) -> Verdict:
    """Say whether an organisation may write one more comment.

    Args:
        on_part: How many it wrote on the same part.
        on_draft: How many it wrote on the draft, part by part and whole.
    """
    if on_part >= MOST_ON_PART:
        words = _(
            "Your organisation has written %(number)s comments on this part. "
            "There is no room for more."
        )
        return Verdict(words % {"number": MOST_ON_PART})
    if on_draft >= MOST_ON_DRAFT:
        words = _(
            "Your organisation has written %(number)s comments on this draft. "
            "There is no room for more."
        )
        return Verdict(words % {"number": MOST_ON_DRAFT})
    return ALLOWED


def answer(actor: "Actor", standing: "Standing") -> Verdict:
    """Say whether somebody may answer comments, or correct an answer, now."""
    return may(actor, Permission.COMMENT_ANSWER) and _not_frozen(standing)


def first(found: "Consultation | None") -> Verdict:
    """Say whether a draft was never put to consultation: once is enough, the day can be moved."""
    if found is None:
        return ALLOWED
    return Verdict(_("This draft was put to consultation before."))


def extend(actor: "Actor", standing: "Standing") -> Verdict:
    """Say whether somebody may give more time for comments, also after the last day."""
    return may(actor, Permission.CONSULTATION_OPEN) and _not_frozen(standing)


def propose(actor: "Actor", standing: "Standing") -> Verdict:
    """Say whether somebody may propose adoption; what stands in its way is not asked here."""
    return may(actor, Permission.ADOPTION_DECIDE) and _not_frozen(standing) and standing.decision


def confirm(actor: "Actor", adoption: "Adoption", decision: Verdict) -> Verdict:
    """Say whether somebody is the second person for an adoption.

    Args:
        actor: Who wants to.
        adoption: As it stands.
        decision: What the draft's own mission says of the actor.
    """
    verdict = withdraw(actor, adoption)
    if verdict and actor.user_id == adoption.proposed_by_id:
        return Verdict(
            _("You proposed this adoption. A second person must read the draft and confirm it.")
        )
    return verdict and decision


def withdraw(actor: "Actor", adoption: "Adoption") -> Verdict:
    """Say whether somebody may take a proposed adoption back: both persons may."""
    verdict = may(actor, Permission.ADOPTION_DECIDE)
    if not verdict:
        return verdict
    return Verdict(DONE.get(adoption.state, ""))


def last_day(day: date, *, today: date, before: date | None = None) -> Verdict:
    """Say whether comments may be open until a day.

    Args:
        day: The last day for comments.
        today: In the country.
        before: The last day so far; time is given, never taken away.
    """
    if day < today:
        return Verdict(_("Choose today or a later day."))
    if before is not None and day <= before:
        return Verdict(_("Choose a later day than before: time for comments is never taken away."))
    if day > today + timedelta(days=MOST_DAYS_OPEN):
        return Verdict(_("Choose a day within one year."))
    return ALLOWED


def day_of_effect(day: date, *, today: date) -> Verdict:
    """Say whether a draft may take effect on a day: never in the past."""
    return ALLOWED if day >= today else Verdict(_("Choose today or a later day."))


def reason(kind: str, text: str) -> Verdict:
    """Say whether an answer needs a reason that is not there."""
    if kind == AnswerKind.ACCEPTED or text:
        return ALLOWED
    return Verdict(_("Say why: the organisation reads it, and so does everybody who comes later."))


def up_to_date(mark: str, *, seen: str) -> Verdict:
    """Say whether nobody answered a comment since a form to answer it was shown.

    Args:
        mark: The comment's ``answer_mark`` as it is now.
        seen: The same when the form was shown.
    """
    if mark == seen:
        return ALLOWED
    return Verdict(_("This comment was answered meanwhile. Read that answer first."))


def waits(actor: "Actor", standing: "Standing") -> tuple[Wait, ...]:
    """List what a consultation waits for from somebody.

    Their own organisation's comment is not awaited on a draft that it put to consultation itself.
    """
    found = {
        Wait.COMMENT: _awaits_comment(actor, standing),
        Wait.ANSWER: standing.unanswered > 0 and bool(answer(actor, standing)),
        Wait.PROPOSE: _is_ripe(standing) and bool(propose(actor, standing)),
        Wait.CONFIRM: _awaits_confirmation(actor, standing),
    }
    return tuple(wait for wait, is_so in found.items() if is_so)


def _awaits_comment(actor: "Actor", standing: "Standing") -> bool:
    is_other = standing.row.organisation_id != actor.organisation_id
    return is_other and standing.own == 0 and bool(comment(actor, standing))


def _awaits_confirmation(actor: "Actor", standing: "Standing") -> bool:
    adoption = standing.adoption
    return adoption is not None and bool(confirm(actor, adoption, standing.decision))


def _is_ripe(standing: "Standing") -> bool:
    return not standing.row.takes_comments and standing.unanswered == 0


def _not_frozen(standing: "Standing") -> Verdict:
    if standing.is_adopted:
        return Verdict(ADOPTED)
    return Verdict(FROZEN) if standing.is_frozen else ALLOWED

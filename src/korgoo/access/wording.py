"""The events of the audit trail, and the titles of kept forms, in words."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from korgoo.access.enums import Event

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

MEMBER_FORM = _("Add a member or a role")
EVENTS: "dict[Event, _StrOrPromise]" = {
    Event.CODE_ISSUED: _("One-time code handed out"),
    Event.CODE_USED: _("Password set with a one-time code"),
    Event.HEAD_SIGNED: _("End of the audit trail signed"),
    Event.KEY_APPROVED: _("Key of a colleague approved"),
    Event.KEY_CREATED: _("Key of the organisation or its printed key made"),
    Event.KEY_RECOVERED: _("Key opened with the printed key"),
    Event.KEY_REFUSED: _("Key of a colleague refused"),
    Event.MEMBER_ADDED: _("Role given"),
    Event.MEMBER_LEFT: _("Role ended"),
    Event.ORGANISATION_ADDED: _("Organisation added or changed"),
    Event.PASSWORD_CHANGED: _("Password changed"),
    Event.SESSION_OPENED: _("Signed in"),
    Event.SESSION_UNLOCKED: _("Session unlocked"),
    Event.ATTACHMENT_OPENED: _("Sealed proof or reason read"),
    Event.CASE_OPENED: _("Case opened"),
    Event.CASE_STATUS_CHANGED: _("Status of a case changed"),
    Event.CASE_VIEWED: _("Case looked at"),
    Event.CLOCK_STARTED: _("Time limit started"),
    Event.CLOCK_STOPPED: _("Time limit stopped"),
    Event.CODED_FACTS_CHANGED: _("Coded facts changed"),
    Event.CONFLICT_LIFT_ASKED: _("Asked to lift a conflict-of-interest mark"),
    Event.CONFLICT_LIFTED: _("Conflict-of-interest mark lifted"),
    Event.CONFLICT_MARKED: _("Case closed to a member: conflict of interest"),
    Event.CONSENT_RECORDED: _("Consent recorded"),
    Event.CONSENT_WITHDRAWN: _("Consent withdrawn"),
    Event.FACET_OPENED: _("Sealed part read"),
    Event.FACET_REKEYED: _("Sealed part given a new key"),
    Event.FACET_SHARED: _("Sealed part shared"),
    Event.FACET_WRITTEN: _("Sealed part written"),
    Event.GLASS_ASKED: _("Emergency opening asked for"),
    Event.GLASS_BROKEN: _("Emergency opening, alone"),
    Event.GLASS_CONFIRMED: _("Emergency opening confirmed by a second person"),
    Event.GLASS_OVERDUE: _("Emergency opening that nobody confirmed in time"),
    Event.GLASS_REFUSED: _("Emergency opening refused"),
    Event.CASE_NOTICE_READ: _("Notice about a case read"),
    Event.SHARING_ASKED: _("Sharing without consent proposed"),
    Event.SHARING_CONFIRMED: _("Sharing without consent confirmed by a second person"),
    Event.SHARING_ENDED: _("Sharing without consent ended"),
    Event.SHARING_REFUSED: _("Sharing without consent refused"),
    Event.SHARING_TOLD: _("Noted whether the person was told of sharing without consent"),
    Event.ADOPTION_CONFIRMED: _("Adoption confirmed by a second person"),
    Event.ADOPTION_PROPOSED: _("Adoption proposed"),
    Event.ADOPTION_WITHDRAWN: _("Proposal to adopt taken back"),
    Event.COMMENT_ANSWERED: _("Comment answered"),
    Event.COMMENT_WRITTEN: _("Comment written"),
    Event.CONSULTATION_CLOSED: _("Consultation closed"),
    Event.CONSULTATION_OPENED: _("Consultation opened"),
    Event.NOTICE_READ: _("Notice of a change read"),
    Event.NOTICE_SENT: _("Notice of a change sent"),
    Event.SUBMISSIONS_DROPPED: _("Collected forms thrown away"),
    Event.SUBMISSIONS_TAKEN: _("Collected forms taken over"),
    Event.SUBMISSIONS_UPLOADED: _("Collected forms uploaded"),
    Event.EDITION_ADOPTED: _("Edition of the guideline adopted"),
    Event.EDITION_KEPT: _("Edition of the guideline kept"),
    Event.SCREENING_ANSWERED: _("Screening answered"),
    Event.SCREENING_DECIDED: _("Screening decided"),
    Event.SCREENING_PRINTED: _("Reading of a card printed"),
    Event.SCREENING_REREAD: _("Card read again under another edition"),
    Event.SCREENING_VIEWED: _("Reading of a card looked at by the co-ordinator"),
    Event.ARTICLES_ADOPTED: _("Articles of the lawbook adopted"),
    Event.PACKAGE_CHANGED: _("Package of amendments changed"),
    Event.PACKAGE_DROPPED: _("Package of amendments dropped"),
    Event.PACKAGE_STARTED: _("Package of amendments started"),
    Event.DRAFT_CHANGED: _("Draft of the guideline changed"),
    Event.DRAFT_DROPPED: _("Draft of the guideline dropped"),
    Event.DRAFT_IMPORTED: _("Draft of the guideline brought as files"),
    Event.DRAFT_STARTED: _("Draft of the guideline started"),
    Event.DRAFT_TRIED: _("Draft of the guideline tried on past cards"),
    Event.SCREENING_OPINION_GIVEN: _("Own opinion in a screening given"),
    Event.SCREENING_STARTED: _("Screening started"),
    Event.REFERRAL_ACCEPTED: _("Referral accepted"),
    Event.REFERRAL_COMPLETED: _("Referral completed"),
    Event.REFERRAL_CONFIRMED: _("Help confirmed by the person"),
    Event.REFERRAL_DECLINED: _("Referral declined"),
    Event.REFERRAL_DRAFTED: _("Referral drafted"),
    Event.REFERRAL_EXPIRED: _("Referral expired"),
    Event.REFERRAL_INFORMATION_ASKED: _("More information asked for a referral"),
    Event.REFERRAL_INFORMATION_GIVEN: _("More information given for a referral"),
    Event.REFERRAL_LETTER_MADE: _("Letter of a referral made"),
    Event.REFERRAL_RECEIVED: _("Referral received"),
    Event.REFERRAL_SENT: _("Referral sent"),
    Event.REFERRAL_SERVICE_STARTED: _("Service started"),
    Event.REFERRAL_UNCONFIRMED: _("Help not confirmed by the person"),
    Event.REFERRAL_RETURN_NOTED: _("Returned referral noted"),
    Event.REFERRAL_WITHDRAWN: _("Referral withdrawn"),
}


def event_words(name: str) -> str:
    """Put a stored event into words; one that the platform no longer knows stays as it is."""
    try:
        return str(EVENTS[Event(name)])
    except (KeyError, ValueError):
        return name

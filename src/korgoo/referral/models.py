import uuid
from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Case, F, Q, When
from django.utils.translation import gettext_lazy as _

from korgoo.access.actor import Actor
from korgoo.lib import codes
from korgoo.referral.enums import (
    LIVE,
    MOVES,
    RETURNED,
    UNANSWERED,
    ConfirmedHow,
    DeclineReason,
    Helped,
    ReferralState,
    Urgency,
)


class ReferralQuerySet(models.QuerySet["Referral"]):
    """Named questions about referrals."""

    def visible_to(self, actor: Actor) -> Self:
        """Keep what the actor's organisation sent, or received; the co-ordinator sees all sent ones.

        A draft is the sender's alone, thrown away or not.
        """
        sent = Q(sent_at__isnull=False)
        if actor.is_coordinator:
            return self.filter(sent | Q(sender_id=actor.organisation_id))
        own = Q(sender_id=actor.organisation_id)
        return self.filter(own | (sent & Q(receiver_id=actor.organisation_id)))

    def live(self) -> Self:
        """Keep what is under way. The end is asked too: by it an engine finds the few among all."""
        return self.filter(state__in=LIVE, closed_at__isnull=True)

    def unanswered(self) -> Self:
        return self.filter(state__in=UNANSWERED)

    def most_urgent_first(self) -> Self:
        """Put first what is not answered, then what is most urgent, then what waits longest."""
        answered = Case(When(state__in=UNANSWERED, then=0), default=1)
        ranks = [When(urgency=u, then=n) for n, u in enumerate(Urgency.values)]
        return self.order_by(answered, Case(*ranks, default=len(ranks)), "sent_at")

    def returned(self) -> Self:
        """Keep those that came back without help, and that nobody has taken note of."""
        return self.filter(state__in=RETURNED, sent_at__isnull=False, noted_at__isnull=True)

    def awaiting_word(self, number: str | None) -> Self:
        """Keep the one with this number, if help was reported and the person has not answered."""
        return self.filter(number=number or "", state=ReferralState.COMPLETED)

    def overdue_for_receipt(self, moment: datetime) -> Self:
        return self.filter(state__in=UNANSWERED, expires_at__lte=moment)


class Referral(models.Model):
    """A request by one organisation that another help a person, with that person's consent.

    It carries codes only. What names the person stays sealed in the case, open to the receiver as
    far as consent goes.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.CharField(_("number"), max_length=9, unique=True, default=codes.new_code)
    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="referrals")
    sender = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="referrals_sent"
    )
    receiver = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="referrals_received"
    )
    kind = models.SlugField(_("type"), max_length=40)
    urgency = models.CharField(_("urgency"), max_length=10, choices=Urgency)
    needs = models.JSONField(_("needs"), default=list)
    cautions = models.JSONField(_("cautions"), default=list)
    needs_interpreter = models.BooleanField(_("interpreter needed"), default=False)
    needs_transport = models.BooleanField(_("transport needed"), default=False)
    people = models.PositiveSmallIntegerField(_("people who come"), default=1)
    children = models.PositiveSmallIntegerField(_("children among them"), default=0)
    state = models.CharField(
        _("state"), max_length=20, choices=ReferralState, default=ReferralState.DRAFT
    )
    created_at = models.DateTimeField(_("written"))
    created_by_id = models.BigIntegerField(_("written by"))
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    expires_at = models.DateTimeField(_("expires"), null=True, blank=True)
    received_at = models.DateTimeField(_("received"), null=True, blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    service_from = models.DateTimeField(_("help began"), null=True, blank=True)
    completed_at = models.DateTimeField(_("help reported"), null=True, blank=True)
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)
    questions = models.JSONField(_("questions of the receiver"), default=list)
    decline_reason = models.CharField(
        _("reason"), max_length=20, choices=DeclineReason, blank=True
    )
    alternative = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    helped = models.CharField(_("the person says"), max_length=10, choices=Helped, blank=True)
    confirmed_how = models.CharField(
        _("confirmed"), max_length=20, choices=ConfirmedHow, blank=True
    )
    confirmation_hash = models.CharField(
        _("hash of the person's code"), max_length=200, blank=True
    )
    wrong_codes = models.PositiveSmallIntegerField(_("wrong codes"), default=0)
    noted_at = models.DateTimeField(_("return noted"), null=True, blank=True)
    is_on_paper = models.BooleanField(_("sent on paper, to who is not connected"), default=False)
    answers_here_since = models.DateTimeField(
        _("first own step of the receiver"), null=True, blank=True
    )
    shared_at = models.DateTimeField(
        _("shared after the receiver enrolled"), null=True, blank=True
    )

    objects = ReferralQuerySet.as_manager()

    class Privacy:
        holds = "needs of a person under codes; no name, no text"
        kept = "as long as the case"

    class Meta:
        verbose_name = _("referral")
        ordering = ["-created_at"]
        indexes = [
            models.Index(fields=["receiver", "state", "-sent_at"], name="referral_inbox"),
            models.Index(fields=["sender", "state", "-sent_at"], name="referral_sent_list"),
            models.Index(fields=["state", "-sent_at"], name="referral_watch"),
            models.Index(
                # The end is a column too: only so need SQLite fetch no row to count them.
                fields=["receiver", "state", "sent_at", "closed_at"],
                condition=Q(closed_at__isnull=True),
                name="referral_live",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="referral_not_to_self", condition=~Q(sender=F("receiver"))
            ),
            models.CheckConstraint(
                name="referral_sent_at_with_state",
                condition=Q(state__in=["draft", "withdrawn"]) | Q(sent_at__isnull=False),
            ),
            models.CheckConstraint(
                name="referral_declined_with_reason",
                condition=~Q(state="declined") | ~Q(decline_reason=""),
            ),
            models.CheckConstraint(
                name="referral_confirmed_by_the_person",
                condition=~Q(state="confirmed") | (~Q(helped="") & ~Q(confirmed_how="")),
            ),
            models.CheckConstraint(
                name="referral_children_are_people", condition=Q(children__lte=F("people"))
            ),
            models.CheckConstraint(
                name="referral_on_paper_was_sent",
                condition=Q(is_on_paper=False) | Q(sent_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def spoken_number(self) -> str:
        """The number in groups of three digits."""
        return codes.spoken(self.number)

    @property
    def is_answered_by_sender(self) -> bool:
        """Tell whether the sender still writes down what the receiver answers on paper or by phone.

        Enrolling alone does not end it: a key says nothing of whether anybody reads here yet, and
        the referral would be a dead end again. The receiver's own first step does: nobody speaks
        for who speaks for itself.
        """
        return self.is_on_paper and self.answers_here_since is None

    def was_recorded_by_sender(self, moment: datetime | None) -> bool:
        """Tell whether an answer of this moment is the sender's record, not the receiver's act."""
        if not self.is_on_paper or moment is None:
            return False
        return self.answers_here_since is None or moment < self.answers_here_since

    def can_move_to(self, state: ReferralState) -> bool:
        """Tell whether the table of moves allows this step."""
        return state in MOVES[ReferralState(self.state)]

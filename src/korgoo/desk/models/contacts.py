import uuid
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from korgoo.casework.enums import CHILD_BANDS, AgeBand, Caller, Danger, Matter, Sex
from korgoo.desk.enums import Channel, MayCall, Noise, Outcome, When
from korgoo.lib import codes

if TYPE_CHECKING:
    from datetime import datetime

# What a call that asks for nothing may not have.
NOTHING = Q(
    language="",
    danger="",
    asked="",
    caller="",
    country="",
    region="",
    destination="",
    campaign="",
    outcome="",
    may_call="",
    call_at__isnull=True,
    case_id__isnull=True,
    thread__isnull=True,
    conversation_id__isnull=True,
)


class ContactQuerySet(models.QuerySet["Contact"]):
    """Named questions about contacts."""

    def of(self, organisation_id: int) -> Self:
        """Keep those that an organisation took."""
        return self.filter(organisation_id=organisation_id)

    def real(self) -> Self:
        """Keep those that ask for something."""
        return self.filter(noise="")

    def to_call(self) -> Self:
        """Keep those to call back, whose time has come or comes first."""
        return self.filter(call_at__isnull=False).order_by("call_at", "pk")

    def unfinished(self) -> Self:
        """Keep those of which nobody said yet what came of them, or that are to be called."""
        return self.real().filter(Q(outcome="") | Q(call_at__isnull=False))

    def along(self, contact: "Contact") -> Self:
        """Keep those of the same person as far as anybody knows, the given one too."""
        if contact.thread is None:
            return self.filter(pk=contact.pk)
        return self.filter(organisation_id=contact.organisation_id, thread=contact.thread)


class Contact(models.Model):
    """One call, visit or message: codes only. It must never hold a name, a number or a story."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    code = models.CharField(
        _("number to read out"), max_length=9, unique=True, default=codes.new_code
    )
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    by_id = models.BigIntegerField(_("taken by"))
    holder_id = models.BigIntegerField(_("who looks after it"), null=True, blank=True)
    at = models.DateTimeField(_("taken at"))
    touched_at = models.DateTimeField(_("last step"), db_index=True)
    channel = models.CharField(_("way of the contact"), max_length=10, choices=Channel)
    noise = models.CharField(_("asks for nothing"), max_length=10, choices=Noise, blank=True)
    language = models.CharField(_("language"), max_length=3, blank=True)
    danger = models.CharField(_("in danger now"), max_length=10, choices=Danger, blank=True)
    asked = models.CharField(_("what is asked"), max_length=20, choices=Matter, blank=True)
    caller = models.CharField(_("who calls"), max_length=10, choices=Caller, blank=True)
    country = models.CharField(_("where the person is"), max_length=2, blank=True)
    region = models.CharField(_("region"), max_length=60, blank=True)
    sex = models.CharField(_("sex"), max_length=10, choices=Sex, default=Sex.UNKNOWN)
    age_band = models.CharField(_("age"), max_length=10, choices=AgeBand, default=AgeBand.UNKNOWN)
    is_child = models.BooleanField(_("under 18, or perhaps"), default=False)
    destination = models.CharField(_("where to"), max_length=60, blank=True)
    campaign = models.CharField(_("heard of us from"), max_length=20, blank=True)
    has_agreed = models.BooleanField(_("agreed that words are kept"), null=True)
    may_call = models.CharField(_("may be called"), max_length=10, choices=MayCall, blank=True)
    call_when = models.CharField(_("when to call"), max_length=10, choices=When, blank=True)
    call_at = models.DateTimeField(_("to be called at"), null=True, blank=True, db_index=True)
    tries = models.PositiveSmallIntegerField(_("calls that reached nobody"), default=0)
    outcome = models.CharField(_("what came of it"), max_length=20, choices=Outcome, blank=True)
    cards = models.JSONField(_("cards told"), default=list, blank=True)
    passed_to = models.CharField(_("told to turn to"), max_length=60, blank=True)
    case_id = models.UUIDField(_("case"), null=True, blank=True)
    thread = models.UUIDField(_("contacts of one person"), null=True, blank=True, db_index=True)
    conversation_id = models.UUIDField(
        _("conversation without a name"), null=True, blank=True, db_index=True
    )

    objects = ContactQuerySet.as_manager()

    class Privacy:
        holds = "codes of a call or visit: language, danger, matter, country, age band; no words"
        kept = "1095 days after the last step, for counting"

    class Meta:
        ordering = ["-at", "pk"]
        indexes = [
            models.Index(fields=["organisation", "-at"], name="contact_newest"),
            models.Index(
                fields=["organisation", "call_at"],
                condition=Q(call_at__isnull=False),
                name="contact_to_call",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(noise="") | NOTHING, name="contact_noise_holds_nothing"
            ),
            models.CheckConstraint(
                condition=~Q(noise="") | ~(Q(language="") | Q(danger="") | Q(asked="")),
                name="contact_four_answers",
            ),
            models.CheckConstraint(
                condition=Q(call_at__isnull=True) | Q(may_call=MayCall.YES.value),
                name="contact_called_only_if_allowed",
            ),
            models.CheckConstraint(
                condition=~(Q(outcome=Outcome.PASSED_ON.value) ^ ~Q(passed_to="")),
                name="contact_passed_to_somebody",
            ),
            models.CheckConstraint(
                condition=Q(is_child=True)
                | ~Q(age_band__in=sorted(band.value for band in CHILD_BANDS)),
                name="contact_child_by_age",
            ),
        ]

    def __str__(self) -> str:
        return self.spoken_code

    @property
    def spoken_code(self) -> str:
        return codes.spoken(self.code)

    @property
    def is_open(self) -> bool:
        return not self.noise and (not self.outcome or self.call_at is not None)

    def is_due(self, now: "datetime") -> bool:
        """Tell whether the time to call has come."""
        return self.call_at is not None and self.call_at <= now


class ContactWords(models.Model):
    """What a caller let us keep in words, sealed to the organisation. Gone when they wish."""

    contact = models.OneToOneField(
        Contact, on_delete=models.CASCADE, primary_key=True, related_name="words"
    )
    key_id = models.BigIntegerField(_("key of the organisation"))
    sealed = models.BinaryField(_("sealed to the organisation"))

    class Privacy:
        holds = (
            "ciphertext of a nickname, a telephone, hours, a word to say and a note, by consent"
        )
        kept = (
            "90 days after the last step of the contact, until moved to a case, or until withdrawn"
        )

    def __str__(self) -> str:
        return str(self.pk)

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from korgoo.agencies import enums
from korgoo.agencies.enums import DecisionKind

OPENING = (DecisionKind.GRANTED, DecisionKind.EXTENDED)


class RegisterMark(models.Model):
    """One row that changes with everything in the register: who writes holds it, who reads compares it.

    The mark is random, so that a page drawn from rows that were taken back is never taken for a new one.
    """

    ONLY = 1

    id = models.PositiveSmallIntegerField(primary_key=True, default=ONLY)
    mark = models.CharField(_("mark of what stands in the register"), max_length=32)
    changed_at = models.DateTimeField(_("last changed"))

    class Privacy:
        holds = "when the public register of agencies last changed; no personal data"
        kept = "always"

    class Meta:
        verbose_name = _("mark of the register")
        constraints = [models.CheckConstraint(name="register_mark_one", condition=Q(id=1))]

    def __str__(self) -> str:
        return self.mark


class Agency(models.Model):
    """A private employment agency. Place and telephone are as last heard; decisions are never changed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    registration = models.CharField(
        _("registration number"), max_length=enums.LONGEST_NUMBER, blank=True
    )
    place = models.CharField(_("place"), max_length=enums.LONGEST_PLACE, blank=True)
    phone = models.CharField(_("telephone"), max_length=enums.LONGEST_PHONE, blank=True)
    is_fictitious = models.BooleanField(_("invented for the demonstration"), default=False)
    added_at = models.DateTimeField(_("added"))

    class Privacy:
        holds = "a business that the state lists in public: number, place, telephone"
        kept = "always, so that a past day can be asked for"

    class Meta:
        verbose_name = _("agency")
        constraints = [
            models.UniqueConstraint(
                fields=["registration"],
                condition=~Q(registration=""),
                name="agency_registered_once",
            )
        ]

    def __str__(self) -> str:
        return self.registration or str(self.pk)


class AgencyName(models.Model):
    """One of the names under which an agency is known, in one language and script."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="names")
    language = models.CharField(_("language"), max_length=8, blank=True)
    text = models.CharField(_("name"), max_length=enums.LONGEST_NAME)
    skeleton = models.CharField(
        _("name without what spellings disagree on"), max_length=400, db_index=True
    )

    class Privacy:
        holds = "a public name of a business"
        kept = "always"

    class Meta:
        verbose_name = _("name of an agency")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "language", "text"], name="agency_name_once")
        ]

    def __str__(self) -> str:
        return self.text


class Permit(models.Model):
    """Leave to send people to work in one country. What became of it stands in its decisions."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="permits")
    country = models.CharField(_("country"), max_length=2, db_index=True)
    number = models.CharField(_("number of the permit"), max_length=enums.LONGEST_NUMBER)
    starts = models.DateField(_("first day"))
    ends = models.DateField(_("last day"), null=True, blank=True)

    class Privacy:
        holds = "a public permit of a business; no personal data"
        kept = "always"

    class Meta:
        verbose_name = _("permit")
        ordering = ["country", "starts", "number"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "country", "number"], name="permit_once"),
            models.CheckConstraint(
                name="permit_ends_after_it_starts",
                condition=Q(ends__isnull=True) | Q(ends__gte=F("starts")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.country} {self.number}"


class Decision(models.Model):
    """What was decided on a permit, with its source. Never changed: a mistake gets a decision that corrects it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    permit = models.ForeignKey(Permit, on_delete=models.PROTECT, related_name="decisions")
    kind = models.CharField(_("decision"), max_length=10, choices=DecisionKind)
    day = models.DateField(_("in force from"))
    until = models.DateField(_("permit valid until"), null=True, blank=True)
    number = models.CharField(
        _("number of the decision"), max_length=enums.LONGEST_NUMBER, blank=True
    )
    document = models.CharField(_("where it stands"), max_length=enums.LONGEST_DOCUMENT)
    address = models.CharField(_("web address"), max_length=enums.LONGEST_ADDRESS, blank=True)
    as_of = models.DateField(_("as of"))
    recorded_at = models.DateTimeField(_("recorded"))
    recorded_by_id = models.BigIntegerField(_("recorded by"), null=True, blank=True)
    corrects = models.OneToOneField(
        "self", on_delete=models.PROTECT, related_name="corrected_by", null=True, blank=True
    )
    ground = models.CharField(
        _("why it was corrected"), max_length=enums.LONGEST_GROUND, blank=True
    )

    class Privacy:
        holds = "a public decision on a permit, and which member recorded it"
        kept = "always"

    class Meta:
        verbose_name = _("decision on a permit")
        ordering = ["day", "recorded_at", "pk"]
        indexes = [models.Index(fields=["-recorded_at"], name="decision_newest")]
        constraints = [
            models.CheckConstraint(
                name="decision_sets_an_end_only_when_it_opens",
                condition=Q(until__isnull=True) | Q(kind__in=OPENING),
            ),
            models.CheckConstraint(
                name="decision_extends_to_a_day",
                condition=~Q(kind=DecisionKind.EXTENDED) | Q(until__isnull=False),
            ),
            models.CheckConstraint(
                name="decision_takes_back_something",
                condition=~Q(kind=DecisionKind.ANNULLED) | Q(corrects__isnull=False),
            ),
            models.CheckConstraint(
                name="decision_corrected_with_a_ground",
                condition=Q(corrects__isnull=True, ground="")
                | (Q(corrects__isnull=False) & ~Q(ground="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.day}"

import uuid
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from korgoo.casework import status_names
from korgoo.casework.enums import (
    CHILD_BANDS,
    PROTECTION_MOVES,
    AgeBand,
    Caller,
    Channel,
    Danger,
    Decision,
    Exploitation,
    Matter,
    Procedural,
    Protection,
    Sector,
    Sex,
)
from korgoo.casework.models.conflicts import ConflictMark
from korgoo.lib import codes

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


# What a list of cases can be asked for (korgoo.casework.filters).
WISHED = (
    *("protection", "procedural", "danger", "matter", "sex", "age_band", "exploitation", "region"),
    "worker_id",
)


class CaseQuerySet(models.QuerySet["Case"]):
    """Named questions about cases."""

    def visible_to(self, actor: "Actor") -> Self:
        """Keep the cases that the actor may know of: own, referred to them, or watched over."""
        known = self.open_to(actor)
        if actor.is_coordinator:
            return known
        return known.filter(Q(owner_id=actor.organisation_id) | Q(Exists(_party(actor))))

    def open_to(self, actor: "Actor") -> Self:
        """Leave out the cases that a conflict of interest closes to this member."""
        marks = ConflictMark.objects.against(actor.user_id).filter(case_id=OuterRef("pk"))
        return self.filter(~Exists(marks))

    def owned_by(self, organisation_id: int) -> Self:
        return self.filter(owner_id=organisation_id)

    def worked_on_by(self, user_id: int) -> Self:
        """Keep the open cases for which a member is responsible."""
        return self.filter(worker_id=user_id, closed_at__isnull=True)

    def newest_first(self) -> Self:
        return self.order_by("-opened_at", "-pk")

    def longest_resting_first(self) -> Self:
        """Put first the cases in which no person did anything for longest."""
        return self.order_by("touched_at", "pk")


def _party(actor: "Actor") -> "models.QuerySet[CaseParty]":
    return CaseParty.objects.filter(
        case_id=OuterRef("pk"), organisation_id=actor.organisation_id, until__isnull=True
    )


class Case(models.Model):
    """The work for one person, under a code. Nothing here names anybody.

    It must not grow free text: what a person tells is sealed in facets.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    code = models.CharField(_("code"), max_length=9, unique=True, default=codes.new_code)
    owner = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="cases_owned"
    )
    opened_at = models.DateTimeField(_("opened"))
    opened_by_id = models.BigIntegerField(_("opened by"))
    channel = models.CharField(_("channel"), max_length=20, choices=Channel)
    caller = models.CharField(_("who speaks"), max_length=20, choices=Caller, blank=True)
    language = models.CharField(_("language of the person"), max_length=8)
    danger = models.CharField(_("danger now"), max_length=10, choices=Danger)
    matter = models.CharField(_("asked for"), max_length=20, choices=Matter)
    protection = models.CharField(
        _("protection status"), max_length=20, choices=Protection, default=Protection.CONTACT
    )
    protection_at = models.DateTimeField(_("status since"))
    procedural = models.CharField(
        _("procedural status"), max_length=20, choices=Procedural, default=Procedural.NONE
    )
    procedural_at = models.DateTimeField(_("procedural status since"), null=True, blank=True)
    worker_id = models.BigIntegerField(_("responsible"), null=True, blank=True, db_index=True)
    touched_at = models.DateTimeField(_("last step"))
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)
    restricted_at = models.DateTimeField(_("restricted"), null=True, blank=True)
    decision = models.CharField(_("decision"), max_length=20, choices=Decision, blank=True)
    sex = models.CharField(_("sex"), max_length=10, choices=Sex, default=Sex.UNKNOWN)
    age_band = models.CharField(_("age"), max_length=10, choices=AgeBand, default=AgeBand.UNKNOWN)
    citizenship = models.CharField(_("citizenship"), max_length=2, blank=True)
    exploitation = models.CharField(
        _("form of exploitation"),
        max_length=30,
        choices=Exploitation,
        default=Exploitation.UNKNOWN,
    )
    sector = models.CharField(_("sector"), max_length=10, choices=Sector, default=Sector.UNKNOWN)
    country = models.CharField(_("country where it happened"), max_length=2, blank=True)
    region = models.CharField(_("region where the person is"), max_length=14, blank=True)
    is_demo = models.BooleanField(_("demo case"), default=False)

    objects = CaseQuerySet.as_manager()

    class Privacy:
        holds = "coded facts on a person assisted, under a code; no name, address or story"
        kept = "5 years after closure; counts longer"

    class Meta:
        verbose_name = _("case")
        indexes = [
            models.Index(fields=["owner", "-opened_at", "-id"], name="case_own_newest"),
            models.Index(fields=["-opened_at", "-id"], name="case_newest"),
            # A wish that few cases fit reads what is in work, not all that ever was; and of that the
            # facts it asks for out of the index, not row by row.
            *(
                models.Index(
                    fields=[*whose, "-opened_at", "-id", *WISHED],
                    condition=Q(closed_at__isnull=True),
                    name=name,
                )
                for name, whose in (("case_own_open", ["owner"]), ("case_open", []))
            ),
            *(
                models.Index(
                    fields=[*whose, "touched_at", "id"],
                    condition=Q(closed_at__isnull=True),
                    name=name,
                )
                for name, whose in (
                    ("case_asleep", []),
                    ("case_asleep_owner", ["owner"]),
                    ("case_asleep_worker", ["worker_id"]),
                )
            ),
            models.Index(fields=["owner", "worker_id"], name="case_of_worker"),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def spoken_code(self) -> str:
        """The code in groups of three digits, as it is read out."""
        return codes.spoken(self.code)

    @property
    def is_child(self) -> bool:
        """Tell whether the person is, or may be, under 18: then the child rules hold."""
        return self.age_band in CHILD_BANDS

    @property
    def protection_words(self) -> str:
        """The protection status as the country calls it, in the language of the page."""
        return status_names.protection(self.protection)

    @property
    def procedural_words(self) -> str:
        """The procedural status as the country calls it, in the language of the page."""
        return status_names.procedural(self.procedural)

    def can_become(self, status: Protection) -> bool:
        """Tell whether the table of moves allows this step."""
        return status in PROTECTION_MOVES[Protection(self.protection)]


class CaseParty(models.Model):
    """An organisation that takes part in a case of another one, because it was asked to help."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="parties")
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    since = models.DateTimeField(_("since"))
    until = models.DateTimeField(_("until"), null=True, blank=True)

    class Privacy:
        holds = "which organisation was asked to help in which case"
        kept = "as long as the case"

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "organisation"],
                condition=Q(until__isnull=True),
                name="case_party_once",
            ),
            models.CheckConstraint(
                name="case_party_ends_after_it_begins",
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.organisation_id}"


class TimelineEntry(models.Model):
    """One step in the life of a case, as every party may see it: codes, no text."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="timeline")
    at = models.DateTimeField(_("time"))
    event = models.CharField(_("event"), max_length=60)
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+", null=True
    )
    other = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+", null=True
    )
    detail = models.CharField(_("detail"), max_length=120, blank=True)

    class Privacy:
        holds = "what happened in a case and when, in codes"
        kept = "as long as the case"

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["case", "-at"], name="timeline_of_case")]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.event}"

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from korgoo.councils import enums
from korgoo.councils.enums import BodyKind, Precision, SeatKind


class BodyQuerySet(models.QuerySet["Body"]):
    """Named questions about bodies."""

    def there_on(self, day: date) -> Self:
        """Keep what was founded by a day and had not ended; an unknown first day is long ago."""
        return self.filter(
            Q(founded__isnull=True) | Q(founded__lte=day),
            Q(ended__isnull=True) | Q(ended__gte=day),
        )


class Body(models.Model):
    """A body in which organisations sit: the platform, a council, a commission, a working group.

    It is not an organisation: it has seats, meets and decides, and one organisation keeps its papers.
    """

    key = models.SlugField(_("key"), max_length=60, unique=True)
    kind = models.CharField(_("kind"), max_length=20, choices=BodyKind)
    name_ky = models.CharField(_("name in Kyrgyz"), max_length=enums.LONGEST_NAME)
    name_ru = models.CharField(_("name in Russian"), max_length=enums.LONGEST_NAME)
    name_en = models.CharField(_("name in English"), max_length=enums.LONGEST_NAME)
    region = models.CharField(_("region"), max_length=14, blank=True)
    founded = models.DateField(_("first day"), null=True, blank=True)
    founded_known_to = models.CharField(
        _("how exact the first day is"),
        max_length=5,
        choices=Precision,
        default=Precision.DAY,
    )
    ended = models.DateField(_("last day"), null=True, blank=True)
    basis = models.CharField(_("legal basis"), max_length=enums.LONGEST_BASIS, blank=True)
    keeper = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    is_from_pack = models.BooleanField(_("named by the country pack"), default=False)
    is_fictitious = models.BooleanField(_("invented for the demonstration"), default=False)
    source = models.CharField(_("source"), max_length=300, blank=True)
    needs_review = models.BooleanField(_("nobody has checked it yet"), default=False)

    objects = BodyQuerySet.as_manager()

    class Privacy:
        holds = "name and legal basis of a public body; no personal data"
        kept = "always"

    class Meta:
        verbose_name = _("body")
        ordering = ["key"]
        constraints = [
            models.CheckConstraint(
                name="body_ends_after_it_begins",
                condition=Q(ended__isnull=True)
                | Q(founded__isnull=True)
                | Q(ended__gte=F("founded")),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The name in the language of the page."""
        return self.name_in((translation.get_language() or "en")[:2])

    def name_in(self, language: str) -> str:
        """The name in one language; English where there is none."""
        return {"ky": self.name_ky, "ru": self.name_ru}.get(language, self.name_en)

    def is_there_on(self, day: date) -> bool:
        """Tell whether it was founded by a day and had not ended."""
        return (self.founded is None or self.founded <= day) and (
            self.ended is None or day <= self.ended
        )


class SeatQuerySet(models.QuerySet["Seat"]):
    """Named questions about seats."""

    def held_on(self, day: date) -> Self:
        return self.filter(Q(valid_from__lte=day), Q(valid_to__isnull=True) | Q(valid_to__gte=day))

    def meeting(self, begins: date, ends: date | None) -> Self:
        """Keep seats that are held on some day of a span; the last day is included."""
        rows = self.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=begins))
        return rows if ends is None else rows.filter(valid_from__lte=ends)


class Seat(models.Model):
    """An organisation sits in a body, from one day to another. A succession changes no seat: it is read.

    Of a person it holds the official position and the office, never a name or a private number.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="seats")
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    kind = models.CharField(_("seat"), max_length=10, choices=SeatKind)
    position = models.CharField(
        _("official position"), max_length=enums.LONGEST_POSITION, blank=True
    )
    phone = models.CharField(_("office telephone"), max_length=enums.LONGEST_PHONE, blank=True)
    unit = models.CharField(_("region or district it speaks for"), max_length=14, blank=True)
    valid_from = models.DateField(_("from"))
    valid_to = models.DateField(_("to"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=300, blank=True)

    objects = SeatQuerySet.as_manager()

    class Privacy:
        holds = "which organisation sits where, and the official position that speaks for it"
        kept = "always"

    class Meta:
        verbose_name = _("seat")
        ordering = ["body_id", "valid_from", "pk"]
        constraints = [
            models.CheckConstraint(
                name="seat_ends_after_it_begins",
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
            ),
            models.UniqueConstraint(
                fields=["body", "organisation"],
                condition=Q(valid_to__isnull=True),
                name="seat_open_once",
            ),
            models.UniqueConstraint(
                fields=["body", "kind"],
                condition=Q(valid_to__isnull=True, kind__in=sorted(enums.SINGLE)),
                name="seat_chair_and_secretary_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body_id} {self.organisation_id} {self.kind}"


class Succession(models.Model):
    """That one organisation followed another on a day: seats and obligations pass by reading this.

    The ended organisation keeps its name and its rows; nothing is edited.
    """

    ended = models.OneToOneField("access.Organisation", on_delete=models.PROTECT, related_name="+")
    successor = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    day = models.DateField(_("first day of the successor"))
    basis = models.CharField(_("legal basis"), max_length=enums.LONGEST_BASIS)
    recorded_at = models.DateTimeField(_("recorded"))
    recorded_by_id = models.BigIntegerField(_("recorded by"), null=True, blank=True)

    class Privacy:
        holds = "which public body followed which, and which member recorded it"
        kept = "always"

    class Meta:
        verbose_name = _("succession")
        ordering = ["day", "pk"]
        constraints = [
            models.CheckConstraint(name="succession_is_of_two", condition=~Q(ended=F("successor")))
        ]

    def __str__(self) -> str:
        return f"{self.ended_id} > {self.successor_id}"

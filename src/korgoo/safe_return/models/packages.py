import uuid
from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from korgoo.lib import codes
from korgoo.safe_return.enums import PartnerAnswer, ToldHow


class PackageQuerySet(models.QuerySet["Package"]):
    """Named questions about packages."""

    def standing(self) -> Self:
        """Keep packages that rest on consent that nobody has found ended."""
        return self.filter(stopped_at__isnull=True)

    def to_tell(self) -> Self:
        """Keep packages whose partner must be told that the person no longer agrees."""
        return self.filter(stopped_at__isnull=False, told_at__isnull=True)


class Package(models.Model):
    """A file sealed to a partner's key: kept as it was made, nobody here can open it again."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.CharField(_("number"), max_length=9, unique=True, default=codes.new_code)
    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="packages")
    sender = models.ForeignKey("access.Organisation", on_delete=models.PROTECT, related_name="+")
    key = models.ForeignKey(
        "safe_return.PartnerKey", on_delete=models.PROTECT, related_name="packages"
    )
    sender_key_id = models.BigIntegerField(_("key for the answer"))
    made_at = models.DateTimeField(_("made"))
    made_by_id = models.BigIntegerField(_("made by"))
    scopes = models.JSONField(_("what it rests on"), default=list)
    expires_at = models.DateTimeField(_("agreed until"), null=True, blank=True)
    token_digest = models.CharField(_("hash of the token for the answer"), max_length=64)
    sealed = models.BinaryField(_("the sealed file; empty after consent ended"))
    fetched_at = models.DateTimeField(_("first taken out"), null=True, blank=True)
    stopped_at = models.DateTimeField(_("consent ended"), null=True, blank=True)
    told_at = models.DateTimeField(_("partner told"), null=True, blank=True)
    told_by_id = models.BigIntegerField(_("told by"), null=True, blank=True)
    told_how = models.CharField(_("told how"), max_length=10, choices=ToldHow, blank=True)

    objects = PackageQuerySet.as_manager()

    class Privacy:
        holds = "ciphertext for a partner's key; what of whom went to which partner, in codes"
        kept = "the file until consent ends; the record as long as the case"

    class Meta:
        ordering = ["-made_at"]
        indexes = [models.Index(fields=["case", "-made_at"], name="package_of_case")]
        constraints = [
            models.CheckConstraint(
                name="package_told_whole",
                condition=Q(told_at__isnull=True, told_how="")
                | (Q(told_at__isnull=False) & ~Q(told_how="")),
            )
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def spoken_number(self) -> str:
        """The number in groups of three digits."""
        return codes.spoken(self.number)

    def is_over(self, moment: datetime) -> bool:
        """Tell whether what it rests on has ended."""
        return self.stopped_at is not None or (
            self.expires_at is not None and self.expires_at <= moment
        )


class PackageAnswer(models.Model):
    """What the partner answered to a package, in codes. Each answer counts once."""

    package = models.ForeignKey(Package, on_delete=models.CASCADE, related_name="answers")
    answer = models.CharField(_("answer"), max_length=20, choices=PartnerAnswer)
    at = models.DateTimeField(_("by the partner's clock"))
    taken_at = models.DateTimeField(_("taken in"))
    taken_by_id = models.BigIntegerField(_("taken in by"))

    class Privacy:
        holds = "a partner's answer in codes"
        kept = "as long as the case"

    class Meta:
        ordering = ["-taken_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["package", "answer"], name="package_answer_counts_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.package_id} {self.answer}"

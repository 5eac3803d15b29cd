from typing import Any, NoReturn

from django.db import models
from django.utils.translation import gettext_lazy as _


class AuditEvent(models.Model):
    """One thing done by one person, chained to the one before. Written once, never changed.

    It holds no foreign keys, so no deletion elsewhere can reach it. Triggers on both engines
    refuse update and delete, whoever asks.
    """

    seq = models.BigIntegerField(_("number in the chain"), primary_key=True)
    at = models.DateTimeField(_("time"), db_index=True)
    event = models.CharField(_("event"), max_length=60)
    user_id = models.BigIntegerField(_("user"), null=True)
    organisation_id = models.BigIntegerField(_("organisation"), null=True, db_index=True)
    target = models.CharField(_("record"), max_length=80, db_index=True)
    detail = models.CharField(_("detail"), max_length=120, blank=True)
    previous = models.CharField(_("hash of the row before"), max_length=64)
    digest = models.CharField(_("hash of this row"), max_length=64)

    class Privacy:
        holds = "staff identifiers and record identifiers; no free text, no personal data"
        kept = "10 years"

    class Meta:
        ordering = ["-seq"]

    def __str__(self) -> str:
        return f"{self.seq} {self.event} {self.target}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("AuditEvent is append-only")
        kwargs["force_insert"] = True
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TypeError("AuditEvent is append-only")


class AuditHead(models.Model):
    """The signed end of the audit chain on one day, for members to keep outside the platform."""

    day = models.DateField(_("day"), unique=True)
    seq = models.BigIntegerField(_("last row"))
    digest = models.CharField(_("hash of the last row"), max_length=64)
    public_key = models.CharField(_("public key"), max_length=60)
    signature = models.CharField(_("signature"), max_length=100)
    signed_at = models.DateTimeField(_("signed"))

    class Privacy:
        holds = "a hash; no personal data"
        kept = "always"

    class Meta:
        ordering = ["-day"]

    def __str__(self) -> str:
        return str(self.day)

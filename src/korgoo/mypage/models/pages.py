import uuid
from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from korgoo.lib import codes


class PageQuerySet(models.QuerySet["Page"]):
    """Named questions about pages."""

    def open_at(self, moment: datetime) -> Self:
        """Keep pages whose code was not cancelled and has not run out."""
        return self.filter(cancelled_at__isnull=True, expires_at__gt=moment)


class Page(models.Model):
    """A person's own page of a case, behind a number and a code. It holds no text in clear.

    The private half of its key is locked by the person's code, and nothing else opens it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("casework.Case", on_delete=models.CASCADE, related_name="+")
    number = models.CharField(_("number"), max_length=9, unique=True, default=codes.new_code)
    public = models.BinaryField(_("public half of the page's key"), max_length=32)
    locked = models.TextField(_("private half, locked by the code; and a door that leads nowhere"))
    issued_at = models.DateTimeField(_("made"))
    issued_by_id = models.BigIntegerField(_("made by"))
    expires_at = models.DateTimeField(_("until"))
    cancelled_at = models.DateTimeField(_("cancelled"), null=True, blank=True)
    wrong_codes = models.PositiveIntegerField(_("wrong codes in a row"), default=0)
    waits_until = models.DateTimeField(_("no code is looked at until"), null=True, blank=True)
    other_code_at = models.DateTimeField(_("the other code was used"), null=True, blank=True)
    opinion_in = models.CharField(_("quarter of the last opinion"), max_length=6, blank=True)

    objects = PageQuerySet.as_manager()

    class Privacy:
        holds = "that a person under a case's code has a page; a key that only their code opens"
        kept = "as long as the case"

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(cancelled_at__isnull=True), name="page_one_of_a_case"
            )
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def spoken_number(self) -> str:
        """The number in groups of three digits."""
        return codes.spoken(self.number)


class PageSession(models.Model):
    """A visit to a page: the key, sealed under a key that only the visitor's cookie holds."""

    digest = models.CharField(_("hash of the cookie"), max_length=64, primary_key=True)
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="sessions")
    sealed = models.TextField(_("private half, sealed under the cookie"))
    ends_at = models.DateTimeField(_("ends"), db_index=True)
    said = models.CharField(_("said after the last step"), max_length=20, blank=True)
    fresh = models.BinaryField(_("new code, sealed to the page's key"), default=b"")

    class Privacy:
        holds = "that somebody looks at a page now; a key that only their browser opens"
        kept = "1 hour at most"

    def __str__(self) -> str:
        return self.digest[:8]


class AddressTries(models.Model):
    """How many codes were tried from one network address in one hour, under a hash."""

    digest = models.CharField(_("hash of address and hour"), max_length=64, primary_key=True)
    tries = models.PositiveIntegerField(_("tries"), default=0)
    hour = models.DateTimeField(_("hour"), db_index=True)

    class Privacy:
        holds = "a count under a hash that changes every hour and needs the server's secret"
        kept = "1 day"

    def __str__(self) -> str:
        return self.digest[:8]
